/** Assignments, updates and destructuring. */
import type { Operand, Place, Span } from '../../../ir/index.js';
import { NULL } from '../../../ir/index.js';
import type { Entity } from '../entities.js';
import { entityOfVariable } from '../entities.js';
import { lookUp } from '../names/scopes.js';
import type { ES, Node } from '../syntax.js';
import { requiredModule, spanOf, unwrap } from '../syntax.js';
import type { Lowering } from './context.js';
import { compute, constant, emit, local, produce, reusable, unknown } from './context.js';
import { lowerEffect, lowerExpression } from './expressions.js';
import { fixedName, readProperty, targetPlace } from './members.js';
import type { StoreKind } from './names.js';
import { placeOfVariable, readEntity, readName, writeName, writeVariable } from './names.js';
import { branch, concat, isText } from './operators.js';

/** Something that can be read and written once its parts have been evaluated. */
interface Target {
  read(): Operand;
  write(value: Operand, how: StoreKind): Operand;
}

export function lowerAssignment(l: Lowering, node: ES.AssignmentExpression): Operand {
  const at = spanOf(node);
  const left = unwrap(node.left);
  if (left.type === 'ObjectPattern' || left.type === 'ArrayPattern') {
    const value = lowerExpression(l, node.right);
    bindPattern(l, left, value, 'assign', at);
    return value;
  }
  if (node.operator === '=') {
    const target = targetOf(l, left, at);
    return target.write(lowerExpression(l, node.right), 'assign');
  }
  const target = targetOf(l, left, at);
  const current = target.read();
  const logical = logicalOperator(node.operator);
  if (logical !== undefined) return lowerLogicalAssignment(l, node, target, current, logical);
  const right = lowerExpression(l, node.right);
  const value = node.operator === '+=' && isText(node.right) ? concat(l, [current, right], at) : compute(l, node.operator.slice(0, -1), [current, right], at);
  return target.write(value, 'update');
}

function logicalOperator(operator: ES.AssignmentOperator): ES.LogicalOperator | undefined {
  return operator === '&&=' ? '&&' : operator === '||=' ? '||' : operator === '??=' ? '??' : undefined;
}

/** `p ??= load()`: the store is in the branch that found nothing. */
function lowerLogicalAssignment(l: Lowering, node: ES.AssignmentExpression, target: Target, current: Operand, operator: ES.LogicalOperator): Operand {
  const at = spanOf(node);
  const result = reusable(l, current, at);
  branch(l, operator, local(result), at, () => {
    const value = target.write(lowerExpression(l, node.right), 'assign');
    emit(l, { op: 'move', to: result, from: value, at });
  });
  return local(result);
}

/** `x++` as a statement: nobody asks for the old value. */
export function lowerUpdateEffect(l: Lowering, node: ES.UpdateExpression): void {
  lowerUpdate(l, { ...node, prefix: true });
}

/** `x++`: the old value is the result unless the operator stands in front. */
export function lowerUpdate(l: Lowering, node: ES.UpdateExpression): Operand {
  const at = spanOf(node);
  const target = targetOf(l, unwrap(node.argument), at);
  const read = target.read();
  // A local would be overwritten before its old value is used.
  const old = read.kind === 'local' && !read.name.startsWith('%') && !node.prefix ? copy(l, read, at) : read;
  const value = target.write(compute(l, node.operator === '++' ? '+' : '-', [old, constant(1)], at), 'update');
  return node.prefix ? value : old;
}

function copy(l: Lowering, from: Operand, at: Span): Operand {
  return produce(l, (to) => ({ op: 'move', to, from, at }));
}

function targetOf(l: Lowering, node: Node, at: Span): Target {
  if (node.type === 'Identifier') {
    return { read: () => readName(l, node), write: (value, how) => writeName(l, node.name, value, how, at) };
  }
  if (node.type === 'MemberExpression') {
    const place = targetPlace(l, node);
    return {
      read: () => produce(l, (to) => ({ op: 'load', to, place, at: spanOf(node) })),
      write: (value, how) => storeTo(l, place, value, how, at),
    };
  }
  return { read: () => lowerExpression(l, node), write: (value) => unknown(l, node.type, [value], at) };
}

function storeTo(l: Lowering, place: Place, value: Operand, how: StoreKind, at: Span): Operand {
  emit(l, { op: 'store', place, value, how, at });
  return value;
}

/** Whether a pattern declares its names or assigns to ones that exist. */
export type BindMode = 'initialise' | 'assign';

