/** A summary at a call: formals become actuals, what the callee left behind becomes part of the caller's state. */
import type { Access, FileOperation, StoredValue, Thread } from '../domain/access.js';
import { ELEMENT, isPrivate, isRelative, parentOf, pathOf } from '../domain/access-path.js';
import type { AccessPath } from '../domain/access-path.js';
import { cellOf } from '../domain/cell.js';
import { joinDecisions } from '../domain/decision.js';
import { NO_LOANS } from '../domain/loan.js';
import { NO_MARKS } from '../domain/marks.js';
import { MAX_VALUES, outlasting, renew, suspend } from '../domain/state.js';
import type { DoneWrite, State } from '../domain/state.js';
import type { Handover, Summary } from '../domain/summary.js';
import { siteKey } from '../domain/summary.js';
import { displayText } from '../domain/text.js';
import { withLook } from '../domain/locked-looks.js';
import { withValue, withoutValue } from '../domain/thread-values.js';
import { EMPTY, joinValues, union } from '../domain/value.js';
import type { Value } from '../domain/value.js';
import { environmentPlaces } from './closure-variables.js';
import { liftDependencies } from './dependencies.js';
import { liftEffect } from './effects.js';
import { leave } from './leaving.js';
import { liftLoans } from './loans.js';
import { liftEvent } from './lock-events.js';
import { noteOperation } from './looks.js';
import { noteOtherName, releaseLock } from './locks.js';
import { liftOrigins } from './origins.js';
import { keep } from './keep.js';
import { isGlobalCell } from './resolved-place.js';
import { forgetWithin, isImpossible, isReading, isWriting, making, mayBeWrittenWithin, noteHandover, noteThreadValue, noteWrittenWithin, plainText, publishLater, replacesPlain } from './record.js';
import { makeSubstitution, placesOf } from './substitution.js';
import type { Actuals, Substitution } from './substitution.js';
import type { Walk } from './walk.js';
import { expandWhole, settledWithin } from './whole-reads.js';
import { liftWorks } from './works.js';

/** Adds the callee's accesses and effects to the caller and returns the value of the call. */
export function instantiate(walk: Walk, state: State, summary: Summary, actuals: Actuals): Value {
  const context = makeSubstitution(walk, state, actuals);
  for (const effect of summary.effects) liftEffect(walk, state, effect, { callSite: context.callSite, thread: (inner) => laterThread(inner, actuals.when), paths: context.paths, marks: context.marks, text: context.text });
  if (!walk.engine.step(summary.accesses.length + summary.files.length + summary.exit.length)) return EMPTY;
  renewObjects(state, summary, context);
  const stored: StoredPlain[] = [];
  for (const access of summary.accesses) liftAccess(walk, state, access, context, stored);
  for (const file of summary.files) liftFile(walk, state, file, context);
  for (const event of summary.lockEvents) liftEvent(walk, state, event, { callSite: context.callSite, isDeferred: isDeferred(actuals), under: actuals.under ?? [], paths: context.paths, locks: context.locks });
  liftWorks(walk, summary, context.callSite);
  for (const handover of summary.handovers) liftHandover(walk, handover, context);
  liftLoans(walk, state, summary, context, isDeferred(actuals));
  if (isDeferred(actuals)) return outcome(state, summary, context);
  liftThreadValues(walk, state, summary, context, actuals.isAsync);
  const result = context.value(summary.returns);
  liftReads(state, summary, context);
  if (summary.maySuspend && !actuals.isAsync) { suspend(state); walk.maySuspend = true; }
  const filled = liftExit(walk, state, summary, context);
  taintHolders(state, filled);
  for (const { cell, plain } of stored) {
    const write = state.writes.get(cell);
    if (write) state.writes.set(cell, { ...write, values: union(write.values, [plain], MAX_VALUES) });
  }
  liftLockedLooks(state, summary, context);
  liftLocks(state, summary, context);
  const marks = marksWithin(result, filled);
  return marks === result.marks ? result : { ...result, marks };
}

