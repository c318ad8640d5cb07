/**
 * Objects that a dependency-injection container keeps or makes. A singleton is one object for the whole process, made before the
 * first invocation; a scoped or transient object belongs to whoever asked for it.
 */
import type { Binding, FunctionId, FunctionSignature, Span, TypeId, TypeRef } from '../../ir/index.js';
import { ELEMENT, extend, pathOf } from '../domain/access-path.js';
import { qualifiedStep } from '../domain/cell.js';
import { NO_MARKS, REQUEST } from '../domain/marks.js';
import { instanceOf, symbolShape } from '../domain/shape.js';
import type { Shape } from '../domain/shape.js';
import type { State } from '../domain/state.js';
import { EMPTY, derive, joinValues } from '../domain/value.js';
import type { Value } from '../domain/value.js';
import type { Engine } from '../engine.js';
import { callRepository } from './call-repository.js';
import { initialise } from './construct.js';
import { keepStored } from './stored-values.js';
import { registeredFor } from './registered.js';
import type { Walk } from './walk.js';

/** Containers are built of services that need services; deeper ones are not looked into. */
const MAX_DEPTH = 6;

/**
 * Who asks the container: a request, whose scope ends with it; the root, whose scoped objects live as long as the process; or
 * the owner of a container that the invocation made for itself.
 */
export type Scope = 'request' | 'root' | 'own';

/** What is asked of a container besides the type. */
export interface Asking {
  readonly scope: Scope;
  readonly at: Span;
  /** The name of a keyed service. */
  readonly key?: string | undefined;
  /** The container makes objects of classes that nobody has registered. */
  readonly makesAny?: boolean;
  readonly depth?: number;
}

/** The one object of a class that the process keeps: a handler, a controller, a singleton service. */
export function keptObject(type: TypeId): Value {
  return { paths: [pathOf({ kind: 'entry-object', type })], shapes: [instanceOf(type, true)], marks: NO_MARKS, reads: [] };
}

/** What the container gives for `type`; nothing when no registration names it. */
export function serviceOf(walk: Walk, state: State, type: TypeRef, asking: Asking): Value | undefined {
  const bindings = registeredFor(walk.engine, type, asking.key);
  if (bindings.length === 0 || (asking.depth ?? 0) > MAX_DEPTH) return undefined;
  return bindings.map((binding) => provided(walk, state, binding, type, asking)).reduce(joinValues);
}

/** A sequence of everything that is registered as `type`. */
export function allServicesOf(walk: Walk, state: State, type: TypeRef, asking: Asking): Value {
  const list: Value = { ...EMPTY, paths: [pathOf({ kind: 'fresh', site: `services ${type.name}` })] };
  const elements = walk.engine.registrations.of(type).map((binding) => provided(walk, state, binding, type, asking));
  if (elements.length > 0) keepStored(walk, state, list.paths.map((path) => extend(path, ELEMENT)), [], elements.reduce(joinValues));
  return list;
}

function provided(walk: Walk, state: State, binding: Binding, type: TypeRef, asking: Asking): Value {
  const lives = asking.scope !== 'own' && (binding.lifetime === 'singleton' || (binding.lifetime === 'scoped' && asking.scope === 'root'));
  if (!lives) return made(walk, state, binding, asking);
  walk.engine.singletons.add(binding);
  return keptService(walk.engine, binding, type);
}

/** The object that the container keeps for `binding`. */
export function keptService({ heap }: Engine, binding: Binding, type: TypeRef): Value {
  const kept = keptObject(binding.implementation ?? binding.service);
  if (binding.implementation !== undefined) return kept;
  const seen = heap.get(cellOfService(binding)).shapes;
  return { ...kept, shapes: seen.length > 0 ? seen : [instanceOf(binding.service, false, type.args)] };
}

/** Makes the object that the container keeps for `binding`, before the first invocation. */
export function startService(walk: Walk, state: State, binding: Binding, at: Span): void {
  const asking: Asking = { scope: 'root', at };
  if (binding.provider !== undefined) {
    walk.engine.heap.add(cellOfService(binding), runProvider(walk, state, binding.provider, asking));
    if (binding.by === undefined) return;
  }
  const implementation = binding.implementation ?? binding.service;
  if (!walk.engine.program.type(implementation)) return;
  walk.engine.pendingTypes.add(implementation);
  initialiseInjected(walk, state, implementation, keptObject(implementation), asking);
}

