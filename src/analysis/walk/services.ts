/**
 * Objects that a dependency-injection container keeps or makes. A singleton is one object for the whole process, made before the
 * first invocation; a scoped or transient object belongs to whoever asked for it.
 */
import type { Binding, FunctionSignature, Span, TypeId, TypeRef } from '../../ir/index.js';
import { pathOf } from '../domain/access-path.js';
import { NO_MARKS } from '../domain/marks.js';
import { instanceOf } from '../domain/shape.js';
import type { Shape } from '../domain/shape.js';
import type { State } from '../domain/state.js';
import { EMPTY } from '../domain/value.js';
import type { Value } from '../domain/value.js';
import type { Engine } from '../engine.js';
import { callRepository } from './call-repository.js';
import { initialise } from './construct.js';
import type { Walk } from './walk.js';

/** Containers are built of services that need services; deeper ones are not looked into. */
const MAX_DEPTH = 6;

/** Who asks the container: a request, whose scope ends with it, or the root, whose scoped objects live as long as the process. */
export type Scope = 'request' | 'root';

/** The one object of a class that the process keeps: a handler, a controller, a singleton service. */
export function keptObject(type: TypeId): Value {
  return { paths: [pathOf({ kind: 'entry-object', type })], shapes: [instanceOf(type, true)], marks: NO_MARKS, reads: [] };
}

/** What the container gives for `type`; nothing when no registration names it. */
export function serviceOf(walk: Walk, state: State, type: TypeRef, scope: Scope, at: Span, depth = 0): Value | undefined {
  const binding = bindingOf(walk.engine, type.name);
  if (!binding || depth > MAX_DEPTH) return undefined;
  const lives = binding.lifetime === 'singleton' || (binding.lifetime === 'scoped' && scope === 'root');
  if (!lives) return made(walk, state, binding, at, depth);
  const implementation = binding.implementation ?? binding.service;
  walk.engine.singletons.add(implementation);
  const kept = keptObject(implementation);
  return binding.implementation === undefined ? { ...kept, shapes: [instanceOf(binding.service, false, type.args)] } : kept;
}

/** Runs the constructor of `type` on `object` with what the container injects. */
export function initialiseInjected(walk: Walk, state: State, type: TypeId, object: Value, scope: Scope, at: Span, depth = 0): void {
  const args = (constructorOf(walk.engine, type)?.parameters ?? []).map((parameter) => injected(walk, state, parameter.type, scope, at, depth + 1));
  initialise(walk, state, type, object, args, at);
}

/** Containers take the constructor with the most parameters; a class without one has its base's. */
function constructorOf({ hierarchy, program }: Engine, type: TypeId): FunctionSignature | undefined {
  for (const ancestor of hierarchy.ancestors(type)) {
    const constructors = program.type(ancestor)?.methods.filter((method) => method.isConstructor) ?? [];
    if (constructors.length > 0) return [...constructors].sort((a, b) => b.parameters.length - a.parameters.length)[0];
  }
  return undefined;
}

function injected(walk: Walk, state: State, type: TypeRef | undefined, scope: Scope, at: Span, depth: number): Value {
  if (type === undefined) return EMPTY;
  return serviceOf(walk, state, type, scope, at, depth) ?? fresh('service', type.name, instanceOf(type.name, false, type.args));
}

/** An object made for this request. */
function made(walk: Walk, state: State, binding: Binding, at: Span, depth: number): Value {
  if (binding.provider !== undefined) return callRepository(walk, state, [binding.provider], undefined, [], at);
  const type = binding.implementation ?? binding.service;
  if (walk.engine.program.type(type)) return ownObject(walk, state, type, { role: 'service', exact: binding.implementation !== undefined, at, depth });
  return fresh('service', type, instanceOf(type, binding.implementation !== undefined));
}

/** A new object of a class of the repository, made by a container or framework for this request; `role` tells apart what it is made for. */
export function ownObject(walk: Walk, state: State, type: TypeId, { role, exact = true, at, depth = 0 }: { readonly role: string; readonly exact?: boolean; readonly at: Span; readonly depth?: number }): Value {
  const object = fresh(role, type, instanceOf(type, exact));
  initialiseInjected(walk, state, type, object, 'request', at, depth);
  return object;
}

function fresh(role: string, type: TypeId, shape: Shape): Value {
  return { ...EMPTY, paths: [pathOf({ kind: 'fresh', site: `${role} ${type}` })], shapes: [shape] };
}

/** The last registration of a service holds. */
function bindingOf({ program }: Engine, service: TypeId): Binding | undefined {
  return program.bindings().findLast((binding) => binding.service === service);
}

/** Whether a framework makes an instance of `type` for each request (`TypeFact.perRequest` of a base class or an annotation). */
export function isMadePerRequest({ hierarchy, knowledge, program }: Engine, type: TypeId): boolean {
  const lineage = hierarchy.ancestors(type);
  const names = [...lineage, ...lineage.flatMap((ancestor) => program.type(ancestor)?.annotations ?? []).flatMap(({ name }) => [name, `${name}Attribute`])];
  return names.some((name) => knowledge.type(name)?.perRequest === true);
}
