/** What stands before a dot: a value, a type or a namespace; and members of it that are read or written. */
import type { Place, TypeId, TypeRef } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { compute, local, unknown, type FunctionContext, type Value } from './context.js';
import { lowerExpression } from './expressions.js';
import { elementType, propertyType, symbolType } from './library-types.js';
import { findTypeName, knownType, resolveTypeName } from './names.js';
import { nameText, parts, plainName, spanOf } from './syntax.js';
import { keywordType, simpleType, typeRefOf } from './types.js';
import { fieldOn, findVariable, readVariable, typesAround, type Variable } from './variables.js';

export type Qualifier =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'type'; readonly type: TypeRef }
  | { readonly kind: 'namespace'; readonly name: string };

/** What `node` means before a dot; evaluates it when it is a value. */
export function lowerQualifier(f: FunctionContext, node: SyntaxNode): Qualifier {
  switch (node.type) {
    case 'identifier': return qualifierOfName(f, node);
    case 'member_access_expression': return qualifierOfAccess(f, node);
    case 'predefined_type': return { kind: 'type', type: keywordType(node.text) ?? simpleType(node.text) };
    case 'generic_name':
    case 'qualified_name': return { kind: 'type', type: typeRefOf(node, f.scope) ?? simpleType(node.text) };
    case 'alias_qualified_name': return named(f, `${node.child('alias')?.text === 'global' ? '' : `${node.child('alias')?.text ?? ''}.`}${nameText(node.child('name'))}`);
    default: return { kind: 'value', value: lowerExpression(f, node) };
  }
}

function qualifierOfName(f: FunctionContext, node: SyntaxNode): Qualifier {
  const name = plainName(node.text);
  const variable = findVariable(f, name);
  if (variable !== undefined) {
    // A property may be called like its type (`Color Color`): a static member then means the type.
    const type = variable.type === undefined ? undefined : findTypeName(name, f.scope);
    if (type !== undefined && type === variable.type?.name && isStaticMember(f, type, node)) return { kind: 'type', type: simpleType(type) };
    return { kind: 'value', value: readVariable(f, variable, spanOf(node)) };
  }
  return named(f, name, node);
}

function isStaticMember(f: FunctionContext, type: TypeId, node: SyntaxNode): boolean {
  const member = node.parent?.type === 'member_access_expression' ? nameText(node.parent.child('name')) : '';
  const { members } = f.file.project;
  if (f.file.project.typeOf(type) === undefined) return isNamedLikeFactory(type, member);
  return members.field(simpleType(type), member)?.field.isStatic === true || members.methods(simpleType(type), member).some((m) => m.method.signature.isStatic);
}

/** A library's type does not say what is static; a factory says what it makes (`Table.LoadTable`, `Version.TryParse`, `Image.FromFile`). */
function isNamedLikeFactory(type: TypeId, member: string): boolean {
  return member.includes(type.slice(type.lastIndexOf('.') + 1)) || /^(?:(?:Try)?Parse$|From\p{Lu})/u.test(member);
}

function named(f: FunctionContext, name: string, node?: SyntaxNode): Qualifier {
  const type = findTypeName(name, f.scope);
  if (type !== undefined) return { kind: 'type', type: simpleType(type) };
  const inherited = node === undefined || f.scope.file.isNamespace(name) ? undefined : inheritedMember(f, name);
  if (inherited !== undefined) return { kind: 'value', value: readVariable(f, inherited, spanOf(node!)) };
  const inferred = resolveTypeName(name, f.scope);
  return inferred === name ? { kind: 'namespace', name } : { kind: 'type', type: simpleType(inferred) };
}

/** A member that a library's base class may declare. Roots of namespaces are left alone. */
function inheritedMember(f: FunctionContext, name: string): Variable | undefined {
  if (!f.hasThis || f.type === undefined || NAMESPACE_ROOTS.has(name)) return undefined;
  const inherits = f.file.project.members.libraryBases(simpleType(f.type.id)).some((base) => !/(?:^|\.)I\p{Lu}/u.test(base.name));
  return inherits ? { kind: 'place', place: { kind: 'field', object: { kind: 'this' }, field: name } } : undefined;
}

const NAMESPACE_ROOTS = new Set(['System', 'Microsoft', 'Amazon', 'AWS', 'Newtonsoft']);

function qualifierOfAccess(f: FunctionContext, node: SyntaxNode): Qualifier {
  const object = node.child('expression');
  const name = node.child('name');
  if (object === undefined || name === undefined) return { kind: 'value', value: unknown(f, node) };
  if (object.type === 'base') return { kind: 'value', value: readVariable(f, baseMember(f, nameText(name)), spanOf(node)) };
  return memberOf(f, lowerQualifier(f, object), nameText(name), node);
}

