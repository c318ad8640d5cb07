/** Assignments, compound assignments, deconstruction, `++` and `--`. */
import type { Operand, Place } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { argumentNodes } from './arguments.js';
import { isDiscarded } from './calls.js';
import { compute, unknown, type FunctionContext, type Value } from './context.js';
import { lowerExpression, lowerOptional } from './expressions.js';
import { isDelegateValue, lowerSubscription } from './events.js';
import { indexedType } from './library-types.js';
import { GET_ITEM, SET_ITEM } from './model.js';
import { knownType } from './names.js';
import { combine } from './operators.js';
import { identifierTarget, memberTarget } from './qualifiers.js';
import { firstPart, hasToken, nameText, parts, spanOf } from './syntax.js';
import { INT, typeRefOf } from './types.js';
import { readVariable, writeVariable, type Variable } from './variables.js';

/** `target = value` and `target op= value`. */
export function lowerAssignment(f: FunctionContext, node: SyntaxNode): Value {
  const at = spanOf(node);
  const operator = node.child('operator')?.text ?? '=';
  const left = node.child('left');
  const right = node.child('right');
  if (left?.type === 'tuple_expression') return deconstruct(f, left, right, node);
  if (left?.text === '_') return lowerOptional(f, right);
  if (left?.type === 'element_access_expression' && operator === '=') {
    const stored = storeIndexed(f, left, right);
    if (stored !== undefined) return stored;
  }
  const target = targetOf(f, left);
  if (target === undefined) return unknown(f, node, [lowerOptional(f, right).operand]);
  if (operator === '=') return writeVariable(f, target, lowerOptional(f, right, target.type), 'assign', at);
  if (right !== undefined) {
    const subscribed = lowerSubscription(f, target, operator, right, node) ?? (isDelegateValue(f, right) ? addToVariable(f, target, operator, right) : undefined);
    if (subscribed !== undefined) return subscribed;
  }
  const before = readVariable(f, target, at);
  if (operator === '??=') return assignWhenNull(f, target, before, right, node);
  const value = combine(f, operator.slice(0, -1), before, lowerOptional(f, right, target.type), at);
  return writeVariable(f, target, value, 'update', at);
}

/** A delegate is added to those of a local variable: of the sum, the new one is followed. */
function addToVariable(f: FunctionContext, target: Variable, operator: string, right: SyntaxNode): Value {
  const handler = lowerExpression(f, right);
  return operator === '+=' ? writeVariable(f, target, handler, 'assign', spanOf(right)) : handler;
}

/** `x ??= y`: y is evaluated and stored only when x is null. */
function assignWhenNull(f: FunctionContext, target: Variable, before: Value, right: SyntaxNode | undefined, node: SyntaxNode): Value {
  const at = spanOf(node);
  const to = f.builder.temporary();
  f.builder.emit({ op: 'move', to, from: before.operand, at });
  const isNull = compute(f, 'is-null', [before.operand], at);
  const then = f.builder.block(() => {
    const value = lowerOptional(f, right, target.type);
    writeVariable(f, target, value, 'assign', at);
    f.builder.emit({ op: 'move', to, from: value.operand, at });
  });
  f.builder.emit({ op: 'if', condition: isNull, then, else: [], at });
  return { operand: { kind: 'local', name: to }, ...(target.type === undefined ? {} : { type: target.type }) };
}

/** `++x`, `x--`. */
export function lowerUpdate(f: FunctionContext, node: SyntaxNode, operator: '+' | '-', isPrefix: boolean): Value {
  const at = spanOf(node);
  const operand = firstPart(node);
  const target = targetOf(f, operand);
  if (target === undefined) return unknown(f, node, operand === undefined ? [] : [lowerExpression(f, operand).operand]);
  let before = readVariable(f, target, at);
  if (!isPrefix && !isDiscarded(node) && target.kind === 'local') {
    // The variable is about to change; the expression's value is what it held.
    const from = before.operand;
    before = { ...before, operand: f.builder.produce((to) => ({ op: 'move', to, from, at })) };
  }
  const after = combine(f, operator, before, { operand: { kind: 'constant', value: 1 }, type: INT }, at);
  const written = writeVariable(f, target, after, 'update', at);
  return isPrefix ? written : before;
}