/** Takes `value` apart into the names and places of a pattern. */
export function bindPattern(l: Lowering, node: Node, value: Operand, mode: BindMode, at: Span): void {
  const pattern = unwrap(node);
  switch (pattern.type) {
    case 'Identifier': return bindName(l, pattern, value, mode, at);
    case 'MemberExpression': return void storeTo(l, targetPlace(l, pattern), value, 'assign', at);
    case 'AssignmentPattern': return bindPattern(l, pattern.left, withDefault(l, value, pattern.right, at), mode, at);
    case 'ObjectPattern':
      for (const property of pattern.properties) bindProperty(l, property, value, mode, at);
      return;
    case 'ArrayPattern':
      pattern.elements.forEach((element, i) => {
        if (element !== null) bindElement(l, element, value, i, mode, at);
      });
      return;
    default: unknown(l, pattern.type, [value], at);
  }
}

function bindName(l: Lowering, node: ES.IdentifierReference | ES.BindingIdentifier, value: Operand, mode: BindMode, at: Span): void {
  const variable = lookUp(l.scope, node.name);
  if (mode === 'assign' || variable === undefined) writeName(l, node.name, value, 'assign', at);
  else writeVariable(l, variable, value, 'initialise', at);
}

/** `value`, or what `node` evaluates to when there is none. */
export function withDefault(l: Lowering, value: Operand, node: Node, at: Span): Operand {
  const result = reusable(l, value, at);
  branch(l, '??', local(result), at, () => {
    emit(l, { op: 'move', to: result, from: lowerExpression(l, node), at: spanOf(node) });
  });
  return local(result);
}

type PatternProperty = ES.ObjectPattern['properties'][number] | ES.ObjectAssignmentTarget['properties'][number];

function bindProperty(l: Lowering, property: PatternProperty, value: Operand, mode: BindMode, at: Span): void {
  const span = spanOf(property);
  if (property.type === 'RestElement') {
    const rest = produce(l, (to) => ({ op: 'object', to, entries: [{ value, spread: true }], at: span }));
    return bindPattern(l, property.argument, rest, mode, at);
  }
  if (mode === 'initialise' && bindAlias(l, property.value, span)) return;
  const name = fixedName(l, property.key, property.computed);
  bindPattern(l, property.value, name === undefined ? readKey(l, property.key, value, span) : readProperty(l, value, name, span), mode, span);
}

function readKey(l: Lowering, key: Node, object: Operand, at: Span): Operand {
  const place: Place = { kind: 'element', object, key: key.type === 'PrivateIdentifier' ? NULL : lowerExpression(l, key) };
  return produce(l, (to) => ({ op: 'load', to, place, at }));
}

/** `const { S3 } = require('aws-sdk')`: every use of the name is the symbol; only a module variable is stored for others. */
function bindAlias(l: Lowering, node: Node, at: Span): boolean {
  const variable = node.type === 'Identifier' ? lookUp(l.scope, node.name) : undefined;
  if (variable === undefined) return false;
  const entity = entityOfVariable(l.file.repository, l.file.facts, variable);
  if (!isAlias(entity)) return false;
  if (variable.isModuleLevel) writeVariable(l, variable, readEntity(l, entity, at), 'initialise', at);
  return true;
}

/** Whether uses of a variable that stands for `entity` never read the variable itself. */
export function isAlias(entity: Entity): boolean {
  return entity.kind === 'symbol' || entity.kind === 'namespace' || entity.kind === 'constant';
}

function bindElement(l: Lowering, element: Node, value: Operand, index: number, mode: BindMode, at: Span): void {
  const span = spanOf(element);
  const item = element.type === 'RestElement'
    ? produce(l, (to) => ({ op: 'call', to, callee: { kind: 'method', receiver: value, name: 'slice' }, args: [{ value: constant(index) }], at: span }))
    : produce(l, (to) => ({ op: 'load', to, place: { kind: 'element', object: value, key: constant(index) }, at: span }));
  bindPattern(l, element.type === 'RestElement' ? element.argument : element, item, mode, at);
}

/** `const x = …`, `let x`, and patterns. */
export function lowerDeclarator(l: Lowering, node: ES.VariableDeclarator, kind: ES.VariableDeclaration['kind']): void {
  const at = spanOf(node);
  const variable = node.id.type === 'Identifier' ? lookUp(l.scope, node.id.name) : undefined;
  if (node.init === null) {
    // A `var` without a value keeps the one it has.
    if (variable !== undefined && (kind !== 'var' || placeOfVariable(l.file.facts.file, variable) !== undefined)) writeVariable(l, variable, NULL, 'initialise', at);
    return;
  }
  const entity = variable === undefined ? undefined : entityOfVariable(l.file.repository, l.file.facts, variable);
  if (variable !== undefined && entity !== undefined && isAlias(entity) && !variable.isModuleLevel) {
    // The name needs no variable, but `await import('x')` suspends and `promisify(f)` is a call.
    let root = unwrap(node.init);
    while (root.type === 'MemberExpression') root = unwrap(root.object);
    if (root.type === 'AwaitExpression' || (root.type === 'CallExpression' && requiredModule(root) === undefined)) lowerEffect(l, root);
    return;
  }
  const value = lowerExpression(l, node.init);
  bindPattern(l, node.id, value, 'initialise', at);
}

