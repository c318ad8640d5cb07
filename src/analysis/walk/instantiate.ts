/** A summary at a call: formals become actuals, what the callee left behind becomes part of the caller's state. */
import type { FunctionBody, FunctionId, Span } from '../../ir/index.js';
import type { Access, Dependency, FileOperation, StoredValue, Thread } from '../domain/access.js';
import { ELEMENT, extend, extendAll, isPrivate, parentOf, pathOf } from '../domain/access-path.js';
import type { AccessPath } from '../domain/access-path.js';
import { cellOf, holderOf, qualifiedStep } from '../domain/cell.js';
import type { HeldLock } from '../domain/lock-set.js';
import { NO_MARKS, isRequest, parameterMark, substituteMarks } from '../domain/marks.js';
import { MAX_VALUES, renew, suspend } from '../domain/state.js';
import type { DoneWrite, Guard, State } from '../domain/state.js';
import type { Handover, Summary } from '../domain/summary.js';
import { siteKey } from '../domain/summary.js';
import type { Text, TextPart } from '../domain/text.js';
import { concatTexts, entryOfListing, hole } from '../domain/text.js';
import { valuesSet, withValue, withoutValue } from '../domain/thread-values.js';
import { EMPTY, joinValues, union } from '../domain/value.js';
import type { Value } from '../domain/value.js';
import { isPlain } from '../engine.js';
import type { Engine } from '../engine.js';
import { leave } from './leaving.js';
import { liftEvent } from './lock-events.js';
import { noteOtherName, releaseLock, withOtherNames } from './locks.js';
import { isGlobalCell } from './places.js';
import { liftOrigins } from './origins.js';
import { aliasesOf, isImpossible, isReading, keep, noteHandover, noteThreadValue, objectsIn, plainText, publishLater, replacesPlain } from './record.js';
import { site, siteId, thisValue } from './walk.js';
import type { Walk } from './walk.js';

/** When a function runs, seen from the call: `aside`: up to its first suspension now, and then beside the other runs of it. */
export type When = 'now' | 'aside' | 'later' | 'other-thread';

/** What a callee's relative names mean at one call. */
export interface Actuals {
  readonly callee: FunctionBody;
  readonly receiver: Value | undefined;
  readonly args: readonly Value[];
  readonly at: Span;
  /** When the callee runs, seen from the call. */
  readonly when: When;
  /** An asynchronous callee: its suspensions let the caller go on; the caller suspends where it awaits. */
  readonly isAsync: boolean;
}

/** Adds the callee's accesses and effects to the caller and returns the value of the call. */
export function instantiate(walk: Walk, state: State, summary: Summary, actuals: Actuals): Value {
  if (!walk.engine.step(summary.accesses.length + summary.files.length + summary.exit.length)) return EMPTY;
  const context = makeSubstitution(walk, state, actuals);
  renewObjects(state, summary, context);
  const stored: StoredPlain[] = [];
  for (const access of summary.accesses) liftAccess(walk, state, access, context, stored);
  for (const file of summary.files) liftFile(walk, state, file, context);
  for (const event of summary.lockEvents) liftEvent(walk, state, event, { callSite: context.callSite, isDeferred: isDeferred(actuals), paths: context.paths, locks: context.locks });
  for (const effect of summary.effects) walk.effects.set(`${effect.kind}:${siteKey(effect.site)}`, effect);
  for (const handover of summary.handovers) liftHandover(walk, handover, context);
  if (isDeferred(actuals)) return EMPTY;
  liftThreadValues(walk, state, summary, context);
  const result = context.value(summary.returns);
  liftReads(state, summary, context);
  if (summary.maySuspend && !actuals.isAsync) { suspend(state); walk.maySuspend = true; }
  const filled = liftExit(walk, state, summary, context);
  taintHolders(state, filled);
  for (const { cell, plain } of stored) {
    const write = state.writes.get(cell);
    if (write) state.writes.set(cell, { ...write, values: union(write.values, [plain], MAX_VALUES) });
  }
  liftLocks(state, summary, context);
  const marks = marksWithin(result, filled);
  return marks === result.marks ? result : { ...result, marks };
}

function liftHandover(walk: Walk, handover: Handover, context: Substitution): void {
  for (const path of context.paths(handover.path)) noteHandover(walk, { ...handover, path, marks: context.marks(handover.marks) });
}

