/** Expressions to instructions and atoms: everything but calls, creations, closures and switches, which have files of their own. */
import type { Operand, TypeRef } from '../../ir/index.js';
import { NULL } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { argumentNodes } from './arguments.js';
import { lowerAssignment, lowerElementAccess, lowerUpdate, targetOf } from './assignments.js';
import { awaited, lowerAwait, lowerInvocation } from './calls.js';
import { lowerClosure } from './closures.js';
import { compute, local, tooDeep, unknown, type FunctionContext, type Value } from './context.js';
import { lowerAnonymousObject, lowerArray, lowerCollection, lowerCreation, lowerInitializerOnly, lowerWith } from './creation.js';
import { literalOf, piece } from './literals.js';
import { lowerBinary } from './operators.js';
import { testPattern } from './patterns.js';
import { lowerConditionalAccess, lowerIdentifier, lowerMemberAccess, lowerQualifier, valueOf } from './qualifiers.js';
import { lowerQuery } from './queries.js';
import { awaitsWhole, firstPart, hasToken, nameText, parts, spanOf } from './syntax.js';
import { lowerSwitchExpression } from './switches.js';
import { BOOLEAN, INT, simpleType, STRING, typeRefOf } from './types.js';
import { readVariable } from './variables.js';

/** The value of the expression `node`. `expected` is the type that its context asks for: lambdas and `new()` depend on it. */
export function lowerExpression(f: FunctionContext, node: SyntaxNode, expected?: TypeRef): Value {
  return f.file.nested(() => lower(f, node, expected), () => tooDeep(f, node));
}

/** The value of an optional expression; `null` where there is none. */
export function lowerOptional(f: FunctionContext, node: SyntaxNode | undefined, expected?: TypeRef): Value {
  return node === undefined ? { operand: NULL } : lowerExpression(f, node, expected);
}

function lower(f: FunctionContext, node: SyntaxNode, expected: TypeRef | undefined): Value {
  return awaitsWhole(node) ? awaited(f, node, lowerPlain(f, node, expected), node.parent?.type === 'expression_statement') : lowerPlain(f, node, expected);
}

function lowerPlain(f: FunctionContext, node: SyntaxNode, expected: TypeRef | undefined): Value {
  switch (node.type) {
    case 'identifier':
    case 'generic_name': return lowerIdentifier(f, node);
    case 'this':
    case 'base': return { operand: { kind: 'this' }, ...(f.type === undefined ? {} : { type: simpleType(f.type.id) }) };
    case 'parenthesized_expression':
    case 'checked_expression': return lowerOptional(f, firstPart(node), expected);
    case 'ref_expression': return lowerOptional(f, firstPart(node), expected);
    case 'member_access_expression': return lowerMemberAccess(f, node);
    case 'conditional_access_expression': return lowerConditionalAccess(f, node);
    case 'element_access_expression': return lowerElementAccess(f, node);
    case 'invocation_expression': return lowerInvocation(f, node);
    case 'await_expression': return lowerAwait(f, node);
    case 'assignment_expression': return lowerAssignment(f, node);
    case 'binary_expression': return lowerBinary(f, node);
    case 'prefix_unary_expression':
    case 'unary_expression': return lowerPrefix(f, node);
    case 'postfix_unary_expression': return lowerPostfix(f, node, expected);
    case 'conditional_expression': return lowerConditional(f, node, expected);
    case 'cast_expression': return lowerCast(f, node);
    case 'as_expression': return lowerAs(f, node);
    case 'is_expression': return lowerIs(f, node);
    case 'is_pattern_expression': return lowerIsPattern(f, node);
    case 'interpolated_string_expression': return lowerInterpolated(f, node);
    case 'throw_expression': return lowerThrow(f, node);
    default: return lowerMore(f, node, expected);
  }
}

