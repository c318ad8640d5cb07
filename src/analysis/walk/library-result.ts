/** What calls of libraries return. */
import type { TypeRef } from '../../ir/index.js';
import type { CallFact } from '../../knowledge/schema.js';
import type { Look } from '../domain/access.js';
import { ELEMENT, extend, pathOf } from '../domain/access-path.js';
import type { AccessPath } from '../domain/access-path.js';
import { NO_MARKS } from '../domain/marks.js';
import { instanceOf, viewShape } from '../domain/shape.js';
import type { State } from '../domain/state.js';
import { joinTexts } from '../domain/text.js';
import { EMPTY, derive, union } from '../domain/value.js';
import type { LockAttempt, ReadId, Value } from '../domain/value.js';
import { contentTypes } from './contents.js';
import type { LibraryCall } from './library.js';
import { elementTexts, fileText, textOf } from './library-text.js';
import { elementOf } from './places.js';
import { keepStored } from './stored-values.js';
import { provide } from './provide.js';
import { here } from './record.js';
import { siteId } from './walk.js';
import type { Walk } from './walk.js';

/** What has come of a call before its result. */
export interface Found {
  /** What was in a place that its thread or flow has for itself. */
  readonly own: Value | undefined;
  /** The reads that it recorded; the result derives from them. */
  readonly reads: readonly ReadId[];
  /** It tried to take a lock: what it returns says whether it is held. */
  readonly attempt: LockAttempt | undefined;
  /** What the functions that it ran have returned. */
  readonly ran: Value | undefined;
}

/** The value of the call. */
export function resultOf(walk: Walk, state: State, call: LibraryCall, found: Found): Value {
  const { fact, receiver } = call;
  const after = fact.follows && receiver ? union(receiver.paths, receiver.after ?? []) : [];
  const result = { ...withFallback(call, found, plainResult(walk, state, call, found)), ...(after.length > 0 ? { after } : {}) };
  const wrapped = (fact.invokes ?? []).filter((invocation) => invocation.when === 'with-result')
    .flatMap((invocation) => call.args[invocation.argument]?.shapes.filter((shape) => shape.kind === 'closure') ?? []);
  return wrapped.length === 0 ? result : { ...result, shapes: [...wrapped, ...result.shapes] };
}

/** The characters that are there when nothing else is: the argument's, or of what it returns. */
function withFallback({ fact, args }: LibraryCall, { ran }: Found, result: Value): Value {
  const fallback = fact.fallback === undefined ? undefined : (ran ?? args[fact.fallback])?.text;
  return fallback ? { ...result, text: result.text ? joinTexts(result.text, fallback) : fallback } : result;
}

/** The file that the call asks for. */
export function lookOf(walk: Walk, call: LibraryCall): Look | undefined {
  const file = call.fact.files?.find(({ effect }) => effect === 'exists');
  return file && { text: fileText(call, file), site: here(walk, call.at) };
}

function plainResult(walk: Walk, state: State, call: LibraryCall, { own, reads: seen, attempt, ran }: Found): Value {
  const { fact, receiver, args } = call;
  const influence = derive(...(receiver ? [isService(walk, receiver) ? { ...receiver, reads: [] } : receiver] : []), ...args, ...call.named.values());
  if (own && (fact.returnsElement || fact.returnsPlace)) return fact.returns === undefined ? own : { ...own, shapes: [instanceOf(fact.returns, false)] };
  const reads = union(influence.reads, own?.reads ?? seen, 16);
  const marks = fact.returnsHarmless ? NO_MARKS : influence.marks | (ran?.marks ?? NO_MARKS) | (own?.marks ?? NO_MARKS);
  if (fact.returnsReceiver && receiver) return { ...receiver, marks: receiver.marks | influence.marks };
  if (fact.provides) return provide(walk, state, call, fact.provides);
  if (fact.returnsArgument !== undefined) return args[fact.returnsArgument] ?? EMPTY;
  const exists = lookOf(walk, call) ?? (fact.follows ? receiver?.exists : undefined);
  if (fact.returnsOutcome && ran) return { ...ran, marks: ran.marks | influence.marks, ...(exists ? { exists } : {}) };
  const shapes = fact.returns === undefined ? [] : [instanceOf(fact.returns, true)];
  if (fact.returnsPart && receiver) return { ...receiver, shapes, marks: receiver.marks | influence.marks };
  const text = textOf(call, marks, { atInit: walk.engine.phase === 'init', madeAt: siteId(walk, call.at) });
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
