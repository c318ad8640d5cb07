/**
 * Locks where invocations take turns: a single step needs none, so what matters is who may write between two steps that belong
 * together. Either the steps themselves are not under one acquisition, or somebody else writes without the lock.
 */
import type { Access, Dependency } from '../domain/access.js';
import { cellOf } from '../domain/cell.js';
import { sameAcquisition } from '../domain/lock-set.js';
import { literalText } from '../domain/text.js';
import type { Harm } from '../hazard.js';
import { isWriting } from '../walk/record.js';
import { byPosition, checkPoint, excluded, isLazy, isUpdate, locksOf, point, separable } from './case.js';
import type { Case } from './case.js';
import { harmOf, nameOf, withoutEffect } from './lock-harms.js';
import type { InconsistentLock } from './lock-harms.js';
import { isContent } from './sharing.js';

/** A write that depends on what was read before a suspension. */
interface Pair {
  readonly read: Dependency;
  readonly write: Access;
}

export function lockBetweenTurns(judged: Case, harms: readonly Harm[]): readonly Harm[] {
  const pairs = pairsOf(judged);
  const lost = harms.find((harm) => harm.kind === 'lost-update');
  const found = lost ? pairs.filter(({ write }) => isAt(judged, write, lost.write.location)).map((pair) => explainLost(judged, pair)) : pairs.map((pair) => intruded(judged, pair));
  return found.flatMap((harm) => harm ?? []).slice(0, 1);
}

function pairsOf({ group }: Case): readonly Pair[] {
  return group.accesses.filter((access) => isWriting(access.kind)).sort(byPosition)
    .flatMap((write) => write.dependsOn.filter((read) => read.stale && cellOf(read.path) === cellOf(write.path)).map((read) => ({ read, write })));
}

function isAt(judged: Case, write: Access, { file, line, column }: { readonly file: string; readonly line: number; readonly column: number }): boolean {
  const { location } = point(judged, write);
  return location.file === file && location.line === line && location.column === column;
}

/** Why the locks that are held did not help. */
function explainLost(judged: Case, { read, write }: Pair): InconsistentLock | undefined {
  if (!separable(judged, write, read)) return undefined;
  const [reading, writing] = [locksOf(judged, read), locksOf(judged, write)];
  const [before, after] = [checkPoint(judged, read), point(judged, write)];
  const base = { kind: 'inconsistent-lock', unprotected: after, onlyStale: false } as const;
  if (writing.length > 0) return { ...base, guarded: before, lock: nameOf(writing), why: reading.length > 0 ? 'released-between' : 'read-before' };
  if (reading.length > 0) return { ...base, guarded: before, lock: nameOf(reading), why: 'no-lock' };
  const why = withoutEffect(judged, write);
  return why && { ...base, guarded: after, lock: nameOf(write.locks), why };
}

/** Somebody who does not hold the lock of the pair writes in between. */
function intruded(judged: Case, { read, write }: Pair): InconsistentLock | undefined {
  const locks = locksOf(judged, write);
  if (read.via !== 'value' || !sameAcquisition(locks, locksOf(judged, read))) return undefined;
  const intruder = judged.group.accesses.filter((access) => isWriting(access.kind) && mayHit(access, write) && !isLazy(access) && !excluded(judged, write, access)).sort(byPosition)[0];
  if (!intruder) return undefined;
  const why = locksOf(judged, intruder).length > 0 ? 'other-lock' : (withoutEffect(judged, intruder) ?? 'no-lock');
  return harmOf(judged, { guarded: write, unprotected: intruder, locks, why, onlyStale: false });
}

/** Both write to one variable, or to the entry of one key. */
function mayHit(access: Access, write: Access): boolean {
  if (cellOf(access.path) !== cellOf(write.path)) return false;
  if (!isContent(write)) return true;
  const key = literalText(write.key?.text);
  return isUpdate(access) || (key !== undefined && literalText(access.key?.text) === key);
}
