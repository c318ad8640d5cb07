/** Reading and writing what names stand for: locals, captured and module variables, exports, static members, symbols. */
import type { FunctionId, Operand, Place, Span, Store, TypeId } from '../../../ir/index.js';
import { NULL } from '../../../ir/index.js';
import type { Entity, Home } from '../entities.js';
import { entityOfVariable } from '../entities.js';
import type { FunctionInfo, Variable } from '../names/scopes.js';
import { lookUp } from '../names/scopes.js';
import type { Node } from '../syntax.js';
import { isFunction, spanOf } from '../syntax.js';
import { parameterName, runtimeParameters } from '../signatures.js';
import type { Lowering } from './context.js';
import { emit, local, produce, staticEntity } from './context.js';

export type StoreKind = Store['how'];

/** An identifier used as a value. */
export function readName(l: Lowering, node: Extract<Node, { readonly type: 'Identifier' }>): Operand {
  const at = spanOf(node);
  const variable = lookUp(l.scope, node.name);
  if (variable !== undefined) return readEntity(l, entityOfVariable(l.file.repository, l.file.facts, variable), at);
  const entity = staticEntity(l, node);
  if (entity !== undefined) return readEntity(l, entity, at);
  switch (node.name) {
    case 'undefined': return NULL;
    case 'arguments': return l.fn === l.file.facts.scopes.init ? NULL : readArguments(l, at);
    default: return { kind: 'symbol', name: node.name };
  }
}

/** `arguments`: the parameters in a list. Arguments without a parameter are lost. */
function readArguments(l: Lowering, at: Span): Operand {
  let fn: FunctionInfo | undefined = l.fn;
  while (fn?.kind === 'arrow') fn = fn.parent;
  if (fn !== l.fn || !isFunction(fn.node)) return { kind: 'symbol', name: 'arguments' };
  const scope = l.file.facts.scopes.scopeOf.get(fn.node) ?? l.scope;
  const items = runtimeParameters(fn.node).map((p, i) => ({ value: local(parameterName(scope, p, i)), ...(p.type === 'RestElement' ? { spread: true } : {}) }));
  return produce(l, (to) => ({ op: 'array', to, items, at }));
}

/** The value of something whose meaning is certain. */
export function readEntity(l: Lowering, entity: Entity, at: Span): Operand {
  switch (entity.kind) {
    case 'symbol': return { kind: 'symbol', name: entity.name };
    case 'constant': return { kind: 'constant', value: entity.value };
    case 'type': return { kind: 'type', type: entity.id };
    case 'namespace': return { kind: 'namespace', module: entity.file };
    case 'scope': return readHome(l, { kind: 'variable', file: entity.file, variable: entity.variable }, at);
    case 'place': return readHome(l, entity.home, at);
    case 'function': return entity.home === undefined || isOwnName(entity.home) ? closure(l, entity.id, at) : readHome(l, entity.home, at);
  }
}

/** The name that a function expression has inside itself is stored nowhere. */
function isOwnName(home: Home): boolean {
  return home.kind === 'variable' && home.variable.function?.node.type === 'FunctionExpression';
}

export function closure(l: Lowering, id: FunctionId, at: Span): Operand {
  return produce(l, (to) => ({ op: 'closure', to, function: id, at }));
}

/** The place of a home; nothing for a local, which is an operand. */
export function placeOfHome(l: Lowering, home: Home, at: Span): Place | undefined {
  switch (home.kind) {
    case 'variable': return placeOfVariable(home.file, home.variable);
    case 'module': return { kind: 'module', module: home.file, name: home.name };
    case 'exports': return { kind: 'module', module: home.file, name: 'exports' };
    case 'member': {
      const object = produce(l, (to) => ({ op: 'load', to, place: { kind: 'module', module: home.file, name: 'exports' }, at }));
      return { kind: 'field', object, field: home.name };
    }
    case 'static': return { kind: 'static', type: home.type, field: home.field };
    case 'symbol': return { kind: 'field', object: { kind: 'symbol', name: home.symbol }, field: home.name };
  }
}

/** Where a variable lives when it is shared; nothing for a plain local. */
export function placeOfVariable(file: string, variable: Variable): Place | undefined {
  if (variable.isModuleLevel) return { kind: 'module', module: file, name: variable.irName };
  return variable.isCaptured ? { kind: 'captured', owner: variable.owner.id, name: variable.irName } : undefined;
}

/** A captured variable that is never assigned again: its function keeps it in a local too, and reads that. */
export function hasLocalCopy(l: Lowering, variable: Variable): boolean {
  return variable.isCaptured && !variable.isModuleLevel && !variable.isAssigned && variable.owner === l.fn;
}

export function readHome(l: Lowering, home: Home, at: Span): Operand {
  if (home.kind === 'variable' && hasLocalCopy(l, home.variable)) return local(home.variable.irName);
  const place = placeOfHome(l, home, at);
  if (place !== undefined) return produce(l, (to) => ({ op: 'load', to, place, at }));
  return home.kind === 'variable' ? local(home.variable.irName) : NULL;
}

/** Writes to a home; gives the operand that holds the value afterwards. */
export function writeHome(l: Lowering, home: Home, value: Operand, how: StoreKind, at: Span): Operand {
  const place = placeOfHome(l, home, at);
  if (place === undefined) return home.kind === 'variable' ? assignLocal(l, home.variable.irName, value, at) : value;
  const kept = home.kind === 'variable' && hasLocalCopy(l, home.variable) ? assignLocal(l, home.variable.irName, value, at) : value;
  emit(l, { op: 'store', place, value: kept, how, at });
  return kept;
}

/** Writes to a variable of this file. */
export function writeVariable(l: Lowering, variable: Variable, value: Operand, how: StoreKind, at: Span): Operand {
  return writeHome(l, { kind: 'variable', file: l.file.facts.file, variable }, value, how, at);
}

/** Copies into a local; a temporary that the last instruction has just made is renamed instead. */
export function assignLocal(l: Lowering, to: string, value: Operand, at: Span): Operand {
  const last = l.out.at(-1);
  const isFresh = value.kind === 'local' && value.name.startsWith('%') && last !== undefined && 'to' in last && last.to === value.name;
  if (isFresh) l.out[l.out.length - 1] = { ...last, to };
  else emit(l, { op: 'move', to, from: value, at });
  return local(to);
}

/** `name = value`, where the name may be declared nowhere: then it is a property of the global object. */
export function writeName(l: Lowering, name: string, value: Operand, how: StoreKind, at: Span): Operand {
  const variable = lookUp(l.scope, name);
  if (variable !== undefined) return writeVariable(l, variable, value, how, at);
  if (name === 'exports') return value;
  return writeHome(l, { kind: 'symbol', symbol: 'globalThis', name }, value, how, at);
}

/** The method or initialiser whose `this` the current code sees: arrows share that of what encloses them. */
export function thisFunction(fn: FunctionInfo): FunctionInfo {
  let owner = fn;
  while (owner.kind === 'arrow' && owner.parent !== undefined) owner = owner.parent;
  return owner;
}

/** `this`: the receiver, the class in static code, nothing at the top level. */
export function readThis(l: Lowering): Operand {
  const owner = thisFunction(l.fn);
  if (owner.kind === 'init') return NULL;
  return owner.isStatic && owner.owner !== undefined ? { kind: 'type', type: owner.owner.id } : { kind: 'this' };
}

/** The class around the current code. */
export function currentClass(l: Lowering): TypeId | undefined {
  return thisFunction(l.fn).owner?.id;
}
