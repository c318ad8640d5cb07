/** Literals of every kind: constants, regular expressions, templates, arrays and objects. */
import type { Argument, Entry, Operand } from '../../../ir/index.js';
import { NULL } from '../../../ir/index.js';
import type { ES } from '../syntax.js';
import { spanOf } from '../syntax.js';
import type { Lowering } from './context.js';
import { compute, constant, produce } from './context.js';
import { lowerExpression } from './expressions.js';
import { fixedName } from './members.js';
import { concat } from './operators.js';

type Literal = ES.BooleanLiteral | ES.NullLiteral | ES.NumericLiteral | ES.BigIntLiteral | ES.RegExpLiteral | ES.StringLiteral;

/** Each evaluation of a regular expression literal makes a new object, with a `lastIndex` of its own. */
export function lowerLiteral(l: Lowering, node: Literal): Operand {
  const at = spanOf(node);
  if ('regex' in node) {
    const args = [{ value: constant(node.regex.pattern) }, { value: constant(node.regex.flags) }];
    return produce(l, (to) => ({ op: 'new', to, type: { name: 'RegExp', args: [] }, args, at }));
  }
  if ('bigint' in node) return compute(l, 'bigint', [constant(node.bigint)], at);
  return constant(node.value);
}

export function lowerTemplate(l: Lowering, node: ES.TemplateLiteral): Operand {
  const parts: Operand[] = [];
  node.quasis.forEach((quasi, i) => {
    parts.push(constant(quasi.value.cooked ?? quasi.value.raw));
    const expression = node.expressions[i];
    if (expression !== undefined) parts.push(lowerExpression(l, expression));
  });
  return concat(l, parts, spanOf(node));
}

/** Arguments and array items, `...xs` marked. */
export function lowerItems(l: Lowering, nodes: readonly (ES.Argument | null)[]): readonly Argument[] {
  return nodes.map((node) => {
    if (node === null) return { value: NULL };
    if (node.type === 'SpreadElement') return { value: lowerExpression(l, node.argument), spread: true };
    return { value: lowerExpression(l, node) };
  });
}

export function lowerArray(l: Lowering, node: ES.ArrayExpression): Operand {
  const items = lowerItems(l, node.elements);
  return produce(l, (to) => ({ op: 'array', to, items, at: spanOf(node) }));
}

export function lowerObjectLiteral(l: Lowering, node: ES.ObjectExpression): Operand {
  const entries = node.properties.map((property): Entry => {
    if (property.type === 'SpreadElement') return { value: lowerExpression(l, property.argument), spread: true };
    const name = fixedName(l, property.key, property.computed);
    const key = name === undefined && property.key.type !== 'PrivateIdentifier' ? lowerExpression(l, property.key) : constant(name ?? '');
    const value = lowerExpression(l, property.value);
    const at = spanOf(property);
    return property.kind === 'init' ? { key, value, at } : { key, value, accessor: property.kind, at };
  });
  return produce(l, (to) => ({ op: 'object', to, entries, at: spanOf(node) }));
}