/** A field or property of the base class. */
export function baseMember(f: FunctionContext, name: string): Variable {
  const type = f.type === undefined ? undefined : f.file.project.members.field(simpleType(f.type.id), name)?.type;
  return { kind: 'place', place: { kind: 'field', object: { kind: 'this' }, field: name }, ...(type === undefined ? {} : { type }) };
}

/** What `name` means after the dot. */
function memberOf(f: FunctionContext, qualifier: Qualifier, name: string, node: SyntaxNode): Qualifier {
  switch (qualifier.kind) {
    case 'value': return { kind: 'value', value: readVariable(f, fieldOfValue(f, qualifier.value, name), spanOf(node)) };
    case 'type': return memberOfType(f, qualifier.type, name, node);
    case 'namespace': {
      const qualified = `${qualifier.name}.${name}`;
      const type = findTypeName(qualified, f.scope);
      if (type === undefined || f.scope.file.isNamespace(qualified)) return { kind: 'namespace', name: qualified };
      // `System.IO` looks like a type until the next name.
      const isPrefix = f.file.project.typeOf(type) === undefined && node.parent?.type === 'member_access_expression' && node.parent.field !== 'function' && isNamespaceLike(f, node.parent);
      return isPrefix ? { kind: 'namespace', name: type } : { kind: 'type', type: simpleType(type) };
    }
  }
}

/** Whether the access one name further names a type as well. */
function isNamespaceLike(f: FunctionContext, access: SyntaxNode): boolean {
  if (access.parent?.type === 'invocation_expression') return false;
  const text = access.text.replaceAll(/\s+/gu, '');
  return f.scope.file.isKnownType(text);
}

function memberOfType(f: FunctionContext, type: TypeRef, name: string, node: SyntaxNode): Qualifier {
  const found = fieldOn(f, type, { kind: 'type', type: type.name }, name);
  if (found !== undefined) return { kind: 'value', value: readVariable(f, found, spanOf(node)) };
  const member = f.scope.file.memberType(type.name, name);
  if (member !== undefined) return { kind: 'type', type: simpleType(member) };
  const { members } = f.file.project;
  if (members.methods(type, name).length > 0) return { kind: 'value', value: methodGroup(f, { kind: 'type', type: type.name }, name, node) };
  const owner = f.file.project.typeOf(type.name) === undefined ? type.name : (members.libraryBases(type)[0]?.name ?? type.name);
  const symbol = `${owner}.${name}`;
  const valueType = symbolType(symbol, [], []);
  return { kind: 'value', value: { operand: { kind: 'symbol', name: symbol }, ...(valueType === undefined ? {} : { type: valueType }) } };
}

/** A method taken as a value. */
export function methodGroup(f: FunctionContext, object: Value['operand'], name: string, node: SyntaxNode): Value {
  return { operand: f.builder.produce((to) => ({ op: 'load', to, place: { kind: 'field', object, field: name }, at: spanOf(node) })) };
}

/** A field or property of a value, whether or not its class is known. */
export function fieldOfValue(f: FunctionContext, value: Value, name: string): Variable {
  const known = knownType(value.type, f.scope);
  const found = known === undefined ? undefined : fieldOn(f, known, value.operand, name);
  if (found !== undefined) return found;
  const type = propertyType(value.type, name);
  return { kind: 'place', place: { kind: 'field', object: value.operand, field: name }, ...(type === undefined ? {} : { type }) };
}

/** A qualifier where a value is asked for. */
export function valueOf(f: FunctionContext, qualifier: Qualifier): Value {
  switch (qualifier.kind) {
    case 'value': return qualifier.value;
    case 'namespace': return { operand: { kind: 'symbol', name: qualifier.name } };
    case 'type': {
      const isOwn = f.file.project.typeOf(qualifier.type.name) !== undefined;
      return { operand: isOwn ? { kind: 'type', type: qualifier.type.name } : { kind: 'symbol', name: qualifier.type.name } };
    }
  }
}

/** A simple name as an expression. */
export function lowerIdentifier(f: FunctionContext, node: SyntaxNode): Value {
  if (node.isMissing) return unknown(f, node);
  const name = plainName(nameText(node));
  const variable = findVariable(f, name);
  if (variable !== undefined) return readVariable(f, variable, spanOf(node));
  return localFunctionValue(f, name, node) ?? ownMethod(f, name, node) ?? valueOf(f, node.type === 'generic_name' ? lowerQualifier(f, node) : qualifierOfName(f, node));
}

