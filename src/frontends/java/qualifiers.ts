/**
 * Names before a dot. `a.b.c` may be a variable and its fields, a class and its static members, or a package: which of them is
 * decided from the left (JLS 6.5).
 */
import type { Operand, Place, TypeId, TypeRef } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { unknown, type FunctionContext, type Value } from './context.js';
import { lowerExpression } from './expressions.js';
import { findTypeName, knownType } from './names.js';
import { simpleNameOf } from './type-ids.js';
import { INT, simpleType, spanOf, typeRefOf } from './types.js';
import { findVariable, importedVariable, outerThis, readVariable, type Variable } from './variables.js';

/** What stands before a dot. */
export type Qualifier =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'type'; readonly type: TypeId }
  /** The beginning of a qualified name that is no type yet. */
  | { readonly kind: 'package'; readonly name: string };

/** Looks at the expression before a dot; evaluates it when it is one. */
export function lowerQualifier(f: FunctionContext, node: SyntaxNode): Qualifier {
  if (node.type === 'identifier') return qualifierOfName(f, node);
  if (node.type === 'field_access') return qualifierOfAccess(f, node);
  if (TYPES.has(node.type)) return { kind: 'type', type: typeRefOf(node, f.scope)?.name ?? node.text };
  return { kind: 'value', value: lowerExpression(f, node) };
}

const TYPES = new Set(['type_identifier', 'scoped_type_identifier', 'generic_type', 'array_type', 'scoped_identifier']);

function qualifierOfName(f: FunctionContext, node: SyntaxNode): Qualifier {
  const name = node.text;
  const variable = findVariable(f, name, spanOf(node));
  if (variable !== undefined) return { kind: 'value', value: readVariable(f, variable, spanOf(node)) };
  const type = findTypeName(name, f.scope);
  if (type !== undefined) return { kind: 'type', type };
  const inherited = unresolvedName(f, node);
  if (inherited !== undefined) return { kind: 'value', value: inherited };
  return /^\p{Lu}/u.test(name) ? { kind: 'type', type: name } : { kind: 'package', name };
}

function qualifierOfAccess(f: FunctionContext, node: SyntaxNode): Qualifier {
  const object = node.child('object');
  const name = node.child('field');
  if (object === undefined || name === undefined) return { kind: 'value', value: unknown(f, node) };
  if (object.type === 'super' || name.type === 'this') return { kind: 'value', value: lowerFieldAccess(f, node) };
  return memberOf(f, lowerQualifier(f, object), name.text, node);
}

/** What `name` means after the dot. */
function memberOf(f: FunctionContext, qualifier: Qualifier, name: string, node: SyntaxNode): Qualifier {
  switch (qualifier.kind) {
    case 'value': return { kind: 'value', value: readVariable(f, fieldOfValue(f, qualifier.value, name), spanOf(node)) };
    case 'type': return memberOfType(f, qualifier.type, name, node);
    case 'package': {
      const qualified = `${qualifier.name}.${name}`;
      const type = f.file.index.names.qualified(qualified);
      return type === undefined ? { kind: 'package', name: qualified } : { kind: 'type', type };
    }
  }
}

function memberOfType(f: FunctionContext, type: TypeId, name: string, node: SyntaxNode): Qualifier {
  const { members } = f.file.project;
  const found = members.field(simpleType(type), name);
  if (found !== undefined) {
    const variable: Variable = { kind: 'place', place: { kind: 'static', type: found.owner.id, field: name }, type: found.type };
    return { kind: 'value', value: readVariable(f, variable, spanOf(node)) };
  }
  const member = f.file.index.names.memberType(type, name);
  if (member !== undefined) return { kind: 'type', type: member };
  // Of a library's class: `Map.Entry` is a type, `TimeUnit.SECONDS` and `System.out` are values.
  if (/^\p{Lu}/u.test(name) && !/^[\p{Lu}\p{N}_]+$/u.test(name)) return { kind: 'type', type: `${type}.${name}` };
  return { kind: 'value', value: symbolValue(type, name) };
}

/** A static field of a class that the repository does not declare it in. Constants of enums have the type of their class. */
function symbolValue(type: TypeId, name: string): Value {
  const operand: Operand = { kind: 'symbol', name: `${type}.${name}` };
  return type === 'java.lang.System' ? { operand, type: simpleType(name === 'in' ? 'java.io.InputStream' : 'java.io.PrintStream') } : { operand };
}

/** A field of a value, whether or not its class is known. */
function fieldOfValue(f: FunctionContext, value: Value, name: string): Variable {
  const known = knownType(value.type, f.scope);
  const found = known === undefined ? undefined : f.file.project.members.field(known, name);
  if (found?.field.isStatic === true) return { kind: 'place', place: { kind: 'static', type: found.owner.id, field: name }, type: found.type };
  const type: TypeRef | undefined = found?.type ?? (name === 'length' && value.type?.name === 'array' ? INT : undefined);
  return { kind: 'place', place: { kind: 'field', object: value.operand, field: name }, type };
}

