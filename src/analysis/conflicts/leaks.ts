/** Request data in memory that other invocations overwrite or find: what one of them stores, another reads. */
import type { TypeId } from '../../ir/index.js';
import type { TypeFact } from '../../knowledge/schema.js';
import type { Access } from '../domain/access.js';
import { NO_MARKS, isRequest } from '../domain/marks.js';
import { sameAcquisition } from '../domain/lock-set.js';
import { literalText } from '../domain/text.js';
import type { Engine } from '../engine.js';
import type { Harm } from '../hazard.js';
import type { Run } from '../run.js';
import { isReading, isWriting } from '../walk/record.js';
import { byPosition, excluded, follows, isEmptied, isLazy, isReference, isUpdate, point, referenceWrites } from './case.js';
import type { Case } from './case.js';
import { isContent } from './sharing.js';
import type { SharedGroup } from './sharing.js';

/** Request data that the place keeps and that is read where another invocation may have replaced it. */
export function leaks(judged: Case): readonly Harm[] {
  const { group, model } = judged;
  if (model.unit === 'call') return model.memory === 'at-suspension' ? leaksBetweenCalls(judged) : [];
  for (const write of referenceWrites(group)) {
    if (!write.value || write.value.isNull || write.value.isNext || isUpdate(write) || isLazy(write)) continue;
    if (!isRequest(write.value.marks) && !isPerInvocationObject(judged, write)) continue;
    const carriesContext = write.value.shapes.some((shape) => shape.kind === 'instance' && shape.type === model.context.type);
    const reads = group.accesses.filter((access) => access !== write && !isWriting(access.kind) && !(carriesContext && access.isIdle));
    const read = model.memory === 'anywhere' ? reads.find((access) => mayComeBetween(judged, write, access)) : outdatedRead(reads);
    if (!read) continue;
    return [{
      kind: 'leak', write: point(judged, write), read: point(judged, read), acrossSuspension: model.memory === 'at-suspension',
      relation: model.memory === 'anywhere' || read.afterStaleWrite || read.afterSuspension || read.thread === 'later' ? 'overlapping' : 'later',
      carriesContext,
    }];
  }
  return contentLeaks(judged);
}

/** An object may keep what it is given; but a call that stores its argument and reads it back after a suspension may find that of another. */
function leaksBetweenCalls(judged: Case): readonly Harm[] {
  const read = judged.group.accesses.find((access) => isReading(access.kind) && access.afterStaleWrite);
  const write = read && referenceWrites(judged.group).find((access) => access.site.function === read.site.function && access.value && isRequest(access.value.marks) && !isUpdate(access) && !isLazy(access));
  return write ? [{ kind: 'leak', write: point(judged, write), read: point(judged, read), acrossSuspension: true, relation: 'overlapping', carriesContext: false }] : [];
}

/** Request data under a name that is the same for all requests, in a container that all of them use. */
function contentLeaks(judged: Case): readonly Harm[] {
  const { group, model } = judged;
  for (const write of group.accesses.filter((access) => access.kind === 'mutate' && isContent(access)).sort(byPosition)) {
    if (!write.value || !isRequest(write.value.marks) || isUpdate(write) || isLazy(write)) continue;
    if (!(write.key ? literalText(write.key.text) !== undefined : isReference(judged, write) || isArray(judged, write))) continue;
    const reads = group.accesses.filter((access) => access !== write && isReading(access.kind));
    const read = model.memory === 'anywhere' ? reads.find((access) => mayComeBetween(judged, write, access)) : reads.find((access) => access.afterStaleWrite || access.afterSuspension);
    if (read) return [{ kind: 'leak', write: point(judged, write), read: point(judged, read), acrossSuspension: model.memory === 'at-suspension', carriesContext: false, relation: 'overlapping' }];
  }
  return accumulation(judged);
}

/** Filled as a whole, like `in.read(buffer)`: what was there is replaced. */
function isArray({ engine }: Case, write: Access): boolean {
  return write.objectTypes.some((type) => engine.knowledge.type(type)?.collection === 'array');
}

/** What a sequence and a mapping are called that a literal of the language makes. */
const LIST_LITERAL = 'Array';
const MAP_LITERAL = 'Object';

function holds({ knowledge }: Engine, access: Access, collection: TypeFact['collection'], literal: string): boolean {
  return access.objectTypes.some((type) => type === literal || knowledge.type(type)?.collection === collection);
}

/** Of an object literal that is indexed nothing but the key is recorded. */
function isMap(engine: Engine, access: Access): boolean {
  return holds(engine, access, 'map', MAP_LITERAL) || (access.key !== undefined && access.objectTypes.length === 0);
}

/**
 * Request data piles up in a container that other invocations go through: nobody takes out single entries, nor looks for one of his
 * own. Emptying it in each invocation keeps it from later ones, and not from those that overlap.
 */
