/** Calls that ask a dependency-injection container: for which type, in which scope, and what it gives. */
import type { FunctionSignature, Span, TypeId, TypeRef } from '../../ir/index.js';
import type { CallFact } from '../../knowledge/schema.js';
import { instanceOf } from '../domain/shape.js';
import type { State } from '../domain/state.js';
import { literalText } from '../domain/text.js';
import { EMPTY } from '../domain/value.js';
import type { Value } from '../domain/value.js';
import type { Engine } from '../engine.js';
import type { LibraryCall } from './library.js';
import { allServicesOf, keptService, ownObject, serviceOf, unregistered } from './services.js';
import type { Asking, Scope } from './services.js';
import { lastName } from './walk.js';
import type { Walk } from './walk.js';

/** What the container that `call` asks gives. */
export function provide(walk: Walk, state: State, call: LibraryCall, how: NonNullable<CallFact['provides']>): Value {
  const type = askedType(walk, call);
  if (type === undefined) {
    walk.engine.cuts.add(`what ${lastName(call.name)} gives in ${walk.fn.name} is not known`);
    return EMPTY;
  }
  const asking: Asking = { scope: scopeOf(walk.engine, call.receiver ?? call.args[0]), at: call.at, key: keyIn(call.args), makesAny: how === 'any' };
  if (how === 'all') return allServicesOf(walk, state, type, asking);
  if (how === 'new') return walk.engine.program.type(type.name) ? ownObject(walk, state, type.name, { ...asking, role: 'new', given: call.args.slice(1) }) : { ...EMPTY, shapes: [instanceOf(type.name, true)] };
  return serviceOf(walk, state, type, asking) ?? unregistered(walk, state, type, asking);
}

/** The text among the arguments: the name of a keyed service. */
function keyIn(args: readonly Value[]): string | undefined {
  for (const arg of args) {
    const text = literalText(arg.text);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The type that the call names, that is passed as a class, that the receiver is made for, or that the result has to be. */
function askedType(walk: Walk, call: LibraryCall): TypeRef | undefined {
  const passed = call.args.flatMap((arg) => arg.shapes.flatMap((shape) => classNamed(shape)))[0];
  const holds = call.receiver?.shapes.flatMap((shape) => (shape.kind === 'instance' ? shape.args.slice(-1) : []))[0];
  return [call.typeArguments?.[0], passed, holds, call.asked].flatMap((type) => resolved(walk, type) ?? [])[0];
}

function classNamed(shape: Value['shapes'][number]): readonly TypeRef[] {
  if (shape.kind === 'type') return [{ name: shape.type, args: [] }];
  return shape.kind === 'symbol' && shape.name.endsWith('.class') ? [{ name: shape.name.slice(0, -'.class'.length), args: [] }] : [];
}

/** A type parameter is what the call of the function around says; one that nobody says means nothing. */
export function resolved(walk: Walk, type: TypeRef | undefined): TypeRef | undefined {
  if (type === undefined) return undefined;
  const known = walk.context.types?.get(type.name);
  if (known !== undefined) return known;
  const isNamed = walk.engine.program.type(type.name) !== undefined || walk.engine.knowledge.type(type.name) !== undefined || type.name.includes('.');
  if (!isNamed) return undefined;
  return { name: type.name, args: type.args.map((arg) => resolved(walk, arg) ?? arg) };
}

/**
 * The container of the process is kept by somebody, or known by its type. One that the invocation has made for itself, and a
 * scope, end with it.
 */
function scopeOf({ knowledge, phase }: Engine, provider: Value | undefined): Scope {
  const isRoot = provider?.shapes.some((shape) => shape.kind === 'instance' && knowledge.type(shape.type)?.container === shape.type) === true;
  if (isRoot) return phase === 'invocation' && provider?.paths.length === 1 && provider.paths[0]?.root.kind === 'fresh' ? 'own' : 'root';
  return provider?.paths.some(({ root }) => root.kind !== 'fresh' && root.kind !== 'parameter') ? 'root' : 'request';
}

/** What an abstract method of a component gives: the container implements it. */
export function ofComponent(walk: Walk, state: State, type: TypeId, receiver: Value, method: FunctionSignature | undefined, at: Span): Value | undefined {
  const { knowledge, program } = walk.engine;
  const declaration = program.type(type);
  if (!declaration || !method?.returns || !declaration.annotations.some(({ name }) => knowledge.type(name)?.isComponent === true)) return undefined;
  if (method.returns.name === 'void') return EMPTY;
  const asking: Asking = { scope: scopeOf(walk.engine, receiver), at, makesAny: true };
  return serviceOf(walk, state, method.returns, asking) ?? unregistered(walk, state, method.returns, asking);
}

/** What an invocation gets that calls the method by which the container makes a singleton: the container's own object. */
export function keptByContainer({ engine }: Walk, functions: readonly string[]): Value | undefined {
  const binding = engine.phase === 'invocation' && functions.length === 1 ? engine.registrations.madeBy(functions[0] ?? '') : undefined;
  if (binding?.lifetime !== 'singleton' || binding.by !== undefined) return undefined;
  engine.singletons.add(binding);
  return keptService(engine, binding, { name: binding.service, args: [] });
}
