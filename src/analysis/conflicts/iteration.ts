/** Going through a collection is many steps: a change by another invocation in between makes it fail or skip. */
import type { Access } from '../domain/access.js';
import { cellOf, holderOf } from '../domain/cell.js';
import type { Harm } from '../hazard.js';
import { byPosition, excluded, point } from './case.js';
import type { Case } from './case.js';
import { isContent } from './sharing.js';

/** The first iteration that another invocation's change of the collection may meet. */
export function iterationHarm(judged: Case): readonly Harm[] {
  const contents = judged.group.accesses.filter(isContent).sort(byPosition);
  const changes = contents.filter((access) => addsOrRemoves(judged, access));
  for (const iteration of contents) {
    const type = iteration.kind === 'iterate' ? fragileType(judged, iteration) : undefined;
    const change = type === undefined ? undefined : changes.find((access) => cellOf(access.path) === cellOf(iteration.path) && !excluded(judged, iteration, access));
    if (type === undefined || !change) continue;
    const isFailFast = judged.engine.knowledge.type(type)?.concurrency === 'safe';
    if (isFailFast && holdsOwnLock(judged, iteration)) continue;
    return [{ kind: 'iteration', iterate: point(judged, iteration), change: point(judged, change), type, isFailFast, acrossSuspension: judged.model.memory === 'at-suspension' }];
  }
  return [];
}

/** A collection whose calls are safe locks itself in each of them: who holds that lock keeps all of them out. */
function holdsOwnLock({ group }: Case, iteration: Access): boolean {
  return iteration.locks.some((lock) => lock.mode === 'exclusive' && lock.paths.some((path) => holderOf(path) === group.holder));
}

/** Where invocations take turns, what is put under a key that is there already is seen by the iteration and does not disturb it. */
function addsOrRemoves({ model }: Case, access: Access): boolean {
  if (access.kind === 'remove' || access.kind === 'clear') return true;
  return (access.kind === 'mutate' || access.kind === 'atomic') && (model.memory === 'anywhere' || access.method !== undefined);
}

/** The type of the collection, if going through it while it is changed goes wrong. */
function fragileType({ engine, model }: Case, iteration: Access): string | undefined {
  if (model.memory === 'at-suspension' && !iteration.spansSuspension) return undefined;
  return iteration.objectTypes.find((type) => {
    const fact = engine.knowledge.type(type);
    if (fact?.collection === undefined || fact.collection === 'text') return false;
    return model.memory === 'at-suspension' || fact.concurrency === 'unsafe' || fact.failFast === true;
  });
}
