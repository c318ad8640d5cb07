/** Expressions to instructions and atoms: everything but calls, creations, closures and switches, which have files of their own. */
import type { Operand, Span, TypeRef } from '../../ir/index.js';
import { NULL } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { lowerAssignment, lowerUpdate } from './assignments.js';
import { lowerCallChain } from './calls.js';
import { lowerLambda, lowerMethodReference } from './closures.js';
import { tooDeep, unknown, type FunctionContext, type Value } from './context.js';
import { lowerArrayCreation, lowerArrayInitializer, lowerCreation } from './creation.js';
import { literalOf } from './literals.js';
import { lowerBinary } from './operators.js';
import { lowerInstanceof } from './patterns.js';
import { lowerFieldAccess, lowerIdentifier } from './qualifiers.js';
import { lowerSwitchExpression } from './switches.js';
import { BOOLEAN, INT, simpleType, spanOf, STRING, typeRefOf } from './types.js';

/** The value of the expression `node`. `expected` is the type that its context asks for: lambdas and `<>` depend on it. */
export function lowerExpression(f: FunctionContext, node: SyntaxNode, expected?: TypeRef): Value {
  return f.file.nested(() => lower(f, node, expected), () => tooDeep(f, node));
}

/** The value of an optional expression; `null` where there is none. */
export function lowerOptional(f: FunctionContext, node: SyntaxNode | undefined, expected?: TypeRef): Value {
  return node === undefined ? { operand: NULL } : lowerExpression(f, node, expected);
}

function lower(f: FunctionContext, node: SyntaxNode, expected: TypeRef | undefined): Value {
  switch (node.type) {
    case 'identifier': return lowerIdentifier(f, node);
    case 'this': return { operand: { kind: 'this' }, type: simpleType(f.type.id) };
    case 'parenthesized_expression': return lowerParenthesized(f, node, expected);
    case 'field_access': return lowerFieldAccess(f, node);
    case 'array_access': return lowerArrayAccess(f, node);
    case 'method_invocation': return lowerCallChain(f, node, expected);
    case 'object_creation_expression': return lowerCreation(f, node, expected);
    case 'array_creation_expression': return lowerArrayCreation(f, node);
    case 'array_initializer': return lowerArrayInitializer(f, node, expected);
    case 'assignment_expression': return lowerAssignment(f, node);
    case 'update_expression': return lowerUpdate(f, node);
    case 'binary_expression': return lowerBinary(f, node);
    case 'unary_expression': return lowerUnary(f, node);
    case 'ternary_expression': return lowerTernary(f, node, expected);
    case 'cast_expression': return lowerCast(f, node);
    case 'instanceof_expression': return lowerInstanceof(f, node);
    case 'lambda_expression': return lowerLambda(f, node, expected);
    case 'method_reference': return lowerMethodReference(f, node, expected);
    case 'switch_expression': return lowerSwitchExpression(f, node, expected);
    case 'class_literal': return lowerClassLiteral(f, node);
    default: return lowerLiteral(f, node);
  }
}

function lowerLiteral(f: FunctionContext, node: SyntaxNode): Value {
  const value = literalOf(node);
  if (value === undefined) return lowerUnknown(f, node);
  return { operand: { kind: 'constant', value }, type: literalType(node, value) };
}

function literalType(node: SyntaxNode, value: string | number | boolean | null): TypeRef | undefined {
  switch (node.type) {
    case 'string_literal': return STRING;
    case 'character_literal': return simpleType('char');
    case 'true':
    case 'false': return BOOLEAN;
    case 'decimal_floating_point_literal':
    case 'hex_floating_point_literal': return simpleType(/[fF]$/u.test(node.text) ? 'float' : 'double');
    default: return value === null ? undefined : /[lL]$/u.test(node.text) ? simpleType('long') : INT;
  }
}

/** Keeps what it is made of: named children are lowered first. */
function lowerUnknown(f: FunctionContext, node: SyntaxNode): Value {
  const parts = node.isMissing ? [] : node.namedChildren.filter((child) => EXPRESSIONS.has(child.type));
  return unknown(f, node, parts.map((part) => lowerExpression(f, part).operand));
}

/** Nodes that are expressions wherever they stand. */
const EXPRESSIONS = new Set([
  'parenthesized_expression', 'method_invocation', 'object_creation_expression', 'assignment_expression', 'update_expression',
  'binary_expression', 'ternary_expression', 'cast_expression', 'lambda_expression', 'switch_expression',
]);

function lowerParenthesized(f: FunctionContext, node: SyntaxNode, expected: TypeRef | undefined): Value {
  const [inner] = node.namedChildren;
  return inner === undefined ? lowerUnknown(f, node) : lowerExpression(f, inner, expected);
}

function lowerArrayAccess(f: FunctionContext, node: SyntaxNode): Value {
  const array = lowerOptional(f, node.child('array'));
  const key = lowerOptional(f, node.child('index')).operand;
  const type = array.type?.name === 'array' ? array.type.args[0] : undefined;
  const place = { kind: 'element', object: array.operand, key } as const;
  return { operand: f.builder.produce((to) => ({ op: 'load', to, place, at: spanOf(node) })), type };
}

function lowerUnary(f: FunctionContext, node: SyntaxNode): Value {
  const literal = literalOf(node);
  const operand = node.child('operand');
  if (literal !== undefined) return { operand: { kind: 'constant', value: literal }, type: operand === undefined ? undefined : literalType(operand, literal) };
  const value = lowerOptional(f, operand);
  const operator = node.child('operator')?.text ?? '?';
  const type = operator === '!' ? BOOLEAN : value.type;
  return { operand: compute(f, operator, [value.operand], spanOf(node)), type };
}

/** A value computed without effect. */
export function compute(f: FunctionContext, operator: string, operands: readonly Operand[], at: Span): Operand {
  return f.builder.produce((to) => ({ op: 'compute', to, operator, operands, at }));
}

function lowerTernary(f: FunctionContext, node: SyntaxNode, expected: TypeRef | undefined): Value {
  const condition = lowerOptional(f, node.child('condition'));
  const to = f.builder.temporary();
  const types: (TypeRef | undefined)[] = [];
  const branch = (child: SyntaxNode | undefined): ReturnType<typeof f.builder.block> => f.builder.block(() => {
    const value = lowerOptional(f, child, expected);
    types.push(value.type);
    f.builder.assign(to, value.operand, spanOf(child ?? node));
  });
  const then = branch(node.child('consequence'));
  const otherwise = branch(node.child('alternative'));
  f.builder.emit({ op: 'if', condition: condition.operand, then, else: otherwise, at: spanOf(node) });
  return { operand: { kind: 'local', name: to }, type: types[0] ?? types[1] ?? expected };
}

function lowerCast(f: FunctionContext, node: SyntaxNode): Value {
  const type = typeRefOf(node.child('type'), f.scope);
  const value = lowerOptional(f, node.child('value'), type);
  const operand = f.builder.produce((to) => ({ op: 'move', to, from: value.operand, type, at: spanOf(node) }));
  return { operand, type };
}

function lowerClassLiteral(f: FunctionContext, node: SyntaxNode): Value {
  const type = typeRefOf(node.namedChildren[0], f.scope);
  const name = type?.name === 'array' ? `${type.args[0]?.name ?? ''}[]` : (type?.name ?? node.text);
  return {
    operand: { kind: 'symbol', name: `${name}.class` },
    type: { name: 'java.lang.Class', args: type === undefined ? [] : [type] },
  };
}
