/** Calls of libraries: what the knowledge says of them becomes accesses, file operations, locks and a result. */
import type { Operand, Span, TypeRef } from '../../ir/index.js';
import type { CallFact, ClaimFact, Invocation, LockFact, ObjectEffect } from '../../knowledge/schema.js';
import type { AccessKind, Look } from '../domain/access.js';
import { ELEMENT, extend, pathOf } from '../domain/access-path.js';
import type { AccessPath } from '../domain/access-path.js';
import { NO_MARKS, REQUEST } from '../domain/marks.js';
import { instanceOf, viewShape } from '../domain/shape.js';
import { suspend } from '../domain/state.js';
import type { State } from '../domain/state.js';
import { COUNT, joinTexts, literalText } from '../domain/text.js';
import { EMPTY, derive, joinValues, union } from '../domain/value.js';
import type { LockAttempt, Value } from '../domain/value.js';
import { callClosures, closuresOf, hasClosure } from './closures.js';
import { contentPlaces, contentTypes, recordArgumentIterations, seenTypes } from './contents.js';
import { dispatch } from './dispatch.js';
import { mergeMembers } from './merges.js';
import { noteCall } from './effects.js';
import { also, expiringIn, withExpiry } from './expiring.js';
import type { When } from './substitution.js';
import { elementTexts, fileText, textOf } from './library-text.js';
import { claim, lockOfCall, notePermits, takeLock, useLock } from './locks.js';
import { becauseOf } from './looks.js';
import { noteLoan } from './loans.js';
import { noteWait } from './lock-events.js';
import { elementOf, fixedArray, isGlobalCell, keepStored, loadField, taintOwner } from './places.js';
import { cellOf } from '../domain/cell.js';
import { readForThread, usePrivatePlace } from './private-places.js';
import { provide } from './provide.js';
import { noteProfile, recordCreation, recordFiles } from './record-file.js';
import { here, isReading, keepsNothingShared, recordAccess } from './record.js';
import { recordSetting } from './settings.js';
import { turnBehind } from './turns.js';
import { evaluate, lastName, siteId, symbolValue } from './walk.js';
import type { Walk } from './walk.js';
import { readWhole } from './whole-reads.js';
import { carrying, completionOf, dropWork, takeUp, workOfLibraryCall } from './works.js';

/** A call of a library function, with evaluated operands. */
export interface LibraryCall {
  /** Qualified name, for reports: `node:fs.writeFileSync`, `java.util.Map.put`. */
  readonly name: string;
  readonly fact: CallFact;
  /** The object, when it is a method of one. */
  readonly receiver: Value | undefined;
  readonly args: readonly Value[];
  /** Keyword arguments, by name. */
  readonly named: ReadonlyMap<string, Value>;
  readonly at: Span;
  /** The declared type of what the result goes to. */
  readonly asked?: TypeRef;
  /** Type arguments that the call writes. */
  readonly typeArguments?: readonly TypeRef[];
}

