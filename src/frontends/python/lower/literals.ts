/** Literals, displays and texts. */
import type { Argument, Entry, Operand } from '../../../ir/index.js';
import type { SyntaxNode } from '../../tree-sitter/index.js';
import { spanOf } from '../syntax.js';
import { braceParts, literalText, numberOf, partsOf, percentParts, type FormatPart } from '../text.js';
import { callMethod, constant, unknown, type FunctionContext } from './context.js';
import { lowerExpression } from './expressions.js';

export function lowerNumber(f: FunctionContext, node: SyntaxNode): Operand {
  const value = numberOf(node.text);
  if (value !== undefined) return constant(value);
  return f.builder.produce((to) => ({ op: 'compute', to, operator: 'number', operands: [constant(node.text)], at: spanOf(node) }));
}

export function concat(f: FunctionContext, parts: readonly Operand[], node: SyntaxNode): Operand {
  return f.builder.produce((to) => ({ op: 'concat', to, parts, at: spanOf(node) }));
}

/** A string literal, f-string, or several side by side. */
export function lowerString(f: FunctionContext, node: SyntaxNode): Operand {
  const text = literalText(node);
  if (text !== undefined) return constant(text);
  return concat(f, partsOf(node).map((part) => (part.kind === 'text' ? constant(part.text) : lowerExpression(f, part.node))), node);
}

/** Whether the node is certainly a text. */
export function isText(node: SyntaxNode): boolean {
  return node.type === 'string' || node.type === 'concatenated_string';
}

/** `"…%s" % value` */
export function lowerPercent(f: FunctionContext, format: SyntaxNode, right: SyntaxNode, node: SyntaxNode): Operand {
  const text = literalText(format);
  const parts = text === undefined ? undefined : percentParts(text);
  const values = right.type === 'tuple' ? right.namedChildren.map((item) => lowerExpression(f, item)) : [lowerExpression(f, right)];
  const plain = parts?.every((part) => !('key' in part)) === true && right.type !== 'dictionary';
  if (parts !== undefined && plain) return concat(f, filled(parts, values, new Map()), node);
  return concat(f, [lowerExpression(f, format), ...values], node);
}

/** `"…{}".format(…)`, when the fields are plain. */
export function lowerFormat(f: FunctionContext, format: SyntaxNode, args: readonly Argument[], node: SyntaxNode): Operand | undefined {
  const text = literalText(format);
  const parts = text === undefined ? undefined : braceParts(text);
  if (parts === undefined || args.some((argument) => argument.spread)) return undefined;
  const positional = args.filter((argument) => argument.name === undefined).map((argument) => argument.value);
  const named = new Map(args.flatMap((argument) => (argument.name === undefined ? [] : [[argument.name, argument.value] as const])));
  return concat(f, filled(parts, positional, named), node);
}

function filled(parts: readonly FormatPart[], positional: readonly Operand[], named: ReadonlyMap<string, Operand>): readonly Operand[] {
  return parts.map((part) => {
    if ('text' in part) return constant(part.text);
    return ('index' in part ? positional[part.index] : named.get(part.key)) ?? constant('');
  });
}

/** The items of a display or argument list, spreads included. */
export function lowerItems(f: FunctionContext, nodes: readonly SyntaxNode[]): readonly Argument[] {
  return nodes.map((node) => {
    const inner = node.type === 'parenthesized_list_splat' ? (node.namedChildren[0] ?? node) : node;
    return { value: lowerExpression(f, inner), ...(startsWithSplat(inner) ? { spread: true } : {}) };
  });
}

/** `*xs`, and `*a.b(c)`, which the grammar reads as `(*a).b(c)`. */
function startsWithSplat(node: SyntaxNode): boolean {
  let first: SyntaxNode | undefined = node;
  while (first !== undefined && first.type !== 'list_splat') first = first.child('object') ?? first.child('function') ?? first.child('value');
  return first !== undefined;
}

export function lowerSequence(f: FunctionContext, node: SyntaxNode, type?: 'set' | 'tuple'): Operand {
  const items = lowerItems(f, node.namedChildren);
  return f.builder.produce((to) => ({ op: 'array', to, items, ...(type === undefined ? {} : { type: { name: type, args: [] } }), at: spanOf(node) }));
}

export function lowerDictionary(f: FunctionContext, node: SyntaxNode): Operand {
  const entries = node.namedChildren.flatMap((child): readonly Entry[] => {
    if (child.type === 'dictionary_splat') {
      const [inner] = child.namedChildren;
      return inner === undefined ? [] : [{ value: lowerExpression(f, inner), spread: true }];
    }
    const key = child.child('key');
    const value = child.child('value');
    if (key === undefined || value === undefined) return [{ value: unknown(f, child), spread: true }];
    return [{ key: lowerExpression(f, key), value: lowerExpression(f, value), at: spanOf(child) }];
  });
  return f.builder.produce((to) => ({ op: 'object', to, entries, at: spanOf(node) }));
}

/** `x[1:3]`: some of the elements or characters. */
export function lowerSlice(f: FunctionContext, object: Operand, slice: SyntaxNode): Operand {
  const bounds = slice.namedChildren.map((bound) => lowerExpression(f, bound));
  const isFromStart = bounds.length > 0 && slice.text.startsWith(':');
  return callMethod(f, object, '__slice__', isFromStart ? [{ kind: 'constant', value: null }, ...bounds] : bounds, spanOf(slice.parent ?? slice));
}