/** Objects that the callee makes are new at every call. */
function renewObjects(state: State, summary: Summary, context: Substitution): void {
  const renewed = new Set<string>();
  for (const { path } of [...summary.exit, ...summary.returns.paths.map((returned) => ({ path: returned }))]) {
    if (path.root.kind !== 'fresh' || renewed.has(path.root.site)) continue;
    renewed.add(path.root.site);
    const root = context.paths(pathOf(path.root))[0]?.root;
    if (root?.kind === 'fresh') renew(state, root.site);
  }
}

interface Substitution {
  readonly actuals: Actuals;
  readonly prefix: string;
  readonly callSite: { readonly function: string; readonly at: Span };
  paths(path: AccessPath): readonly AccessPath[];
  /** What a captured variable refers to. */
  variable(path: AccessPath): readonly AccessPath[];
  marks(marks: number): number;
  value(value: Value): Value;
  text(text: Text): Text;
  locks(locks: readonly HeldLock[]): readonly HeldLock[];
  read(id: string): string;
}

function makeSubstitution(walk: Walk, state: State, actuals: Actuals): Substitution {
  const prefix = siteId(walk, actuals.at);
  const cache = new Map<AccessPath, readonly AccessPath[]>();
  const marks = (value: number): number => substituteMarks(value, actuals.receiver?.marks ?? NO_MARKS, actuals.args.map((arg) => arg.marks));
  const paths = (path: AccessPath): readonly AccessPath[] => {
    let known = cache.get(path);
    if (!known) cache.set(path, (known = substitutePath(walk, state, actuals, prefix, path)));
    return known;
  };
  const variable = (path: AccessPath): readonly AccessPath[] => (path.root.kind === 'captured' && path.root.owner === walk.fn.id && path.root.name !== 'this' ? objectsIn(state, path) : paths(path));
  const text = (value: Text): Text => substituteText(walk.engine, state, value, actuals, { paths, variable }, marks);
  const read = (id: string): string => shorten(`${prefix}/${id}`);
  const locks = (held: readonly HeldLock[]): readonly HeldLock[] => held.map((lock) => ({ ...lock, paths: withOtherNames(walk.engine, lock.paths.flatMap(paths)), acquisition: `${prefix}/${lock.acquisition}` }));
  return {
    actuals, prefix, callSite: site(walk, actuals.at), paths, variable, marks, text, read,
    value: (value) => substituteValue(state, value, actuals, { paths, variable }, marks, text, read, locks), locks,
  };
}

function substitutePath(walk: Walk, state: State, actuals: Actuals, prefix: string, path: AccessPath): readonly AccessPath[] {
  const { root, steps } = path;
  switch (root.kind) {
    case 'this': return (actuals.receiver?.paths ?? []).flatMap((base) => aliasesOf(state, extendAll(base, steps)));
    case 'parameter': return (actuals.args[root.index]?.paths ?? []).flatMap((base) => aliasesOf(state, extendAll(base, steps)));
    case 'fresh': {
      // Objects are told apart by where they are made and by the last call on the way there; more would not end.
      return [pathOf({ kind: 'fresh', site: `${prefix}/${root.site.slice(root.site.lastIndexOf('/') + 1)}` }, steps)];
    }
    case 'captured':
      if (root.owner !== walk.fn.id) return [path];
      if (root.name === 'this') return thisValue(walk).paths.flatMap((base) => aliasesOf(state, extendAll(base, steps)));
      return steps.length === 0 ? [path] : aliasesOf(state, path);
    default: return aliasesOf(state, path);
  }
}