function lowerMore(f: FunctionContext, node: SyntaxNode, expected: TypeRef | undefined): Value {
  switch (node.type) {
    case 'object_creation_expression':
    case 'implicit_object_creation_expression': return lowerCreation(f, node, expected);
    case 'array_creation_expression':
    case 'implicit_array_creation_expression':
    case 'stackalloc_expression':
    case 'implicit_stackalloc_expression': return lowerArray(f, node, expected);
    case 'collection_expression': return lowerCollection(f, node, expected);
    case 'initializer_expression': return lowerInitializerOnly(f, node, expected);
    case 'anonymous_object_creation_expression': return lowerAnonymousObject(f, node);
    case 'with_expression': return lowerWith(f, node);
    case 'tuple_expression': return lowerTuple(f, node);
    case 'lambda_expression':
    case 'anonymous_method_expression': return lowerClosure(f, node, expected);
    case 'switch_expression': return lowerSwitchExpression(f, node, expected);
    case 'query_expression': return lowerQuery(f, node);
    case 'default_expression': return { operand: NULL, ...typed(typeRefOf(node.child('type'), f.scope) ?? expected) };
    case 'typeof_expression': return lowerTypeof(f, node);
    case 'sizeof_expression': return { operand: compute(f, 'sizeof', [], spanOf(node)), type: INT };
    case 'range_expression': return { operand: compute(f, '..', parts(node).map((bound) => lowerExpression(f, bound).operand), spanOf(node)), type: simpleType('System.Range') };
    case 'declaration_expression': return lowerDeclaration(f, node);
    case 'predefined_type':
    case 'qualified_name':
    case 'alias_qualified_name': return valueOf(f, lowerQualifier(f, node));
    default: return lowerLiteral(f, node);
  }
}

function typed(type: TypeRef | undefined): { readonly type?: TypeRef } {
  return type === undefined ? {} : { type };
}

function lowerLiteral(f: FunctionContext, node: SyntaxNode): Value {
  const value = literalOf(node);
  if (value === undefined) return NUMBERS.has(node.type) ? { operand: compute(f, node.text, [], spanOf(node)), type: INT } : lowerUnknown(f, node);
  return { operand: { kind: 'constant', value }, ...typed(literalType(node, value)) };
}

const NUMBERS = new Set(['integer_literal', 'real_literal']);

function literalType(node: SyntaxNode, value: string | number | boolean | null): TypeRef | undefined {
  if (node.type === 'character_literal') return simpleType('System.Char');
  if (node.type === 'real_literal') return simpleType(/[mM]$/u.test(node.text) ? 'System.Decimal' : /[fF]$/u.test(node.text) ? 'System.Single' : 'System.Double');
  switch (typeof value) {
    case 'string': return STRING;
    case 'boolean': return BOOLEAN;
    case 'number': return /[lL]$/u.test(node.text) ? simpleType('System.Int64') : INT;
    default: return undefined;
  }
}

/** Keeps what it is made of: expressions inside are lowered first. */
function lowerUnknown(f: FunctionContext, node: SyntaxNode): Value {
  const inner = node.isMissing ? [] : parts(node).filter((child) => /_expression$/u.test(child.type));
  return unknown(f, node, inner.map((part) => lowerExpression(f, part).operand));
}

function lowerPrefix(f: FunctionContext, node: SyntaxNode): Value {
  const literal = literalOf(node);
  if (literal !== undefined) return { operand: { kind: 'constant', value: literal }, type: INT };
  const operator = node.child('operator')?.text ?? node.children[0]?.text ?? '?';
  if (operator === '++' || operator === '--') return lowerUpdate(f, node, operator === '++' ? '+' : '-', true);
  const value = lowerOptional(f, node.child('argument') ?? firstPart(node));
  const type = operator === '!' ? BOOLEAN : operator === '^' ? simpleType('System.Index') : value.type;
  return { operand: compute(f, operator, [value.operand], spanOf(node)), ...typed(type) };
}

function lowerPostfix(f: FunctionContext, node: SyntaxNode, expected: TypeRef | undefined): Value {
  if (hasToken(node, '++')) return lowerUpdate(f, node, '+', false);
  if (hasToken(node, '--')) return lowerUpdate(f, node, '-', false);
  // `x!` says to the compiler that there is a value.
  return lowerOptional(f, firstPart(node), expected);
}

function lowerConditional(f: FunctionContext, node: SyntaxNode, expected: TypeRef | undefined): Value {
  const condition = lowerOptional(f, node.child('condition'));
  const to = f.builder.temporary();
  const types: (TypeRef | undefined)[] = [];
  const branch = (child: SyntaxNode | undefined): ReturnType<typeof f.builder.block> => f.builder.block(() => {
    const value = lowerOptional(f, child, expected);
    types.push(value.type);
    if (child?.type !== 'throw_expression') f.builder.assign(to, value.operand, spanOf(child ?? node));
  });
  const then = branch(node.child('consequence'));
  const otherwise = branch(node.child('alternative'));
  f.builder.emit({ op: 'if', condition: condition.operand, then, else: otherwise, at: spanOf(node) });
  return { operand: local(to), ...typed(types[0] ?? types[1] ?? expected) };
}

