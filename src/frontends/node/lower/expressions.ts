/** Expressions to operands: everything that takes evaluation becomes instructions, in the order of evaluation. */
import type { Operand, TypeRef } from '../../../ir/index.js';
import { NULL } from '../../../ir/index.js';
import type { ES, Node } from '../syntax.js';
import { childNodes, importedModule, spanOf } from '../syntax.js';
import { moduleEntity } from '../entities.js';
import { lowerAssignment, lowerUpdate, lowerUpdateEffect } from './assignments.js';
import { lowerCall, lowerNew, lowerTaggedTemplate } from './calls.js';
import { lowerClass } from './classes.js';
import type { Lowering } from './context.js';
import { constant, deeper, emit, local, produce, temporary, typeIn, unknown } from './context.js';
import { lowerJsxElement, lowerJsxFragment } from './jsx.js';
import { lowerArray, lowerLiteral, lowerObjectLiteral, lowerTemplate } from './literals.js';
import { lowerChain, lowerDelete, lowerMember } from './members.js';
import { closure, readEntity, readName, readThis } from './names.js';
import { lowerBinary, lowerConditional, lowerLogical, lowerUnary } from './operators.js';

/** The value of an expression. */
export function lowerExpression(l: Lowering, node: Node): Operand {
  const at = spanOf(node);
  return deeper(l, at, () => lowerByType(l, node), () => unknown(l, 'too-deep', [], at));
}

/** An expression whose value nobody uses. */
export function lowerEffect(l: Lowering, node: Node): void {
  if (node.type === 'UpdateExpression') return lowerUpdateEffect(l, node);
  const value = lowerExpression(l, node);
  const last = l.out.at(-1);
  if (value.kind !== 'local' || last === undefined || (last.op !== 'call' && last.op !== 'suspend') || last.to !== value.name) return;
  const { to, ...rest } = last;
  if (to?.startsWith('%') === true) l.out[l.out.length - 1] = rest;
}

function lowerByType(l: Lowering, node: Node): Operand {
  switch (node.type) {
    case 'Identifier': return readName(l, node);
    case 'Literal': return lowerLiteral(l, node);
    case 'TemplateLiteral': return lowerTemplate(l, node);
    case 'MemberExpression': return lowerMember(l, node);
    case 'ChainExpression': return lowerChain(l, node);
    case 'CallExpression': return lowerCall(l, node);
    case 'NewExpression': return lowerNew(l, node);
    case 'TaggedTemplateExpression': return lowerTaggedTemplate(l, node);
    case 'ImportExpression': return lowerImport(l, node);
    case 'AssignmentExpression': return lowerAssignment(l, node);
    case 'UpdateExpression': return lowerUpdate(l, node);
    case 'BinaryExpression': return lowerBinary(l, node);
    case 'LogicalExpression': return lowerLogical(l, node);
    case 'ConditionalExpression': return lowerConditional(l, node);
    case 'UnaryExpression': return node.operator === 'delete' ? lowerDelete(l, node) : lowerUnary(l, node);
    case 'SequenceExpression': return lowerSequence(l, node);
    case 'AwaitExpression': return lowerAwait(l, node);
    case 'YieldExpression': return lowerYield(l, node);
    case 'FunctionExpression':
    case 'FunctionDeclaration':
    case 'ArrowFunctionExpression': return lowerFunctionValue(l, node);
    case 'ClassExpression':
    case 'ClassDeclaration': return lowerClass(l, node);
    case 'ObjectExpression': return lowerObjectLiteral(l, node);
    case 'ArrayExpression': return lowerArray(l, node);
    case 'ThisExpression': return readThis(l);
    case 'Super': return readThis(l);
    case 'MetaProperty': return { kind: 'symbol', name: `${node.meta.name}.${node.property.name}` };
    case 'JSXElement': return lowerJsxElement(l, node);
    case 'JSXFragment': return lowerJsxFragment(l, node);
    case 'TSAsExpression':
    case 'TSTypeAssertion': return lowerCast(l, node);
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSInstantiationExpression':
    case 'ParenthesizedExpression': return lowerExpression(l, node.expression);
    default: return lowerUnknown(l, node);
  }
}

/** A node type that is not translated; what lies below is evaluated. */
export function lowerUnknown(l: Lowering, node: Node): Operand {
  const operands = childNodes(node).filter((child) => !child.type.startsWith('TS')).map((child) => lowerExpression(l, child));
  return unknown(l, node.type, operands, spanOf(node));
}

function lowerFunctionValue(l: Lowering, node: Node): Operand {
  const id = l.file.facts.scopes.functionOf.get(node)?.id;
  return id === undefined ? NULL : closure(l, id, spanOf(node));
}

const PLAIN_TYPES = new Set(['string', 'number', 'boolean', 'bigint', 'symbol', 'object', 'void', 'array', 'Function', 'unknown', 'Record', 'const']);

/** `x as Client`: the type is kept when it names a class or interface. */
function lowerCast(l: Lowering, node: ES.TSAsExpression | ES.TSTypeAssertion): Operand {
  const value = lowerExpression(l, node.expression);
  const type: TypeRef | undefined = value.kind === 'local' || value.kind === 'this' ? typeIn(l, node.typeAnnotation) : undefined;
  if (type === undefined || PLAIN_TYPES.has(type.name)) return value;
  return produce(l, (to) => ({ op: 'move', to, from: value, type, at: spanOf(node) }));
}

function lowerSequence(l: Lowering, node: ES.SequenceExpression): Operand {
  node.expressions.slice(0, -1).forEach((expression) => lowerEffect(l, expression));
  const last = node.expressions.at(-1);
  return last === undefined ? NULL : lowerExpression(l, last);
}

function lowerAwait(l: Lowering, node: ES.AwaitExpression): Operand {
  const at = spanOf(node);
  const specifier = importedModule(node.argument);
  if (specifier !== undefined) {
    emit(l, { op: 'suspend', why: 'await', at });
    return readEntity(l, moduleEntity(l.file.repository, l.file.facts.file, specifier), at);
  }
  const value = lowerExpression(l, node.argument);
  return produce(l, (to) => ({ op: 'suspend', why: 'await', value, to, at }));
}

/** `import('x')` without `await` is a promise of the module. */
function lowerImport(l: Lowering, node: ES.ImportExpression): Operand {
  const at = spanOf(node);
  const specifier = importedModule(node);
  const name = specifier === undefined ? 'import' : 'Promise.resolve';
  const value = specifier === undefined ? lowerExpression(l, node.source) : readEntity(l, moduleEntity(l.file.repository, l.file.facts.file, specifier), at);
  return produce(l, (to) => ({ op: 'call', to, callee: { kind: 'symbol', name }, args: [{ value }], at }));
}

/** `yield* xs` yields each element. */
function lowerYield(l: Lowering, node: ES.YieldExpression): Operand {
  const at = spanOf(node);
  const value = node.argument === null ? NULL : lowerExpression(l, node.argument);
  if (!node.delegate) return produce(l, (to) => ({ op: 'suspend', why: 'yield', value, to, at }));
  const element = temporary(l);
  const isAsync = 'async' in l.fn.node && l.fn.node.async === true;
  const body = [{ op: 'suspend', why: 'yield', value: local(element), at }] as const;
  emit(l, { op: 'loop', test: [], over: { collection: value, element, suspends: isAsync }, body, update: [], at });
  return constant(null);
}
