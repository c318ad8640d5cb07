/**
 * Conflicts over memory: two accesses of overlapping invocations to one shared place, one writes, no common lock, and the model
 * lets them overlap. What is wrong at the end decides the harm.
 */
import { locate } from '../../ir/index.js';
import type { Field, Location } from '../../ir/index.js';
import type { TypeFact } from '../../knowledge/schema.js';
import type { ExecutionModel } from '../../runtimes/execution-model.js';
import type { Access, Dependency } from '../domain/access.js';
import { ELEMENT, displayPath, rootKey } from '../domain/access-path.js';
import { cellOf, fieldName, holderOf } from '../domain/cell.js';
import { commonLock, sameAcquisition } from '../domain/lock-set.js';
import { isRequest } from '../domain/marks.js';
import { literalText } from '../domain/text.js';
import type { Engine } from '../engine.js';
import type { Harm, MemoryHazard, Point } from '../hazard.js';
import type { Run } from '../run.js';
import { isReading, isWriting } from '../walk/record.js';
import { comparePoints, pointOf } from './points.js';
import type { SourceText } from './points.js';
import { effectiveLocks, groupShared, isContent, objectTypes } from './sharing.js';
import type { SharedGroup } from './sharing.js';

/** What judging one group needs. */
interface Case {
  readonly engine: Engine;
  readonly model: ExecutionModel;
  readonly run: Run;
  readonly source: SourceText;
  readonly group: SharedGroup;
  readonly types: readonly TypeFact[];
}

export function memoryHazards(engine: Engine, model: ExecutionModel, run: Run, source: SourceText): readonly MemoryHazard[] {
  return groupShared(run).flatMap((group) => {
    const types = objectTypes(engine, group.accesses).flatMap((type) => engine.knowledge.type(type) ?? []);
    const judged: Case = { engine, model, run, source, group, types };
    const harms = harmsOf(judged);
    if (harms.length === 0) return [];
    const points = group.accesses.map((access) => pointOf(engine.program, source, access)).sort(comparePoints);
    return [{
      kind: 'memory' as const, model, place: group.holder, name: nameOf(group), declaredAt: declarationOf(engine, group),
      concurrency: types[0]?.concurrency, harms, accesses: points,
    }];
  });
}

function harmsOf(judged: Case): readonly Harm[] {
  const { model, group } = judged;
  if (judged.types.some((type) => type.concurrency === 'per-thread' || type.concurrency === 'per-flow')) return [];
  if (isProcessObject(group)) return [];
  // Threads that the handler starts share memory under every model.
  if (group.accesses.some((access) => access.path.root.kind === 'fresh')) return objectHarms({ ...judged, model: { ...model, memory: 'anywhere' } });
  const growth = growthHarm(judged);
  const memory = model.memory === 'never' ? accumulation(judged) : [...leaks(judged), ...objectHarms(judged), ...pairHarms(judged), ...races(judged)];
  return [...memory, ...growth];
}

/** Environment variables, standard streams and other things of the process belong to other rules. */
function isProcessObject(group: SharedGroup): boolean {
  return group.accesses.every((access) => access.path.root.kind === 'symbol' && /^(process|console|os\.environ|java\.lang\.System|System\.Console|sys)\b/.test(access.path.root.name));
}

// ---- request data in shared memory -------------------------------------------------------------------------------------

function leaks(judged: Case): readonly Harm[] {
  const { group, model } = judged;
  for (const write of referenceWrites(group)) {
    if (!write.value || write.value.isNull || write.isUpdate || isLazy(write)) continue;
    if (!isRequest(write.value.marks) && !isPerInvocationObject(judged, write)) continue;
    const read = model.memory === 'anywhere' ? conflictingRead(judged, write) : outdatedRead(group, write);
    if (!read) continue;
    return [{
      kind: 'leak', write: point(judged, write), read: point(judged, read), acrossSuspension: model.memory === 'at-suspension',
      relation: model.memory === 'anywhere' || read.afterStaleWrite || read.afterSuspension || read.thread === 'later' ? 'overlapping' : 'later',
      carriesContext: write.value.shapes.some((shape) => shape.kind === 'instance' && shape.type === model.context.type),
    }];
  }
  return contentLeaks(judged);
}

