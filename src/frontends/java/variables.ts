/**
 * What a simple name stands for as a variable: a local, a variable of an enclosing function, a field of this class or of a
 * class around it, a statically imported constant. Searched from the inside out (JLS 6.4.1).
 */
import type { Operand, Place, Span, TypeId, TypeRef } from '../../ir/index.js';
import type { FunctionContext, Value } from './context.js';
import { OUTER_FIELD, type JavaType } from './model.js';
import { simpleType } from './types.js';

/** A variable that can be read and, as far as Java allows, written. */
export type Variable =
  | { readonly kind: 'local'; readonly name: string; readonly type?: TypeRef }
  | { readonly kind: 'place'; readonly place: Place; readonly type?: TypeRef };

/** The variable that `name` means here. Loads the instances of outer classes on the way, with the source range `at`. */
export function findVariable(f: FunctionContext, name: string, at: Span): Variable | undefined {
  let context: FunctionContext | undefined = f;
  const way: JavaType[] = [f.type];
  while (context !== undefined) {
    const found = variableOf(context, name, f);
    if (found !== undefined) return found;
    if (context.isClosure) {
      context = context.parent;
      continue;
    }
    const field = fieldFrom(f, context.parent !== undefined, way, name, at);
    if (field !== undefined) return field;
    context = context.parent;
    if (context !== undefined && way.at(-1) !== context.type) way.push(context.type);
  }
  return undefined;
}

function variableOf(context: FunctionContext, name: string, f: FunctionContext): Variable | undefined {
  const unique = context.builder.lookup(name);
  if (unique === undefined) return undefined;
  const type = context.builder.typeOf(unique);
  if (context === f) return { kind: 'local', name: unique, type };
  context.builder.capture(unique);
  return { kind: 'place', place: { kind: 'captured', owner: context.builder.id, name: unique }, type };
}

/**
 * A field of the last class on the way, or of the classes around it in the text. Stops at a local class when there is a
 * function around: its variables come before the fields of the class that has the function.
 */
function fieldFrom(f: FunctionContext, isInside: boolean, way: JavaType[], name: string, at: Span): Variable | undefined {
  for (;;) {
    const type = way.at(-1)!;
    const found = f.file.project.members.field(simpleType(type.id), name);
    if (found !== undefined) {
      if (found.field.isStatic) return { kind: 'place', place: { kind: 'static', type: found.owner.id, field: name }, type: found.type };
      return { kind: 'place', place: { kind: 'field', object: instanceOf(f, way, at), field: name }, type: found.type };
    }
    if (type.around === undefined || (isInside && type.enclosing !== undefined)) return undefined;
    way.push(type.around);
  }
}

/** The instance of the last class on the way, each of which lies around the one before. */
function instanceOf(f: FunctionContext, way: readonly JavaType[], at: Span): Operand {
  let instance: Operand = { kind: 'this' };
  for (const type of way.slice(0, -1)) {
    if (type.outerInstance === undefined) return instance;
    const object = instance;
    instance = f.builder.produce((to) => ({ op: 'load', to, place: { kind: 'field', object, field: OUTER_FIELD }, at }));
  }
  return instance;
}

/** The classes around the current one, itself first: of local classes those around their function, too. */
export function typesAround(f: FunctionContext): readonly JavaType[] {
  const types: JavaType[] = [];
  for (let type: JavaType | undefined = f.type; type !== undefined; type = type.around) types.push(type);
  return types;
}

/** `this` of the class `target` or of the nearest class around that inherits from it (`Outer.this`). */
export function outerThis(f: FunctionContext, target: TypeId, at: Span): Value {
  const types = typesAround(f);
  const index = types.findIndex((type) => f.file.project.members.isSubtype(type.id, target));
  const way = types.slice(0, Math.max(index, 0) + 1);
  return { operand: instanceOf(f, way, at), type: simpleType(way.at(-1)!.id) };
}

/** Reads a variable. */
export function readVariable(f: FunctionContext, variable: Variable, at: Span): Value {
  if (variable.kind === 'local') return { operand: { kind: 'local', name: variable.name }, type: variable.type };
  const { place, type } = variable;
  return { operand: f.builder.produce((to) => ({ op: 'load', to, place, at })), type };
}

/** A field or constant that an import names: the repository's as a place, a library's as a symbol. */
export function importedVariable(f: FunctionContext, name: string): Variable | { readonly kind: 'symbol'; readonly name: string } | undefined {
  const { names } = f.file.index;
  const { members } = f.file.project;
  for (const i of names.staticImports) {
    if (!i.onDemand && !i.name.endsWith(`.${name}`)) continue;
    const owner = names.qualified(i.onDemand ? i.name : i.name.slice(0, i.name.lastIndexOf('.')));
    const found = owner === undefined ? undefined : members.field(simpleType(owner), name);
    if (found !== undefined) return { kind: 'place', place: { kind: 'static', type: found.owner.id, field: name }, type: found.type };
    if (!i.onDemand) return { kind: 'symbol', name: i.name };
  }
  return undefined;
}