/** A qualifier where a value is asked for. */
export function valueOf(f: FunctionContext, qualifier: Qualifier): Value {
  switch (qualifier.kind) {
    case 'value': return qualifier.value;
    case 'package': return { operand: { kind: 'symbol', name: qualifier.name } };
    case 'type': {
      const isOwn = f.file.project.typeOf(qualifier.type) !== undefined;
      return { operand: isOwn ? { kind: 'type', type: qualifier.type } : { kind: 'symbol', name: qualifier.type } };
    }
  }
}

/** A simple name as an expression. */
export function lowerIdentifier(f: FunctionContext, node: SyntaxNode): Value {
  if (node.isMissing) return unknown(f, node);
  const at = spanOf(node);
  const variable = findVariable(f, node.text, at);
  if (variable !== undefined) return readVariable(f, variable, at);
  return unresolvedName(f, node) ?? valueOf(f, qualifierOfName(f, node));
}

/** A name that no declaration in the repository accounts for: imported, or inherited from a library's class. */
function unresolvedName(f: FunctionContext, node: SyntaxNode): Value | undefined {
  const name = node.text;
  const imported = importedVariable(f, name);
  if (imported?.kind === 'symbol') return symbolValue(imported.name.slice(0, imported.name.lastIndexOf('.')), name);
  if (imported !== undefined) return readVariable(f, imported, spanOf(node));
  const place = inheritedPlace(f, name);
  return place === undefined ? undefined : readVariable(f, { kind: 'place', place }, spanOf(node));
}

/** A field that a library's superclass may declare. Names of types and packages are left to those. */
function inheritedPlace(f: FunctionContext, name: string): Place | undefined {
  if (!f.hasThis || findTypeName(name, f.scope) !== undefined || PACKAGE_ROOTS.has(name)) return undefined;
  const inherits = f.file.project.members.libraryBases(simpleType(f.type.id)).length > 0;
  return inherits && /^[\p{Ll}_]/u.test(name) ? { kind: 'field', object: { kind: 'this' }, field: name } : undefined;
}

const PACKAGE_ROOTS = new Set(['java', 'javax', 'jakarta', 'com', 'org', 'net', 'io', 'software', 'edu', 'kotlin']);

/** `object.field`, `Outer.this`, `super.field`. */
export function lowerFieldAccess(f: FunctionContext, node: SyntaxNode): Value {
  const at = spanOf(node);
  const object = node.child('object');
  const field = node.child('field');
  if (object === undefined || field === undefined || field.isMissing) return unknown(f, node);
  if (field.type === 'this') return outerThis(f, typeRefOf(object, f.scope)?.name ?? object.text, at);
  const target = fieldTarget(f, node);
  if (target !== undefined) return readVariable(f, target, at);
  return valueOf(f, qualifierOfAccess(f, node));
}

/** The place that a simple name on the left of an assignment means. */
export function identifierTarget(f: FunctionContext, node: SyntaxNode): Variable {
  const name = node.text;
  const found = findVariable(f, name, spanOf(node));
  if (found !== undefined) return found;
  const place: Place = f.hasThis
    ? { kind: 'field', object: { kind: 'this' }, field: name }
    : { kind: 'static', type: f.type.id, field: name };
  return { kind: 'place', place };
}

/** The place that `object.field` means; nothing when it is a type, a package or a library's static field. */
export function fieldTarget(f: FunctionContext, node: SyntaxNode): Variable | undefined {
  const object = node.child('object');
  const field = node.child('field');
  if (object === undefined || field === undefined) return undefined;
  const { members } = f.file.project;
  if (object.type === 'super' || node.childOfType('super') !== undefined) {
    const base = f.type.superclass;
    const found = base === undefined ? undefined : members.field(base, field.text);
    return { kind: 'place', place: { kind: 'field', object: { kind: 'this' }, field: field.text }, type: found?.type };
  }
  const qualifier = lowerQualifier(f, object);
  if (qualifier.kind === 'value') return fieldOfValue(f, qualifier.value, field.text);
  if (qualifier.kind === 'package') return undefined;
  const found = members.field(simpleType(qualifier.type), field.text);
  if (found === undefined) return libraryStatic(f, qualifier.type, node);
  return { kind: 'place', place: { kind: 'static', type: found.owner.id, field: field.text }, type: found.type };
}

/** Only an assignment makes a place of a library's static field; a read gives its symbol. */
function libraryStatic(f: FunctionContext, type: TypeId, node: SyntaxNode): Variable | undefined {
  const isWritten = node.field === 'left' && node.parent?.type === 'assignment_expression';
  const field = simpleNameOf(node.text);
  return isWritten && f.file.project.typeOf(type) === undefined ? { kind: 'place', place: { kind: 'static', type, field } } : undefined;
}