/** Request data under a name that is the same for all requests, in a container that all of them use. */
function contentLeaks(judged: Case): readonly Harm[] {
  const { group, model } = judged;
  for (const write of group.accesses.filter((access) => access.kind === 'mutate' && isContent(access)).sort(byPosition)) {
    if (!write.value || !isRequest(write.value.marks) || isLazy(write)) continue;
    if (!(write.key ? literalText(write.key.text) !== undefined : isReference(judged, write))) continue;
    const reads = group.accesses.filter((access) => access !== write && isReading(access.kind));
    const read = model.memory === 'anywhere' ? reads.find((access) => !excluded(judged, write, access)) : reads.find((access) => access.afterStaleWrite || access.afterSuspension);
    if (read) return [{ kind: 'leak', write: point(judged, write), read: point(judged, read), acrossSuspension: model.memory === 'at-suspension', carriesContext: false, relation: 'overlapping' }];
  }
  return accumulation(judged);
}

/** What a list is called that a literal of the language makes. */
const LIST_LITERAL = 'Array';

/** Request data piles up in a list that later invocations go through: nobody takes anything out. */
function accumulation(judged: Case): readonly Harm[] {
  const { group, engine } = judged;
  if (isEmptied(group)) return [];
  const isList = (access: Access): boolean => access.objectTypes.some((type) => type === LIST_LITERAL || engine.knowledge.type(type)?.collection === 'list');
  const write = group.accesses.filter((access) => access.kind === 'mutate' && isContent(access) && !access.key && isList(access)).sort(byPosition).find((access) => access.value && isRequest(access.value.marks));
  const read = group.accesses.filter((access) => access.kind === 'iterate' && isContent(access)).sort(byPosition)[0];
  return write && read ? [{ kind: 'leak', write: point(judged, write), read: point(judged, read), acrossSuspension: false, carriesContext: false, relation: 'later' }] : [];
}

/** Entries are removed, or the whole container is replaced. */
function isEmptied(group: SharedGroup): boolean {
  return group.accesses.some((access) => (access.kind === 'remove' || access.kind === 'clear') && isContent(access)) || referenceWrites(group).some((write) => !isLazy(write));
}

/** A box for one value (`AtomicReference`): what it holds is no collection of several. */
function isReference({ engine }: Case, write: Access): boolean {
  return write.objectTypes.some((type) => { const fact = engine.knowledge.type(type); return fact?.concurrency === 'safe' && fact.collection === undefined; });
}

/** A new object with state of its own, stored anew by every invocation: whatever it collects belongs to one request. */
function isPerInvocationObject({ engine, group }: Case, write: Access): boolean {
  const holdsRequest = group.accesses.some((access) => access.kind === 'mutate' && isContent(access) && access.value !== undefined && isRequest(access.value.marks));
  return write.value?.fresh === true && write.value.shapes.some((shape) => {
    if (shape.kind === 'object' || shape.kind === 'array') return false;
    if (shape.kind !== 'instance') return false;
    const declaration = engine.program.type(shape.type);
    if (declaration) return declaration.kind === 'class' && declaration.fields.some((field) => !field.isStatic && (!field.isFinal || isCollection(engine, field.type?.name)));
    return holdsRequest && isCollection(engine, shape.type);
  });
}

function isCollection(engine: Engine, type: string | undefined): boolean {
  const fact = type === undefined ? undefined : engine.knowledge.type(type);
  return fact?.collection !== undefined && fact.concurrency !== 'immutable';
}

function referenceWrites(group: SharedGroup): readonly Access[] {
  return group.accesses.filter((access) => access.kind === 'write' && !isContent(access)).sort(byPosition);
}

/** A read of the place, or of what it refers to, that another invocation's write can precede. */
function conflictingRead(judged: Case, write: Access): Access | undefined {
  return judged.group.accesses.find((access) => access !== write && !isWriting(access.kind) && !excluded(judged, write, access));
}