/** Applies the fact and returns the value of the call. */
export function applyFact(walk: Walk, state: State, call: LibraryCall): Value {
  const { fact } = call;
  readForThread(walk, state, call);
  const own = usePrivatePlace(walk, state, call);
  if (own) owned.set(call, own);
  else recordEffects(walk, state, call);
  recordSetting(walk, state, call);
  if (mayFail(fact)) walk.throws++;
  if (leavesProcess(fact)) { if (fact.returnsPromise) walk.promisesFail = true; else walk.fails++; }
  if (fact.blocks === 'task' && !fact.lock && walk.promisesFail) walk.fails++;
  recordArgumentIterations(walk, state, fact, call.args, call.at);
  if (readsArguments(call)) for (const arg of [...call.args, ...call.named.values()]) readWhole(walk, state, arg, call.at);
  if (fact.lock) applyLock(walk, state, call, fact.lock);
  if (fact.claims) applyClaim(walk, state, call, fact.claims);
  if (fact.permits !== undefined) notePermits(walk, state, pathOf({ kind: 'fresh', site: siteId(walk, call.at) }), permitsOf(state, call, fact.permits));
  recordFiles(walk, state, call);
  if (fact.process === 'environment' && call.args[1]) noteProfile(walk, state, literalText(call.args[0]?.text), call.args[1], call.at);
  for (const index of fact.writesArguments ?? []) writeInto(walk, state, call, index);
  const ranWith = completionOf(walk, () => { runFunctions(walk, state, call, fact.invokes ?? []); });
  keepComputed(walk, state, call);
  if (fact.handledBy) results.set(call, dispatch(walk, state, call, fact.handledBy));
  noteCall(walk, state, call);
  noteWait(walk, state, call.name, fact, call.at);
  if (fact.suspends) { suspend(state); walk.maySuspend = true; }
  const result = withExpiry(walk, state, call, resultOf(walk, state, call));
  noteLoan(walk, state, call, result);
  recordCreation(walk, state, call, result);
  return carrying(result, workOfLibraryCall(walk, call, results.get(call), ranWith));
}

/** Calls that send their arguments, write them out, or make an object of a library of them. */
function readsArguments({ name, fact }: LibraryCall): boolean {
  return fact.blocks !== undefined || fact.workload === 'io' || fact.text !== undefined || name.endsWith('.<constructor>');
}

/** What a call found in a place that its thread or flow has for itself. */
const owned = new WeakMap<LibraryCall, Value>();

/** Calls that fail now and then, whatever the code does. */
function leavesProcess({ blocks, files, workload, lock, effect }: CallFact): boolean {
  return !lock && effect !== 'close' && (blocks === 'remote' || blocks === 'process' || files !== undefined || workload === 'io');
}

/** Calls that leave the process, or work through data of any form. */
function mayFail(fact: CallFact): boolean {
  return fact.blocks !== undefined || fact.files !== undefined || fact.workload !== undefined;
}

const ACCESS_KIND: Record<ObjectEffect, AccessKind> = {
  read: 'read', check: 'check', iterate: 'iterate', write: 'mutate', clear: 'clear', remove: 'remove', atomic: 'atomic', use: 'use', configure: 'configure',
  session: 'session', close: 'close', replace: 'write', latest: 'read',
};

/** Who goes through what a database session holds works in the session. */
function accessKindOf({ engine }: Walk, effect: ObjectEffect, types: readonly string[]): AccessKind {
  const isSession = effect === 'iterate' && types.some((type) => engine.knowledge.type(type)?.concurrency === 'connection');
  return isSession ? 'use' : ACCESS_KIND[effect];
}

function recordEffects(walk: Walk, state: State, call: LibraryCall): void {
  const { fact } = call;
  const contents = fact.variable !== undefined && !ON_VARIABLE.has(fact.effect) ? symbolValue(walk.engine, fact.variable) : undefined;
  const receiver = contents ?? call.receiver;
  if (fact.effect && fact.variable !== undefined && !contents) { pendingReads.set(call, useVariable(walk, state, fact, fact.variable, call.at, storedValues(call))); return; }
  if (!fact.effect || !receiver) return;
  const types = contentTypes(walk.engine, receiver);
  const kind = accessKindOf(walk, fact.effect, types);
  if (keepsNothingShared(walk.engine, isReading(kind) ? types : seenTypes(walk.engine, receiver))) return;
  const key = fact.key === undefined ? undefined : call.args[fact.key];
  const values = storedValues(call);
  const value = values.length === 0 ? undefined : values.reduce(joinValues);
  const places = contentPlaces(state, receiver);
  const ids = recordAccess(walk, state, places, kind, call.at, {
    ...(value ? { value } : fact.effect === 'configure' || fact.effect === 'use' ? { value: also(walk.engine, derive(...call.args), call.args.flatMap((arg) => expiringIn(walk.engine, arg))) } : {}),
    ...(key ? { key: { marks: key.marks, ...(key.text ? { text: key.text } : {}) } } : {}),
    objectTypes: types, method: lastName(call.name), returnsPromise: fact.returnsPromise === true, statement: fact.statement === undefined ? undefined : literalText(call.args[fact.statement]?.text),
  });
  if (fact.effect === 'configure') taintOwner(state, receiver, derive(...call.args));
  if (value) {
    taintOwner(state, receiver, value);
    keepContents(walk, state, receiver, places, storedValues(call, isStored));
  }
  pendingReads.set(call, ids);
}

