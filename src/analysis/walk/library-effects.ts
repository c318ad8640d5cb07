/** What calls of libraries do to objects, and to variables that a library keeps for the whole process. */
import type { Operand, Span } from '../../ir/index.js';
import type { CallFact, ObjectEffect } from '../../knowledge/schema.js';
import type { AccessKind } from '../domain/access.js';
import { ELEMENT, pathOf } from '../domain/access-path.js';
import type { AccessPath } from '../domain/access-path.js';
import { REQUEST } from '../domain/marks.js';
import { instanceOf } from '../domain/shape.js';
import type { State } from '../domain/state.js';
import { literalText } from '../domain/text.js';
import { derive, joinValues } from '../domain/value.js';
import type { ReadId, Value } from '../domain/value.js';
import { contentPlaces, contentTypes, seenTypes } from './contents.js';
import type { LibraryCall } from './library.js';
import { mergeMembers } from './merges.js';
import { also, expiringIn } from './expiring.js';
import { fixedArray, isGlobalCell } from './resolved-place.js';
import { keepStored, taintOwner } from './stored-values.js';
import { cellOf } from '../domain/cell.js';
import { isReading, keepsNothingShared, recordAccess } from './record.js';
import { evaluate, lastName, symbolValue } from './walk.js';
import type { Walk } from './walk.js';

const ACCESS_KIND: Record<ObjectEffect, AccessKind> = {
  read: 'read', check: 'check', iterate: 'iterate', write: 'mutate', clear: 'clear', remove: 'remove', atomic: 'atomic', use: 'use', configure: 'configure',
  session: 'session', close: 'close', replace: 'write', latest: 'read',
};

/** Who goes through what a database session holds works in the session. */
function accessKindOf({ engine }: Walk, effect: ObjectEffect, types: readonly string[]): AccessKind {
  const isSession = effect === 'iterate' && types.some((type) => engine.knowledge.type(type)?.concurrency === 'connection');
  return isSession ? 'use' : ACCESS_KIND[effect];
}

/** What the call does to its receiver, or to a variable of the library; gives the ids of the reads in it, from which the result derives. */
export function recordEffects(walk: Walk, state: State, call: LibraryCall): readonly ReadId[] {
  const { fact } = call;
  const contents = fact.variable !== undefined && !ON_VARIABLE.has(fact.effect) ? symbolValue(walk.engine, fact.variable) : undefined;
  const receiver = contents ?? call.receiver;
  if (fact.effect && fact.variable !== undefined && !contents) return useVariable(walk, state, fact, fact.variable, call.at, storedValues(call));
  if (!fact.effect || !receiver) return [];
  const types = contentTypes(walk.engine, receiver);
  const kind = accessKindOf(walk, fact.effect, types);
  if (keepsNothingShared(walk.engine, isReading(kind) ? types : seenTypes(walk.engine, receiver))) return [];
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
  return ids;
}

/** What is inside of the receiver from now on. */
function keepContents(walk: Walk, state: State, receiver: Value, places: readonly AccessPath[], values: readonly Value[]): void {
  if (values.length > 0) keepStored(walk, state, places, [...contentCells(receiver), ...places.filter(isGlobalCell).map(cellOf)], values.reduce(joinValues));
}

/** `map.computeIfAbsent(key, f)` puts what `f` returns into the map. */
export function keepComputed(walk: Walk, state: State, { fact, receiver }: LibraryCall, computed: Value | undefined): void {
  if (fact.effect !== 'atomic' || !fact.returnsElement || !receiver || !computed) return;
  keepContents(walk, state, receiver, contentPlaces(state, receiver), [computed]);
}

/** Effects on a variable itself; others are on the object it holds. */
const ON_VARIABLE: ReadonlySet<ObjectEffect | undefined> = new Set(['check', 'replace', 'latest', undefined] as const);

/** A variable that a library keeps for the whole process. */
function useVariable(walk: Walk, state: State, fact: CallFact, variable: string, at: Span, given: readonly Value[] = []): readonly ReadId[] {
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

/** The argument at `index` is written into. */
export function writeInto(walk: Walk, state: State, call: LibraryCall, index: number): void {
  const target = call.args[index];
  if (!target || mergeMembers(walk, state, call, target)) return;
  const value = derive(...call.args.filter((_, i) => i !== index), ...(call.receiver ? [call.receiver] : []));
  taintOwner(state, target, value);
  recordAccess(walk, state, contentPlaces(state, target), 'mutate', call.at, { value, objectTypes: fixedArray(walk.engine, target), method: lastName(call.name) });
}