/** Where the heap keeps what the provider of a service has made. */
function cellOfService(binding: Binding): string {
  return `service ${binding.provider ?? binding.service}`;
}

/** Runs a method or closure that makes a service, on the object that it is a method of, with what the container injects. */
export function runProvider(walk: Walk, state: State, provider: FunctionId, asking: Asking): Value {
  const body = walk.engine.program.body(provider);
  if (!body) return EMPTY;
  const receiver = body.owner === undefined || body.isStatic ? undefined : keptObject(body.owner);
  const makesAny = asking.makesAny === true || isInjected(walk.engine, body.annotations);
  const args = body.parameters.map((parameter) => injected(walk, state, parameter.type, { ...deeper(asking), makesAny }));
  return callRepository(walk, state, [provider], receiver, args, asking.at);
}

/** Runs the constructor of `type` on `object` with what the container injects, then what else it injects into. */
export function initialiseInjected(walk: Walk, state: State, type: TypeId, object: Value, asking: Asking, given: readonly Value[] = []): void {
  const parameters = constructorOf(walk.engine, type)?.parameters ?? [];
  const args = parameters.map((parameter) => givenFor(walk.engine, given, parameter.type) ?? injected(walk, state, parameter.type, deeper(asking)));
  initialise(walk, state, type, object, args, asking.at);
  if (object.paths.every((path) => path.root.kind === 'fresh')) injectMembers(walk, state, type, object, asking);
}

/** An argument that the caller hands over beside what is injected. */
function givenFor({ hierarchy }: Engine, given: readonly Value[], type: TypeRef | undefined): Value | undefined {
  return given.find((value) => value.shapes.some((shape) => shape.kind === 'instance' && type !== undefined && hierarchy.ancestors(shape.type).includes(type.name)));
}

/** Annotated fields and setters of an object that the invocation owns; those of a kept object are found at it anyway. */
function injectMembers(walk: Walk, state: State, type: TypeId, object: Value, asking: Asking): void {
  const { hierarchy, program } = walk.engine;
  for (const declaration of hierarchy.ancestors(type).flatMap((name) => program.type(name) ?? [])) {
    for (const field of declaration.fields.filter((candidate) => !candidate.isStatic && isInjected(walk.engine, candidate.annotations))) {
      const value = injected(walk, state, field.type, deeper(asking));
      keepStored(walk, state, object.paths.map((path) => extend(path, qualifiedStep(declaration.id, field.name))), [], value);
    }
    for (const method of declaration.methods.filter((candidate) => !candidate.isConstructor && !candidate.isStatic && isInjected(walk.engine, candidate.annotations))) {
      callRepository(walk, state, [method.id], object, method.parameters.map((parameter) => injected(walk, state, parameter.type, deeper(asking))), asking.at);
    }
  }
}

function deeper(asking: Asking): Asking {
  return { scope: asking.scope, at: asking.at, depth: (asking.depth ?? 0) + 1, ...(asking.makesAny ? { makesAny: true } : {}) };
}

/** Containers take the constructor with the most parameters; a class without one has its base's. */
function constructorOf({ hierarchy, program }: Engine, type: TypeId): FunctionSignature | undefined {
  for (const ancestor of hierarchy.ancestors(type)) {
    const constructors = program.type(ancestor)?.methods.filter((method) => method.isConstructor) ?? [];
    if (constructors.length > 0) return [...constructors].sort((a, b) => b.parameters.length - a.parameters.length)[0];
  }
  return undefined;
}

/** What is injected where `type` is declared. */
export function injected(walk: Walk, state: State, type: TypeRef | undefined, asking: Asking): Value {
  if (type === undefined) return EMPTY;
  if ((asking.depth ?? 0) > MAX_DEPTH) return fresh('service', type.name, instanceOf(type.name, false, type.args));
  const fact = walk.engine.knowledge.type(type.name);
  if (fact?.container !== undefined) return container(type, fact.container, asking.scope);
  const element = type.args.at(-1);
  if (fact?.collection !== undefined && element !== undefined && walk.engine.registrations.of(element).length > 0) {
    return { ...allServicesOf(walk, state, element, asking), shapes: [instanceOf(type.name, false, type.args)] };
  }
  return serviceOf(walk, state, type, asking) ?? unregistered(walk, state, type, asking);
}