function substituteValue(
  state: State, value: Value, actuals: Actuals, names: Pick<Substitution, 'paths' | 'variable'>, marks: (m: number) => number, text: (t: Text) => Text, read: (id: string) => string,
  locks: (held: readonly HeldLock[]) => readonly HeldLock[],
): Value {
  let shapes = value.shapes;
  let stored = NO_MARKS;
  for (const path of value.paths) {
    if (path.steps.length > 0) {
      // What the caller has put there may say more than what it knows of the object as a whole.
      for (const place of placesOf(path, names)) stored |= state.heap.get(place.key)?.value.marks ?? NO_MARKS;
      continue;
    }
    const actual = path.root.kind === 'this' ? actuals.receiver : path.root.kind === 'parameter' ? actuals.args[path.root.index] : undefined;
    if (actual && shapes.every((shape) => shape.kind !== 'instance' || !shape.exact)) shapes = union(actual.shapes, shapes, 8);
  }
  return {
    ...value, shapes, paths: union([], value.paths.flatMap(names.paths), 8), marks: marks(value.marks) | stored, reads: value.reads.map(read),
    ...(value.text ? { text: text(value.text) } : {}),
    ...(value.attempt ? { attempt: { ...value.attempt, lock: locks([value.attempt.lock])[0] ?? value.attempt.lock } } : {}),
  };
}

function substituteText(engine: Engine, state: State, text: Text, actuals: Actuals, names: Pick<Substitution, 'paths' | 'variable'>, marks: (m: number) => number): Text {
  const fill = (part: TextPart): Text => {
    if (part.kind === 'literal') return { alternatives: [[part]] };
    const actual = part.path && textAt(engine, state, part.path, actuals, names);
    if (actual && !part.basename) return part.unique.length > 0 ? { alternatives: actual.alternatives.map((parts) => [...parts, { ...part, path: undefined, marks: marks(part.marks) }]) } : actual;
    const next = part.path ? names.paths(part.path)[0] : undefined;
    const { path: _, ...kept } = part;
    const rest = kept.entryOf ? { ...kept, entryOf: substituteText(engine, state, kept.entryOf, actuals, names, marks) } : kept;
    return { alternatives: [[{ ...rest, marks: marks(part.marks), ...(next && next.root.kind !== 'fresh' ? { path: next } : {}) }]] };
  };
  const alternatives = text.alternatives.flatMap((parts) => concatTexts(parts.map(fill)).alternatives).slice(0, 6);
  return { alternatives };
}

/** The text that stands at a relative path in the caller. */
function textAt(engine: Engine, state: State, path: AccessPath, actuals: Actuals, names: Pick<Substitution, 'paths' | 'variable'>): Text | undefined {
  if (path.steps.length === 0) {
    if (path.root.kind === 'parameter') return actuals.args[path.root.index]?.text ?? hole(actuals.args[path.root.index]?.marks ?? NO_MARKS);
    if (path.root.kind === 'this') return actuals.receiver?.text;
  }
  for (const place of placesOf(path, names)) {
    const text = state.heap.get(place.key)?.value.text ?? (isGlobalCell(place) ? engine.heap.get(cellOf(place)).text : undefined);
    if (text) return text;
  }
  return path.steps.at(-1) === ELEMENT ? entryOfListing(textAt(engine, state, parentOf(path), actuals, names)) : undefined;
}

/** A plain value that the callee stores. */
interface StoredPlain {
  readonly cell: string;
  readonly plain: string;
}