/** What a callee will give when it runs at last: nothing that it does has happened yet. */
function outcome(state: State, summary: Summary, context: Substitution): Value {
  for (const { path, value } of summary.exit) {
    for (const place of path.root.kind === 'fresh' ? placesOf(path, context) : []) state.heap.set(place.key, { path: place, value: context.value(value) });
  }
  liftReads(state, summary, context);
  return context.value(summary.returns);
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

/** A plain value that the callee stores. */
interface StoredPlain {
  readonly cell: string;
  readonly plain: string;
}

/** An access of the callee, and the place that it is in the caller's terms. */
interface Target {
  readonly access: Access;
  readonly path: AccessPath;
}

function targetsOf(walk: Walk, state: State, access: Access, context: Substitution): readonly Target[] {
  if (!access.isWhole) return placesOf(access.path, context).flatMap((place) => environmentPlaces(walk, state, access, place, context)).map((path) => ({ access, path }));
  const { written, wholes } = expandWhole(state, context.paths(parentOf(access.path)));
  const { isWhole: _, settled: own = [], ...read } = access;
  const settled = own.flatMap((path) => placesOf(path, context));
  return [
    ...written.filter((path) => !settled.includes(path)).map((path) => ({ access: { ...read, kind: path.steps.at(-1) === ELEMENT ? 'iterate' as const : 'read' as const }, path })),
    ...wholes.filter((path) => mayBeWrittenWithin(walk.engine, parentOf(path))).map((path) => ({ access: { ...access, settled: access.afterSuspension ? settled : union(settled, settledWithin(state, parentOf(path))) }, path })),
  ];
}

function liftAccess(walk: Walk, state: State, lifted: Access, context: Substitution, stored: StoredPlain[]): void {
  for (const target of targetsOf(walk, state, lifted, context)) liftTo(walk, state, target, context, stored);
}

function liftTo(walk: Walk, state: State, { access, path }: Target, context: Substitution, stored: StoredPlain[]): void {
  const { actuals } = context;
  const thread = laterThread(access.thread, actuals.when);
  // Of a new thread only loops around its start make several of it.
  const isStart = thread === 'other-thread' && access.thread !== 'other-thread';
  const deferred = isDeferred(actuals);
  const aside = access.aside === true || (actuals.when === 'aside' && (access.afterSuspension || (actuals.isAsync && access.returnsPromise === true)));
  if (path.root.kind === 'type' || (path.root.kind === 'fresh' && thread !== 'other-thread' && !aside) || isImpossible(walk.engine, path)) return;
  const given = access.released?.flatMap(context.paths) ?? [];
  const kept = state.locks.filter((lock) => !lock.paths.some((path) => given.includes(path)));
  const locks = [...(deferred ? (actuals.under ?? []) : kept), ...context.locks(access.locks)];
  const released = deferred ? [] : union(state.released, given.filter((path) => !state.locks.some((lock) => lock.paths.includes(path))));
  const chain = [context.callSite, ...access.chain].slice(0, 24);
  const value = access.value && liftValue(state, access.value, access.path, context);
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
    afterStaleWrite: reading && (access.afterStaleWrite || (done !== undefined && access.exposed && (done.stale || access.afterSuspension || actuals.when === 'later'))),
    ...(aside ? { aside } : {}), perRun: isPerRun(walk, state, access, actuals),
    inLoop: walk.loopDepth > 0 || (access.inLoop === true && !isStart),
    ...(access.replaces || (access.kind === 'write' && replacesPlain(done, value)) ? { replaces: true } : {}),
    ...liftedLook(state, access, path, context),
    dependsOn: reading ? [] : liftDependencies(walk, state, access, path, context),
    ...(reading ? {} : liftDecision(state, access, context)),
    ...(value ? { value } : {}),
    ...(access.key ? { key: { marks: context.marks(access.key.marks), ...(access.key.text ? { text: context.text(access.key.text) } : {}) } } : {}),
  };
  keep(walk, lifted);
  if (isWriting(access.kind) && isRelative(access.path.root)) noteWrittenWithin(walk.engine, path);
  // That the object is one of the thread's own, the callee did not know.
  if (isOwn && !deferred && !isPrivate(access.path)) noteThreadValue(state, lifted);
}

/** In an element that this run is handed alone; where the function around it runs side by side as well, others may go through the same elements. */
function isPerRun(walk: Walk, state: State, { path: { root, steps }, perRun }: Access, { args, when }: Actuals): boolean {
  if (root.kind === 'parameter' && steps.length > 0 && args[root.index]?.perRun) return true;
  // A variable of the iteration in which the run was started.
  if (root.kind === 'captured' && steps.length > 0 && root.owner === walk.fn.id && state.heap.get(pathOf(root).key)?.value.perRun) return true;
  return perRun === true && (walk.loopDepth === 0 || when === 'now');
}

/** Looked at under a lock by the callee, or by its caller before. */
function liftedLook(state: State, { kind, lookedAtUnder, locks }: Access, path: AccessPath, context: Substitution): Pick<Access, 'lookedAtUnder'> {
  if (lookedAtUnder) return { lookedAtUnder: context.locks(lookedAtUnder) };
  const look = isReading(kind) && locks.length === 0 && state.locks.length === 0 && !isDeferred(context.actuals) ? state.lockedLooks.get(cellOf(path)) : undefined;
  return look ? { lookedAtUnder: look.locks } : {};
}

/** The callee's conditions and those around the call. */
function liftDecision({ decision }: State, access: Access, context: Substitution): Pick<Access, 'decision'> {
  if (!access.decision) return decision.by === NO_MARKS ? {} : { decision };
  const { by, presence } = access.decision;
  return { decision: joinDecisions(decision, { by: context.marks(by), presence: context.marks(presence) }) };
}