export function accumulation(judged: Case): readonly Harm[] {
  const { group, engine, model } = judged;
  const isEmptiedInTurn = isEmptied(group);
  if (isEmptiedInTurn && !(model.memory !== 'never' && isClearedEachTime(group))) return [];
  const isLookedUp = group.accesses.some((access) => access.kind === 'check' && isContent(access));
  const piles = (access: Access): boolean => (isMap(engine, access) ? !isLookedUp || isDefaultValue(access) : !access.key && (holds(engine, access, 'list', LIST_LITERAL) || isText(engine, access)));
  const added = group.accesses.filter((access) => access.kind === 'mutate' && isContent(access) && piles(access)).sort(byPosition);
  const ofRequest = added.find((access) => isRequest((access.value?.marks ?? NO_MARKS) | (access.key?.marks ?? NO_MARKS)));
  const write = ofRequest ?? (isEmptiedInTurn ? undefined : added.find((access) => isAddedEachTime(judged, access)));
  const isMixed = (read: Access): boolean => (model.memory === 'at-suspension' ? read.afterStaleWrite : write !== undefined && mayComeBetween(judged, write, read));
  const read = write && group.accesses.filter((access) => isContent(access) && givesAll(engine, access) && (!isEmptiedInTurn || isMixed(access))).sort(byPosition)[0];
  return read ? [{ kind: 'leak', write: point(judged, write), read: point(judged, read), acrossSuspension: false, carriesContext: false, relation: isEmptiedInTurn ? 'overlapping' : 'later', ...(write === ofRequest ? {} : { pilesUp: true }) }] : [];
}

/**
 * What comes from elsewhere is added by every invocation to a list, or to a default value, which nobody means to keep: later ones
 * go through it again. Entries of other tables are replaced by those of the same key.
 */
function isAddedEachTime({ engine, model }: Case, access: Access): boolean {
  const { value, dependsOn } = access;
  if (model.unit !== 'invocation' || value === undefined || value.plain !== undefined || dependsOn.some(({ via }) => via === 'guard')) return false;
  return isDefaultValue(access) || holds(engine, access, 'list', LIST_LITERAL);
}

/** In a default value that is made once, with its function. */
function isDefaultValue({ path: { root } }: Access): boolean {
  return root.kind === 'module' && root.name.includes('.');
}

/** Cleared as a whole whatever it holds, as somebody does who takes it for his own. */
function isClearedEachTime(group: SharedGroup): boolean {
  const removals = group.accesses.filter((access) => access.kind === 'remove' || access.kind === 'clear');
  return removals.every((access) => access.kind === 'clear' && isContent(access) && !access.dependsOn.some(({ via }) => via === 'guard')) && !referenceWrites(group).some((write) => !isLazy(write));
}

function isText(engine: Engine, access: Access): boolean {
  return holds(engine, access, 'text', 'String');
}

/** Whoever reads so gets all that is in it. */
function givesAll(engine: Engine, access: Access): boolean {
  return access.kind === 'iterate' || (access.kind === 'read' && isText(engine, access));
}

/** A new object with state of its own, stored anew by every invocation: whatever it collects belongs to one request. */
function isPerInvocationObject({ engine, group, run }: Case, write: Access): boolean {
  const holdsRequest = group.accesses.some((access) => access.kind === 'mutate' && isContent(access) && access.value !== undefined && isRequest(access.value.marks));
  return write.value?.fresh === true && write.value.shapes.some((shape) => {
    if (shape.kind === 'object' || shape.kind === 'array') return holdsRequest && isReset(group, write);
    if (shape.kind !== 'instance') return false;
    const declaration = engine.program.type(shape.type);
    if (declaration) return declaration.kind === 'class' && isChanged(engine, run, shape.type);
    return holdsRequest && isCollection(engine, shape.type);
  });
}

/** Put there without a look at what is there: who takes what is there and leaves a new one for the next has a buffer for all. */
function isReset(group: SharedGroup, write: Access): boolean {
  return !group.accesses.some((access) => isReading(access.kind) && follows(write, access));
}

/** Whether invocations change fields of the class, or what its fields refer to, after an object of it was made and stored. */
function isChanged({ hierarchy }: Engine, run: Run, type: TypeId): boolean {
  const owners = hierarchy.ancestors(type).map((ancestor) => `${ancestor}#`);
  return run.invocation.accesses.some((access) => isWriting(access.kind) && access.path.steps.some((step) => owners.some((owner) => step.startsWith(owner))));
}

function isCollection(engine: Engine, type: string | undefined): boolean {
  const fact = type === undefined ? undefined : engine.knowledge.type(type);
  return fact?.collection !== undefined && fact.concurrency !== 'immutable';
}

/** Whether another invocation's write may come between the write and the read: a lock that is given back after the write keeps the place whole, and not apart. */
function mayComeBetween(judged: Case, write: Access, read: Access): boolean {
  if (!excluded(judged, write, read)) return true;
  return !judged.group.accesses.some((access) => (access.kind === 'write' || access.kind === 'mutate') && sameAcquisition(access.locks, read.locks));
}

/** Node: a read with a suspension between the own write and it, or one that meets what an earlier invocation left. */
function outdatedRead(reads: readonly Access[]): Access | undefined {
  return reads.find((read) => read.afterStaleWrite) ?? reads.find((read) => read.exposed && !isContent(read)) ?? reads.find((read) => read.thread === 'later');
}
