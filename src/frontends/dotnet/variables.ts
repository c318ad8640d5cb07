/**
 * What a simple name stands for as a variable: a local, a variable of an enclosing function, a member of this type, of a type
 * around it, or of one whose static members a directive brings into view.
 */
import type { Operand, Place, Span, TypeRef } from '../../ir/index.js';
import type { FunctionContext, Value } from './context.js';
import type { FoundField, FoundMethod } from './members.js';
import type { DotnetType } from './model.js';
import { findTypeName } from './names.js';
import { simpleType } from './types.js';

/** A variable that can be read and, as far as C# allows, written. */
export type Variable =
  | { readonly kind: 'local'; readonly name: string; readonly type?: TypeRef }
  | { readonly kind: 'place'; readonly place: Place; readonly type?: TypeRef }
  /** A static property with a body: which function runs is certain. */
  | { readonly kind: 'property'; readonly get?: FoundMethod; readonly set?: FoundMethod; readonly type?: TypeRef };

/** The variable that `name` means here. */
export function findVariable(f: FunctionContext, name: string): Variable | undefined {
  for (let context: FunctionContext | undefined = f; context !== undefined; context = context.parent) {
    const found = variableOf(context, name, f);
    if (found !== undefined) return found;
  }
  return memberVariable(f, name) ?? usedStatic(f, name);
}

function variableOf(context: FunctionContext, name: string, f: FunctionContext): Variable | undefined {
  const unique = context.builder.lookup(name);
  if (unique === undefined || context.localFunctions.has(unique)) return undefined;
  const type = context.builder.typeOf(unique);
  if (context === f) return { kind: 'local', name: unique, ...(type === undefined ? {} : { type }) };
  context.builder.capture(unique);
  return { kind: 'place', place: { kind: 'captured', owner: context.builder.id, name: unique }, ...(type === undefined ? {} : { type }) };
}

/** The types around the code, innermost first. */
export function typesAround(f: FunctionContext): readonly DotnetType[] {
  const types: DotnetType[] = [];
  for (let type = f.type; type !== undefined && types.length < 50; type = type.around === undefined ? undefined : f.file.project.typeOf(type.around)) types.push(type);
  return types;
}

function memberVariable(f: FunctionContext, name: string): Variable | undefined {
  for (const type of typesAround(f)) {
    const found = fieldOn(f, simpleType(type.id), { kind: 'this' }, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The field or property `name` of an object, or the static one of its type; nothing when no declaration is known. */
export function fieldOn(f: FunctionContext, type: TypeRef, object: Operand, name: string): Variable | undefined {
  const { members } = f.file.project;
  const field = members.field(type, name);
  if (field !== undefined) return fieldVariable(field, object);
  const get = members.accessor(type, name, 'get');
  const set = members.accessor(type, name, 'set');
  const any = get ?? set;
  if (any === undefined) return undefined;
  const valueType = get?.method.signature.returns ?? set?.method.signature.parameters.at(-1)?.type;
  const typed = valueType === undefined ? {} : { type: valueType };
  if (any.method.signature.isStatic) return { kind: 'property', ...(get === undefined ? {} : { get }), ...(set === undefined ? {} : { set }), ...typed };
  return { kind: 'place', place: { kind: 'field', object, field: name }, ...typed };
}

function fieldVariable({ owner, field, type }: FoundField, object: Operand): Variable {
  const place: Place = field.isStatic ? { kind: 'static', type: owner.id, field: field.name } : { kind: 'field', object, field: field.name };
  return { kind: 'place', place, ...(type === undefined ? {} : { type }) };
}

/** `using static Acme.Settings;` */
function usedStatic(f: FunctionContext, name: string): Variable | undefined {
  for (const written of f.scope.file.staticTypes) {
    const type = findTypeName(written, f.scope);
    const found = type === undefined ? undefined : fieldOn(f, simpleType(type), { kind: 'this' }, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Reads a variable. */
export function readVariable(f: FunctionContext, variable: Variable, at: Span): Value {
  const typed = variable.type === undefined ? {} : { type: variable.type };
  switch (variable.kind) {
    case 'local': return { operand: { kind: 'local', name: variable.name }, ...typed };
    case 'place': {
      const { place } = variable;
      return { operand: f.builder.produce((to) => ({ op: 'load', to, place, at })), ...typed };
    }
    case 'property': {
      const id = variable.get?.method.signature.id;
      if (id === undefined) return { operand: { kind: 'constant', value: null }, ...typed };
      return { operand: f.builder.produce((to) => ({ op: 'call', to, callee: { kind: 'direct', function: id }, args: [], at })), ...typed };
    }
  }
}

/** Writes a variable and gives its value. */
export function writeVariable(f: FunctionContext, target: Variable, value: Value, how: 'assign' | 'update' | 'initialise', at: Span): Value {
  const type = target.type ?? value.type;
  const typed = type === undefined ? {} : { type };
  switch (target.kind) {
    case 'local':
      f.builder.assign(target.name, value.operand, at);
      return { operand: { kind: 'local', name: target.name }, ...typed };
    case 'place':
      f.builder.emit({ op: 'store', place: target.place, value: value.operand, how, at });
      return { operand: value.operand, ...typed };
    case 'property': {
      const id = target.set?.method.signature.id;
      if (id !== undefined) f.builder.emit({ op: 'call', callee: { kind: 'direct', function: id }, args: [{ value: value.operand }], at });
      return { operand: value.operand, ...typed };
    }
  }
}
