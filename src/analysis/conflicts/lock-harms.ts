/** What is said of locks that do not cover all that they are meant to. */
import type { Access } from '../domain/access.js';
import { displayPath } from '../domain/access-path.js';
import { isOneOfMany } from '../domain/lock-set.js';
import type { HeldLock } from '../domain/lock-set.js';
import type { Harm } from '../hazard.js';
import { point } from './case.js';
import type { Case } from './case.js';
import { effectiveLocks, isReplaced } from './sharing.js';

export type InconsistentLock = Extract<Harm, { kind: 'inconsistent-lock' }>;
export type Why = InconsistentLock['why'];

/** Why the locks that are held keep nobody out; nothing when none is held. */
export function withoutEffect(judged: Case, { locks }: Pick<Access, 'locks'>): Why | undefined {
  if (locks.length === 0) return undefined;
  if (effectiveLocks(judged.run, locks).some(isOneOfMany)) return 'one-of-many';
  return locks.some((lock) => lock.paths.some((path) => isReplaced(judged.run, path))) ? 'replaced-lock' : 'own-lock';
}

/** Two accesses that a lock should keep apart. */
export interface Explained {
  readonly guarded: Access;
  readonly unprotected: Access;
  readonly locks: readonly HeldLock[];
  readonly why: Why;
  readonly onlyStale: boolean;
}

export function harmOf(judged: Case, { guarded, unprotected, locks, why, onlyStale }: Explained): InconsistentLock {
  return { kind: 'inconsistent-lock', guarded: point(judged, guarded), unprotected: point(judged, unprotected), lock: nameOf(locks), why, onlyStale };
}

/** The lock as people would say it; empty when it has no name. */
export function nameOf(locks: readonly HeldLock[]): string {
  const [path] = locks.flatMap((lock) => lock.paths);
  if (!path || path.root.kind === 'symbol' || path.root.kind === 'fresh') return '';
  return displayPath(path);
}
