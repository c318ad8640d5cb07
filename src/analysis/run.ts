/**
 * One entry point set, run abstractly: first everything that happens before the first invocation, then one invocation of each
 * entry. Repeated until the heap no longer grows, so that what an invocation stores is seen by the loads before it.
 */
import { fileOf } from '../ir/index.js';
import type { FunctionBody, FunctionId, TypeId } from '../ir/index.js';
import type { ExecutionModel } from '../runtimes/execution-model.js';
import type { Access, FileOperation } from './domain/access.js';
import { isPrivate, pathOf } from './domain/access-path.js';
import { CONTEXT, NO_MARKS, REQUEST, isRequest } from './domain/marks.js';
import type { Marks } from './domain/marks.js';
import { cellOf } from './domain/cell.js';
import { isShared } from './conflicts/sharing.js';
import { instanceOf } from './domain/shape.js';
import type { LostLoan } from './domain/loan.js';
import type { LockEvent } from './domain/lock-event.js';
import { emptyState } from './domain/state.js';
import type { State } from './domain/state.js';
import type { Effect } from './domain/effect.js';
import type { Handover } from './domain/summary.js';
import { NO_THREAD_VALUES, joinThreadValues } from './domain/thread-values.js';
import type { ThreadValues } from './domain/thread-values.js';
import { hole } from './domain/text.js';
import { EMPTY } from './domain/value.js';
import type { Value } from './domain/value.js';
import type { Work } from './domain/work.js';
import type { Engine, KeptFunction } from './engine.js';
import { callRepository } from './walk/call-repository.js';
import { initialise } from './walk/construct.js';
import { isStable, startRound } from './rounds.js';
import { callClosures, closuresOf } from './walk/closures.js';
import { exported } from './walk/members.js';
import { newWalk } from './walk/new-walk.js';
import { loadField } from './walk/places.js';
import { initialiseInjected, isMadePerRequest, keptObject, ownObject, runProvider, serviceOf, startService } from './walk/services.js';
import { evaluate } from './walk/walk.js';
import type { Walk } from './walk/walk.js';

/** A function that the platform runs for each invocation. */
export interface EntryPoint {
  readonly function: FunctionId;
  /** The class whose one instance serves all invocations; absent for plain functions and static methods. */
  readonly receiver?: TypeId;
  /** The program's own start: it runs once, before the invocations, which call what it hands to the platform. */
  readonly startsProgram?: boolean;
  /** The entry is the function that this exported value turns out to be (`exports.handler = wrap(fn)`); `function` is then the module's top-level code. */
  readonly value?: { readonly module: string; readonly symbol: string };
  /** The function runs once, at init; what it returns runs for each invocation. */
  readonly isMaker?: boolean;
}

export interface Phase {
  readonly accesses: readonly Access[];
  readonly files: readonly FileOperation[];
  readonly effects: readonly Effect[];
  readonly handovers: readonly Handover[];
  readonly lockEvents: readonly LockEvent[];
  /** Work that is begun and that nobody can wait for. */
  readonly works: readonly Work[];
  /** What is taken from pools and not given back. */
  readonly lostLoans: readonly LostLoan[];
  readonly reached: ReadonlySet<FunctionId>;
  /** Cells that an entry writes and behind whose write it suspends: others find there what it has left while it still runs. */
  readonly outlasting: ReadonlySet<string>;
  /** What is left in places of the thread: when an entry returns, and when an exception leaves it. */
  readonly left: { readonly returned: ThreadValues; readonly thrown: ThreadValues };
}

export interface Run {
  /** No entry gives the platform a promise or a result: what they answer, callbacks do. */
  readonly answersByCallback: boolean;
  readonly init: Phase;
  readonly invocation: Phase;
  readonly entries: readonly EntryPoint[];
  /** What the exports hold that entries are found by. */
  readonly exported: ReadonlyMap<EntryPoint, Value>;
}

const MAX_ROUNDS = 10;
/** The first round finds what is written, the second the reads of it; code that is too large gets one more. */
const MAX_ROUNDS_WHEN_CUT = 3;
const NOWHERE = { start: 0, end: 0 };

