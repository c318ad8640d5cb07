/** Binary operators. Chains (`a + b + c`) are lowered in a loop: long texts are put together from hundreds of parts. */
import type { Operand, Span, TypeRef } from '../../ir/index.js';
import { leftChain, type SyntaxNode } from '../tree-sitter/index.js';
import { compute, local, type FunctionContext, type Value } from './context.js';
import { lowerExpression, lowerOptional } from './expressions.js';
import { spanOf } from './syntax.js';
import { BOOLEAN, STRING } from './types.js';

/** A value, or text whose parts are still being collected. */
interface Partial extends Value {
  readonly parts?: readonly Operand[];
}

/** The value of a chain of binary operators. */
export function lowerBinary(f: FunctionContext, node: SyntaxNode): Value {
  const chain = leftChain(node, 'left');
  let partial: Partial = lowerOptional(f, chain[0]?.child('left'));
  let at = spanOf(node);
  for (const link of chain) {
    const operator = link.child('operator')?.text ?? '?';
    const right = link.child('right');
    const isJoined = partial.parts !== undefined;
    if (operator === '+') partial = plus(f, partial, lowerOptional(f, right), spanOf(link));
    else partial = apply(f, operator, finished(f, partial, at), right, spanOf(link));
    if (isJoined || partial.parts !== undefined) at = spanOf(link);
  }
  return finished(f, partial, at);
}

function isText(value: Value): boolean {
  return value.type?.name === STRING.name;
}

function plus(f: FunctionContext, left: Partial, right: Value, at: Span): Partial {
  if (isText(left) || isText(right)) {
    return { operand: left.operand, parts: [...(left.parts ?? [left.operand]), right.operand], type: STRING };
  }
  const type = left.type ?? right.type;
  return { operand: compute(f, '+', [left.operand, right.operand], at), ...(type === undefined ? {} : { type }) };
}

function finished(f: FunctionContext, partial: Partial, at: Span): Value {
  const { parts } = partial;
  if (parts === undefined) return partial;
  return { operand: f.builder.produce((to) => ({ op: 'concat', to, parts, at })), type: STRING };
}

function apply(f: FunctionContext, operator: string, left: Value, right: SyntaxNode | undefined, at: Span): Value {
  switch (operator) {
    case '&&': return shortCircuit(f, left, right, true, at);
    case '||': return shortCircuit(f, left, right, false, at);
    case '??': return coalesce(f, left, right, at);
    case '==':
    case '!=': return equality(f, operator, left, lowerOptional(f, right), at);
    default: {
      const value = lowerOptional(f, right);
      const type = COMPARISONS.has(operator) ? BOOLEAN : (left.type ?? value.type);
      return { operand: compute(f, operator, [left.operand, value.operand], at), ...(type === undefined ? {} : { type }) };
    }
  }
}

const COMPARISONS = new Set(['<', '>', '<=', '>=']);

/** `a && b`: b is evaluated only when a holds. */
function shortCircuit(f: FunctionContext, left: Value, right: SyntaxNode | undefined, goesOnWhen: boolean, at: Span): Value {
  const to = f.builder.temporary();
  f.builder.assign(to, left.operand, at);
  const rest = f.builder.block(() => {
    if (right !== undefined) f.builder.assign(to, lowerExpression(f, right).operand, spanOf(right));
  });
  const condition = local(to);
  f.builder.emit({ op: 'if', condition, then: goesOnWhen ? rest : [], else: goesOnWhen ? [] : rest, at });
  return { operand: condition, type: BOOLEAN };
}

/** `a ?? b` */
function coalesce(f: FunctionContext, left: Value, right: SyntaxNode | undefined, at: Span): Value {
  const to = f.builder.temporary();
  f.builder.assign(to, left.operand, at);
  const isNull = compute(f, 'is-null', [local(to)], at);
  let type: TypeRef | undefined = left.type;
  const then = f.builder.block(() => {
    const value = lowerOptional(f, right, left.type);
    type ??= value.type;
    // A `throw` gives no value.
    if (right?.type !== 'throw_expression') f.builder.assign(to, value.operand, at);
  });
  f.builder.emit({ op: 'if', condition: isNull, then, else: [], at });
  return { operand: local(to), ...(type === undefined ? {} : { type }) };
}

function isNull(value: Value): boolean {
  return value.operand.kind === 'constant' && value.operand.value === null;
}

/** Comparison with `null` is a test of its own: lazy initialisation is recognised by it. */
function equality(f: FunctionContext, operator: '==' | '!=', left: Value, right: Value, at: Span): Value {
  if (!isNull(left) && !isNull(right)) return { operand: compute(f, operator, [left.operand, right.operand], at), type: BOOLEAN };
  const tested = isNull(right) ? left.operand : right.operand;
  const test = compute(f, 'is-null', [tested], at);
  return { operand: operator === '==' ? test : compute(f, '!', [test], at), type: BOOLEAN };
}

/** The value of `left operator right` where both are at hand (`x += 1`). */
export function combine(f: FunctionContext, operator: string, left: Value, right: Value, at: Span): Value {
  if (operator === '+' && (isText(left) || isText(right))) return finished(f, plus(f, left, right, at), at);
  return { operand: compute(f, operator, [left.operand, right.operand], at), ...(left.type === undefined ? {} : { type: left.type }) };
}