/** What an assignment writes to; evaluates the object and index of a place. */
export function targetOf(f: FunctionContext, node: SyntaxNode | undefined): Variable | undefined {
  if (node === undefined) return undefined;
  switch (node.type) {
    case 'identifier': return identifierTarget(f, node);
    case 'member_access_expression': return memberTarget(f, node);
    case 'parenthesized_expression': return targetOf(f, firstPart(node));
    case 'element_access_expression': return elementTarget(f, node);
    case 'declaration_expression': {
      const name = f.builder.declare(nameText(node.child('name')), typeRefOf(node.child('type'), f.scope));
      const type = f.builder.typeOf(name);
      return { kind: 'local', name, ...(type === undefined ? {} : { type }) };
    }
    case 'postfix_unary_expression': return hasToken(node, '!') ? targetOf(f, firstPart(node)) : undefined;
    default: return undefined;
  }
}

function elementTarget(f: FunctionContext, node: SyntaxNode): Variable {
  const object = lowerOptional(f, node.child('expression'));
  const keys = keysOf(f, node);
  const place: Place = { kind: 'element', object: object.operand, key: keys[0] ?? { kind: 'constant', value: null } };
  const type = indexedType(object.type);
  return { kind: 'place', place, ...(type === undefined ? {} : { type }) };
}

function keysOf(f: FunctionContext, node: SyntaxNode): readonly Operand[] {
  return argumentNodes(node.child('subscript')).map((argument) => lowerOptional(f, parts(argument).find((child) => child.field !== 'name')).operand);
}

/** `object[key]`: an element, or what an indexer of the repository gives. */
export function lowerElementAccess(f: FunctionContext, node: SyntaxNode): Value {
  const at = spanOf(node);
  const object = lowerOptional(f, node.child('expression'));
  const [argument] = argumentNodes(node.child('subscript'));
  const range = argument === undefined ? undefined : firstPart(argument);
  if (range?.type === 'range_expression') return lowerSlice(f, node, object, range);
  const keys = keysOf(f, node);
  const known = knownType(object.type, f.scope);
  const [indexer] = known === undefined ? [] : f.file.project.members.methods(known, GET_ITEM);
  if (indexer !== undefined && known !== undefined) {
    const operand = f.builder.produce((to) => ({
      op: 'call', to, callee: { kind: 'method', receiver: object.operand, name: GET_ITEM, type: known }, args: keys.map((value) => ({ value })), at,
    }));
    const { returns } = indexer.method.signature;
    return { operand, ...(returns === undefined ? {} : { type: returns }) };
  }
  const place: Place = { kind: 'element', object: object.operand, key: keys[0] ?? { kind: 'constant', value: null } };
  const type = indexedType(object.type);
  return { operand: f.builder.produce((to) => ({ op: 'load', to, place, at })), ...(type === undefined ? {} : { type }) };
}

/** `text[..8]` is a part of the text, `items[1..3]` a copy of some items. */
function lowerSlice(f: FunctionContext, node: SyntaxNode, object: Value, range: SyntaxNode): Value {
  const bounds = parts(range).map((bound) => ({ value: lowerExpression(f, bound).operand }));
  const args = range.children[0]?.type === '..' ? [{ value: { kind: 'constant', value: 0 } as const }, ...bounds] : bounds;
  const name = object.type?.name === 'System.String' ? 'Substring' : 'Slice';
  const typed = object.type === undefined ? {} : { type: object.type };
  const operand = f.builder.produce((to) => ({ op: 'call', to, callee: { kind: 'method', receiver: object.operand, name, ...typed }, args, at: spanOf(node) }));
  return { operand, ...typed };
}