export function run(engine: Engine, model: ExecutionModel, entries: readonly EntryPoint[]): Run {
  let result: Run | undefined;
  engine.contextType = model.context.type;
  engine.asyncCallsBegin = model.asyncCallsBegin;
  engine.takesTurns = model.memory === 'at-suspension';
  for (let round = 0; round < (engine.isCut ? MAX_ROUNDS_WHEN_CUT : MAX_ROUNDS); round++) {
    const before = startRound(engine);
    const { phase: init, initialised } = runInit(engine, entries);
    const exportedValues = new Map<EntryPoint, Value>();
    const invocation = runInvocations(engine, model, entries, exportedValues);
    result = { init, invocation, entries, exported: exportedValues, answersByCallback: model.callbacksAnswer && answersByCallback(engine, entries) };
    markRequestCells(engine, result);
    const isInitialised = pendingInitialisers(engine).every((id) => initialised.has(id));
    if (isInitialised && isStable(engine, before, round)) return result;
  }
  engine.cuts.add('the memory of the program still grew when the last round ended');
  if (!result) throw new Error('no round was run');
  return result;
}

/** Request data that was stored in shared places marks what is loaded from there in the next round. */
function markRequestCells(engine: Engine, result: Run): void {
  for (const access of result.invocation.accesses) {
    const outlives = access.path.root.kind === 'captured' || isPrivate(access.path) || isShared(result, access.path);
    if (access.kind === 'write' && access.value && isRequest(access.value.marks) && !access.value.isNull && outlives) engine.heap.markRequest(cellOf(access.path), access.value.marks);
  }
}

/** As far as the summaries of entries tell. */
function answersByCallback(engine: Engine, entries: readonly EntryPoint[]): boolean {
  const ids = new Set([...entries.map((entry) => entry.function), ...engine.entryFunctions]);
  const summaries = engine.summaries().filter(({ fn }) => ids.has(fn.id) && !entries.some((entry) => entry.value && entry.function === fn.id));
  return summaries.length > 0 && summaries.every(({ fn, summary }) => !fn.isAsync && !summary.handedWork && (summary.completes || isNothing(summary.returns)));
}

function isNothing({ paths, shapes, text, marks }: Value): boolean {
  return paths.length === 0 && shapes.length === 0 && text === undefined && marks === NO_MARKS;
}

/** What entries have left when they return. */
interface Ends {
  threadValues: ThreadValues;
  readonly outlasting: Set<string>;
}

function noteEnd(ends: Ends, { threadValues, writes }: State): void {
  ends.threadValues = joinThreadValues(ends.threadValues, threadValues);
  for (const [cell, write] of writes) if (write.outlasts) ends.outlasting.add(cell);
}

function phase(engine: Engine, walk: Walk, { threadValues, outlasting }: Ends = { threadValues: NO_THREAD_VALUES, outlasting: new Set() }): Phase {
  return {
    accesses: [...walk.accesses.values()].filter((access) => !access.isWhole), files: [...walk.files.values()], effects: [...walk.effects.values()], handovers: [...walk.handovers.values()], lockEvents: [...walk.lockEvents.values()], works: [...walk.works.lifted.values()], lostLoans: [...walk.loans.lost.values()], reached: new Set(engine.reached),
    outlasting, left: { returned: threadValues, thrown: walk.leaving[0]?.values ?? NO_THREAD_VALUES },
  };
}

/** Top-level code of the modules, static initialisers and the construction of the handler objects, until nothing new turns up. */
function runInit(engine: Engine, entries: readonly EntryPoint[]): { readonly phase: Phase; readonly initialised: ReadonlySet<FunctionId> } {
  engine.phase = 'init';
  engine.madeValues.clear();
  engine.forget();
  engine.reached.clear();
  const walk = startWalk(engine, '<init>');
  const state = emptyState();
  const done = new Set<string>();
  for (const entry of entries) engine.pendingModules.add(entry.function.slice(0, entry.function.lastIndexOf('#')));
  const runPending = (): void => {
    for (let grew = true; grew;) {
      grew = false;
      for (const id of pendingInitialisers(engine)) {
        if (done.has(id)) continue;
        done.add(id);
        grew = true;
        callRepository(walk, emptyState(), [id], undefined, [], NOWHERE);
      }
    }
  };
  runPending();
  for (const type of new Set(entries.flatMap((entry) => entry.receiver ?? []))) {
    engine.pendingTypes.add(type);
    if (!isMadePerRequest(engine, type)) constructKept(walk, state, type);
  }
  for (const { function: maker } of entries.filter((entry) => entry.isMaker)) {
    engine.heap.add(cellOfMade(maker), runProvider(walk, state, maker, { scope: 'root', at: NOWHERE }));
  }
  for (const binding of engine.singletons) startService(walk, state, binding, NOWHERE);
  for (const { function: start } of entries.filter((entry) => entry.startsProgram && !done.has(entry.function))) callRepository(walk, state, [start], undefined, [], NOWHERE);
  // What the constructors left in the handler objects, in absolute terms: texts and shapes that invocations load.
  for (const { path, value } of state.heap.values()) if (path.root.kind === 'entry-object') engine.heap.add(cellOf(path), value);
  runPending();
  for (const fn of engine.reached) engine.started.add(fn);
  return { phase: phase(engine, walk), initialised: done };
}

