/** Calls: who is called, and with what. */
import type { Argument, Callee, Operand, Span, TypeId } from '../../../ir/index.js';
import type { SyntaxNode } from '../../tree-sitter/index.js';
import { lineage, type Entity } from '../entities.js';
import type { MethodOutline } from '../model.js';
import { spanOf, unwrap } from '../syntax.js';
import { unknown, type FunctionContext } from './context.js';
import { lowerExpression } from './expressions.js';
import { isText, lowerFormat, lowerItems } from './literals.js';
import { entityOf, meaningOf } from './names.js';
import { placeOfAttribute } from './members.js';

export function lowerCall(f: FunctionContext, node: SyntaxNode): Operand {
  const fn = node.child('function');
  if (fn === undefined) return unknown(f, node);
  const callee = unwrap(fn);
  const at = spanOf(node);
  const entity = entityOf(f, callee);
  if (entity !== undefined) return callEntity(f, entity, node, at);
  if (callee.type === 'attribute') return callAttribute(f, callee, node);
  const value = lowerExpression(f, callee);
  if (value.kind === 'type') return construct(f, value.type, argumentsOf(f, node), at);
  return emitCall(f, value.kind === 'symbol' ? { kind: 'symbol', name: value.name } : { kind: 'value', value }, argumentsOf(f, node), at);
}

/** The arguments of a call, decorator or class header. */
export function argumentsOf(f: FunctionContext, node: SyntaxNode): readonly Argument[] {
  const list = node.child('arguments');
  if (list === undefined) return [];
  if (list.type === 'generator_expression') return [{ value: lowerExpression(f, list) }];
  return list.namedChildren.flatMap((argument): readonly Argument[] => {
    if (argument.type === 'keyword_argument') {
      const value = argument.child('value');
      return value === undefined ? [] : [{ value: lowerExpression(f, value), name: argument.child('name')?.text ?? '', at: spanOf(argument) }];
    }
    if (argument.type === 'dictionary_splat') {
      const [inner] = argument.namedChildren;
      return inner === undefined ? [] : [{ value: lowerExpression(f, inner), name: '**', spread: true }];
    }
    return lowerItems(f, [argument]);
  });
}

export function emitCall(f: FunctionContext, callee: Callee, args: readonly Argument[], at: Span): Operand {
  return f.builder.produce((to) => ({ op: 'call', to, callee, args, at }));
}

/** Makes an object. A `__new__` of the repository decides which one. */
export function construct(f: FunctionContext, type: TypeId, args: readonly Argument[], at: Span): Operand {
  const maker = methodNamed(f, type, '__new__');
  if (maker !== undefined) return emitCall(f, { kind: 'direct', function: maker.id }, args, at);
  return f.builder.produce((to) => ({ op: 'new', to, type: { name: type, args: [] }, args, at }));
}

function callEntity(f: FunctionContext, entity: Entity, node: SyntaxNode, at: Span): Operand {
  if (entity.kind === 'symbol' && entity.name === 'super') return { kind: 'this' };
  if (entity.kind === 'symbol' && entity.name === 'object.__new__' && f.type !== undefined) return allocate(f, f.type, node);
  const args = argumentsOf(f, node);
  switch (entity.kind) {
    case 'symbol': return emitCall(f, { kind: 'symbol', name: entity.name }, args, at);
    case 'class': return construct(f, entity.id, args, at);
    case 'function': return emitCall(f, { kind: 'direct', function: entity.id }, args, at);
    case 'module': return unknown(f, node, args.map((argument) => argument.value));
    case 'variable': {
      const value = f.builder.produce((to) => ({ op: 'load', to, place: { kind: 'module', module: entity.module, name: entity.name }, at }));
      return emitCall(f, { kind: 'value', value }, args, at);
    }
  }
}

