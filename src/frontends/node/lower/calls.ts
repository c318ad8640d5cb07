/** Calls and constructions: who is called is decided here as far as it is certain. */
import type { Argument, Callee, Operand, Span, TypeRef } from '../../../ir/index.js';
import { NULL } from '../../../ir/index.js';
import type { Entity } from '../entities.js';
import { classOf } from '../entities.js';
import { lookUp } from '../names/scopes.js';
import type { ES, Node } from '../syntax.js';
import { keyName, requiredModule, spanOf, unwrap } from '../syntax.js';
import type { Lowering } from './context.js';
import { constant, produce, staticEntity, typeIn } from './context.js';
import { lowerExpression } from './expressions.js';
import { lowerItems } from './literals.js';
import { lowerObject, memberPlace, skipWhenNull } from './members.js';
import { currentClass, readEntity, readHome, readThis } from './names.js';

/** Evaluates the arguments, after the callee has been evaluated. */
type Arguments = () => readonly Argument[];

export function lowerCall(l: Lowering, node: ES.CallExpression): Operand {
  const at = spanOf(node);
  const args: Arguments = () => lowerItems(l, node.arguments);
  if (node.callee.type === 'Super') return call(l, superCallee(l, '<constructor>'), args(), at);
  const isRequire = requiredModule(node) !== undefined;
  const required = isRequire ? staticEntity(l, node) : undefined;
  if (required !== undefined) return readEntity(l, required, at);
  const value = lowerCallOf(l, node.callee, node.optional, args, at);
  noteTypeArguments(l, node);
  return value;
}

/** `container.get<Store>(TYPES.Store)`: what the call just made writes between angle brackets. */
function noteTypeArguments(l: Lowering, node: ES.CallExpression): void {
  const last = l.out.at(-1);
  const written = node.typeArguments?.params ?? [];
  if (written.length === 0 || last?.op !== 'call' || last.typeArguments !== undefined) return;
  const typeArguments = written.map((type) => typeIn(l, type) ?? { name: 'unknown', args: [] });
  l.out[l.out.length - 1] = { ...last, typeArguments };
}

/** `` tag`text ${value}` `` */
export function lowerTaggedTemplate(l: Lowering, node: ES.TaggedTemplateExpression): Operand {
  const at = spanOf(node);
  return lowerCallOf(l, node.tag, false, () => {
    const items = node.quasi.quasis.map((quasi) => ({ value: constant(quasi.value.cooked ?? quasi.value.raw) }));
    const strings = produce(l, (to) => ({ op: 'array', to, items, at: spanOf(node.quasi) }));
    return [{ value: strings }, ...lowerItems(l, node.quasi.expressions)];
  }, at);
}

function call(l: Lowering, callee: Callee, args: readonly Argument[], at: Span): Operand {
  return produce(l, (to) => ({ op: 'call', to, callee, args, at }));
}

function superCallee(l: Lowering, name: string): Callee {
  const type = currentClass(l);
  return type === undefined ? { kind: 'method', receiver: readThis(l), name } : { kind: 'super', type, name };
}

function lowerCallOf(l: Lowering, node: Node, isOptional: boolean, args: Arguments, at: Span): Operand {
  const callee = unwrap(node);
  const entity = staticEntity(l, callee);
  if (entity !== undefined) {
    const certain = certainCallee(l, callee, entity);
    if (certain !== undefined) return call(l, certain, args(), at);
  }
  if (callee.type === 'ChainExpression') return lowerCallOf(l, callee.expression, isOptional, args, at);
  if (callee.type === 'MemberExpression') return lowerMethodCall(l, callee, isOptional, args, at);
  const value = entity === undefined ? lowerExpression(l, callee) : readEntity(l, entity, spanOf(callee));
  if (isOptional) skipWhenNull(l, value, at);
  return call(l, value.kind === 'symbol' ? { kind: 'symbol', name: value.name } : { kind: 'value', value }, args(), at);
}

/** The callee when the name leaves no doubt: a library function, or a function of the repository. */
function certainCallee(l: Lowering, node: Node, entity: Entity): Callee | undefined {
  switch (entity.kind) {
    case 'symbol': return { kind: 'symbol', name: entity.name };
    case 'function': {
      const receiver: Operand | undefined = entity.home?.kind === 'static' ? { kind: 'type', type: entity.home.type } : undefined;
      return { kind: 'direct', function: entity.id, ...(receiver === undefined ? {} : { receiver }) };
    }
    case 'place':
      // `namespace.variable(…)` and a name from another module call what is stored there, without receiver.
      if (node.type !== 'MemberExpression' || entity.home.kind === 'module' || entity.home.kind === 'variable' || entity.home.kind === 'symbol') {
        return { kind: 'value', value: readHome(l, entity.home, spanOf(node)) };
      }
      return undefined;
    default: return undefined;
  }
}