/** The platform takes the constructor without parameters; where there is none, a container makes the object. */
function constructKept(walk: Walk, state: State, type: TypeId): void {
  const constructors = walk.engine.hierarchy.constructors(type, 0);
  const isPlain = constructors.length === 0 || constructors.some(({ parameters }) => parameters.every((parameter) => parameter.optional || parameter.rest !== undefined));
  if (isPlain) initialise(walk, state, type, keptObject(type), [], NOWHERE);
  else initialiseInjected(walk, state, type, keptObject(type), { scope: 'root', at: NOWHERE });
}

/** Where the heap keeps what an entry that makes the function has made. */
function cellOfMade(maker: FunctionId): string {
  return `made ${maker}`;
}

/** Imported modules come before the modules that import them. */
function pendingInitialisers(engine: Engine): readonly FunctionId[] {
  const result: FunctionId[] = [];
  const seen = new Set<string>();
  const visit = (file: string, depth: number): void => {
    if (seen.has(file) || depth > 64) return;
    seen.add(file);
    const module = engine.program.module(file);
    if (!module) return;
    for (const imported of module.imports) visit(imported, depth + 1);
    if (module.init !== undefined) result.push(module.init);
  };
  for (const file of [...engine.pendingModules]) visit(file, 0);
  for (const type of [...engine.pendingTypes]) {
    for (const ancestor of engine.hierarchy.ancestors(type)) {
      const init = engine.program.type(ancestor)?.staticInit;
      if (init !== undefined) result.push(init);
    }
  }
  return result;
}

function runInvocations(engine: Engine, model: ExecutionModel, entries: readonly EntryPoint[], exportedValues: Map<EntryPoint, Value>): Phase {
  engine.phase = 'invocation';
  engine.forget();
  engine.reached.clear();
  const walk = startWalk(engine, '<invocation>');
  const ends: Ends = { threadValues: NO_THREAD_VALUES, outlasting: new Set() };
  for (const entry of entries) {
    if (entry.startsProgram) continue;
    if (entry.value) {
      const value = exportedValue(walk, entry.value);
      exportedValues.set(entry, value);
      noteEnd(ends, runExported(engine, model, walk, value));
      continue;
    }
    if (entry.isMaker) { for (const state of runMade(engine, model, walk, entry.function)) noteEnd(ends, state); continue; }
    const body = engine.program.body(entry.function);
    if (!body) continue;
    if (model.unit === 'invocation') engine.entryFunctions.add(entry.function);
    const state = emptyState();
    const receiver = entry.receiver === undefined ? undefined : receiverOf(walk, state, entry.receiver);
    const args = body.parameters.map((parameter, index) => (parameter.type && serviceOf(walk, state, parameter.type, { scope: 'request', at: body.at })) ?? argument(model, parameter, index));
    callRepository(walk, state, [entry.function], receiver, args, body.at);
    noteEnd(ends, state);
  }
  const started = new Set<FunctionId>();
  for (let grew = true; grew;) {
    grew = false;
    if (engine.isCut) keepUncalled(engine, entries);
    for (const [id, kept] of [...engine.perEvent]) {
      if (started.has(id)) continue;
      started.add(id);
      grew = true;
      noteEnd(ends, runKept(engine, walk, entries, id, kept));
    }
  }
  return phase(engine, walk, ends);
}

/** The object that the entry is a method of: one for all invocations, or one that a framework makes for the request. */
function receiverOf(walk: Walk, state: State, type: TypeId): Value {
  return isMadePerRequest(walk.engine, type) ? ownObject(walk, state, type, { scope: 'request', role: 'request', at: NOWHERE }) : keptObject(type);
}

/** Where code was cut off, functions that the handler's module has handed over and whose caller was not found may be called there. */
function keepUncalled(engine: Engine, entries: readonly EntryPoint[]): void {
  const own = new Set(entries.map((entry) => fileOf(entry.function)));
  for (const [id, site] of engine.madeValues) {
    if (own.has(fileOf(site.function)) && !engine.reached.has(id) && !engine.perEvent.has(id)) engine.perEvent.set(id, { site, parameters: [], isRequest: false });
  }
}