/** What is inside of the receiver from now on. */
function keepContents(walk: Walk, state: State, receiver: Value, places: readonly AccessPath[], values: readonly Value[]): void {
  if (values.length > 0) keepStored(walk, state, places, [...contentCells(receiver), ...places.filter(isGlobalCell).map(cellOf)], values.reduce(joinValues));
}

/** `map.computeIfAbsent(key, f)` puts what `f` returns into the map. */
function keepComputed(walk: Walk, state: State, call: LibraryCall): void {
  const { fact, receiver } = call;
  const computed = results.get(call);
  if (fact.effect !== 'atomic' || !fact.returnsElement || !receiver || !computed) return;
  keepContents(walk, state, receiver, contentPlaces(state, receiver), [computed]);
}

/** Effects on a variable itself; others are on the object it holds. */
const ON_VARIABLE: ReadonlySet<ObjectEffect | undefined> = new Set(['check', 'replace', 'latest', undefined] as const);

/** A variable that a library keeps for the whole process. */
function useVariable(walk: Walk, state: State, fact: CallFact, variable: string, at: Span, given: readonly Value[] = []): readonly string[] {
  const place = pathOf({ kind: 'symbol', name: variable }, ['*']);
  const made: Value = { ...derive(...given), shapes: fact.returns === undefined ? [] : [instanceOf(fact.returns, true)] };
  // The library has set it for this very invocation, from its event.
  if (fact.effect === 'latest') recordAccess(walk, state, [place], 'write', at, { value: { ...made, marks: REQUEST } });
  return recordAccess(walk, state, [place], fact.effect === 'replace' ? 'write' : 'read', at, fact.effect === 'replace' ? { value: made } : {});
}

/** The value of an operand that is read at `at`: of a library's variable, too (`variable` facts). */
export function readOperand(walk: Walk, state: State, operand: Operand, at: Span): Value {
  const value = evaluate(walk, state, operand);
  const fact = operand.kind === 'symbol' ? walk.engine.knowledge.call(operand.name) : undefined;
  return fact?.variable === undefined ? value : { ...value, reads: useVariable(walk, state, fact, fact.variable, at) };
}

/** Ids of the reads that a call in progress recorded; the result derives from them. */
const pendingReads = new WeakMap<LibraryCall, readonly string[]>();

function contentCells(receiver: Value): readonly string[] {
  return receiver.shapes.flatMap((shape) => (shape.kind === 'object' || shape.kind === 'array' ? [`${shape.site}${ELEMENT}`] : []));
}

/** The arguments that are put into the receiver, or that decide what is. */
export function storedValues(call: LibraryCall, admits: (call: LibraryCall, index: number) => boolean = () => true): readonly Value[] {
  const { fact, args } = call;
  const [from, to] = fact.value === undefined ? [0, fact.effect === 'write' || fact.effect === 'atomic' ? 2 : 0] : [fact.value, fact.valuesRest ? args.length : fact.value + 1];
  return args.filter((_, index) => index >= from && index < to && admits(call, index));
}

/** Keys, and functions that compute what is stored, are not stored themselves. */
function isStored({ fact, args }: LibraryCall, index: number): boolean {
  if (fact.effect !== 'atomic') return true;
  const isFunction = fact.invokes?.some((invocation) => invocation.argument === index) === true && args[index]?.shapes.some((shape) => shape.kind === 'closure') === true;
  return !isFunction && (fact.value !== undefined || index !== fact.key);
}

