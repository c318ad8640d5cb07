/**
 * Places that an execution has certainly looked at while it held a lock. Where all writes of a place are made under that lock
 * and only if nothing is there yet, such a look settles it: what is read later, without the lock, is what was seen or made then.
 */
import type { AccessPath } from './access-path.js';
import { cellOf } from './cell.js';
import type { HeldLock } from './lock-set.js';

/** The locks that were held at the last such look. */
export interface LockedLook {
  readonly path: AccessPath;
  readonly locks: readonly HeldLock[];
}

/** By cell. */
export type LockedLooks = ReadonlyMap<string, LockedLook>;

export const NO_LOCKED_LOOKS: LockedLooks = new Map();

/** Further looks of one execution are not kept: those that matter come just before what depends on them. */
const MAX_LOOKS = 40;

/** `looks` and one more, if locks are held at it. */
export function withLook(looks: LockedLooks, path: AccessPath, locks: readonly HeldLock[]): LockedLooks {
  if (locks.length === 0 || looks.size >= MAX_LOOKS || looks.get(cellOf(path))?.locks === locks) return looks;
  return new Map(looks).set(cellOf(path), { path, locks });
}

/** Looks that both of two joining branches have behind them. */
export function commonLooks(a: LockedLooks, b: LockedLooks): LockedLooks {
  if (a === b || a.size === 0) return a;
  return new Map([...a].filter(([cell]) => b.has(cell)));
}
