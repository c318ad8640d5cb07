/** Types and their methods in a program: what several languages' conventions ask. */
import { lineStartsOf, locate, type FunctionSignature, type Location, type ModuleIndex, type Program, type Span, type TypeDeclaration, type TypeId } from '../../ir/index.js';
import type { CodeBase, EntryTarget } from './conventions.js';

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
  const byHead = new Map<string, FunctionSignature>();
  for (const member of lineage(program, type)) {
    for (const method of member.methods) {
      if (!isCallable(method) || method.isPrivate) continue;
      const head = `${simpleName(method)}(${method.parameters.map((parameter) => parameter.type?.name ?? '').join()})`;
      if (!byHead.has(head)) byHead.set(head, method);
    }
  }
  return [...byHead.values()];
}

function isCallable(method: FunctionSignature): boolean {
  return !method.isConstructor && !method.isAbstract && !method.accessor;
}

/** A method as the entry of an invocation. */
export function targetOf(method: FunctionSignature, type: TypeDeclaration): EntryTarget {
  return method.isStatic ? { function: method.id } : { function: method.id, receiver: type.id };
}

/** Every function and public method of a file. */
export function everythingIn(program: Program, index: ModuleIndex): readonly EntryTarget[] {
  const methods = index.types.filter((type) => type.kind !== 'interface').flatMap((type) =>
    type.methods.filter((method) => isCallable(method) && !method.isPrivate).map((method) => targetOf(method, type)));
  const functions = index.functions.filter((fn) => fn.owner === undefined && fn.enclosing === undefined && program.body(fn.id)).map((fn) => ({ function: fn.id }));
  return [...functions, ...methods];
}

/** Where `span` of `file` is, for people. */
export function locationOf({ project }: CodeBase, file: string, span: Span): Location {
  return locate(file, lineStartsOf(project.read(file) ?? ''), span);
}
