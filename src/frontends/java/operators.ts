/** Binary operators. Chains (`a + b + c`) are lowered in a loop: long texts are put together from hundreds of parts. */
import type { Operand, Span, TypeRef } from '../../ir/index.js';
import { leftChain, type SyntaxNode } from '../tree-sitter/index.js';
import type { FunctionContext, Value } from './context.js';
import { compute, lowerExpression, lowerOptional } from './expressions.js';
import { BOOLEAN, simpleType, spanOf, STRING } from './types.js';

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
  return { operand: compute(f, '+', [left.operand, right.operand], at), type: arithmeticType(left.type, right.type) };
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
    case '==':
    case '!=': return equality(f, operator, left, lowerOptional(f, right), at);
    default: {
      const value = lowerOptional(f, right);
      return { operand: compute(f, operator, [left.operand, value.operand], at), type: resultType(operator, left.type, value.type) };
    }
  }
}

/** `a && b`: b is evaluated only when a holds. */
function shortCircuit(f: FunctionContext, left: Value, right: SyntaxNode | undefined, goesOnWhen: boolean, at: Span): Value {
  const to = f.builder.temporary();
  f.builder.assign(to, left.operand, at);
  const rest = f.builder.block(() => {
    if (right !== undefined) f.builder.assign(to, lowerExpression(f, right).operand, spanOf(right));
  });
  const condition: Operand = { kind: 'local', name: to };
  f.builder.emit({ op: 'if', condition, then: goesOnWhen ? rest : [], else: goesOnWhen ? [] : rest, at });
  return { operand: condition, type: BOOLEAN };
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

const NUMERIC = ['int', 'long', 'float', 'double'];

function resultType(operator: string, left: TypeRef | undefined, right: TypeRef | undefined): TypeRef | undefined {
  return COMPARISONS.has(operator) ? BOOLEAN : arithmeticType(left, right);
}

const COMPARISONS = new Set(['<', '>', '<=', '>=']);

function arithmeticType(left: TypeRef | undefined, right: TypeRef | undefined): TypeRef | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (left.name === 'boolean') return left;
  const rank = Math.max(NUMERIC.indexOf(left.name), NUMERIC.indexOf(right.name));
  return rank < 0 ? undefined : simpleType(NUMERIC[rank]!);
}

/** The value of `left operator right` where both are at hand (`x += 1`). */
export function combine(f: FunctionContext, operator: string, left: Value, right: Value, at: Span): Value {
  if (operator === '+' && (isText(left) || isText(right))) {
    return finished(f, plus(f, left, right, at), at);
  }
  return { operand: compute(f, operator, [left.operand, right.operand], at), type: left.type };
}