/** Node: a read with a suspension between the own write and it, or one that meets what an earlier invocation left. */
function outdatedRead(group: SharedGroup, write: Access): Access | undefined {
  const reads = group.accesses.filter((access) => access !== write && !isWriting(access.kind));
  return reads.find((read) => read.afterStaleWrite) ?? reads.find((read) => read.exposed && !isContent(read)) ?? reads.find((read) => read.thread === 'later');
}

// ---- objects that must not be shared -------------------------------------------------------------------------------------

function objectHarms(judged: Case): readonly Harm[] {
  const result: Harm[] = [];
  if (isUnknownSymbol(judged)) return result;
  const contents = judged.group.accesses.filter(isContent).sort(byPosition);
  for (const access of contents) {
    for (const name of access.objectTypes) {
      const fact = judged.engine.knowledge.type(name);
      const harm = fact && objectHarm(judged, fact, name, access, contents);
      if (harm && !result.some((known) => known.kind === harm.kind)) result.push(harm);
    }
  }
  return result;
}

/** The value of a library's name that nothing is known of: a constant far more often than an object with state. */
function isUnknownSymbol({ engine, group }: Case): boolean {
  return group.accesses.every(({ path: { root, steps } }) => root.kind === 'symbol' && steps.length === 1 && steps[0] === ELEMENT && engine.knowledge.symbol(root.name) === undefined);
}

function objectHarm(judged: Case, fact: TypeFact, type: string, access: Access, contents: readonly Access[]): Harm | undefined {
  if (fact.concurrency === 'connection') return connectionHarm(judged, type, access, contents);
  if (fact.concurrency === 'pool') {
    const other = judged.group.accesses.find((candidate) => candidate.kind !== 'close');
    return access.kind === 'close' && other ? { kind: 'pool-closed', use: point(judged, access), other: point(judged, other) } : undefined;
  }
  if (fact.concurrency !== 'unsafe') return undefined;
  if (judged.model.memory === 'at-suspension') return acrossSuspension(judged, fact, type, access, contents);
  if (fact.collection) {
    if (!isWriting(access.kind)) return undefined;
    const other = contents.find((candidate) => candidate !== access && !excluded(judged, access, candidate)) ?? (excluded(judged, access, access) ? undefined : access);
    return other && { kind: 'corruption', write: point(judged, access), other: point(judged, other), type, keyed: access.key !== undefined, isCollection: true };
  }
  if (access.kind === 'read' || access.kind === 'check' || excluded(judged, access, access)) return undefined;
  return { kind: 'unsafe-object', use: point(judged, access), type, instead: fact.instead };
}

/** Where invocations take turns, an object breaks that one of them uses again after a suspension. */
function acrossSuspension(judged: Case, fact: TypeFact, type: string, access: Access, contents: readonly Access[]): Harm | undefined {
  if (fact.collection || access.kind === 'read' || access.kind === 'check' || excluded(judged, access, access)) return undefined;
  const uses = contents.filter((candidate) => candidate.kind !== 'read' && candidate.kind !== 'check');
  const later = uses.some((candidate) => candidate.afterSuspension && (candidate.site.at !== access.site.at || candidate.inLoop));
  return later ? { kind: 'unsafe-object', use: point(judged, access), type, instead: fact.instead } : undefined;
}

/** A connection is harmful with transactions or session settings, or when one invocation closes it for the others. */
function connectionHarm(judged: Case, type: string, access: Access, contents: readonly Access[]): Harm | undefined {
  if (excluded(judged, access, access)) return undefined;
  const session = contents.find((candidate) => candidate.kind === 'session' || isTransaction(candidate.statement));
  const closes = contents.find((candidate) => candidate.kind === 'close');
  if (judged.model.memory === 'at-suspension' && !session && !closes) return undefined;
  const made = judged.group.initAccesses.find((candidate) => candidate.kind === 'write' && !isContent(candidate));
  const use = (session ? made : closes) ?? session ?? access;
  return { kind: 'connection', use: point(judged, use), type, session: session !== undefined, closes: closes !== undefined };
}

const TRANSACTION = /^\s*(begin|start\s+transaction|commit|rollback|savepoint|set\s|lock\s|use\s)/i;

function isTransaction(statement: string | undefined): boolean {
  return statement !== undefined && TRANSACTION.test(statement);
}