/** A write through an indexer of the repository; nothing when the element is a plain one. */
function storeIndexed(f: FunctionContext, left: SyntaxNode, right: SyntaxNode | undefined): Value | undefined {
  const expression = left.child('expression');
  if (expression === undefined || f.type === undefined) return undefined;
  const declared = expression.type === 'this' ? { name: f.type.id, args: [] } : undefined;
  if (declared === undefined || f.file.project.members.methods(declared, SET_ITEM).length === 0) return undefined;
  const keys = keysOf(f, left);
  const value = lowerOptional(f, right);
  f.builder.emit({
    op: 'call', callee: { kind: 'method', receiver: { kind: 'this' }, name: SET_ITEM, type: declared },
    args: [...keys, value.operand].map((operand) => ({ value: operand })), at: spanOf(left),
  });
  return value;
}

/** `(a, b) = (x, y)` and `(var a, b) = pair`. */
function deconstruct(f: FunctionContext, left: SyntaxNode, right: SyntaxNode | undefined, node: SyntaxNode): Value {
  const at = spanOf(node);
  const targets = argumentNodes(left).map((argument) => parts(argument).find((child) => child.field !== 'name'));
  const values = componentsOf(f, right, targets.length, at);
  // All values are there before the first is written: `(a, b) = (b, a)`.
  const kept = values.map((value): Value => ({ ...value, operand: f.builder.produce((to) => ({ op: 'move', to, from: value.operand, at })) }));
  targets.forEach((target, i) => {
    const value = kept[i];
    if (target === undefined || target.text === '_' || value === undefined) return;
    if (target.type === 'tuple_expression') {
      deconstructValue(f, target, value, at);
      return;
    }
    const variable = targetOf(f, target);
    if (variable !== undefined) writeVariable(f, variable, value, 'assign', at);
  });
  return { operand: { kind: 'constant', value: null } };
}

function deconstructValue(f: FunctionContext, left: SyntaxNode, value: Value, at: { start: number; end: number }): void {
  argumentNodes(left).forEach((argument, i) => {
    const variable = targetOf(f, parts(argument).find((child) => child.field !== 'name'));
    if (variable !== undefined) writeVariable(f, variable, component(f, value, i, at), 'assign', at);
  });
}

/** The parts of a tuple or of any value that can be taken apart. */
function componentsOf(f: FunctionContext, right: SyntaxNode | undefined, count: number, at: { start: number; end: number }): readonly Value[] {
  if (right?.type === 'tuple_expression') return argumentNodes(right).map((argument) => lowerOptional(f, parts(argument).find((child) => child.field !== 'name')));
  const whole = lowerOptional(f, right);
  return Array.from({ length: count }, (_, i) => component(f, whole, i, at));
}

function component(f: FunctionContext, value: Value, index: number, at: { start: number; end: number }): Value {
  const members = value.type === undefined ? undefined : f.file.project.typeOf(value.type.name)?.parts[0]?.primary;
  const pair = value.type?.name === 'System.Collections.Generic.KeyValuePair' ? ['Key', 'Value'] : undefined;
  const place: Place = { kind: 'field', object: value.operand, field: members?.[index] ?? pair?.[index] ?? `Item${index + 1}` };
  const isTuple = value.type?.name === 'System.ValueTuple' || pair !== undefined;
  const type = isTuple ? value.type?.args[index] : undefined;
  return { operand: f.builder.produce((to) => ({ op: 'load', to, place, at })), ...(type === undefined ? {} : { type }) };
}

/** Declares the variables of `var (a, (b, _))` and gives them what the value holds. Bounded by the nesting of the pattern. */
export function bindTuple(f: FunctionContext, pattern: SyntaxNode, value: Value, depth = 0): void {
  const at = spanOf(pattern);
  const elements = pattern.namedChildren.filter((child) => TUPLE_PARTS.has(child.type));
  elements.forEach((element, i) => {
    if (element.type === 'discard' || element.text === '_' || depth > 20) return;
    const part = component(f, value, i, at);
    if (element.type === 'identifier') f.builder.assign(f.builder.declare(nameText(element), part.type), part.operand, at);
    else bindTuple(f, element, part, depth + 1);
  });
}

const TUPLE_PARTS = new Set(['identifier', 'discard', 'tuple_pattern', 'parenthesized_variable_designation']);