function liftAccess(walk: Walk, state: State, access: Access, context: Substitution, stored: StoredPlain[]): void {
  const { actuals } = context;
  const thread = laterThread(access.thread, actuals.when);
  // Of a new thread only loops around its start make several of it.
  const isStart = thread === 'other-thread' && access.thread !== 'other-thread';
  const deferred = isDeferred(actuals);
  const aside = access.aside === true || (actuals.when === 'aside' && (access.afterSuspension || access.returnsPromise === true));
  const given = access.released?.flatMap(context.paths) ?? [];
  const kept = state.locks.filter((lock) => !lock.paths.some((path) => given.includes(path)));
  const locks = deferred ? context.locks(access.locks) : [...kept, ...context.locks(access.locks)];
  const released = deferred ? [] : union(state.released, given.filter((path) => !state.locks.some((lock) => lock.paths.includes(path))));
  const chain = [context.callSite, ...access.chain].slice(0, 24);
  const value = access.value && liftValue(access.value, context);
  for (const path of placesOf(access.path, context).flatMap((place) => environmentPlaces(walk, state, access, place, context))) {
    if (path.root.kind === 'type' || (path.root.kind === 'fresh' && thread !== 'other-thread' && !aside) || isImpossible(walk.engine, path)) continue;
    const isOwn = isPrivate(path);
    // On another thread lies another value, whatever was set on this one.
    const done = isOwn && thread === 'other-thread' ? undefined : state.writes.get(cellOf(path));
    const suspended = state.suspended || access.afterSuspension || actuals.when === 'later';
    const reading = isReading(access.kind);
    const id = reading ? context.read(access.id) : access.id;
    if (access.kind === 'write' && value?.plain !== undefined) stored.push({ cell: cellOf(path), plain: value.plain });
    const lifted: Access = {
      ...access, id, path, chain, thread, locks, released, afterSuspension: suspended,
      exposed: access.exposed && !done?.certain,
      afterStaleWrite: reading && (access.afterStaleWrite || (done !== undefined && (!isOwn || access.exposed) && (done.stale || access.afterSuspension || actuals.when === 'later'))),
      ...(aside ? { aside } : {}),
      inLoop: walk.loopDepth > 0 || (access.inLoop === true && !isStart),
      ...(access.replaces || (access.kind === 'write' && replacesPlain(done, value)) ? { replaces: true } : {}),
      dependsOn: reading ? [] : liftDependencies(walk, state, access, path, context),
      ...(value ? { value } : {}),
      ...(access.key ? { key: { marks: context.marks(access.key.marks), ...(access.key.text ? { text: context.text(access.key.text) } : {}) } } : {}),
    };
    keep(walk, lifted);
    // That the object is one of the thread's own, the callee did not know.
    if (isOwn && !deferred && !isPrivate(access.path)) noteThreadValue(state, lifted);
  }
}

function liftValue({ handedIn, partOf, ...value }: StoredValue, context: Substitution): StoredValue {
  const origins = partOf && liftOrigins(partOf, context.actuals.args, context.prefix);
  const text = handedIn && context.text(handedIn);
  const [part] = text?.alternatives[0] ?? [];
  const isStillHandedIn = part?.kind === 'hole' && part.path !== undefined;
  return { ...value, marks: context.marks(value.marks), ...(origins && origins.length > 0 ? { partOf: origins } : {}), ...(text && (isStillHandedIn ? { handedIn: text } : plainText(text))) };
}

/**
 * The variables of a function that has returned live on in the closures that it made. Where init and invocations both run such a
 * function, or invocations alone, a variable is a field of the closure, or of the object whose method that is: shared when the
 * closure is, otherwise the invocation's own.
 */
function environmentPlaces(walk: Walk, state: State, access: Access, path: AccessPath, context: Substitution): readonly AccessPath[] {
  if (!isLeftVariable(walk, access.thread, path)) return [path];
  const fields = fieldsOfClosure(walk, state, path, context);
  if (fields.length > 0 && access.kind === 'write' && access.value) markRequest(walk, path, context.marks(access.value.marks));
  return carriesOn(walk, access, path, context) ? [...fields, path] : fields;
}

/** Whether `path` is a variable of a function that has returned and that is not around the running one; other threads are started before it returns. */
function isLeftVariable({ engine, fn }: Walk, thread: Thread, { root }: AccessPath): boolean {
  return engine.phase === 'invocation' && thread === 'own' && root.kind === 'captured' && engine.ranInInvocations.has(root.owner) && !engine.isActive(root.owner) && !isInside(engine, fn, root.owner);
}

function isInside(engine: Engine, fn: FunctionBody, owner: FunctionId): boolean {
  let current: FunctionBody | undefined = fn;
  for (let i = 0; i < 32 && current?.enclosing !== undefined; i++) {
    if (current.enclosing === owner) return true;
    current = engine.program.body(current.enclosing);
  }
  return false;
}

/** Only texts, numbers and the like were ever seen in the variable: they have no fields. */
function isStateless(engine: Engine, variable: AccessPath): boolean {
  const { shapes } = engine.heap.get(cellOf(variable));
  return shapes.length > 0 && shapes.every((shape) => shape.kind === 'instance' && isPlain(engine, shape.type));
}

