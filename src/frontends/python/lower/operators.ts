/** Operators. `and`, `or`, `if … else` and chained comparisons become branches. */
import type { Operand } from '../../../ir/index.js';
import { leftChain, type SyntaxNode } from '../../tree-sitter/index.js';
import { spanOf, unwrap } from '../syntax.js';
import { constantOf } from '../text.js';
import { callMethod, compute, constant, local, tooDeep, unknown, unless, when, type FunctionContext } from './context.js';
import { lowerExpression, lowerInto, lowerOptional, lowerUnknown } from './expressions.js';
import { concat, isText, lowerPercent } from './literals.js';

/** `a + b + c`: long chains are lowered in a loop. */
export function lowerBinary(f: FunctionContext, node: SyntaxNode): Operand {
  const chain = leftChain(node, 'left');
  const first = chain[0]?.child('left');
  if (first === undefined) return lowerUnknown(f, node);
  const format = chain[0] !== undefined && operatorOf(chain[0]) === '%' && isText(unwrap(first)) ? chain[0] : undefined;
  let isString = isText(unwrap(first));
  let value = format === undefined ? lowerExpression(f, first) : percent(f, format, unwrap(first));
  for (const link of format === undefined ? chain : chain.slice(1)) {
    const right = link.child('right');
    if (right === undefined) return unknown(f, link, [value]);
    isString ||= isText(unwrap(right));
    value = binary(f, operatorOf(link), value, right, link, isString);
  }
  return value;
}

function operatorOf(node: SyntaxNode): string {
  return node.child('operator')?.text ?? '?';
}

function percent(f: FunctionContext, node: SyntaxNode, format: SyntaxNode): Operand {
  const right = node.child('right');
  return right === undefined ? lowerUnknown(f, node) : lowerPercent(f, format, unwrap(right), node);
}

function binary(f: FunctionContext, operator: string, left: Operand, right: SyntaxNode, node: SyntaxNode, isString: boolean): Operand {
  const value = lowerExpression(f, right);
  return combine(f, operator, left, value, node, isString);
}

/** `left operator right`. A `/` may put a path together. */
export function combine(f: FunctionContext, operator: string, left: Operand, right: Operand, node: SyntaxNode, isString: boolean): Operand {
  if (operator === '+' && isString) return concat(f, [left, right], node);
  const isNumber = [left, right].some((side) => side.kind === 'constant' && typeof side.value === 'number');
  if (operator === '/' && !isNumber) return callMethod(f, left, '__truediv__', [right], spanOf(node));
  return compute(f, operator, [left, right], spanOf(node));
}

export function lowerUnary(f: FunctionContext, node: SyntaxNode): Operand {
  const value = constantOf(node);
  if (value !== undefined) return constant(value);
  return compute(f, node.child('operator')?.text ?? '-', [lowerOptional(f, node.child('argument'))], spanOf(node));
}

export function lowerNot(f: FunctionContext, node: SyntaxNode): Operand {
  return compute(f, '!', [lowerOptional(f, node.child('argument'))], spanOf(node));
}

/** The right side is evaluated only when the left one does not decide. */
export function lowerBoolean(f: FunctionContext, node: SyntaxNode): Operand {
  const chain = leftChain(node, 'left');
  const first = chain[0]?.child('left');
  if (first === undefined) return lowerUnknown(f, node);
  const result = lowerInto(f, first);
  for (const link of chain) {
    const at = spanOf(link);
    const right = (): void => f.builder.assign(result, lowerOptional(f, link.child('right')), at);
    if (operatorOf(link) === 'or') unless(f, local(result), at, right);
    else when(f, local(result), at, right);
  }
  return local(result);
}

export function lowerConditional(f: FunctionContext, node: SyntaxNode): Operand {
  const [then, condition, otherwise] = node.namedChildren;
  if (then === undefined || condition === undefined || otherwise === undefined) return lowerUnknown(f, node);
  const at = spanOf(node);
  const test = lowerExpression(f, condition);
  const result = f.builder.temporary();
  const branch = (value: SyntaxNode): (() => void) => () => f.builder.assign(result, lowerExpression(f, value), spanOf(value));
  f.builder.emit({ op: 'if', condition: test, then: f.builder.block(branch(then)), else: f.builder.block(branch(otherwise)), at });
  return local(result);
}

/** `a < b <= c`: each comparison only when those before hold. */
export function lowerComparison(f: FunctionContext, node: SyntaxNode): Operand {
  const operands = node.namedChildren;
  const operators = comparisonOperators(node);
  const [first, second] = operands;
  if (first === undefined || second === undefined || operators.length !== operands.length - 1) return lowerUnknown(f, node);
  const left = lowerExpression(f, first);
  if (operands.length === 2) return comparison(f, operators[0]!, left, second, node).result;
  const start = comparison(f, operators[0]!, left, second, node);
  const result = f.builder.temporary();
  f.builder.assign(result, start.result, spanOf(node));
  compareRest(f, node, { operands, operators, result }, start.right, 1);
  return local(result);
}

interface Chain {
  readonly operands: readonly SyntaxNode[];
  readonly operators: readonly string[];
  readonly result: string;
}

function compareRest(f: FunctionContext, node: SyntaxNode, chain: Chain, left: Operand, index: number): void {
  const right = chain.operands[index + 1];
  const operator = chain.operators[index];
  if (right === undefined || operator === undefined) return;
  when(f, local(chain.result), spanOf(node), () => {
    const next = comparison(f, operator, left, right, node);
    f.builder.assign(chain.result, next.result, spanOf(node));
    f.file.nested(() => compareRest(f, node, chain, next.right, index + 1), () => void tooDeep(f, node));
  });
}

function comparisonOperators(node: SyntaxNode): readonly string[] {
  const found: string[] = [];
  for (const child of node.children) {
    if (child.named) continue;
    const text = child.text.replace(/\s+/g, ' ');
    // `not in` and `is not` may come as two tokens.
    const last = found.at(-1);
    if ((last === 'not' && text === 'in') || (last === 'is' && text === 'not')) found[found.length - 1] = `${last} ${text}`;
    else found.push(text);
  }
  return found;
}

const DISPLAYS = new Set(['tuple', 'list', 'set']);

function comparison(f: FunctionContext, operator: string, left: Operand, rightNode: SyntaxNode, node: SyntaxNode): { readonly result: Operand; readonly right: Operand } {
  const at = spanOf(node);
  const isNegated = operator === 'is not' || operator === 'not in' || operator === '!=' || operator === '<>';
  const right = lowerExpression(f, rightNode);
  const positive = (): Operand => {
    if (operator.endsWith('in') && operator !== 'in' && operator !== 'not in') return compute(f, operator, [left, right], at);
    if (operator === 'in' || operator === 'not in') {
      return DISPLAYS.has(unwrap(rightNode).type) || unwrap(rightNode).type === 'string' ? compute(f, 'in', [left, right], at) : callMethod(f, right, '__contains__', [left], at);
    }
    if (right.kind === 'constant' && right.value === null) return compute(f, 'is-null', [left], at);
    return compute(f, '==', [left, right], at);
  };
  if (operator === '<' || operator === '>' || operator === '<=' || operator === '>=') return { result: compute(f, operator, [left, right], at), right };
  if (isNegated && operator === '!=' && !(right.kind === 'constant' && right.value === null)) return { result: compute(f, '!=', [left, right], at), right };
  const result = positive();
  return { result: isNegated ? compute(f, '!', [result], at) : result, right };
}
