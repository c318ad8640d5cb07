/** What is fetched anew when its time is over: overlapping invocations all find it expired and all fetch it. */
import type { Access, Dependency } from '../domain/access.js';
import { holderOf } from '../domain/cell.js';
import { sameAcquisition } from '../domain/lock-set.js';
import { isRequest } from '../domain/marks.js';
import type { Harm } from '../hazard.js';
import { isWriting } from '../walk/record.js';
import { byPosition, checkPoint, follows, isExpiryOf, isReference, isUpdate, isWithin, point, readElsewhere, separable } from './case.js';
import type { Case } from './case.js';
import { isContent } from './sharing.js';

/** A refresh of the place that several invocations do at once, or one that is announced before it is done. */
export function refreshHarms(judged: Case): readonly Harm[] {
  for (const write of judged.group.accesses.filter((access) => isWriting(access.kind)).sort(byPosition)) {
    const guards = write.dependsOn.filter((dependency) => dependency.via === 'guard' && dependency.expires);
    // One look at the clock under the lock of the write is enough: whoever waited finds the new value. Whether the lock is the right one is another question.
    if (guards.length === 0 || guards.some((guard) => sameAcquisition(write.locks, guard.locks) || !separable(judged, write, guard))) continue;
    const guard = guards.find((candidate) => isRenewedBy(judged, write, candidate));
    if (guard && bringsNew(judged, write) && isFirstOf(judged, write, guard)) return [stampede(judged, write, guard)];
  }
  return announcedEarly(judged);
}

function stampede(judged: Case, write: Access, guard: Dependency): Harm {
  return { kind: 'stampede', check: checkPoint(judged, guard), write: point(judged, write), keyFromRequest: write.key !== undefined && isRequest(write.key.marks), refreshes: true };
}

/** `expires = later; token = await login()`: whoever comes meanwhile finds the new time and the old token. */
function announcedEarly(judged: Case): readonly Harm[] {
  for (const write of judged.group.accesses.filter((access) => access.kind === 'write' && !isContent(access)).sort(byPosition)) {
    const guard = write.dependsOn.find((dependency) => isExpiryOf(dependency, judged.group.holder));
    const late = guard && renewals(judged, guard).find((access) => bringsNew(judged, access) && !isContent(access) && follows(access, write) && isApart(judged, write, access, guard) && readElsewhere(judged.run.invocation.accesses, access));
    if (guard && late) return [{ kind: 'lazy-init', check: checkPoint(judged, guard), write: point(judged, write), acrossSuspension: guard.stale, grade: 'guard-first', later: point(judged, late) }];
  }
  return [];
}

/** Another invocation may come between the two writes that the guard decides. */
function isApart(judged: Case, first: Access, second: Access, guard: Dependency): boolean {
  if (judged.model.memory !== 'at-suspension') return separable(judged, second, guard) && !second.locks.some((lock) => first.locks.some((held) => held.acquisition === lock.acquisition));
  return !guard.stale && second.dependsOn.some((dependency) => dependency.read === guard.read && dependency.stale);
}

/** Writes of other places that the same condition decides. */
function renewals({ run, group }: Case, guard: Dependency): readonly Access[] {
  return run.invocation.accesses.filter((access) => isWriting(access.kind) && holderOf(access.path) !== group.holder && access.dependsOn.some((dependency) => dependency.read === guard.read && dependency.expires));
}

/** What the clock is compared with belongs to the place, or is set together with it. */
function isRenewedBy(judged: Case, write: Access, guard: Dependency): boolean {
  const { holder } = judged.group;
  const compared = holderOf(guard.path);
  if (compared === holder || isWithin(guard.path, holder)) return true;
  return renewals(judged, guard).some((access) => holderOf(access.path) === compared && access.site.function === write.site.function);
}

/** Something that was fetched or made, and no time stamp, reset, flag or count. */
function bringsNew(judged: Case, write: Access): boolean {
  const { value } = write;
  if (!value || value.isNull || value.fromClock || value.plain !== undefined || isUpdate(write)) return false;
  return write.kind === 'write' || (isContent(write) && (write.key !== undefined || isReference(judged, write)));
}

/** One refresh is one finding, however many places it fills. */
function isFirstOf(judged: Case, write: Access, guard: Dependency): boolean {
  return !renewals(judged, guard).some((access) => bringsNew(judged, access) && byPosition(access, write) < 0);
}