/** The variable as a field of the closure that is called, under every name this has outside of the invocation. */
function fieldsOfClosure({ engine }: Walk, state: State, { root, steps }: AccessPath, { actuals }: Substitution): readonly AccessPath[] {
  if (root.kind !== 'captured' || !isInside(engine, actuals.callee, root.owner)) return [];
  if (steps.length > 0 && isStateless(engine, pathOf(root))) return [];
  const closures = (actuals.receiver?.paths ?? []).flatMap((path) => aliasesOf(state, path)).filter((path) => path.root.kind !== 'fresh');
  return [...new Set(closures)].map((closure) => extendAll(extend(closure, qualifiedStep(root.owner, root.name)), steps));
}

/** What is stored there may still turn out to be request data, which later loads must know. */
function carriesOn(walk: Walk, access: Access, path: AccessPath, context: Substitution): boolean {
  if (access.kind !== 'write' || !access.value || access.value.isNull) return false;
  const marks = context.marks(access.value.marks);
  markRequest(walk, path, marks);
  return !isRequest(marks) && marks !== NO_MARKS;
}

function markRequest({ engine }: Walk, path: AccessPath, marks: number): void {
  if (isRequest(marks)) engine.heap.markRequest(cellOf(path), marks);
}

function shorten(id: string): string {
  return id.length > 160 ? id.slice(-160) : id;
}

function isDeferred({ when }: Actuals): boolean {
  return when !== 'now' && when !== 'aside';
}

function laterThread(inner: Thread, when: Actuals['when']): Thread {
  if (inner === 'other-thread' || when === 'other-thread') return 'other-thread';
  return inner === 'later' || when === 'later' ? 'later' : 'own';
}

/** The callee's own dependencies, and those the caller adds: its conditions, and reads that decided the arguments. */
function liftDependencies(walk: Walk, state: State, access: Access, path: AccessPath, context: Substitution): readonly Dependency[] {
  const own = access.dependsOn.map((dependency) => ({
    ...dependency, read: context.read(dependency.read), path: dependencyPlace(walk, state, dependency, context), locks: [...state.locks, ...context.locks(dependency.locks)],
  }));
  const holder = holderOf(path);
  const added: Dependency[] = [];
  const add = (id: string, via: 'value' | 'guard', { test, expires }: Pick<Guard, 'test' | 'expires'>): void => {
    const read = state.reads.get(id);
    if (!read || own.some((known) => known.read === id)) return;
    if (holderOf(read.path) !== holder && !(via === 'guard' && (test || expires))) return;
    added.push({ read: id, via, ...read, test, ...(expires ? { expires } : {}), stale: read.stale || access.afterSuspension || context.actuals.when === 'later' });
  };
  if (access.value) {
    context.actuals.args.forEach((arg, index) => {
      if (access.value && access.value.marks & parameterMark(index)) for (const id of arg.reads) add(id, 'value', { test: false });
    });
  }
  if (!isDeferred(context.actuals)) for (const guard of state.guards) for (const id of guard.reads) add(id, 'guard', guard);
  return [...own, ...added].slice(0, 12);
}

function dependencyPlace(walk: Walk, state: State, { path }: Dependency, context: Substitution): AccessPath {
  const place = placesOf(path, context)[0] ?? path;
  return isLeftVariable(walk, 'own', place) ? (fieldsOfClosure(walk, state, place, context)[0] ?? place) : place;
}

function liftFile(walk: Walk, state: State, file: FileOperation, context: Substitution): void {
  const exists = state.guards.flatMap((guard) => (guard.exists ? [guard.exists] : []));
  const lifted: FileOperation = {
    ...file, text: context.text(file.text), chain: [context.callSite, ...file.chain].slice(0, 24),
    afterSuspension: state.suspended || file.afterSuspension,
    guardedByExists: [...exists, ...file.guardedByExists.map((guard) => ({ ...guard, text: context.text(guard.text) }))].slice(0, 4),
    contentMarks: context.marks(file.contentMarks), locks: [...state.locks, ...context.locks(file.locks)],
  };
  const key = `${siteKey(file.site)}:${file.effect}:${context.prefix}:${file.call}:${file.chain.length}`;
  if (walk.files.size < 400) walk.files.set(key, lifted);
  else walk.engine.cuts.add(`more than 400 file operations in ${walk.fn.name}`);
}

/** Reads whose outcome the caller got to see: later writes of the caller may depend on them. */
function liftReads(state: State, summary: Summary, context: Substitution): void {
  for (const [id, read] of summary.returnedReads) {
    const path = placesOf(read.path, context)[0];
    if (path && path.root.kind !== 'fresh') state.reads.set(context.read(id), { ...read, path, locks: [...state.locks, ...context.locks(read.locks)] });
  }
}

