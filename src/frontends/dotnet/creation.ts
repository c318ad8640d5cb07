/** `new`, initialisers, arrays, collections, anonymous objects and copies. */
import type { Argument, Entry, Operand, TypeRef } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { argumentNodes, selectMethod } from './arguments.js';
import { targetOf } from './assignments.js';
import { emitMethodCall } from './calls.js';
import { unknown, type FunctionContext, type Value } from './context.js';
import { lowerExpression, lowerOptional } from './expressions.js';
import { isDelegateType } from './events.js';
import { elementType, indexedType, propertyType } from './library-types.js';
import { firstPart, nameText, parts, spanOf } from './syntax.js';
import { arrayOf, OBJECT, typeRefOf } from './types.js';
import { fieldOn } from './variables.js';

/** `new T(…) { … }`, `new(…)`. */
export function lowerCreation(f: FunctionContext, node: SyntaxNode, expected: TypeRef | undefined): Value {
  const type = typeRefOf(node.child('type'), f.scope) ?? expected ?? OBJECT;
  const list = node.child('arguments') ?? node.childOfType('argument_list');
  const { members } = f.file.project;
  const [only] = argumentNodes(list);
  // `new EventHandler(OnChanged)` is the function it is given.
  if (isDelegateType(f, type) && only !== undefined) return { ...lowerOptional(f, firstPart(only), type), type };
  const { args, writesBack } = selectMethod(f, members.constructors(type.name), list);
  const operand = f.builder.produce((to) => ({ op: 'new', to, type, args, at: spanOf(node) }));
  for (const write of writesBack) write(operand);
  const value: Value = { operand, type };
  const initializer = node.child('initializer') ?? node.childOfType('initializer_expression');
  if (initializer !== undefined) initialise(f, initializer, value);
  return value;
}

/** Stores and `Add` calls of `{ … }` behind a creation. */
function initialise(f: FunctionContext, initializer: SyntaxNode, value: Value): void {
  for (const element of parts(initializer)) {
    if (element.type === 'assignment_expression') assignMember(f, element, value);
    else if (element.type === 'initializer_expression') emitMethodCall(f, element, value, 'Add', parts(element).map((part) => lowerExpression(f, part).operand));
    else emitMethodCall(f, element, value, 'Add', [lowerExpression(f, element, elementType(value.type)).operand]);
  }
}

function assignMember(f: FunctionContext, node: SyntaxNode, object: Value): void {
  const left = node.child('left');
  const right = node.child('right');
  const at = spanOf(node);
  if (left === undefined) return;
  if (left.type === 'element_binding_expression' || left.type === 'element_access_expression') {
    const argument = left.type === 'element_binding_expression' ? firstPart(left) : argumentNodes(left.child('subscript'))[0];
    const key = argument === undefined ? { kind: 'constant', value: null } as const : lowerOptional(f, firstPart(argument)).operand;
    const { operand } = lowerOptional(f, right, indexedType(object.type));
    f.builder.emit({ op: 'store', place: { kind: 'element', object: object.operand, key }, value: operand, how: 'initialise', at });
    return;
  }
  if (left.type !== 'identifier') {
    targetOf(f, left);
    lowerOptional(f, right);
    return;
  }
  const name = nameText(left);
  const member = object.type === undefined ? undefined : fieldOn(f, object.type, object.operand, name);
  const place = { kind: 'field', object: object.operand, field: name } as const;
  const type = member?.type ?? propertyType(object.type, name);
  if (right?.type === 'initializer_expression') {
    // What the property holds already is added to.
    const held = f.builder.produce((to) => ({ op: 'load', to, place, at }));
    initialise(f, right, { operand: held, ...(type === undefined ? {} : { type }) });
    return;
  }
  const { operand } = lowerOptional(f, right, type);
  f.builder.emit({ op: 'store', place, value: operand, how: 'initialise', at });
}