/** The container itself. That of the process is the same for everybody. */
function container(type: TypeRef, root: TypeId, scope: Scope): Value {
  if (scope !== 'root') return fresh('container', type.name, instanceOf(type.name, false));
  return { ...EMPTY, paths: [pathOf({ kind: 'symbol', name: root })], shapes: [instanceOf(root, true), symbolShape(root)] };
}

/** A class that no registration names: a container that makes any class makes it anew each time. */
export function unregistered(walk: Walk, state: State, type: TypeRef, asking: Asking): Value {
  const { engine } = walk;
  const [only, ...others] = engine.program.type(type.name) ? engine.hierarchy.concreteSubtypes(type.name) : [];
  if (only === undefined || others.length > 0 || (asking.depth ?? 0) > MAX_DEPTH) {
    if (engine.program.type(type.name)) engine.cuts.add(`no registration of ${simpleNameOf(type.name)} was found`);
    return fresh('service', type.name, instanceOf(type.name, false, type.args));
  }
  if (asking.makesAny !== true && !isMadeByContainers(engine, only)) engine.cuts.add(`no registration of ${simpleNameOf(only)} was found`);
  return ownObject(walk, state, only, { ...asking, role: 'service' });
}

/** Its constructor says that containers may call it. */
function isMadeByContainers(engine: Engine, type: TypeId): boolean {
  return isInjected(engine, constructorOf(engine, type)?.annotations ?? []);
}

function isInjected({ knowledge }: Engine, annotations: readonly { readonly name: string }[]): boolean {
  return annotations.some(({ name }) => knowledge.type(name)?.injects === true);
}

function simpleNameOf(type: TypeId): string {
  return type.slice(Math.max(type.lastIndexOf('.'), type.lastIndexOf('#')) + 1);
}

/** An object made for whoever asks. What belongs to the request carries its data. */
function made(walk: Walk, state: State, binding: Binding, asking: Asking): Value {
  const value = madeOnce(walk, state, binding, asking);
  return binding.lifetime === 'request' ? { ...value, marks: value.marks | REQUEST } : value;
}

function madeOnce(walk: Walk, state: State, binding: Binding, asking: Asking): Value {
  if (binding.provider !== undefined) return runProvider(walk, state, binding.provider, asking);
  const type = binding.implementation ?? binding.service;
  const exact = binding.implementation !== undefined;
  if (walk.engine.program.type(type)) return ownObject(walk, state, type, { ...asking, role: 'service', exact });
  return fresh('service', type, instanceOf(type, exact));
}

/** A new object of a class of the repository, made by a container or framework for this request; `role` tells apart what it is made for. */
export function ownObject(walk: Walk, state: State, type: TypeId, asking: Asking & { readonly role: string; readonly exact?: boolean; readonly given?: readonly Value[] }): Value {
  const object = { ...fresh(asking.role, type, instanceOf(type, asking.exact ?? true)), marks: derive(...(asking.given ?? [])).marks };
  initialiseInjected(walk, state, type, object, asking, asking.given);
  return object;
}

function fresh(role: string, type: TypeId, shape: Shape): Value {
  return { ...EMPTY, paths: [pathOf({ kind: 'fresh', site: `${role} ${type}` })], shapes: [shape] };
}

/**
 * Whether an instance of `type` is made for each request: by a framework (`TypeFact.perRequest` of a base class or an annotation),
 * or by the scope that `TypeFact.fromScope` of an annotation of its methods opens, when it is registered so.
 */
export function isMadePerRequest({ hierarchy, knowledge, program, registrations }: Engine, type: TypeId): boolean {
  const lineage = hierarchy.ancestors(type);
  const declarations = lineage.flatMap((ancestor) => program.type(ancestor) ?? []);
  const factOf = (name: string): ReturnType<typeof knowledge.type> => knowledge.type(name) ?? knowledge.type(`${name}Attribute`);
  if ([...lineage, ...declarations.flatMap(({ annotations }) => annotations).map(({ name }) => name)].some((name) => factOf(name)?.perRequest === true)) return true;
  const registered = lineage.flatMap((name) => registrations.of({ name, args: [] }).slice(-1))[0];
  return registered !== undefined && registered.lifetime !== 'singleton'
    && declarations.some(({ methods }) => methods.some(({ annotations }) => annotations.some(({ name }) => factOf(name)?.fromScope === true)));
}
