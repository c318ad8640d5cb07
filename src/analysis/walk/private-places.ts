/**
 * Objects that keep a value for each thread or each flow of control (`ThreadLocal`, `AsyncLocal`, diagnostic contexts): which
 * place a call on one of them means, and what the call does there.
 */
import type { TypeId } from '../../ir/index.js';
import { PER_FLOW, PER_THREAD, extend, isPrivate, pathOf } from '../domain/access-path.js';
import type { AccessPath } from '../domain/access-path.js';
import type { Shape } from '../domain/shape.js';
import type { State } from '../domain/state.js';
import { literalText } from '../domain/text.js';
import { keyStep } from '../domain/thread-values.js';
import { EMPTY, joinValues } from '../domain/value.js';
import type { Value } from '../domain/value.js';
import type { Engine } from '../engine.js';
import { libraryTypeOf } from './contents.js';
import { storedValues } from './library-effects.js';
import type { LibraryCall } from './library.js';
import { readPlace, writePlace } from './places.js';
import { privatePlace } from './resolved-place.js';
import { taintOwner } from './stored-values.js';
import { aliasesOf, recordAccess } from './record.js';
import { declaredShape } from './walk.js';
import type { Walk } from './walk.js';

/** What keeps the values. */
interface Holder {
  /** Where the running thread or flow has its own. */
  readonly places: readonly AccessPath[];
  /** It keeps one value for each key. */
  readonly isKeyed: boolean;
  readonly declared: readonly Shape[];
}

/** The step to what an object of the type keeps for whoever runs; nothing when it is one object for all. */
export function privateStep({ knowledge }: Engine, type: TypeId): string | undefined {
  const concurrency = knowledge.type(type)?.concurrency;
  return concurrency === 'per-thread' ? PER_THREAD : concurrency === 'per-flow' ? PER_FLOW : undefined;
}

/** The steps to a member of an object that keeps values for whoever runs: its one value, or what it keeps under a name. */
export function privateSteps(engine: Engine, type: TypeId, name: string | undefined): readonly string[] | undefined {
  const step = privateStep(engine, type);
  if (step === undefined) return undefined;
  if (isKeyed(engine, type)) return [step, keyStep(name)];
  return name !== undefined && engine.knowledge.method(type, name)?.returnsElement ? [step] : undefined;
}

/** Does what the call does to the own place of the thread or flow, and returns what was there; nothing when it is no such call. */
export function usePrivatePlace(walk: Walk, state: State, call: LibraryCall): Value | undefined {
  const { fact, at } = call;
  if (!fact.effect) return undefined;
  const holder = holderOf(walk, state, call);
  if (!holder) return undefined;
  const places = placesOf(walk, holder, call);
  switch (fact.effect) {
    case 'read': case 'check': case 'iterate': case 'use': case 'session': case 'latest': return read(walk, state, call, holder, places);
    case 'clear': case 'remove': case 'close':
      for (const place of places) writePlace(walk, state, privatePlace(place, holder.declared), { ...EMPTY, isNull: true }, at, 'assign');
      return EMPTY;
    case 'write': case 'replace': case 'atomic': case 'configure': {
      const value = storedValues(call).reduce(joinValues, EMPTY);
      for (const place of places) writePlace(walk, state, privatePlace(place, holder.declared), value, at, 'assign');
      if (call.receiver) taintOwner(state, call.receiver, value);
      const kept = call.receiver?.paths.filter(isPrivate) ?? [];
      return fact.returnsPlace ? { ...EMPTY, paths: [...new Set([...kept, ...places])] } : EMPTY;
    }
  }
}

function read(walk: Walk, state: State, { fact, at }: LibraryCall, { declared }: Holder, places: readonly AccessPath[]): Value {
  const values = places.map((place) => readPlace(walk, state, privatePlace(place, declared), at));
  const value = values.reduce(joinValues, EMPTY);
  return fact.returnsElement ? value : { ...EMPTY, marks: value.marks, reads: value.reads };
}

/** A logger adds what its thread keeps to every line. */
export function readForThread(walk: Walk, state: State, call: LibraryCall): void {
  for (const shape of call.receiver?.shapes ?? []) {
    if (shape.kind !== 'instance') continue;
    for (const name of walk.engine.knowledge.type(libraryTypeOf(walk.engine, shape.type))?.reads ?? []) {
      recordAccess(walk, state, keysOf(walk.engine, ownPlace(walk.engine, name)), 'read', call.at, { isImplicit: true });
    }
  }
}

function holderOf(walk: Walk, state: State, call: LibraryCall): Holder | undefined {
  const { engine } = walk;
  const { receiver, fact } = call;
  const name = fact.variable ?? (receiver === undefined ? call.name.slice(0, Math.max(0, call.name.lastIndexOf('.'))) : undefined);
  if (name !== undefined) {
    const type = engine.knowledge.type(name) ? name : engine.knowledge.symbol(name)?.type;
    const step = type === undefined ? undefined : privateStep(engine, type);
    return step === undefined || type === undefined ? undefined : { places: [ownPlace(engine, name)], isKeyed: isKeyed(engine, type), declared: [] };
  }
  const shapes = (receiver?.shapes ?? []).flatMap((shape) => (shape.kind === 'instance' ? [shape] : []));
  const types = shapes.map((shape) => libraryTypeOf(walk.engine, shape.type));
  const step = types[0] === undefined ? undefined : privateStep(engine, types[0]);
  if (step === undefined || !types.every((type) => privateStep(engine, type) === step)) return undefined;
  const paths = (receiver?.paths ?? []).flatMap((path) => aliasesOf(state, path));
  return {
    places: paths.map((path) => (isPrivate(path) ? path : extend(path, step))), isKeyed: types.some((type) => isKeyed(engine, type)),
    declared: shapes.flatMap((shape) => declaredShape(shape.args.at(-1))),
  };
}

function isKeyed({ knowledge }: Engine, type: TypeId): boolean {
  return knowledge.type(type)?.collection !== undefined;
}

/** What a holder that is no object, but a set of static methods, keeps for the running thread. */
function ownPlace(engine: Engine, name: string): AccessPath {
  const type = engine.knowledge.type(name) ? name : (engine.knowledge.symbol(name)?.type ?? name);
  return extend(pathOf({ kind: 'symbol', name }), privateStep(engine, type) ?? PER_THREAD);
}

/** The places that the call concerns: the one of its key, or all that were ever written. */
function placesOf({ engine }: Walk, holder: Holder, { fact, args }: LibraryCall): readonly AccessPath[] {
  if (!holder.isKeyed) return holder.places;
  const key = fact.key === undefined ? undefined : literalText(args[fact.key]?.text);
  const isOne = fact.effect === 'write' || fact.effect === 'atomic' || fact.effect === 'configure' || key !== undefined;
  return holder.places.flatMap((place) => (isPlaceOfKey(place) ? [place] : isOne ? [extend(place, keyStep(key))] : keysOf(engine, place)));
}

function isPlaceOfKey(place: AccessPath): boolean {
  return place.steps.at(-1)?.startsWith('"') === true;
}

/** The places of all keys of a holder that were ever written. */
function keysOf(engine: Engine, holder: AccessPath): readonly AccessPath[] {
  return [...(engine.threadPlaces.get(holder.key) ?? [])];
}
