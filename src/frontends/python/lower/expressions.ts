/** Expressions to operands: everything that takes evaluation becomes instructions, in the order of evaluation. */
import type { Operand, Span } from '../../../ir/index.js';
import { NULL } from '../../../ir/index.js';
import type { SyntaxNode } from '../../tree-sitter/index.js';
import { hasToken, spanOf, unwrap } from '../syntax.js';
import { lowerNamedExpression } from './assignments.js';
import { lowerCall } from './calls.js';
import { lowerComprehension } from './comprehensions.js';
import { constant, emitMethod, local, reusable, tooDeep, unknown, type FunctionContext } from './context.js';
import { lowerLambda } from './functions.js';
import { lowerDictionary, lowerNumber, lowerSequence, lowerString } from './literals.js';
import { lowerAttribute, lowerSubscript } from './members.js';
import { readName } from './names.js';
import { lowerBinary, lowerBoolean, lowerComparison, lowerConditional, lowerNot, lowerUnary } from './operators.js';

/** The value of an expression. */
export function lowerExpression(f: FunctionContext, node: SyntaxNode): Operand {
  return f.file.nested(() => byType(f, node), () => tooDeep(f, node));
}

/** An expression whose value nobody uses. */
export function lowerEffect(f: FunctionContext, node: SyntaxNode): void {
  const inner = unwrap(node);
  if (isText(inner) || inner.type === 'ellipsis' || inner.type === 'identifier') return;
  lowerExpression(f, inner);
}

function isText(node: SyntaxNode): boolean {
  return node.type === 'string' && node.childOfType('interpolation') === undefined;
}

/** `node`'s value, or nothing when there is no node. */
export function lowerOptional(f: FunctionContext, node: SyntaxNode | undefined): Operand {
  return node === undefined ? NULL : lowerExpression(f, node);
}

function byType(f: FunctionContext, node: SyntaxNode): Operand {
  switch (node.type) {
    case 'identifier': return readName(f, node.text, spanOf(node));
    case 'integer':
    case 'float': return lowerNumber(f, node);
    case 'string':
    case 'concatenated_string': return lowerString(f, node);
    case 'true': return constant(true);
    case 'false': return constant(false);
    case 'none': return NULL;
    case 'ellipsis': return { kind: 'symbol', name: 'Ellipsis' };
    case 'attribute': return lowerAttribute(f, node);
    case 'subscript': return lowerSubscript(f, node);
    case 'call': return lowerCall(f, node);
    case 'parenthesized_expression':
    case 'type':
    case 'as_pattern_target': return lowerInner(f, node);
    case 'tuple':
    case 'expression_list':
    case 'pattern_list':
    case 'tuple_pattern': return lowerSequence(f, node, 'tuple');
    case 'list':
    case 'list_pattern': return lowerSequence(f, node);
    case 'set': return lowerSequence(f, node, 'set');
    case 'dictionary': return lowerDictionary(f, node);
    case 'list_comprehension':
    case 'set_comprehension':
    case 'dictionary_comprehension':
    case 'generator_expression': return lowerComprehension(f, node);
    case 'binary_operator': return lowerBinary(f, node);
    case 'unary_operator': return lowerUnary(f, node);
    case 'not_operator': return lowerNot(f, node);
    case 'boolean_operator': return lowerBoolean(f, node);
    case 'comparison_operator': return lowerComparison(f, node);
    case 'conditional_expression': return lowerConditional(f, node);
    case 'named_expression': return lowerNamedExpression(f, node);
    case 'lambda': return lowerLambda(f, node);
    // The grammar reads `*a.b` in a display as `(*a).b`; the display sees to the spread.
    case 'list_splat': return lowerOptional(f, node.namedChildren[0]);
    case 'await': return lowerAwait(f, node);
    case 'yield': return lowerYield(f, node);
    case 'dotted_name': return lowerDottedName(f, node);
    case 'print_statement': return lowerKeyword(f, node, 'print', node.childrenIn('argument'));
    case 'exec_statement': return lowerKeyword(f, node, 'exec', node.childrenIn('code'));
    // A default type parameter or an argument list stands here only in code with errors.
    default: return lowerUnknown(f, node);
  }
}

function lowerInner(f: FunctionContext, node: SyntaxNode): Operand {
  const inner = unwrap(node);
  return inner === node ? lowerUnknown(f, node) : lowerExpression(f, inner);
}

/** A node type that is not translated; what lies below is evaluated. */
export function lowerUnknown(f: FunctionContext, node: SyntaxNode): Operand {
  return unknown(f, node, node.namedChildren.map((child) => lowerExpression(f, child)));
}

function lowerDottedName(f: FunctionContext, node: SyntaxNode): Operand {
  const [first, ...rest] = node.namedChildren;
  if (first === undefined) return unknown(f, node);
  return rest.reduce<Operand>(
    (object, part) => f.builder.produce((to) => ({ op: 'load', to, place: { kind: 'field', object, field: part.text }, at: spanOf(node) })),
    readName(f, first.text, spanOf(first)),
  );
}

/** Python 2: `print x` is still met in old examples. */
function lowerKeyword(f: FunctionContext, node: SyntaxNode, name: string, values: readonly SyntaxNode[]): Operand {
  const args = values.map((value) => ({ value: lowerExpression(f, value) }));
  return f.builder.produce((to) => ({ op: 'call', to, callee: { kind: 'symbol', name }, args, at: spanOf(node) }));
}

function lowerAwait(f: FunctionContext, node: SyntaxNode): Operand {
  const value = lowerOptional(f, node.namedChildren[0]);
  return f.builder.produce((to) => ({ op: 'suspend', why: 'await', value, to, at: spanOf(node) }));
}

/** Where a generator keeps what it yields until its function ends. */
export const YIELDED = '%yielded';

/** `yield from xs` yields each element. */
function lowerYield(f: FunctionContext, node: SyntaxNode): Operand {
  const at = spanOf(node);
  const value = lowerOptional(f, node.namedChildren[0]);
  if (!hasToken(node, 'from')) return emitYield(f, value, at);
  const element = f.builder.temporary();
  const body = f.builder.block(() => void emitYield(f, local(element), at));
  f.builder.emit({ op: 'loop', test: [], over: { collection: value, element, suspends: false }, body, update: [], at });
  return NULL;
}

function emitYield(f: FunctionContext, value: Operand, at: Span): Operand {
  if (f.yields === 'value') f.builder.emit({ op: 'move', to: YIELDED, from: value, at });
  if (f.yields === 'list') emitMethod(f, local(YIELDED), 'append', [value], at);
  return f.builder.produce((to) => ({ op: 'suspend', why: 'yield', value, to, at }));
}

/** As `lowerExpression`, into a variable that later branches may write again. */
export function lowerInto(f: FunctionContext, node: SyntaxNode): string {
  return reusable(f, lowerExpression(f, node), spanOf(node));
}