function writeInto(walk: Walk, state: State, call: LibraryCall, index: number): void {
  const target = call.args[index];
  if (!target || mergeMembers(walk, state, call, target)) return;
  const value = derive(...call.args.filter((_, i) => i !== index), ...(call.receiver ? [call.receiver] : []));
  taintOwner(state, target, value);
  recordAccess(walk, state, contentPlaces(state, target), 'mutate', call.at, { value, objectTypes: fixedArray(walk.engine, target), method: lastName(call.name) });
}

/** Attempts to take a lock: what the call returns says whether it is held. */
const attempts = new WeakMap<LibraryCall, LockAttempt>();

function applyLock(walk: Walk, state: State, call: LibraryCall, fact: LockFact): void {
  const lock = fact.argument === undefined ? call.receiver : call.args[fact.argument];
  if (!lock) return;
  const attempt = useLock(walk, state, lock, fact, call.at, call.fact.returnsPromise === true);
  if (attempt) attempts.set(call, attempt);
}

/** How many may hold what the call makes at once. */
function permitsOf(state: State, { fact, args }: LibraryCall, index: number): Value | undefined {
  const given = args[index];
  const { permitsKey } = fact;
  if (!given || permitsKey === undefined || given.text !== undefined) return given;
  return given.paths.map((path) => state.heap.get(extend(path, permitsKey).key)?.value).find((value) => value !== undefined);
}

function applyClaim(walk: Walk, state: State, call: LibraryCall, fact: ClaimFact): void {
  const attempt = claim(walk, state, fact, call.receiver, call.args, call.at);
  if (attempt) attempts.set(call, attempt);
}

function runFunctions(walk: Walk, state: State, call: LibraryCall, invocations: readonly Invocation[]): void {
  for (const invocation of invocations) {
    const named = call.named.get(invocation.keyword ?? '');
    const values = named ? [named] : call.args.slice(invocation.argument, invocation.rest ? undefined : invocation.argument + 1);
    for (const value of invocation.members ? membersOf(walk, state, values, invocation.members, call.at) : values) {
      if (hasClosure(walk, value)) runFunction(walk, state, call, invocation, value);
      else runNamed(walk, state, call, invocation, value);
    }
  }
}

/** A function of a library that is passed by its name: what it does to files (`paths.forEach(unlinkSync)`). */
function runNamed(walk: Walk, state: State, call: LibraryCall, invocation: Invocation, { shapes }: Value): void {
  if (invocation.when === 'with-result' || invocation.when === 'per-event') return;
  for (const shape of shapes) {
    const fact = shape.kind === 'symbol' ? walk.engine.knowledge.call(shape.name) : undefined;
    if (shape.kind === 'symbol' && fact?.files) applyFact(walk, state, { name: shape.name, fact, receiver: undefined, args: passedArguments(walk, state, call, invocation), named: new Map(), at: call.at });
  }
}

/** Members of objects, and of the elements of lists among them. */
function membersOf(walk: Walk, state: State, values: readonly Value[], names: readonly string[], at: Span): readonly Value[] {
  const objects = values.flatMap((value) => [value, elementOf(walk, state, value)]);
  return objects.flatMap((object) => names.map((name) => loadField(walk, state, object, name, at)));
}

/** Such functions are run for each element. */
const EACH: ReadonlySet<Invocation['passes']> = new Set(['element', 'element-index', 'key-value'] as const);