function localFunctionValue(f: FunctionContext, name: string, node: SyntaxNode): Value | undefined {
  const signature = findLocalFunction(f, name);
  return signature === undefined ? undefined : { operand: f.builder.produce((to) => ({ op: 'closure', to, function: signature.id, at: spanOf(node) })) };
}

/** The local function that is in view under `name`. */
export function findLocalFunction(f: FunctionContext, name: string): FunctionContext['signature'] | undefined {
  for (let context: FunctionContext | undefined = f; context !== undefined; context = context.parent) {
    const unique = context.builder.lookup(name);
    if (unique !== undefined) return context.localFunctions.get(unique);
  }
  return undefined;
}

function ownMethod(f: FunctionContext, name: string, node: SyntaxNode): Value | undefined {
  for (const type of typesAround(f)) {
    const [found] = f.file.project.members.methods(simpleType(type.id), name);
    if (found === undefined) continue;
    const isStatic = found.method.signature.isStatic;
    return methodGroup(f, isStatic ? { kind: 'type', type: found.owner.id } : { kind: 'this' }, name, node);
  }
  return undefined;
}

/** `object.name` */
export function lowerMemberAccess(f: FunctionContext, node: SyntaxNode): Value {
  return valueOf(f, qualifierOfAccess(f, node));
}

/** The place that `object.name` means; nothing when it is a type, a namespace or a library's static member that is read. */
export function memberTarget(f: FunctionContext, node: SyntaxNode): Variable | undefined {
  const object = node.child('expression');
  const name = nameText(node.child('name'));
  if (object === undefined || name === '') return undefined;
  if (object.type === 'base') return baseMember(f, name);
  const qualifier = lowerQualifier(f, object);
  if (qualifier.kind === 'value') return fieldOfValue(f, qualifier.value, name);
  if (qualifier.kind === 'namespace') return { kind: 'place', place: { kind: 'static', type: qualifier.name, field: name } };
  return fieldOn(f, qualifier.type, { kind: 'type', type: qualifier.type.name }, name) ?? { kind: 'place', place: { kind: 'static', type: qualifier.type.name, field: name } };
}

/** The place that a simple name on the left of an assignment means. */
export function identifierTarget(f: FunctionContext, node: SyntaxNode): Variable {
  const name = plainName(nameText(node));
  const found = findVariable(f, name);
  if (found !== undefined) return found;
  const own = f.type?.id;
  if (f.hasThis || own === undefined) return { kind: 'place', place: { kind: 'field', object: { kind: 'this' }, field: name } };
  return { kind: 'place', place: { kind: 'static', type: own, field: name } };
}

/** `value?.…`: `then` is run on the value when there is one. */
export function whenPresent(f: FunctionContext, value: Value, node: SyntaxNode, then: () => Value): Value {
  const at = spanOf(node);
  const isNull = compute(f, 'is-null', [value.operand], at);
  const to = f.builder.temporary();
  const absent = f.builder.block(() => f.builder.emit({ op: 'move', to, from: { kind: 'constant', value: null }, at }));
  let type: TypeRef | undefined;
  const present = f.builder.block(() => {
    const result = then();
    type = result.type;
    f.builder.assign(to, result.operand, at);
  });
  f.builder.emit({ op: 'if', condition: isNull, then: absent, else: present, at });
  return { operand: local(to), ...(type === undefined ? {} : { type }) };
}

/** `x?.Name` and `x?[key]`, without a call behind them. */
export function lowerConditionalAccess(f: FunctionContext, node: SyntaxNode): Value {
  const condition = node.child('condition');
  const binding = parts(node).find((child) => child.field !== 'condition');
  if (condition === undefined || binding === undefined) return unknown(f, node);
  const value = lowerExpression(f, condition);
  return whenPresent(f, value, node, () => {
    if (binding.type === 'member_binding_expression') return readVariable(f, fieldOfValue(f, value, nameText(binding.child('name'))), spanOf(node));
    if (binding.type !== 'element_binding_expression') return lowerExpression(f, binding);
    const [argument] = parts(binding);
    const key = argument === undefined ? undefined : parts(argument)[0];
    const place: Place = { kind: 'element', object: value.operand, key: key === undefined ? { kind: 'constant', value: null } : lowerExpression(f, key).operand };
    const type = elementType(value.type);
    return { operand: f.builder.produce((to) => ({ op: 'load', to, place, at: spanOf(node) })), ...(type === undefined ? {} : { type }) };
  });
}
