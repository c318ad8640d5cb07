/** Locks that do not cover all that they are meant to: a place is guarded at one access and open at another that conflicts with it. */
import { fileOf } from '../../ir/index.js';
import type { Access } from '../domain/access.js';
import { cellOf, holderOf } from '../domain/cell.js';
import type { Harm } from '../hazard.js';
import { isWriting } from '../walk/record.js';
import { dependsOnTestOf, excluded, locksOf } from './case.js';
import type { Case } from './case.js';
import { harmOf, nameOf, withoutEffect } from './lock-harms.js';
import type { InconsistentLock, Why } from './lock-harms.js';
import { lockBetweenTurns } from './locks-between-turns.js';
import { isContent } from './sharing.js';

/** From the clearest mistake to the one that needs most explanation. */
const CLEAREST: readonly Why[] = ['no-lock', 'other-lock', 'read-lock', 'replaced-lock', 'own-lock', 'one-of-many'];

/** The clearest conflict between an access under a lock and one that the lock does not cover; `harms` say what is wrong at the place without regard to locks. */
export function inconsistentLock(judged: Case, harms: readonly Harm[]): readonly Harm[] {
  if (judged.model.memory === 'never') return [];
  if (!judged.group.accesses.some((access) => access.locks.length > 0) || harms.some((harm) => harm.kind === 'lazy-init')) return [];
  if (judged.model.memory === 'at-suspension') return lockBetweenTurns(judged, harms);
  const pairs = conflictingPairs(judged, harms).flatMap(([a, b]) => explain(judged, a, b) ?? []);
  const [clearest] = pairs.sort((a, b) => CLEAREST.indexOf(a.why) - CLEAREST.indexOf(b.why) || Number(a.onlyStale) - Number(b.onlyStale));
  return clearest ? [clearest] : releasedBetween(judged, harms);
}

const MAX_ACCESSES = 60;

/** Pairs of accesses that break what `harms` name, one of them a change, in the order of the source. */
function conflictingPairs(judged: Case, harms: readonly Harm[]): readonly (readonly [Access, Access])[] {
  const kinds = new Set(harms.map((harm) => harm.kind));
  const breaksContents = kinds.has('corruption') || kinds.has('unsafe-object') || kinds.has('connection');
  if (!breaksContents && !kinds.has('race') && !kinds.has('lost-update')) return [];
  const accesses = judged.group.accesses.filter((access) => isContent(access) === breaksContents).sort(bySource).slice(0, MAX_ACCESSES);
  const changes = accesses.filter((access) => isWriting(access.kind) || (breaksContents && access.kind !== 'read' && access.kind !== 'check' && access.kind !== 'iterate'));
  return changes.flatMap((change) => accesses.filter((other) => cellOf(other.path) === cellOf(change.path) && !isTestFor(judged, other) && !excluded(judged, change, other)).map((other) => [change, other] as const));
}

/** Whichever function it lies in. */
function bySource(a: Access, b: Access): number {
  const [file, other] = [fileOf(a.site.function), fileOf(b.site.function)];
  return file < other ? -1 : file > other ? 1 : a.site.at.start - b.site.at.start || a.chain.length - b.chain.length;
}

/** A look at the place without the lock, which is repeated under it: double-checked locking is a question of its own. */
function isTestFor(judged: Case, access: Access): boolean {
  if (access.kind !== 'read' && access.kind !== 'check') return false;
  return judged.group.accesses.some((write) => isWriting(write.kind) && dependsOnTestOf(write, holderOf(access.path))
    && write.dependsOn.some((dependency) => dependency.site.function === access.site.function && dependency.site.at.start === access.site.at.start));
}

function explain(judged: Case, change: Access, other: Access): InconsistentLock | undefined {
  const [changing, beside] = [locksOf(judged, change), locksOf(judged, other)];
  const stale = other.kind === 'read' && !isContent(other);
  if (changing.length > 0 && beside.length > 0) {
    const isShared = changing.some((lock) => lock.mode === 'shared' || lock.mode === 'optimistic');
    return harmOf(judged, { guarded: other, unprotected: change, locks: beside, why: isShared ? 'read-lock' : 'other-lock', onlyStale: false });
  }
  if (beside.length > 0) return harmOf(judged, { guarded: other, unprotected: change, locks: beside, why: withoutEffect(judged, change) ?? 'no-lock', onlyStale: false });
  if (changing.length > 0) return harmOf(judged, { guarded: change, unprotected: other, locks: changing, why: withoutEffect(judged, other) ?? 'no-lock', onlyStale: stale });
  const why = withoutEffect(judged, change);
  return why && harmOf(judged, { guarded: change, unprotected: change, locks: change.locks, why, onlyStale: false });
}

/** Read under the lock, written under the lock, and given back in between. */
function releasedBetween(judged: Case, harms: readonly Harm[]): readonly Harm[] {
  const lost = harms.find((harm) => harm.kind === 'lost-update');
  if (!lost?.read.guardedByLock || !lost.write.guardedByLock) return [];
  const write = judged.group.accesses.find((access) => isWriting(access.kind) && locksOf(judged, access).length > 0);
  if (!write) return [];
  return [{ kind: 'inconsistent-lock', guarded: lost.read, unprotected: lost.write, lock: nameOf(locksOf(judged, write)), why: 'released-between', onlyStale: false }];
}