// ---- check and act, read and write back ------------------------------------------------------------------------------------

function pairHarms(judged: Case): readonly Harm[] {
  const result: Harm[] = [];
  const writes = judged.group.accesses.filter((access) => isWriting(access.kind)).sort(byPosition);
  for (const write of writes) {
    const early = guardedElsewhere(judged, write);
    if (early && !result.some((known) => known.kind === 'lazy-init')) result.push(early);
    if (isCheckedUnderLock(judged, write)) continue;
    for (const dependency of write.dependsOn) {
      if (holderOf(dependency.path) !== judged.group.holder || !separable(judged, write, dependency)) continue;
      const harm = pairHarm(judged, write, dependency);
      if (harm && !result.some((known) => known.kind === harm.kind)) result.push(harm);
    }
    const unfinished = publishedUnfinished(judged, write);
    if (unfinished && !result.some((known) => known.kind === 'lazy-init')) result.push(unfinished);
  }
  return result;
}

/**
 * The store follows its check in one turn, so it happens once; but what the place stands for is completed after a suspension:
 * `db = new Db(); await db.connect()`, or a flag that is set before what it announces.
 */
function publishedUnfinished(judged: Case, write: Access): Harm | undefined {
  if (judged.model.memory !== 'at-suspension' || isContent(write) || write.kind !== 'write' || !isLazy(write)) return undefined;
  const guard = write.dependsOn.find((dependency) => dependency.via === 'guard' && dependency.test && !dependency.stale && holderOf(dependency.path) === judged.group.holder);
  if (!guard) return undefined;
  const check = pointOf(judged.engine.program, judged.source, { site: guard.site, chain: [], locks: guard.locks, kind: 'check' });
  const base = { kind: 'lazy-init', check, write: point(judged, write), acrossSuspension: true, fromRequest: isRequest(write.value?.marks ?? 0) } as const;
  const graded = gradeOf(judged, write);
  if (graded.grade === 'guard-first') return { ...base, ...graded };
  const completed = judged.group.accesses.find((access) => isContent(access) && access.returnsPromise && follows(access, write)
    && access.dependsOn.some((dependency) => dependency.via === 'guard' && dependency.test && holderOf(dependency.path) === judged.group.holder));
  return completed ? { ...base, grade: 'half-built', later: point(judged, completed) } : undefined;
}

function follows(access: Access, write: Access): boolean {
  return access.site.function === write.site.function && access.site.at.start > write.site.at.start;
}

/**
 * `if (!client.isConnected()) { await client.connect(); db = client.db() }`: the guard answers differently before the write
 * comes, and the place is read where nobody has asked whether it is set.
 */
function guardedElsewhere(judged: Case, write: Access): Harm | undefined {
  if (judged.model.memory !== 'at-suspension' || isContent(write) || write.kind !== 'write' || write.value?.isNull || isLazy(write)) return undefined;
  const guard = write.dependsOn.find((dependency) => dependency.via === 'guard' && dependency.test && dependency.stale && dependency.path.steps.includes(ELEMENT));
  const exposed = judged.group.accesses.find((access) => isReading(access.kind) && access.exposed);
  if (!guard || !exposed) return undefined;
  const check = pointOf(judged.engine.program, judged.source, { site: guard.site, chain: [], locks: guard.locks, kind: 'check' });
  return { kind: 'lazy-init', check, write: point(judged, write), acrossSuspension: true, fromRequest: isRequest(write.value?.marks ?? 0), grade: 'guarded-by-other', later: point(judged, exposed) };
}

/** Double-checked locking done right: checked again in the acquisition of the write, and visible to readers without the lock. */
function isCheckedUnderLock(judged: Case, write: Access): boolean {
  const guards = write.dependsOn.filter((dependency) => dependency.via === 'guard' && dependency.test && holderOf(dependency.path) === judged.group.holder);
  const again = guards.some((dependency) => sameAcquisition(effectiveLocks(judged.run, write.locks), effectiveLocks(judged.run, dependency.locks)));
  return again && (guards.every((dependency) => !separable(judged, write, dependency)) || fieldOf(judged.engine, judged.group)?.isVolatile === true);
}