function liftValue(state: State, { handedIn, partOf, copyOf, ...value }: StoredValue, path: AccessPath, context: Substitution): StoredValue {
  const origins = partOf && liftOrigins(partOf, context.actuals.args, context.prefix);
  const text = handedIn && context.text(handedIn);
  const [part] = text?.alternatives[0] ?? [];
  const copied = copyOf && originalOf(state, copyOf, context);
  const isStillHandedIn = part?.kind === 'hole' && part.path !== undefined;
  return { ...value, marks: context.marks(value.marks), ...(origins && origins.length > 0 ? { partOf: origins } : {}), ...(copied ? making(copied, path) : {}), ...(text && (isStillHandedIn ? { handedIn: text } : plainText(text))) };
}

/** What the caller knows of a parameter, or of a variable that the callee has captured. */
function originalOf(state: State, { root }: AccessPath, { actuals }: Substitution): Value | undefined {
  return root.kind === 'parameter' ? actuals.args[root.index] : state.heap.get(pathOf(root).key)?.value ?? { ...EMPTY, paths: [pathOf(root)] };
}

function isDeferred({ when }: Actuals): boolean {
  return when !== 'now' && when !== 'aside';
}

function laterThread(inner: Thread, when: Actuals['when']): Thread {
  if (inner === 'other-thread' || when === 'other-thread') return 'other-thread';
  return inner === 'later' || when === 'later' ? 'later' : 'own';
}

function liftFile(walk: Walk, state: State, file: FileOperation, context: Substitution): void {
  const exists = state.guards.flatMap((guard) => (guard.exists ? [guard.exists] : []));
  const lifted: FileOperation = {
    ...file, text: context.text(file.text), chain: [context.callSite, ...file.chain].slice(0, 24),
    afterSuspension: state.suspended || file.afterSuspension,
    guardedByExists: [...exists, ...file.guardedByExists.map((guard) => ({ ...guard, text: context.text(guard.text) }))].slice(0, 4),
    contentMarks: context.marks(file.contentMarks), locks: [...state.locks, ...context.locks(file.locks)],
  };
  noteOperation(walk, lifted.effect, lifted);
  // One helper may be called with several paths on the way here.
  const key = `${siteKey(file.site)}:${file.effect}:${context.prefix}:${file.call}:${file.chain.length}:${lifted.text.alternatives.map(displayText).join('|')}`;
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
      noteText(walk, place, value);
      if (place.root.kind === 'fresh' && value.marks !== NO_MARKS) filled.set(place.root.site, (filled.get(place.root.site) ?? NO_MARKS) | value.marks);
      if (place.root.kind !== 'fresh') for (const path of value.paths) if (path.root.kind === 'fresh' && path.steps.length === 0) publishLater(state, path.root.site, [place]);
    }
  }
  for (const write of summary.exitWrites.values()) {
    for (const path of placesOf(write.path, context)) {
      if (path.root.kind === 'fresh') continue;
      if (write.certain) forgetWithin(state, path);
      state.writes.set(cellOf(path), writtenAgain(state.writes.get(cellOf(path)), { ...write, path }));
    }
  }
  return filled;
}

/** What a field holds of the arguments of a constructor or setter is known by its callers only. */
function noteText({ engine }: Walk, place: AccessPath, { text }: Value): void {
  if (text && isGlobalCell(place)) engine.heap.add(cellOf(place), { ...EMPTY, text });
}

/** What a callee may have written keeps what its caller has certainly written before. */
function writtenAgain(before: DoneWrite | undefined, write: DoneWrite): DoneWrite {
  if (!before) return write;
  const values = union(before.values, write.values, MAX_VALUES);
  const kept = { ...write, values, ...outlasting(before, write) };
  return write.certain ? kept : { ...kept, certain: before.certain, stale: write.stale || before.stale };
}

function liftThreadValues(walk: Walk, state: State, summary: Summary, context: Substitution, isAsync: boolean): void {
  if (summary.mayThrow) walk.throws++;
  if (summary.mayFail && !isAsync) walk.fails++;
  if (summary.promisesFail || (summary.mayFail && isAsync)) walk.promisesFail = true;
  leave(walk, { values: new Map([...summary.thrownValues.values()].flatMap((value) => placesOf(value.path, context).map((path) => [path.key, { ...value, path }]))), loans: NO_LOANS });
  for (const { path, is, isBehind } of summary.threadValues.values()) {
    for (const place of placesOf(path, context)) {
      if (place.root.kind === 'fresh') continue;
      state.threadValues = is === 'removed' ? withoutValue(state.threadValues, place) : withValue(state.threadValues, place, isBehind);
    }
  }
}

/** What the callee has certainly looked at under a lock, its caller has looked at. */
function liftLockedLooks(state: State, summary: Summary, context: Substitution): void {
  for (const { path, locks } of summary.lockedLooks.values()) {
    const [place, ...others] = context.paths(path);
    if (place && others.length === 0) state.lockedLooks = withLook(state.lockedLooks, place, [...state.locks, ...context.locks(locks)]);
  }
}

function liftLocks(state: State, summary: Summary, context: Substitution): void {
  for (const path of summary.released) releaseLock(state, context.paths(path), undefined);
  if (summary.acquired.length > 0) state.locks = [...state.locks, ...context.locks(summary.acquired)];
}
