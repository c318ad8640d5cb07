/** Class definitions: what runs where the class stands, and the initialisers of its fields. */
import type { Operand, TypeId } from '../../../ir/index.js';
import { NULL } from '../../../ir/index.js';
import type { ClassInfo } from '../names/scopes.js';
import type { ES } from '../syntax.js';
import { keyName, spanOf } from '../syntax.js';
import type { Lowering } from './context.js';
import { emit, inScope, staticEntity } from './context.js';
import { lowerEffect, lowerExpression } from './expressions.js';
import { fixedName } from './members.js';
import { lowerStatements } from './statements.js';

/** The class as a value. Its static part runs by itself (`staticInit`); computed keys and an unknown base are evaluated here. */
export function lowerClass(l: Lowering, node: ES.Class): Operand {
  const info = l.file.facts.scopes.classOf.get(node);
  if (info === undefined) return NULL;
  if (node.superClass !== null && staticEntity(l, node.superClass) === undefined) lowerEffect(l, node.superClass);
  inScope(l, node, () => {
    for (const member of node.body.body) {
      if (member.type === 'StaticBlock' || member.type === 'TSIndexSignature' || !member.computed) continue;
      if (keyName(member.key, true) === undefined && member.key.type !== 'PrivateIdentifier') lowerEffect(l, member.key);
    }
  });
  return { kind: 'type', type: info.id };
}

/** Field initialisers in source order: the body of `instanceInit` or `staticInit`. */
export function lowerInitialisers(l: Lowering, info: ClassInfo): void {
  const isStatic = l.fn.kind === 'static-init';
  for (const member of info.node.body.body) {
    if (member.type === 'StaticBlock') {
      if (isStatic) inScope(l, member, () => lowerStatements(l, member.body));
    } else if (isField(member) && member.static === isStatic && member.value !== null) {
      inScope(l, member, () => lowerField(l, info.id, member, isStatic));
    }
  }
}

type FieldNode = ES.PropertyDefinition | ES.AccessorProperty;

function isField(member: ES.ClassElement): member is FieldNode {
  return member.type === 'PropertyDefinition' || member.type === 'AccessorProperty';
}

function lowerField(l: Lowering, type: TypeId, member: FieldNode, isStatic: boolean): void {
  if (member.value === null) return;
  const name = fixedName(l, member.key, member.computed);
  const value = lowerExpression(l, member.value);
  const at = spanOf(member);
  if (name === undefined) {
    const key: Operand = { kind: 'symbol', name: '<computed>' };
    const object: Operand = isStatic ? { kind: 'type', type } : { kind: 'this' };
    return emit(l, { op: 'store', place: { kind: 'element', object, key }, value, how: 'initialise', at });
  }
  const place = isStatic ? ({ kind: 'static', type, field: name } as const) : ({ kind: 'field', object: { kind: 'this' }, field: name } as const);
  emit(l, { op: 'store', place, value, how: 'initialise', at });
}
