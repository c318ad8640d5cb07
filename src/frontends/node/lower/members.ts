/** Properties: `a.b`, `a[k]`, `a?.b`, `a.#p`, `super.x`. */
import type { Operand, Place, Span } from '../../../ir/index.js';
import { NULL } from '../../../ir/index.js';
import type { Home } from '../entities.js';
import { memberEntity } from '../entities.js';
import type { ES, Node } from '../syntax.js';
import { keyName, literalString, spanOf, unwrap } from '../syntax.js';
import type { Lowering } from './context.js';
import { compute, emit, local, produce, staticEntity, temporary } from './context.js';
import { lowerExpression } from './expressions.js';
import { currentClass, placeOfHome, readEntity, readThis } from './names.js';

/** A property read. */
export function lowerMember(l: Lowering, node: ES.MemberExpression): Operand {
  const at = spanOf(node);
  const entity = staticEntity(l, node);
  if (entity !== undefined) return readEntity(l, entity, at);
  const type = node.object.type === 'ThisExpression' && keyName(node.property, node.computed) === 'constructor' ? currentClass(l) : undefined;
  if (type !== undefined) return { kind: 'type', type };
  const object = lowerObject(l, node);
  if (node.optional) skipWhenNull(l, object, at);
  const place = memberPlace(l, object, node);
  return produce(l, (to) => ({ op: 'load', to, place, at }));
}

/** The operand before the dot. */
export function lowerObject(l: Lowering, node: ES.MemberExpression): Operand {
  return node.object.type === 'Super' ? readThis(l) : lowerExpression(l, node.object);
}

/** As `keyName`, for a computed key also the symbol that a constant holds: `[KEY]` for `const KEY = Symbol()`. */
export function fixedName(l: Lowering, key: Node, computed: boolean): string | undefined {
  return keyName(key, computed) ?? (computed ? symbolName(l, key) : undefined);
}

function symbolName(l: Lowering, key: Node): string | undefined {
  const inner = unwrap(key);
  const entity = inner.type === 'Identifier' || inner.type === 'MemberExpression' ? staticEntity(l, inner) : undefined;
  const variable = entity?.kind === 'place' && entity.home.kind === 'variable' && !entity.home.variable.isAssigned ? entity.home.variable : undefined;
  const made = variable?.value?.path.length === 0 ? unwrap(variable.value.from) : inner;
  if (made.type !== 'CallExpression') return undefined;
  const { callee } = made;
  // Inside of a function each call makes another symbol.
  if (variable?.isModuleLevel && callee.type === 'Identifier' && callee.name === 'Symbol') return `[${variable.name}]`;
  // `Symbol.for('name')` is one symbol wherever it is asked for.
  const [name] = made.arguments;
  const isRegistered = callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && callee.object.name === 'Symbol' && keyName(callee.property, callee.computed) === 'for';
  const registered = isRegistered && name !== undefined ? literalString(name) : undefined;
  return registered === undefined ? undefined : `[${registered}]`;
}

/** The place of a property of `object`; evaluates a computed key. */
export function memberPlace(l: Lowering, object: Operand, node: ES.MemberExpression): Place {
  const name = fixedName(l, node.property, node.computed);
  if (name !== undefined) return propertyPlace(object, name);
  const key = node.property.type === 'PrivateIdentifier' ? NULL : lowerExpression(l, node.property);
  return { kind: 'element', object, key };
}

export function propertyPlace(object: Operand, name: string): Place {
  if (object.kind === 'type') return { kind: 'static', type: object.type, field: name };
  if (object.kind === 'namespace') return { kind: 'module', module: object.module, name };
  return { kind: 'field', object, field: name };
}

/** A named property of an operand; what is certain about symbols, classes and modules is used. */
export function readProperty(l: Lowering, object: Operand, name: string, at: Span): Operand {
  const entity = object.kind === 'symbol' ? memberEntity(l.file.repository, object, name)
    : object.kind === 'type' ? memberEntity(l.file.repository, { kind: 'type', id: object.type }, name)
      : object.kind === 'namespace' ? memberEntity(l.file.repository, { kind: 'namespace', file: object.module }, name) : undefined;
  if (entity !== undefined) return readEntity(l, entity, at);
  return produce(l, (to) => ({ op: 'load', to, place: propertyPlace(object, name), at }));
}

/** The place that an assignment to a property writes. */
export function targetPlace(l: Lowering, node: ES.MemberExpression): Place {
  const at = spanOf(node);
  const name = keyName(node.property, node.computed);
  const home = name === undefined ? undefined : targetHome(l, node, name);
  const place = home === undefined ? undefined : placeOfHome(l, home, at);
  return place ?? memberPlace(l, lowerObject(l, node), node);
}

/** As reading, but never through what the property stands for: `exports.f = g` writes `exports.f`, not `g`. */
function targetHome(l: Lowering, node: ES.MemberExpression, name: string): Home | undefined {
  const whole = staticEntity(l, node);
  if (whole?.kind === 'place' && whole.home.kind === 'exports') return whole.home;
  const object = node.object.type === 'Super' ? undefined : staticEntity(l, node.object);
  if (object?.kind === 'place' && object.home.kind === 'exports') return { kind: 'member', file: object.home.file, name };
  if (whole?.kind !== 'place') return undefined;
  return isMember(whole.home) || object?.kind === 'namespace' || object?.kind === 'scope' ? whole.home : undefined;
}

/** Whether a name with a dot is what such a home is called by: a static, a property of a library's object, a variable of a namespace. */
function isMember(home: Home): boolean {
  return home.kind === 'static' || home.kind === 'symbol' || (home.kind === 'variable' && home.variable.scope.kind === 'namespace');
}

/** An optional chain: each `?.` puts what follows into the branch in which there is something to go on with. */
export function lowerChain(l: Lowering, node: ES.ChainExpression): Operand {
  return inChain(l, () => lowerExpression(l, node.expression), spanOf(node));
}

export function inChain(l: Lowering, run: () => Operand, at: Span): Operand {
  const [outside, chain] = [l.out, l.chain];
  const result = temporary(l);
  l.chain = { result };
  const value = run();
  l.chain = chain;
  if (l.out === outside) return value;
  emit(l, { op: 'move', to: result, from: value, at });
  l.out = outside;
  return local(result);
}

/** Emits the test of a `?.`; what is emitted next runs only when `object` is there. */
export function skipWhenNull(l: Lowering, object: Operand, at: Span): void {
  if (object.kind === 'symbol' || object.kind === 'type' || object.kind === 'namespace' || l.chain === undefined) return;
  const condition = compute(l, 'is-null', [object], at);
  const rest: Lowering['out'] = [];
  emit(l, { op: 'if', condition, then: [{ op: 'move', to: l.chain.result, from: NULL, at }], else: rest, at });
  l.out = rest;
}

/** `delete a.b` */
export function lowerDelete(l: Lowering, node: ES.UnaryExpression): Operand {
  const at = spanOf(node);
  const remove = (target: Node): Operand => {
    const member = unwrap(target);
    if (member.type === 'MemberExpression') {
      const isOptional = member.optional;
      const object = isOptional ? lowerObject(l, member) : undefined;
      if (object !== undefined) skipWhenNull(l, object, at);
      const place = object === undefined ? targetPlace(l, member) : memberPlace(l, object, member);
      emit(l, { op: 'delete', place, at });
    } else lowerExpression(l, member);
    return { kind: 'constant', value: true };
  };
  const argument = unwrap(node.argument);
  return argument.type === 'ChainExpression' ? inChain(l, () => remove(argument.expression), at) : remove(argument);
}
