/** Operators: arithmetic, comparison, string building, and those that evaluate an operand only sometimes. */
import type { Operand, Span } from '../../../ir/index.js';
import { NULL } from '../../../ir/index.js';
import type { ES, Node } from '../syntax.js';
import { literalString, spanOf, unwrap } from '../syntax.js';
import type { Lowering } from './context.js';
import { compute, constant, emit, inBlock, isTooDeep, local, produce, reusable, temporary } from './context.js';
import { lowerEffect, lowerExpression } from './expressions.js';

const SAME: Readonly<Record<string, string>> = { '===': '==', '!==': '!=' };

/** `+` chains are flattened, so that `'/tmp/' + id + '.csv'` is one concatenation. */
export function lowerBinary(l: Lowering, node: ES.BinaryExpression | ES.PrivateInExpression): Operand {
  const at = spanOf(node);
  if (node.operator === '+') return lowerSum(l, node);
  if (node.left.type === 'PrivateIdentifier') {
    return compute(l, 'in', [constant(`#${node.left.name}`), lowerExpression(l, node.right)], at);
  }
  const test = nullTest(node);
  if (test !== undefined) {
    const isNull = compute(l, 'is-null', [lowerExpression(l, test.subject)], at);
    return test.negated ? compute(l, '!', [isNull], at) : isNull;
  }
  const left = lowerExpression(l, node.left);
  const right = lowerExpression(l, node.right);
  return compute(l, SAME[node.operator] ?? node.operator, [left, right], at);
}

/** `x === null`, `x != undefined`, `typeof x === 'undefined'` */
function nullTest(node: ES.BinaryExpression | ES.PrivateInExpression): { readonly subject: Node; readonly negated: boolean } | undefined {
  const negated = node.operator === '!=' || node.operator === '!==';
  if (!negated && node.operator !== '==' && node.operator !== '===') return undefined;
  const [left, right] = [unwrap(node.left), unwrap(node.right)];
  if (isNullish(right)) return { subject: left, negated };
  if (isNullish(left)) return { subject: right, negated };
  if (left.type === 'UnaryExpression' && left.operator === 'typeof' && literalString(right) === 'undefined') return { subject: left.argument, negated };
  return undefined;
}

function isNullish(node: Node): boolean {
  if (node.type === 'Literal') return node.value === null && !('regex' in node) && !('bigint' in node);
  return node.type === 'Identifier' && node.name === 'undefined';
}

function lowerSum(l: Lowering, node: ES.BinaryExpression | ES.PrivateInExpression): Operand {
  const terms: Node[] = [];
  let rest: Node = node;
  while (rest.type === 'BinaryExpression' && rest.operator === '+') {
    terms.unshift(rest.right);
    rest = unwrap(rest.left);
  }
  terms.unshift(rest);
  const parts = terms.map((term) => lowerExpression(l, term));
  return terms.some(isText) ? concat(l, parts, spanOf(node)) : compute(l, '+', parts, spanOf(node));
}

/** Whether the syntax shows a string: a literal, a template, or a sum with one in it. */
export function isText(node: Node): boolean {
  let inner = unwrap(node);
  while (inner.type === 'BinaryExpression' && inner.operator === '+') {
    const right = unwrap(inner.right);
    if (literalString(right) !== undefined || right.type === 'TemplateLiteral') return true;
    inner = unwrap(inner.left);
  }
  return literalString(inner) !== undefined || inner.type === 'TemplateLiteral';
}

/** A string made of `parts`; neighbouring constants are joined. */
export function concat(l: Lowering, parts: readonly Operand[], at: Span): Operand {
  const joined: Operand[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.kind === 'constant' && part.kind === 'constant') joined[joined.length - 1] = constant(String(last.value) + String(part.value));
    else if (part.kind !== 'constant' || part.value !== '') joined.push(part);
  }
  const [only, ...others] = joined;
  if (only === undefined) return constant('');
  if (others.length === 0 && only.kind === 'constant') return constant(String(only.value));
  return produce(l, (to) => ({ op: 'concat', to, parts: joined, at }));
}

/** `a && b`, `a || b`, `a ?? b`: the right side runs in a branch. */
export function lowerLogical(l: Lowering, node: ES.LogicalExpression): Operand {
  const at = spanOf(node);
  const left = lowerExpression(l, node.left);
  const result = reusable(l, left, spanOf(node.left));
  branch(l, node.operator, local(result), at, () => {
    const from = lowerExpression(l, node.right);
    emit(l, { op: 'move', to: result, from, at: spanOf(node.right) });
  });
  return local(result);
}

/** Runs `run` when `operator` would evaluate its right side after `left`. */
export function branch(l: Lowering, operator: ES.LogicalOperator, left: Operand, at: Span, run: () => void): void {
  const condition = operator === '&&' ? left : compute(l, operator === '??' ? 'is-null' : '!', [left], at);
  emit(l, { op: 'if', condition, then: inBlock(l, run), else: [], at });
}

export function lowerConditional(l: Lowering, node: ES.ConditionalExpression): Operand {
  const result = temporary(l);
  const [outside, depth] = [l.out, l.depth];
  let current: Node = node;
  // `a ? b : c ? d : e …` is a list in the source; walking it saves call stack here, though the result nests.
  while (current.type === 'ConditionalExpression' && !isTooDeep(l)) {
    l.depth++;
    const { test, consequent, alternate }: ES.ConditionalExpression = current;
    const condition = lowerExpression(l, test);
    const then = inBlock(l, () => emit(l, { op: 'move', to: result, from: lowerExpression(l, consequent), at: spanOf(consequent) }));
    const rest: Lowering['out'] = [];
    emit(l, { op: 'if', condition, then, else: rest, at: spanOf(current) });
    l.out = rest;
    current = unwrap(alternate);
  }
  emit(l, { op: 'move', to: result, from: lowerExpression(l, current), at: spanOf(current) });
  l.out = outside;
  l.depth = depth;
  return local(result);
}

export function lowerUnary(l: Lowering, node: ES.UnaryExpression): Operand {
  const at = spanOf(node);
  if (node.operator === 'void') {
    lowerEffect(l, node.argument);
    return NULL;
  }
  const value = lowerExpression(l, node.argument);
  if (node.operator === '-' && value.kind === 'constant' && typeof value.value === 'number') return constant(-value.value);
  return compute(l, node.operator, [value], at);
}
