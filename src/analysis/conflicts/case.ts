/** One shared place under judgement, and the questions that every kind of harm asks of it. */
import { fileOf } from '../../ir/index.js';
import type { Field, TypeId } from '../../ir/index.js';
import type { TypeFact } from '../../knowledge/schema.js';
import type { ExecutionModel } from '../../runtimes/execution-model.js';
import type { Access, Dependency } from '../domain/access.js';
import { ELEMENT, parentOf, rootKey, splitStep } from '../domain/access-path.js';
import type { AccessPath } from '../domain/access-path.js';
import { cellOf, holderOf } from '../domain/cell.js';
import { commonLock, commonOwnLock, isOneOfMany, sameAcquisition } from '../domain/lock-set.js';
import type { HeldLock } from '../domain/lock-set.js';
import type { Engine } from '../engine.js';
import type { Point } from '../hazard.js';
import type { Run } from '../run.js';
import { isReading, isWriting } from '../walk/record.js';
import { pointOf } from './points.js';
import type { SourceText } from './points.js';
import { effectiveLocks, isContent } from './sharing.js';
import type { SharedGroup } from './sharing.js';

/** What judging one group needs. */
export interface Case {
  readonly engine: Engine;
  readonly model: ExecutionModel;
  readonly run: Run;
  readonly source: SourceText;
  readonly group: SharedGroup;
  readonly types: readonly TypeFact[];
}

/** Whether a common lock keeps two overlapping invocations apart at these accesses. */
export function excluded(judged: Case, a: Access, b: Access): boolean {
  const [held, other] = [locksOf(judged, a), locksOf(judged, b)];
  return commonLock(held, other) !== undefined || commonOwnLock({ path: a.path, locks: held }, { path: b.path, locks: other }) || isSettled(judged, a, b) || isSettled(judged, b, a);
}

/** The reader has looked there under the lock under which everybody writes who finds nothing, and nothing is written afterwards. */
function isSettled(judged: Case, reader: Access, write: Access): boolean {
  const { lookedAtUnder } = reader;
  if (!lookedAtUnder || cellOf(reader.path) !== cellOf(write.path)) return false;
  const looked = locksOf(judged, { locks: lookedAtUnder });
  const isUnderLock = (other: Access): boolean => isMadeOnce(other) && commonLock(looked, locksOf(judged, other)) !== undefined;
  return judged.group.accesses.every((other) => !isWriting(other.kind) || cellOf(other.path) !== cellOf(write.path) || isUnderLock(other));
}

/** Locks that whoever meets here can hold too: threads of one invocation are kept apart by its own locks. */
export function locksOf({ run, group }: Case, { locks }: Pick<Access, 'locks'>): readonly HeldLock[] {
  if (group.ownThreads || locks.length === 0) return locks;
  const effective = effectiveLocks(run, locks);
  return hasOnePerKey(group) ? effective : effective.filter((lock) => !isOneOfMany(lock));
}

/** The place is one of many, too: each key has its own. */
function hasOnePerKey({ accesses }: SharedGroup): boolean {
  return accesses.some((access) => access.path.steps.includes(ELEMENT));
}

/** An access as a report shows it. */
export function point(judged: Case, access: Access): Point {
  return pointOf(judged.engine.program, judged.source, access);
}

/** An earlier look at a place, as a report shows it. */
export function checkPoint({ engine, source, group }: Case, dependency: Dependency): Point {
  const { site } = dependency;
  const read = group.accesses.find((access) => isReading(access.kind) && access.site.at === site.at && access.site.function === site.function);
  if (read) return pointOf(engine.program, source, { ...read, locks: dependency.locks });
  return pointOf(engine.program, source, { site: dependency.site, chain: [], locks: dependency.locks, kind: 'check' });
}

/** Whether another invocation may come between the read and the write that depends on it. */
export function separable(judged: Case, write: Access, dependency: Dependency): boolean {
  if (sameAcquisition(locksOf(judged, write), locksOf(judged, dependency))) return false;
  return judged.model.memory === 'anywhere' ? true : dependency.stale;
}