function runFunction(walk: Walk, state: State, call: LibraryCall, invocation: Invocation, value: Value): void {
  if (invocation.when === 'with-result') return;
  if (invocation.when === 'per-event') { keepForEvents(walk, value, call, invocation.parameters ?? []); return; }
  const isRepeated = invocation.repeated === true || EACH.has(invocation.passes);
  const lock = call.fact.runsUnderLock && call.receiver ? lockOfCall(walk, state, call.receiver, call.fact.key === undefined ? undefined : (call.args[call.fact.key] ?? EMPTY)) : undefined;
  const when = whenOf(walk, state, invocation, { isRepeated: isRepeated && !invocation.chained, isLocked: lock !== undefined });
  const passed = passedArguments(walk, state, call, invocation).map((arg, index) => typed(arg, invocation.parameters?.[index]));
  if (isRepeated) walk.loopDepth++;
  const outer = state.locks;
  if (lock) takeLock(walk, state, lock, 'exclusive', call.at, true);
  const under = when === 'later' && call.fact.follows && call.receiver ? turnBehind(walk, call.receiver, call.at) : [];
  const look = call.receiver?.exists ?? lookOf(walk, call);
  const result = becauseOf(state, look, () => callClosures(walk, state, value, passed, call.at, when, under));
  if (invocation.drops) dropWork(walk, result);
  else if (!call.fact.returnsMapped && !call.fact.returnsOutcome) takeUp(walk, result);
  if (lock) state.locks = outer;
  if (isRepeated) walk.loopDepth--;
  if (when === 'now' || when === 'aside' || call.fact.returnsOutcome) results.set(call, joinValues(results.get(call) ?? EMPTY, result));
}

function whenOf(walk: Walk, state: State, { when }: Invocation, { isRepeated, isLocked }: { readonly isRepeated: boolean; readonly isLocked: boolean }): When {
  if (when !== 'later' && when !== 'other-thread') return isRepeated && !isLocked ? 'aside' : 'now';
  if (!isLocked) return when;
  // Who waits for a lock goes on when he has it, and what he does is done before it is given back.
  suspend(state);
  walk.maySuspend = true;
  return 'now';
}

function typed(value: Value, type: string | undefined): Value {
  return type === undefined || value.shapes.length > 0 ? value : { ...value, shapes: [instanceOf(type, false)] };
}

/** What functions that a call ran have returned. */
const results = new WeakMap<LibraryCall, Value>();

function keepForEvents(walk: Walk, value: Value, call: LibraryCall, parameters: readonly string[]): void {
  for (const id of closuresOf(walk, value)) walk.engine.perEvent.set(id, { site: here(walk, call.at), parameters, isRequest: true, atInit: walk.engine.phase === 'init' });
}

function passedArguments(walk: Walk, state: State, call: LibraryCall, invocation: Invocation): readonly Value[] {
  const source = call.receiver ?? call.args[0] ?? EMPTY;
  switch (invocation.passes) {
    case 'element': { const element = elementOf(walk, state, source); return [element, element]; }
    case 'element-index': return [elementOf(walk, state, source), { ...EMPTY, marks: source.marks, text: COUNT }];
    case 'key-value': { const element = elementOf(walk, state, source); return [{ ...EMPTY, marks: source.marks }, element]; }
    case 'resolved': return [source];
    case 'nothing': return (invocation.parameters ?? []).map(() => EMPTY);
    case undefined: return handedOver(call, source);
  }
}

/** Whatever the call was given may come back, in any parameter (`(error, data) => …`). */
function handedOver(call: LibraryCall, source: Value): readonly Value[] {
  const value = derive(source, ...call.args);
  const listing = call.fact.files?.some((file) => file.effect === 'list') ? { text: textOf(call, value.marks, { atInit: false }) } : {};
  return Array.from({ length: HANDED_OVER }, () => ({ ...value, ...listing }));
}

/** No interface of callbacks is known that hands over more. */
const HANDED_OVER = 4;

function resultOf(walk: Walk, state: State, call: LibraryCall): Value {
  const { fact, receiver } = call;
  const after = fact.follows && receiver ? union(receiver.paths, receiver.after ?? []) : [];
  const result = { ...withFallback(call, plainResult(walk, state, call)), ...(after.length > 0 ? { after } : {}) };
  const wrapped = (fact.invokes ?? []).filter((invocation) => invocation.when === 'with-result')
    .flatMap((invocation) => call.args[invocation.argument]?.shapes.filter((shape) => shape.kind === 'closure') ?? []);
  return wrapped.length === 0 ? result : { ...result, shapes: [...wrapped, ...result.shapes] };
}

