/**
 * What is good for a while only: tokens and credentials, by the facts of the calls that give them, what is made of them, and
 * objects that go on using one. A request for one is known by its type or by its words, and the answer to it is one.
 */
import { expiringShape, isExpiring } from '../domain/shape.js';
import type { Expiring, Shape } from '../domain/shape.js';
import type { State } from '../domain/state.js';
import { union } from '../domain/value.js';
import type { Value } from '../domain/value.js';
import type { Engine } from '../engine.js';
import type { LibraryCall } from './library.js';
import type { Walk } from './walk.js';

const MAX_SHAPES = 24;
const MAX_DEPTH = 3;
const MAX_MEMBERS = 24;

/** A constant, which may be the words of a request. */
export function asking(engine: Engine, value: Value, text: unknown): Value {
  const expiry = typeof text === 'string' ? engine.knowledge.requestedBy(text) : undefined;
  return expiry ? also(engine, value, [expiringShape(expiry, 'asked')]) : value;
}

/** What is in something that expires, or what it says of itself, expires with it. */
export function partOf(engine: Engine, whole: Value, part: Value): Value {
  if (!engine.seesExpiring || part.shapes.some(({ kind }) => kind === 'closure' || kind === 'member')) return part;
  return also(engine, part, whole.shapes.filter(isExpiring).filter(({ as }) => as === 'itself'));
}

/** A text that is put together of others. */
export function joinedOf(engine: Engine, joined: Value, parts: readonly Value[]): Value {
  return engine.seesExpiring ? also(engine, joined, parts.flatMap(({ shapes }) => shapes.filter(isExpiring))) : joined;
}

/** What of `value`, or of what it is written out to hold, expires. */
export function expiringIn(engine: Engine, value: Value): readonly Expiring[] {
  return engine.seesExpiring ? expiringAmong(engine, value.shapes, MAX_DEPTH) : [];
}

function expiringAmong(engine: Engine, shapes: readonly Shape[], depth: number): readonly Expiring[] {
  const found = shapes.flatMap((shape): readonly Expiring[] => {
    if (shape.kind === 'expiring') return [shape];
    return depth === 0 ? [] : cellsOf(engine, shape).slice(0, MAX_MEMBERS).flatMap((cell) => expiringAmong(engine, engine.heap.get(cell).shapes, depth - 1));
  });
  return [...new Set(found)];
}

/** Where the members of what the code itself has written are kept. */
function cellsOf({ heap, hierarchy, program }: Engine, shape: Shape): readonly string[] {
  if (shape.kind === 'object' || shape.kind === 'array') return heap.membersOf(shape.site);
  if (shape.kind !== 'instance' || !program.type(shape.type)) return [];
  return hierarchy.ancestors(shape.type).flatMap((type) => (program.type(type)?.fields ?? []).filter((field) => !field.isStatic).map((field) => `${type}#${field.name}`));
}

/** The result of a library's call, with what is known of its life. */
export function withExpiry(walk: Walk, state: State, call: LibraryCall, result: Value): Value {
  const { engine } = walk;
  const { fact, receiver } = call;
  const own = fact.expires ? [expiringShape(fact.expires, isConstructor(call) ? 'asked' : 'itself')] : [];
  if (!engine.seesExpiring) return also(engine, result, own);
  const given = [...call.args, ...call.named.values()].flatMap((arg) => expiringIn(engine, arg));
  if (receiver && given.length > 0 && (fact.effect === 'configure' || fact.effect === 'write' || fact.returnsReceiver)) holdIn(engine, state, receiver, given);
  return also(engine, result, [...own, ...passedOn(engine, call, result, given)]);
}

/** What the result of the call has of what goes in. */
function passedOn(engine: Engine, call: LibraryCall, result: Value, given: readonly Expiring[]): readonly Expiring[] {
  const { fact, receiver } = call;
  const own = receiver?.shapes.filter(isExpiring) ?? [];
  if (fact.blocks === 'remote' || fact.workload === 'io') return given.flatMap(({ as, expiry }) => (as === 'asked' ? [expiringShape(expiry, 'itself')] : []));
  if (fact.text !== undefined || fact.parses || fact.returnsArgument !== undefined) return [...given, ...own];
  if (fact.returnsReceiver) return heldOf(given);
  const isObject = fact.returnsFresh === true || fact.returns !== undefined;
  return isObject ? keptBy(engine, result, [...given, ...own.filter(({ as }) => as !== 'itself')]) : [];
}

/** What an object that was made of `given` goes on using: a value is what it is made of, an open connection needs it no more. */
export function keptBy(engine: Engine, object: Value, given: readonly Expiring[]): readonly Expiring[] {
  if (given.length === 0) return [];
  const kinds = object.shapes.flatMap((shape) => (shape.kind === 'instance' ? (engine.knowledge.type(shape.type)?.concurrency ?? []) : []));
  if (kinds.includes('immutable')) return given;
  return heldOf(kinds.includes('connection') ? given.filter(({ expiry }) => !expiry.opensOnly) : given);
}

function heldOf(given: readonly Expiring[]): readonly Expiring[] {
  return given.map(({ as, expiry }) => expiringShape(expiry, as === 'asked' ? 'asked' : 'held'));
}

/** The object was given it: under whatever name the function knows it. */
export function holdIn(engine: Engine, state: State, object: Value, given: readonly Expiring[]): void {
  for (const [name, local] of state.locals) {
    if (local.paths.some((path) => path.root.kind === 'fresh' && object.paths.includes(path))) state.locals.set(name, also(engine, local, heldOf(given)));
  }
}

/** The value, as something that is, holds or asks for these as well. */
export function also(engine: Engine, value: Value, expiring: readonly Expiring[]): Value {
  if (expiring.length === 0) return value;
  engine.seesExpiring = true;
  const shapes = union(value.shapes, expiring, MAX_SHAPES);
  return shapes === value.shapes ? value : { ...value, shapes };
}

function isConstructor({ name }: LibraryCall): boolean {
  return name.endsWith('.<constructor>');
}