function runKept(engine: Engine, walk: Walk, entries: readonly EntryPoint[], id: FunctionId, kept: KeptFunction): State {
  const state = emptyState();
  const body = engine.program.body(id);
  if (!body) return state;
  const { owner } = body;
  const receiver = entries.find((entry) => entry.receiver !== undefined && owner !== undefined && engine.hierarchy.ancestors(entry.receiver).includes(owner))?.receiver ?? (kept.atInit ? owner : undefined);
  const args = body.parameters.map((_, index) => eventArgument(index, kept.parameters[index], kept.isRequest ? REQUEST : NO_MARKS));
  callRepository(walk, state, [id], receiver === undefined || body.isStatic ? undefined : receiverOf(walk, state, receiver), args, body.at);
  return state;
}

/** What an export holds after initialisation: a closure, a wrapped handler, a method of an object. */
function exportedValue(walk: Walk, { module, symbol }: NonNullable<EntryPoint['value']>): Value {
  const state = emptyState();
  const [first = symbol, ...rest] = symbol.split('.');
  let value = exported(walk, state, module, first, NOWHERE) ?? loadField(walk, state, evaluate(walk, state, { kind: 'namespace', module }), first, NOWHERE);
  for (const name of rest) value = loadField(walk, state, value, name, NOWHERE);
  return value;
}

function runExported(engine: Engine, model: ExecutionModel, walk: Walk, value: Value): State {
  const closures = closuresOf(walk, value);
  if (model.unit === 'invocation') for (const id of closures) engine.entryFunctions.add(id);
  const count = Math.max(2, ...closures.map((id) => engine.program.body(id)?.parameters.length ?? 0));
  const parameters = engine.program.body(closures[0] ?? '')?.parameters ?? [];
  const after = emptyState();
  callClosures(walk, after, value, Array.from({ length: count }, (_, index) => argument(model, parameters[index], index)), NOWHERE);
  return after;
}

/** Runs the functions that `maker` has made at init. */
function runMade(engine: Engine, model: ExecutionModel, walk: Walk, maker: FunctionId): readonly State[] {
  const ends: State[] = [];
  const kept = engine.heap.get(cellOfMade(maker));
  const functions = closuresOf(walk, kept);
  if (functions.length === 0) engine.cuts.add(`what ${engine.program.body(maker)?.name ?? maker} makes was not found`);
  for (const id of functions) {
    const body = engine.program.body(id);
    if (!body) continue;
    engine.entryFunctions.add(id);
    const receiver = body.owner === undefined || body.isStatic ? undefined : keptObject(body.owner);
    const state = emptyState();
    callRepository(walk, state, [id], receiver, body.parameters.map((parameter, index) => argument(model, parameter, index)), body.at);
    ends.push(state);
  }
  return ends;
}

/** The event and the context of the invocation: owned by it, and marked. */
function argument(model: ExecutionModel, parameter: FunctionBody['parameters'][number] | undefined, index: number): Value {
  const path = pathOf({ kind: 'fresh', site: `request ${index}` });
  const declared = parameter?.type ? [instanceOf(parameter.type.name, false, parameter.type.args)] : [];
  const shapes = declared.length === 0 && model.unit === 'invocation' && index === model.context.parameter ? [instanceOf(model.context.type, false)] : declared;
  const marks = parameterMarks(model, parameter, index);
  return { ...EMPTY, paths: [path], shapes, marks, text: hole(marks, { name: parameter?.name ?? 'event' }) };
}

/** What a caller hands in is no request: where calls are not told apart by suspension points, it is a value like any other. */
function parameterMarks(model: ExecutionModel, parameter: FunctionBody['parameters'][number] | undefined, index: number): Marks {
  if (parameter?.type?.name === model.context.type) return CONTEXT;
  if (model.unit === 'call') return model.memory === 'at-suspension' ? REQUEST : NO_MARKS;
  return index === model.context.parameter ? CONTEXT : REQUEST;
}

/** What a library passes to a function that it runs for each event. */
function eventArgument(index: number, type: string | undefined, marks: number): Value {
  const path = pathOf({ kind: 'fresh', site: `event ${index}` });
  return { ...EMPTY, paths: [path], shapes: type === undefined ? [] : [instanceOf(type, false)], marks, text: hole(marks, { name: 'event' }) };
}

function startWalk(engine: Engine, name: string): Walk {
  const fn: FunctionBody = {
    id: `#${name}`, name, parameters: [], isStatic: true, isAsync: false, isGenerator: false, isConstructor: false, isAbstract: false, isPrivate: true,
    annotations: [], at: NOWHERE, body: [], localTypes: new Map(), capturedVariables: [],
  };
  return newWalk(engine, fn, { receiver: undefined, args: [] });
}