/** `object.name(…)` where the whole is no known function. */
function callAttribute(f: FunctionContext, callee: SyntaxNode, node: SyntaxNode): Operand {
  const at = spanOf(node);
  const objectNode = callee.child('object');
  const name = callee.child('attribute')?.text;
  if (objectNode === undefined || name === undefined) return unknown(f, node);
  const object = unwrap(objectNode);
  if (name === '__new__' && f.type !== undefined && isSuper(f, object)) return allocate(f, f.type, node);
  if (isSuper(f, object) && f.type !== undefined) {
    return emitCall(f, { kind: 'super', type: f.type, name: name === '__init__' ? '<constructor>' : name }, argumentsOf(f, node), at);
  }
  const entity = entityOf(f, object);
  if (entity?.kind === 'class') return callOnClass(f, entity.id, name, node);
  if (name === 'format' && isText(object)) {
    const args = argumentsOf(f, node);
    return lowerFormat(f, object, args, node) ?? emitCall(f, { kind: 'method', receiver: lowerExpression(f, object), name }, args, at);
  }
  const receiver = lowerExpression(f, object);
  if (receiver.kind === 'type') return callOnClass(f, receiver.type, name, node);
  if (receiver.kind === 'symbol') return emitCall(f, { kind: 'symbol', name: `${receiver.name}.${name}` }, argumentsOf(f, node), at);
  return emitCall(f, { kind: 'method', receiver, name }, argumentsOf(f, node), at);
}

/** `super().__new__(cls)`, `object.__new__(cls)` in a `__new__`: the constructor then gets what `__new__` was given. */
function allocate(f: FunctionContext, type: TypeId, node: SyntaxNode): Operand {
  argumentsOf(f, node);
  const args = f.parameters.map((p): Argument => ({
    value: { kind: 'local', name: p.name }, ...(p.rest === undefined ? {} : { spread: true }), ...(p.rest === 'map' ? { name: '**' } : {}),
  }));
  return f.builder.produce((to) => ({ op: 'new', to, type: { name: type, args: [] }, args, at: spanOf(node) }));
}

/** `super()`, `super(Orders, self)`. */
function isSuper(f: FunctionContext, node: SyntaxNode): boolean {
  const fn = node.type === 'call' ? node.child('function') : undefined;
  if (fn?.text !== 'super') return false;
  const meaning = meaningOf(f, 'super');
  return meaning.kind === 'entity' && meaning.entity.kind === 'symbol';
}

function methodNamed(f: FunctionContext, type: TypeId, name: string): MethodOutline | undefined {
  for (const above of lineage(f.file.project, type)) {
    const method = above.methods.get(name);
    if (method !== undefined) return method.accessor === undefined ? method : undefined;
  }
  return undefined;
}

/** `Orders.create(…)`, `Base.__init__(self, …)`. */
function callOnClass(f: FunctionContext, type: TypeId, name: string, node: SyntaxNode): Operand {
  const at = spanOf(node);
  const args = argumentsOf(f, node);
  const [first, ...rest] = args;
  const own = f.type === undefined ? [] : lineage(f.file.project, f.type).slice(1);
  if (first?.value.kind === 'this' && f.type !== undefined && own.some((above) => above.id === type)) {
    return emitCall(f, { kind: 'super', type: f.type, name: name === '__init__' ? '<constructor>' : name }, rest, at);
  }
  const method = methodNamed(f, type, name);
  if (method?.kind === 'instance' && first !== undefined) {
    return emitCall(f, { kind: 'direct', function: method.id, receiver: first.value }, rest, at);
  }
  if (method !== undefined) return emitCall(f, { kind: 'direct', function: method.id }, args, at);
  const receiver: Operand = { kind: 'type', type };
  if (!lineage(f.file.project, type).some((above) => above.statics.has(name))) return emitCall(f, { kind: 'method', receiver, name }, args, at);
  const place = placeOfAttribute(f, node.child('function')?.child('object') ?? node, name);
  const value = f.builder.produce((to) => ({ op: 'load', to, place, at }));
  return emitCall(f, { kind: 'value', value }, args, at);
}