/** The characters that are there when nothing else is: the argument's, or of what it returns. */
function withFallback(call: LibraryCall, result: Value): Value {
  const { fact, args } = call;
  const fallback = fact.fallback === undefined ? undefined : (results.get(call) ?? args[fact.fallback])?.text;
  return fallback ? { ...result, text: result.text ? joinTexts(result.text, fallback) : fallback } : result;
}

/** The file that the call asks for. */
function lookOf(walk: Walk, call: LibraryCall): Look | undefined {
  const file = call.fact.files?.find(({ effect }) => effect === 'exists');
  return file && { text: fileText(call, file), site: here(walk, call.at) };
}

function plainResult(walk: Walk, state: State, call: LibraryCall): Value {
  const { fact, receiver, args } = call;
  const influence = derive(...(receiver ? [isService(walk, receiver) ? { ...receiver, reads: [] } : receiver] : []), ...args, ...call.named.values());
  const ran = results.get(call);
  const own = owned.get(call);
  if (own && (fact.returnsElement || fact.returnsPlace)) return fact.returns === undefined ? own : { ...own, shapes: [instanceOf(fact.returns, false)] };
  const reads = union(influence.reads, own?.reads ?? pendingReads.get(call) ?? [], 16);
  const marks = fact.returnsHarmless ? NO_MARKS : influence.marks | (ran?.marks ?? NO_MARKS) | (own?.marks ?? NO_MARKS);
  if (fact.returnsReceiver && receiver) return { ...receiver, marks: receiver.marks | influence.marks };
  if (fact.provides) return provide(walk, state, call, fact.provides);
  if (fact.returnsArgument !== undefined) return args[fact.returnsArgument] ?? EMPTY;
  const exists = lookOf(walk, call) ?? (fact.follows ? receiver?.exists : undefined);
  if (fact.returnsOutcome && ran) return { ...ran, marks: ran.marks | influence.marks, ...(exists ? { exists } : {}) };
  const shapes = fact.returns === undefined ? [] : [instanceOf(fact.returns, true)];
  if (fact.returnsPart && receiver) return { ...receiver, shapes, marks: receiver.marks | influence.marks };
  const text = textOf(call, marks, { atInit: walk.engine.phase === 'init', madeAt: siteId(walk, call.at) });
  const attempt = attempts.get(call);
  const base: Value = {
    paths: [], shapes: shapes.length > 0 ? shapes : (ran?.shapes ?? []), marks, reads, text,
    ...(exists ? { exists } : {}),
    ...(influence.fromClock || fact.unique?.source === 'time' ? { fromClock: true } : {}), ...(fact.compares ? { isComparison: true } : {}), ...(fact.asksPresence ? { isPresence: true } : {}), ...(fact.computes || (fact.text !== undefined && receiver?.computed === 'always') ? { computed: 'always' as const } : {}),
    ...(attempt ? { attempt } : {}),
  };
  if (fact.returnsShared !== undefined) return { ...base, paths: [pathOf({ kind: 'symbol', name: fact.returnsShared }, [ELEMENT])] };
  if (fact.returnsElement && receiver) return takesOut(walk, state, call, receiver) ? { ...elementResult(walk, state, base, receiver), paths: [pathOf({ kind: 'fresh', site: siteId(walk, call.at) })] } : elementResult(walk, state, base, receiver);
  const viewed = receiver ?? args[0];
  if (fact.returnsView && viewed) return viewOf(walk, state, call, base, viewed);
  if (!fact.returnsFresh && fact.returns === undefined) return base;
  const path = pathOf({ kind: 'fresh', site: siteId(walk, call.at) });
  if (fact.elements !== undefined) keepStored(walk, state, [extend(path, ELEMENT)], [], { ...EMPTY, shapes: [instanceOf(fact.elements, true)], marks, reads, text });
  if (fact.returnsMapped && ran) keepStored(walk, state, [extend(path, ELEMENT)], [], ran);
  if (fact.text === 'list' || fact.text === 'pairs') keepTexts(walk, state, path, call);
  if (fact.text === 'segments') keepStored(walk, state, [extend(path, ELEMENT)], [], { ...EMPTY, shapes: [instanceOf('String', false)], marks, reads, text });
  return { ...base, paths: [path] };
}

