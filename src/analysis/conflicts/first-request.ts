/** What the first request brings is kept for all that follow: a place is set once, on first use, to something that depends on who asks. */
import type { Access, Site } from '../domain/access.js';
import { isEvent } from '../domain/marks.js';
import type { Shape } from '../domain/shape.js';
import { isPlain } from '../engine.js';
import type { Engine } from '../engine.js';
import type { Harm } from '../hazard.js';
import { isReading } from '../walk/record.js';
import { isLazy, isTestOf, point, referenceWrites } from './case.js';
import type { Case } from './case.js';

/** Nobody sets it anew, so no overlap is needed: the next invocation reads what another one has brought. */
export function firstRequestHarm(judged: Case): readonly Harm[] {
  const { group, model } = judged;
  const writes = referenceWrites(group);
  const write = writes.find((candidate) => isFromFirstRequest(judged, candidate));
  if (model.unit !== 'invocation' || !write || !writes.every(isLazy)) return [];
  const tests = write.dependsOn.filter((dependency) => isTestOf(dependency, group.holder)).map(({ site }) => site).filter((test) => !isWithin(test, write.site));
  const read = group.accesses.find((access) => isReading(access.kind) && access.exposed && !tests.some((test) => test.at === access.site.at && test.function === access.site.function));
  return read ? [{ kind: 'leak', write: point(judged, write), read: point(judged, read), acrossSuspension: false, relation: 'later', carriesContext: false }] : [];
}

/** The test is a part of the assignment, whose outcome is the value (`x ??= f()`). */
function isWithin(test: Site, write: Site): boolean {
  return test.function === write.function && test.at.start >= write.at.start && test.at.end <= write.at.end;
}

/** Data that derive from the event; an object that does something is made for all, whatever its settings come from. */
export function isFromFirstRequest({ engine }: Case, { value }: Access): boolean {
  return value !== undefined && isEvent(value.marks) && value.shapes.every((shape) => isData(engine, shape));
}

/** A value or collection rather than an object that does something. */
function isData(engine: Engine, shape: Shape): boolean {
  if (shape.kind === 'instance') return isPlain(engine, shape.type) || engine.knowledge.type(shape.type)?.collection !== undefined;
  return shape.kind === 'object' || shape.kind === 'array';
}