/** What a callee has put into objects that nobody else knows: by object, the marks of all of it. */
type Filled = ReadonlyMap<string, number>;

/** An object carries the marks of what was put into it, under every name it has. */
function taintHolders(state: State, filled: Filled): void {
  if (filled.size === 0) return;
  for (const [name, local] of state.locals) {
    const marks = marksWithin(local, filled);
    if (marks !== local.marks) state.locals.set(name, { ...local, marks });
  }
}

function marksWithin(value: Value, filled: Filled): number {
  let { marks } = value;
  for (const { root, steps } of value.paths) if (root.kind === 'fresh' && steps.length === 0) marks |= filled.get(root.site) ?? NO_MARKS;
  return marks;
}

function liftExit(walk: Walk, state: State, summary: Summary, context: Substitution): Filled {
  const filled = new Map<string, number>();
  for (const [root, places] of summary.published) {
    const fresh = context.paths(pathOf({ kind: 'fresh', site: root }))[0];
    if (fresh?.root.kind === 'fresh') publishLater(state, fresh.root.site, places.flatMap(context.paths));
  }
  const entries = summary.exit.map((entry) => ({ places: placesOf(entry.path, context), value: context.value(entry.value) }));
  for (const { places, value } of entries) {
    for (const place of places) {
      const isContent = place.steps.includes(ELEMENT);
      const before = state.heap.get(place.key)?.value;
      state.heap.set(place.key, { path: place, value: places.length === 1 && !isContent ? value : joinValues(before ?? EMPTY, value) });
      noteOtherName(walk.engine, place, value);
      if (place.root.kind === 'fresh' && value.marks !== NO_MARKS) filled.set(place.root.site, (filled.get(place.root.site) ?? NO_MARKS) | value.marks);
      if (place.root.kind !== 'fresh') for (const path of value.paths) if (path.root.kind === 'fresh' && path.steps.length === 0) publishLater(state, path.root.site, [place]);
    }
  }
  for (const write of summary.exitWrites.values()) {
    for (const path of placesOf(write.path, context)) if (path.root.kind !== 'fresh') state.writes.set(cellOf(path), writtenAgain(state.writes.get(cellOf(path)), { ...write, path }));
  }
  return filled;
}

/** What a callee may have written keeps what its caller has certainly written before. */
function writtenAgain(before: DoneWrite | undefined, write: DoneWrite): DoneWrite {
  if (!before) return write;
  const values = union(before.values, write.values, MAX_VALUES);
  return write.certain ? { ...write, values } : { ...write, values, certain: before.certain, stale: write.stale || before.stale };
}

/** The place itself in the caller's terms: only the way to it is resolved, not what it holds now. */
function placesOf(path: AccessPath, context: Pick<Substitution, 'paths' | 'variable'>): readonly AccessPath[] {
  const last = path.steps.at(-1);
  if (last === undefined) return path.root.kind === 'fresh' || path.root.kind === 'parameter' || path.root.kind === 'this' ? [] : [path];
  const holder = parentOf(path);
  const objects = holder.root.kind === 'captured' && holder.steps.length === 0 ? context.variable(holder) : context.paths(holder);
  return objects.map((prefix) => extend(prefix, last));
}

function liftThreadValues(walk: Walk, state: State, summary: Summary, context: Substitution): void {
  if (summary.mayThrow) walk.throws++;
  leave(walk, valuesSet(summary.thrownValues).flatMap((value) => placesOf(value.path, context).map((path) => ({ ...value, path }))));
  for (const { path, is, isBehind } of summary.threadValues.values()) {
    for (const place of placesOf(path, context)) {
      if (place.root.kind === 'fresh') continue;
      state.threadValues = is === 'removed' ? withoutValue(state.threadValues, place) : withValue(state.threadValues, place, isBehind);
    }
  }
}

function liftLocks(state: State, summary: Summary, context: Substitution): void {
  for (const path of summary.released) releaseLock(state, context.paths(path), undefined);
  if (summary.acquired.length > 0) state.locks = [...state.locks, ...context.locks(summary.acquired)];
}
