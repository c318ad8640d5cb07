/** A container that is emptied and filled again while others look into it: each step is whole, and what lies between them is not. */
import type { Access } from '../domain/access.js';
import { holderOf } from '../domain/cell.js';
import { sameAcquisition } from '../domain/lock-set.js';
import { isReading } from '../walk/record.js';
import { byPosition, excluded, point } from './case.js';
import type { Case } from './case.js';
import type { Harm } from '../hazard.js';
import { isContent } from './sharing.js';

/** One who looks in after the first step and before the last finds nothing, or a part. */
export function refilled(judged: Case): readonly Harm[] {
  const accesses = judged.group.accesses.filter(isContent).sort(byPosition);
  // Whoever fills in what he misses is not harmed by an empty container.
  if (accesses.some((access) => access.kind === 'atomic' || (access.kind === 'mutate' && !isBulk(access)))) return [];
  for (const emptying of accesses.filter((access) => access.kind === 'clear' && !isBound(access))) {
    const isFilled = accesses.some((access) => access.kind === 'mutate' && follows(access, emptying) && !sameAcquisition(access.locks, emptying.locks));
    const read = accesses.find((access) => isReading(access.kind) && !excluded(judged, emptying, access));
    if (isFilled && read) return [{ kind: 'race', write: point(judged, emptying), other: point(judged, read), varies: true, isEmptied: true }];
  }
  return [];
}

/** `if (cache.size() > 500) cache.clear()` */
function isBound(emptying: Access): boolean {
  return emptying.dependsOn.some(({ via, path }) => via === 'guard' && holderOf(path) === holderOf(emptying.path));
}

/** Many entries at once, or one after the other in a loop. */
function isBulk(access: Access): boolean {
  return access.key === undefined || access.inLoop === true;
}

function follows(access: Access, earlier: Access): boolean {
  return access.site.function === earlier.site.function && access.site.at.start > earlier.site.at.start;
}