function lowerMethodCall(l: Lowering, node: ES.MemberExpression, isOptional: boolean, args: Arguments, at: Span): Operand {
  if (node.object.type === 'Super') return call(l, superCallee(l, keyName(node.property, node.computed) ?? '<computed>'), args(), at);
  const name = keyName(node.property, node.computed);
  const applied = (name === 'call' || name === 'apply') && !isOptional ? appliedFunction(l, node.object) : undefined;
  if (applied !== undefined) {
    const [receiver, ...others] = args();
    const rest = name === 'call' ? others : others.slice(0, 1).map((list) => ({ ...list, spread: true }));
    const own = receiver === undefined || (receiver.value.kind === 'constant' && receiver.value.value === null) ? {} : { receiver: receiver.value };
    return call(l, { kind: 'direct', function: applied, ...own }, rest, at);
  }
  const receiver = lowerObject(l, node);
  if (node.optional) skipWhenNull(l, receiver, at);
  if (isOptional || name === undefined) {
    const place = memberPlace(l, receiver, node);
    const value = produce(l, (to) => ({ op: 'load', to, place, at: spanOf(node) }));
    if (isOptional) skipWhenNull(l, value, at);
    if (name === undefined) return call(l, { kind: 'value', value }, args(), at);
  }
  return call(l, methodCallee(l, node, receiver, name), args(), at);
}

/** `f.call(receiver, …)` and `f.apply(receiver, list)` of a function that is known. */
function appliedFunction(l: Lowering, node: Node): string | undefined {
  const entity = staticEntity(l, node);
  return entity?.kind === 'function' ? entity.id : undefined;
}

function methodCallee(l: Lowering, node: ES.MemberExpression, receiver: Operand, name: string): Callee {
  const own = node.property.type === 'PrivateIdentifier' ? privateMethod(l, name) : undefined;
  if (own !== undefined) return { kind: 'direct', function: own, receiver };
  // A library symbol stays one path: `import config from 'config'; config.get('x')`.
  if (receiver.kind === 'symbol') return { kind: 'symbol', name: `${receiver.name}.${name}` };
  const type = declaredType(l, node.object);
  return { kind: 'method', receiver, name, ...(type === undefined ? {} : { type }) };
}

/** The method `#name` of the innermost class around the call that has one. */
function privateMethod(l: Lowering, name: string): string | undefined {
  for (let fn: Lowering['fn'] | undefined = l.fn; fn !== undefined; fn = fn.parent) {
    const found = fn.owner?.methods.find((m) => m.node.kind === 'method' && keyName(m.node.key, false) === name);
    if (found !== undefined) return found.info.id;
  }
  return undefined;
}

/** The type that the declaration of a receiver gives, or the class it is an instance of for `this`. */
function declaredType(l: Lowering, node: Node): TypeRef | undefined {
  const receiver = unwrap(node);
  if (node.type === 'TSAsExpression') return typeIn(l, node.typeAnnotation);
  if (receiver.type !== 'Identifier') return undefined;
  const variable = lookUp(l.scope, receiver.name);
  return variable?.type === undefined ? undefined : typeIn(l, variable.type);
}

export function lowerNew(l: Lowering, node: ES.NewExpression): Operand {
  const at = spanOf(node);
  const entity = staticEntity(l, node.callee);
  const typeArguments = (node.typeArguments?.params ?? []).map((t) => typeIn(l, t) ?? { name: 'unknown', args: [] });
  const name = entity?.kind === 'type' && classOf(l.file.repository, entity.id) !== undefined ? entity.id : entity?.kind === 'symbol' ? entity.name : undefined;
  if (name !== undefined) {
    const args = lowerItems(l, node.arguments);
    return produce(l, (to) => ({ op: 'new', to, type: { name, args: typeArguments }, args, at }));
  }
  const callee = entity === undefined ? lowerExpression(l, node.callee) : readEntity(l, entity, spanOf(node.callee));
  const args = lowerItems(l, node.arguments);
  return produce(l, (to) => ({ op: 'new', to, callee: callee.kind === 'constant' ? NULL : callee, args, at }));
}