/** Later in the text of the same function. */
export function follows(access: Access, write: Access): boolean {
  return access.site.function === write.site.function && access.site.at.start > write.site.at.start;
}

/** The place is read outside of the initialisation, where nobody has asked whether it is set. */
export function readElsewhere(accesses: readonly Access[], write: Access): boolean {
  const holder = holderOf(write.path);
  return accesses.some((access) => isReading(access.kind) && holderOf(access.path) === holder && !(access.site.function === write.site.function && access.site.at.start < write.site.at.start));
}

/** Order of source, then the shorter way from the handler. */
export function byPosition(a: Access, b: Access): number {
  const [file, other] = [fileOf(a.site.function), fileOf(b.site.function)];
  return file < other ? -1 : file > other ? 1 : a.site.at.start - b.site.at.start || a.chain.length - b.chain.length;
}

/** Writes that replace what the place refers to. */
export function referenceWrites(group: SharedGroup): readonly Access[] {
  return group.accesses.filter((access) => access.kind === 'write' && !isContent(access)).sort(byPosition);
}

/** Entries are removed, or the whole container is replaced, by invocations or by what init has left running beside them. */
export function isEmptied(group: SharedGroup): boolean {
  const beside = group.initAccesses.filter((access) => access.thread !== 'own');
  return [...group.accesses, ...beside].some((access) => (access.kind === 'remove' || access.kind === 'clear') && isContent(access)) || referenceWrites(group).some((write) => !isLazy(write));
}

/** A box for one value (`AtomicReference`): what it holds is no collection of several. */
export function isReference({ engine }: Case, write: Access): boolean {
  return write.objectTypes.some((type) => { const fact = engine.knowledge.type(type); return fact?.concurrency === 'safe' && fact.collection === undefined; });
}

/** The read asks whether anything is at `holder`, and what depends on it happens only then. */
export function isTestOf(dependency: Dependency, holder: string): boolean {
  return dependency.via === 'guard' && dependency.test && holderOf(dependency.path) === holder;
}

/** The condition compares the time at `holder` with the clock. */
export function isExpiryOf(dependency: Dependency, holder: string): boolean {
  return dependency.via === 'guard' && dependency.expires === true && holderOf(dependency.path) === holder;
}

/** The access only happens after the place `holder` was tested. */
export function dependsOnTestOf(access: Access, holder: string): boolean {
  return access.dependsOn.some((dependency) => isTestOf(dependency, holder));
}

/** The write only happens after the place itself was tested. */
export function isLazy(write: Access): boolean {
  return dependsOnTestOf(write, holderOf(write.path));
}

/** Written only where nothing is there yet. */
function isMadeOnce(write: Access): boolean {
  return write.dependsOn.some((guard) => guard.alone === true && isTestOf(guard, holderOf(write.path)));
}

/** A sum, count or text that grows: what the place held before is part of what is stored there. */
export function isUpdate(write: Access): boolean {
  return write.isUpdate === true || (write.value?.isComputed === true && write.dependsOn.some((dependency) => dependency.via === 'value' && cellOf(dependency.path) === cellOf(write.path)));
}

/** Whether `path` is a place of the object that `holder` refers to. */
export function isWithin(path: AccessPath, holder: string): boolean {
  for (let outer = path; outer.steps.length > 0;) {
    outer = parentOf(outer);
    if (holderOf(outer) === holder && holderOf(path) !== holder) return true;
  }
  return false;
}

/** The declaration of the field that the group is about. */
export function fieldOf(engine: Engine, group: SharedGroup): Field | undefined {
  return declaredField(engine, group)?.field;
}

/** The field that the group is about, and the class that declares it. */
export function declaredField(engine: Engine, group: SharedGroup): { readonly type: TypeId; readonly field: Field } | undefined {
  const root = group.accesses[0]?.path.root;
  const isVariable = root?.kind === 'static' && group.holder === rootKey(root);
  const step = group.holder.split('/')[0] ?? '';
  const { type, field } = splitStep(step);
  if (!isVariable && type === '') return undefined;
  const known = isVariable ? engine.hierarchy.field(root.type, root.field) : engine.hierarchy.field(type, field);
  return known && { type: known.owner, field: known.field };
}