function lowerCast(f: FunctionContext, node: SyntaxNode): Value {
  const type = typeRefOf(node.child('type'), f.scope);
  return cast(f, node, lowerOptional(f, node.child('value'), type), type);
}

function lowerAs(f: FunctionContext, node: SyntaxNode): Value {
  return cast(f, node, lowerOptional(f, node.child('left')), typeRefOf(node.child('right'), f.scope));
}

function cast(f: FunctionContext, node: SyntaxNode, value: Value, type: TypeRef | undefined): Value {
  return { operand: f.builder.produce((to) => ({ op: 'move', to, from: value.operand, ...typed(type), at: spanOf(node) })), ...typed(type) };
}

function lowerIs(f: FunctionContext, node: SyntaxNode): Value {
  const value = lowerOptional(f, node.child('left'));
  const type = typeRefOf(node.child('right'), f.scope);
  return { operand: compute(f, `is ${type?.name ?? '?'}`, [value.operand], spanOf(node)), type: BOOLEAN };
}

function lowerIsPattern(f: FunctionContext, node: SyntaxNode): Value {
  const value = lowerOptional(f, node.child('expression'));
  const pattern = node.child('pattern');
  return { operand: pattern === undefined ? NULL : testPattern(f, pattern, value), type: BOOLEAN };
}

function lowerInterpolated(f: FunctionContext, node: SyntaxNode): Value {
  const texts: Operand[] = [];
  let pending = '';
  const flush = (): void => {
    if (pending !== '') texts.push({ kind: 'constant', value: pending });
    pending = '';
  };
  for (const child of node.children) {
    if (child.type === 'interpolation') {
      const value = parts(child).find((part) => !/^interpolation_/u.test(part.type));
      if (value === undefined) continue;
      const { operand } = lowerExpression(f, value);
      flush();
      texts.push(operand);
    } else if (child.type === 'string_content' || child.type === 'escape_sequence') pending += piece(child).replaceAll('{{', '{').replaceAll('}}', '}');
  }
  flush();
  const [only] = texts;
  if (texts.length === 0 || (texts.length === 1 && only?.kind === 'constant')) return { operand: only ?? { kind: 'constant', value: '' }, type: STRING };
  return { operand: f.builder.produce((to) => ({ op: 'concat', to, parts: texts, at: spanOf(node) })), type: STRING };
}

function lowerThrow(f: FunctionContext, node: SyntaxNode): Value {
  const { operand } = lowerOptional(f, firstPart(node));
  f.builder.emit({ op: 'throw', value: operand, at: spanOf(node) });
  return { operand: NULL };
}

/** A tuple is known by its positions and, where it has them, by its names. */
function lowerTuple(f: FunctionContext, node: SyntaxNode): Value {
  const types: TypeRef[] = [];
  const entries = argumentNodes(node).flatMap((argument, i) => {
    const value = lowerOptional(f, parts(argument).find((child) => child.field !== 'name'));
    types.push(value.type ?? simpleType('System.Object'));
    const name = argument.child('name');
    const names = [`Item${i + 1}`, ...(name === undefined ? [] : [nameText(name)])];
    return names.map((key) => ({ key: { kind: 'constant', value: key } as const, value: value.operand }));
  });
  return { operand: f.builder.produce((to) => ({ op: 'object', to, entries, at: spanOf(node) })), type: { name: 'System.ValueTuple', args: types } };
}

function lowerTypeof(f: FunctionContext, node: SyntaxNode): Value {
  const type = typeRefOf(node.child('type'), f.scope);
  return { operand: { kind: 'symbol', name: `typeof ${type?.name ?? node.child('type')?.text ?? ''}` }, type: simpleType('System.Type') };
}

function lowerDeclaration(f: FunctionContext, node: SyntaxNode): Value {
  const target = targetOf(f, node);
  return target === undefined ? unknown(f, node) : readVariable(f, target, spanOf(node));
}
