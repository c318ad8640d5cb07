/** Home-made pools: a list of what nobody uses at the moment, from which two invocations may take the same. */
import type { Access } from '../domain/access.js';
import { ELEMENT } from '../domain/access-path.js';
import { holderOf } from '../domain/cell.js';
import type { Harm } from '../hazard.js';
import { isReading } from '../walk/record.js';
import { byPosition, excluded, point } from './case.js';
import type { Case } from './case.js';
import { isContent } from './sharing.js';

/** What invocations take from the list they put back into it; taking one is more than one step. */
export function freeListHarm(judged: Case): readonly Harm[] {
  const { group } = judged;
  if (group.ownThreads || !judged.types.some(({ collection }) => collection === 'list' || collection === 'queue')) return [];
  const contents = group.accesses.filter(isContent).sort(byPosition);
  const isPutBack = contents.some((access) => access.kind === 'mutate' && (access.value?.isPutBack === true || access.dependsOn.some(({ via, path }) => via === 'value' && path.steps.includes(ELEMENT) && holderOf(path) === group.holder)));
  if (!isPutBack) return [];
  for (const take of contents.filter(({ kind }) => kind === 'remove')) {
    const look = contents.findLast((access) => isLookBefore(take, access) && isSeparate(judged, access, take));
    const isTornItself = judged.model.memory === 'anywhere' && judged.types.some(({ concurrency }) => concurrency === 'unsafe') && !excluded(judged, take, take);
    if (look || isTornItself) return [{ kind: 'taken-twice', take: point(judged, take), look: look && point(judged, look) }];
  }
  return [];
}

function isLookBefore(take: Access, access: Access): boolean {
  return isReading(access.kind) && access.kind !== 'iterate' && access.site.function === take.site.function && access.site.at.start < take.site.at.start;
}

/** Another invocation may come between the look and the taking. */
function isSeparate(judged: Case, look: Access, take: Access): boolean {
  if (judged.model.memory === 'at-suspension') return !look.afterSuspension && take.afterSuspension;
  return !excluded(judged, look, take);
}