/** Whether another invocation may come between the read and the write that depends on it. */
function separable(judged: Case, write: Access, dependency: Dependency): boolean {
  const { run, model } = judged;
  const held = effectiveLocks(run, write.locks);
  if (sameAcquisition(held, effectiveLocks(run, dependency.locks))) return false;
  return model.memory === 'anywhere' ? true : dependency.stale;
}

function pairHarm(judged: Case, write: Access, dependency: Dependency): Harm | undefined {
  const read = { site: dependency.site, chain: [], locks: dependency.locks, kind: 'check' };
  const check = pointOf(judged.engine.program, judged.source, read);
  const acrossSuspension = dependency.stale;
  if (dependency.via === 'value') {
    // What was taken out and is put back is no old value written over a new one.
    if (write.kind === 'atomic' || cellOf(dependency.path) !== cellOf(write.path)) return undefined;
    return {
      kind: 'lost-update', read: check, write: point(judged, write), isCounter: write.isUpdate === true, acrossSuspension,
      onAtomicType: judged.types.some((type) => type.concurrency === 'safe'),
    };
  }
  if (!dependency.test) return write.kind === 'atomic' && isReference(judged, write) ? checkThenAct(judged, write, check, acrossSuspension) : undefined;
  if (isContent(write)) {
    if (write.kind === 'mutate' && judged.types.some((type) => type.collection === 'set')) return checkThenAct(judged, write, check, acrossSuspension);
    if (write.kind !== 'mutate' || !write.key) return undefined;
    return { kind: 'stampede', check, write: point(judged, write), keyFromRequest: isRequest(write.key.marks) };
  }
  if (write.value?.isNull) return undefined;
  return { kind: 'lazy-init', check, write: point(judged, write), acrossSuspension, fromRequest: isRequest(write.value?.marks ?? 0), ...gradeOf(judged, write) };
}

/** The answer that allowed the act may no longer hold when it is done. */
function checkThenAct(judged: Case, write: Access, check: Point, acrossSuspension: boolean): Harm {
  return { kind: 'lost-update', read: check, write: point(judged, write), isCounter: false, acrossSuspension, onAtomicType: write.kind === 'atomic' };
}

function isLazy(write: Access): boolean {
  return write.dependsOn.some((dependency) => dependency.via === 'guard' && dependency.test && holderOf(dependency.path) === holderOf(write.path));
}

/** How much harm unsynchronised first use does (rules.md: grade lazy initialisation). */
function gradeOf(judged: Case, write: Access): Pick<Extract<Harm, { kind: 'lazy-init' }>, 'grade' | 'later'> {
  const { engine, run } = judged;
  const dependent = run.invocation.accesses.filter((access) => access.kind === 'write' && !isContent(access) && holderOf(access.path) !== judged.group.holder
    && access.site.function === write.site.function && access.site.at.start > write.site.at.start
    && access.dependsOn.some((dependency) => dependency.via === 'guard' && dependency.test && holderOf(dependency.path) === judged.group.holder)
    && !isLazy(access));
  const unguarded = dependent.find((access) => readElsewhere(run.invocation.accesses, access));
  if (unguarded) return { grade: 'guard-first', later: point(judged, unguarded) };
  const shapes = write.value?.shapes ?? [];
  const concurrency = shapes.flatMap((shape) => (shape.kind === 'instance' ? (engine.knowledge.type(shape.type)?.concurrency ?? []) : []));
  if (concurrency.some((kind) => kind === 'connection' || kind === 'pool')) return { grade: 'connection', later: undefined };
  const isObject = shapes.some((shape) => shape.kind === 'instance' && shape.type !== 'String');
  return { grade: isObject || shapes.length > 0 ? 'idempotent' : 'plain-value', later: undefined };
}

/** The place is read outside of the initialisation, where nobody has asked whether it is set. */
function readElsewhere(accesses: readonly Access[], write: Access): boolean {
  const holder = holderOf(write.path);
  return accesses.some((access) => isReading(access.kind) && holderOf(access.path) === holder && !(access.site.function === write.site.function && access.site.at.start < write.site.at.start));
}

// ---- the rest -----------------------------------------------------------------------------------------------------------------

