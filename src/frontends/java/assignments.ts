/** Assignments, compound assignments, `++` and `--`. */
import type { Operand, Place, TypeRef } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { isDiscarded } from './calls.js';
import { unknown, type FunctionContext, type Value } from './context.js';
import { lowerExpression, lowerOptional } from './expressions.js';
import { combine } from './operators.js';
import { fieldTarget, identifierTarget } from './qualifiers.js';
import { INT, spanOf } from './types.js';
import type { Variable } from './variables.js';

/** `target = value` and `target op= value`. */
export function lowerAssignment(f: FunctionContext, node: SyntaxNode): Value {
  const at = spanOf(node);
  const operator = node.child('operator')?.text ?? '=';
  const target = targetOf(f, node.child('left'));
  if (target === undefined) return unknown(f, node, [lowerOptional(f, node.child('right')).operand]);
  if (operator === '=') {
    const value = lowerOptional(f, node.child('right'), target.type);
    return write(f, target, value, 'assign', at);
  }
  const before = read(f, target, at);
  const value = combine(f, operator.slice(0, -1), before, lowerOptional(f, node.child('right')), at);
  return write(f, target, value, 'update', at);
}

/** `++x`, `x--`. */
export function lowerUpdate(f: FunctionContext, node: SyntaxNode): Value {
  const at = spanOf(node);
  const operand = node.namedChildren[0];
  const target = targetOf(f, operand);
  if (target === undefined) return unknown(f, node, operand === undefined ? [] : [lowerExpression(f, operand).operand]);
  const isPrefix = node.children[0]?.named === false;
  let before = read(f, target, at);
  if (!isPrefix && !isDiscarded(node) && target.kind === 'local') {
    // The variable is about to change; the expression's value is what it held.
    const from = before.operand;
    before = { ...before, operand: f.builder.produce((to) => ({ op: 'move', to, from, at })) };
  }
  const operator = node.children.some((child) => child.type === '--') ? '-' : '+';
  const after = combine(f, operator, before, { operand: { kind: 'constant', value: 1 }, type: INT }, at);
  const written = write(f, target, after, 'update', at);
  return isPrefix ? written : before;
}

/** What an assignment writes to; evaluates the object and index of a place. */
function targetOf(f: FunctionContext, node: SyntaxNode | undefined): Variable | undefined {
  switch (node?.type) {
    case 'identifier': return identifierTarget(f, node);
    case 'field_access': return fieldTarget(f, node);
    case 'parenthesized_expression': return targetOf(f, node.namedChildren[0]);
    case 'array_access': return elementTarget(f, node);
    default: return undefined;
  }
}

function elementTarget(f: FunctionContext, node: SyntaxNode): Variable {
  const array = lowerOptional(f, node.child('array'));
  const key = lowerOptional(f, node.child('index')).operand;
  const type: TypeRef | undefined = array.type?.name === 'array' ? array.type.args[0] : undefined;
  const place: Place = { kind: 'element', object: array.operand, key };
  return { kind: 'place', place, type };
}

function read(f: FunctionContext, target: Variable, at: { start: number; end: number }): Value {
  if (target.kind === 'local') return { operand: { kind: 'local', name: target.name }, type: target.type };
  const { place, type } = target;
  return { operand: f.builder.produce((to) => ({ op: 'load', to, place, at })), type };
}

function write(f: FunctionContext, target: Variable, value: Value, how: 'assign' | 'update', at: { start: number; end: number }): Value {
  const type = target.type ?? value.type;
  if (target.kind === 'local') {
    f.builder.assign(target.name, value.operand, at);
    return { operand: { kind: 'local', name: target.name }, type };
  }
  const operand: Operand = value.operand;
  f.builder.emit({ op: 'store', place: target.place, value: operand, how, at });
  return { operand, type };
}