/** The elements of a new collection, where all are texts: what else they are is not kept here. */
function keepTexts(walk: Walk, state: State, path: AccessPath, call: LibraryCall): void {
  const texts = elementTexts(call);
  if (texts.length > 0 && texts.length <= MAX_ELEMENTS) keepStored(walk, state, [extend(path, ELEMENT)], [], { ...EMPTY, marks: derive(...call.args).marks, text: texts.reduce(joinTexts) });
}

/** Longer lists are data, and no paths. */
const MAX_ELEMENTS = 40;

/** What a client answers says nothing about which client was asked. */
function isService(walk: Walk, receiver: Value): boolean {
  return receiver.shapes.some((shape) => {
    const fact = shape.kind === 'instance' ? walk.engine.knowledge.type(shape.type) : undefined;
    return fact !== undefined && fact.collection === undefined && (fact.concurrency === 'safe' || fact.concurrency === 'pool' || fact.concurrency === 'connection' || fact.concurrency === 'safe-once-configured');
  });
}

/** A view is an object of its own whose elements are those of the receiver. */
function viewOf(walk: Walk, state: State, call: LibraryCall, base: Value, receiver: Value): Value {
  // Both halves of a read-write lock are the lock they belong to.
  const isLock = call.fact.returns !== undefined && walk.engine.knowledge.type(call.fact.returns)?.concurrency === 'lock';
  if (isLock) return { ...base, paths: receiver.paths };
  if (call.fact.live) return liveView(walk, call.fact, base, receiver);
  const path = pathOf({ kind: 'fresh', site: siteId(walk, call.at) });
  keepStored(walk, state, [extend(path, ELEMENT)], [], elementOf(walk, state, receiver));
  const element = elementArguments(receiver);
  const shapes = base.shapes.length > 0 ? base.shapes.map((shape) => (shape.kind === 'instance' && shape.args.length === 0 ? instanceOf(shape.type, true, element) : shape)) : receiver.shapes;
  return { ...base, paths: [path], shapes };
}

/** The type argument that says what a collection holds, for another type with that argument. */
function elementArguments(collection: Value): readonly TypeRef[] {
  return collection.shapes.flatMap((shape) => (shape.kind === 'instance' ? shape.args.slice(-1) : [])).slice(0, 1);
}

/** The receiver itself, seen through the methods of another type. */
function liveView(walk: Walk, fact: CallFact, base: Value, receiver: Value): Value {
  const behind = contentTypes(walk.engine, receiver);
  const element = elementArguments(receiver);
  const shapes = fact.returns === undefined ? receiver.shapes : behind.map((type) => viewShape(fact.returns ?? type, element, type));
  return { ...base, paths: receiver.paths, shapes: shapes.length > 0 ? shapes : base.shapes };
}

/** Whoever takes an element out in one step that nobody else can come between is alone with it, until he puts it somewhere. */
function takesOut({ engine }: Walk, state: State, { fact }: LibraryCall, receiver: Value): boolean {
  if (fact.effect !== 'remove' || fact.key !== undefined || receiver.paths.every(({ root }) => root.kind === 'fresh')) return false;
  return engine.takesTurns || state.locks.some(({ mode }) => mode === 'exclusive') || contentTypes(engine, receiver).every((type) => engine.knowledge.type(type)?.concurrency === 'safe');
}

function elementResult(walk: Walk, state: State, base: Value, receiver: Value): Value {
  const element = elementOf(walk, state, receiver);
  return { ...base, paths: element.paths, shapes: element.shapes.length > 0 ? element.shapes : base.shapes, text: element.text ?? base.text, marks: base.marks | element.marks };
}