/** Unordered accesses to plain memory: only where the model interleaves anywhere. */
function races(judged: Case): readonly Harm[] {
  if (judged.model.memory !== 'anywhere') return [];
  for (const write of referenceWrites(judged.group)) {
    const other = judged.group.accesses.find((access) => !isContent(access) && (access !== write || !write.value?.isNull) && !excluded(judged, write, access));
    if (fieldOf(judged.engine, judged.group)?.isVolatile || write.dependsOn.some((dependency) => dependency.via === 'guard' && dependency.test && holderOf(dependency.path) !== judged.group.holder)) continue;
    if (other) return [{ kind: 'race', write: point(judged, write), other: point(judged, other) }];
  }
  return [];
}

function growthHarm(judged: Case): readonly Harm[] {
  const { group } = judged;
  if (judged.types.some((type) => type.bounded) || hasEnumKeys(judged)) return [];
  if (isEmptied(group)) return [];
  const write = group.accesses.filter((access) => (access.kind === 'mutate' || access.kind === 'atomic') && isContent(access) && access.value !== undefined && fillsContainer(judged, access)).sort(byPosition)
    .find((access) => access.key ? isRequest(access.key.marks) : isRequest(access.value?.marks ?? 0));
  const collection = judged.types.some((type) => type.collection) || judged.types.length === 0;
  return write && collection && write.path.root.kind !== 'symbol' ? [{ kind: 'growth', write: point(judged, write), keyFromRequest: isRequest(write.key?.marks ?? 0), keyed: write.key !== undefined }] : [];
}

/** An element of the container that is changed is no new entry, unless it is a container itself. */
function fillsContainer({ engine }: Case, access: Access): boolean {
  const facts = access.objectTypes.map((type) => engine.knowledge.type(type));
  return facts.length === 0 || facts.some((fact) => fact === undefined || fact.collection !== undefined);
}

/** A map or set whose keys are the constants of an enum cannot grow. */
function hasEnumKeys({ engine, group, types }: Case): boolean {
  const key = fieldOf(engine, group)?.type?.args[0];
  return types.some((type) => type.collection === 'map' || type.collection === 'set') && key !== undefined && engine.program.type(key.name)?.kind === 'enum';
}

/** Whether a common lock keeps two overlapping invocations apart at these accesses. */
function excluded(judged: Case, a: Access, b: Access): boolean {
  return commonLock(effectiveLocks(judged.run, a.locks), effectiveLocks(judged.run, b.locks)) !== undefined;
}

function point(judged: Case, access: Access): ReturnType<typeof pointOf> {
  return pointOf(judged.engine.program, judged.source, access);
}

function byPosition(a: Access, b: Access): number {
  return a.site.function < b.site.function ? -1 : a.site.function > b.site.function ? 1 : a.site.at.start - b.site.at.start || a.chain.length - b.chain.length;
}

function nameOf(group: SharedGroup): string {
  const access = group.accesses.find((candidate) => !isContent(candidate)) ?? group.accesses[0];
  return access ? displayPath(access.path).replace(/\[….*$/, '') : group.holder;
}

/** The declaration of the field that the group is about. */
function fieldOf(engine: Engine, group: SharedGroup): Field | undefined {
  const root = group.accesses[0]?.path.root;
  if (root?.kind === 'static' && group.holder === rootKey(root)) return engine.hierarchy.field(root.type, root.field)?.field;
  const step = group.holder.split('/')[0] ?? '';
  const cut = step.lastIndexOf('#');
  return cut < 0 ? undefined : engine.program.type(step.slice(0, cut))?.fields.find((candidate) => candidate.name === fieldName(step));
}

function declarationOf(engine: Engine, group: SharedGroup): Location | undefined {
  const field = fieldOf(engine, group);
  const root = group.accesses[0]?.path.root;
  const step = group.holder.split('/')[0] ?? '';
  const type = root?.kind === 'static' ? root.type : step.slice(0, Math.max(0, step.lastIndexOf('#')));
  const file = engine.program.fileOfType(type);
  const module = file === undefined ? undefined : engine.program.module(file);
  return field && module ? locate(module.file, module.lineStarts, field.at) : undefined;
}