/** `new T[n]`, `new[] { … }`, `stackalloc T[n]`. */
export function lowerArray(f: FunctionContext, node: SyntaxNode, expected: TypeRef | undefined): Value {
  const syntax = node.child('type');
  const written = typeRefOf(syntax, f.scope);
  for (const size of syntax?.child('rank')?.namedChildren ?? []) lowerExpression(f, size);
  const initializer = node.childOfType('initializer_expression');
  if (initializer !== undefined) return lowerInitializerOnly(f, initializer, written ?? expected);
  return { operand: f.builder.produce((to) => ({ op: 'array', to, items: [], at: spanOf(node) })), ...(written === undefined ? {} : { type: written }) };
}

/** `{ a, b }`, whose type the declaration around it gives. */
export function lowerInitializerOnly(f: FunctionContext, node: SyntaxNode, type: TypeRef | undefined): Value {
  const element = type?.name === 'array' ? type.args[0] : undefined;
  const values = parts(node).map((item) => lowerExpression(f, item, element));
  const items = values.map((value) => ({ value: value.operand }));
  const first = values.find((value) => value.type !== undefined)?.type;
  const made = type ?? (first === undefined ? undefined : arrayOf(first));
  return { operand: f.builder.produce((to) => ({ op: 'array', to, items, at: spanOf(node) })), ...(made === undefined ? {} : { type: made }) };
}

/** `[a, ..xs]` */
export function lowerCollection(f: FunctionContext, node: SyntaxNode, expected: TypeRef | undefined): Value {
  const element = elementType(expected);
  const items = node.childrenOfType('collection_element').flatMap((item): readonly Argument[] => {
    const inner = firstPart(item);
    const isSpread = inner?.type === 'spread_element';
    const expression = isSpread || inner?.type === 'expression_element' ? firstPart(inner) : inner;
    if (expression === undefined) return [];
    const value = lowerExpression(f, expression, isSpread ? undefined : element).operand;
    return [isSpread ? { value, spread: true } : { value }];
  });
  const isArray = expected === undefined || expected.name === 'array';
  const operand = f.builder.produce((to) => ({ op: 'array', to, items, ...(isArray ? {} : { type: expected }), at: spanOf(node) }));
  return { operand, ...(expected === undefined ? {} : { type: expected }) };
}

/** `new { A = 1, b, c.D }` */
export function lowerAnonymousObject(f: FunctionContext, node: SyntaxNode): Value {
  const entries: Entry[] = [];
  const children = node.children.filter((child) => !child.isTrivia);
  for (let i = 0; i < children.length; i++) {
    const child = children[i]!;
    if (!child.named && child.type !== 'this') continue;
    const isNamed = child.type === 'identifier' && children[i + 1]?.type === '=';
    const expression = isNamed ? children[i + 2] : child;
    if (expression === undefined) break;
    if (isNamed) i += 2;
    const name = isNamed ? nameText(child) : nameText(expression.child('name') ?? expression);
    entries.push({ key: { kind: 'constant', value: name }, value: lowerExpression(f, expression).operand });
  }
  return { operand: f.builder.produce((to) => ({ op: 'object', to, entries, at: spanOf(node) })) };
}

/** `original with { A = 1 }`: a copy with other values. */
export function lowerWith(f: FunctionContext, node: SyntaxNode): Value {
  const at = spanOf(node);
  const [original] = parts(node);
  if (original === undefined) return unknown(f, node);
  const value = lowerExpression(f, original);
  const { type } = value;
  const spread: Operand = value.operand;
  const entries = node.childrenOfType('with_initializer').flatMap((initializer): readonly Entry[] => {
    const [name, expression] = parts(initializer);
    if (name === undefined || expression === undefined) return [];
    return [{ key: { kind: 'constant', value: nameText(name) }, value: lowerExpression(f, expression).operand }];
  });
  const operand = f.builder.produce((to) => ({ op: 'object', to, entries: [{ value: spread, spread: true }, ...entries], at }));
  return { operand, ...(type === undefined ? {} : { type }) };
}
