/** Types and their methods in a program: what several languages' conventions ask. */
import { lineStartsOf, locate, type FunctionSignature, type Location, type ModuleIndex, type Program, type Span, type TypeDeclaration, type TypeId } from '../../ir/index.js';
import type { CodeBase, ConcurrencyClaims, EntryTarget } from './conventions.js';

/** Class hierarchies are shallow; deeper ones are circles. */
const MAX_ANCESTORS = 200;

/** `Orders.handleRequest` without its class. */
export function simpleName(fn: FunctionSignature): string {
  return fn.name.slice(fn.name.lastIndexOf('.') + 1);
}

/** The qualified name inside an id: without the file that Node and Python put before it and the source root that Java puts after it. */
export function qualifiedName(id: TypeId): string {
  const name = id.slice(id.lastIndexOf('#') + 1);
  const root = name.indexOf('@');
  return root > 0 ? name.slice(0, root) : name;
}

/** The name as people write it inside its file: `Outer.Inner`. */
export function nameInFile(type: TypeDeclaration, index: ModuleIndex): string {
  const name = qualifiedName(type.id);
  return index.namespace && name.startsWith(`${index.namespace}.`) ? name.slice(index.namespace.length + 1) : name;
}

/** The type of this simple, nested or qualified name among those of a file. */
export function typeNamed(index: ModuleIndex | undefined, name: string): TypeDeclaration | undefined {
  const wanted = name.replaceAll(/[$+]/g, '.');
  return index?.types.find((type) => qualifiedName(type.id) === wanted)
    ?? index?.types.find((type) => type.name === wanted || qualifiedName(type.id).endsWith(`.${wanted}`));
}

/** `type` and the repository types above it, nearest first. */
export function lineage(program: Program, type: TypeDeclaration): readonly TypeDeclaration[] {
  const found = [type];
  const seen = new Set([type.id]);
  for (let i = 0; i < found.length && found.length < MAX_ANCESTORS; i++) {
    for (const base of found[i]!.bases) {
      const declaration = seen.has(base.name) ? undefined : program.type(base.name);
      seen.add(base.name);
      if (declaration) found.push(declaration);
    }
  }
  return found;
}

/** All types that `type` is a subtype of, library types included. */
export function ancestorNames(program: Program, type: TypeDeclaration): ReadonlySet<TypeId> {
  return new Set(lineage(program, type).flatMap((member) => member.bases.map((base) => base.name)));
}

/** `id`'s subtypes in the repository, direct and indirect, sorted. */
export function allSubtypes(program: Program, id: TypeId): readonly TypeId[] {
  const found = new Set<TypeId>();
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const subtype of program.directSubtypes(next)) {
      if (found.has(subtype)) continue;
      found.add(subtype);
      waiting.push(subtype);
    }
  }
  return [...found].sort();
}

/** Methods of that name with a body, of the nearest class that has one; they run on an instance of `type`. */
export function methodsNamed(program: Program, type: TypeDeclaration, name: string): readonly FunctionSignature[] {
  for (const member of lineage(program, type)) {
    const methods = member.methods.filter((method) => isCallable(method) && simpleName(method) === name);
    if (methods.length > 0) return methods;
  }
  return [];
}

/** Public methods with a body, inherited ones included; an override hides what it overrides. */
export function publicMethods(program: Program, type: TypeDeclaration): readonly FunctionSignature[] {
  return withoutOverridden(lineage(program, type)).filter((method) => isCallable(method) && !method.isPrivate);
}

/** The methods of a lineage, nearest class first; of those with one name and the same parameters the first that has a body. */
function withoutOverridden(types: readonly TypeDeclaration[]): readonly FunctionSignature[] {
  const byHead = new Map<string, FunctionSignature>();
  for (const method of types.flatMap(({ methods }) => methods)) {
    if (method.isAbstract) continue;
    const head = `${method.accessor ?? ''} ${simpleName(method)}(${method.parameters.map((parameter) => parameter.type?.name ?? '').join()})`;
    if (!byHead.has(head)) byHead.set(head, method);
  }
  return [...byHead.values()];
}

function isCallable(method: FunctionSignature): boolean {
  return !method.isConstructor && !method.isAbstract && !method.accessor;
}

/** Methods of `type` that threads may call at the same time on one object: all but private ones and those `confined` to one thread, accessors with code among them. */
export function overlappingMethods(program: Program, type: TypeDeclaration, confined: RegExp): readonly FunctionSignature[] {
  return withoutOverridden(lineage(program, type)).filter((method) => !method.isPrivate && isConcurrent(method, confined));
}

/** Has code that runs after construction, and no annotation or name by which one thread alone calls it. */
function isConcurrent(method: FunctionSignature, confined: RegExp): boolean {
  if (method.isConstructor || method.isAbstract || (method.isStatic && /^main$/i.test(simpleName(method)))) return false;
  return !confined.test(simpleName(method)) && !method.annotations.some(({ name }) => confined.test(name));
}

/** A method as the entry of an invocation. */
export function targetOf(method: FunctionSignature, type: TypeDeclaration): EntryTarget {
  return method.isStatic ? { function: method.id } : { function: method.id, receiver: type.id };
}

/** Every function of a file, and the methods of its classes that may overlap. */
export function everythingIn(program: Program, index: ModuleIndex, { confined, unsafe }: ConcurrencyClaims): readonly EntryTarget[] {
  const types = index.types.filter((type) => type.kind !== 'interface' && !type.annotations.some(({ name }) => unsafe?.test(name)));
  const methods = types.flatMap((type) => overlappingMethods(program, type, confined).map((method) => targetOf(method, type)));
  const functions = index.functions.filter((fn) => fn.owner === undefined && fn.enclosing === undefined && program.body(fn.id)).map((fn) => ({ function: fn.id }));
  return [...functions, ...methods];
}

/** Where `span` of `file` is, for people. */
export function locationOf({ project }: CodeBase, file: string, span: Span): Location {
  return locate(file, lineStartsOf(project.read(file) ?? ''), span);
}
