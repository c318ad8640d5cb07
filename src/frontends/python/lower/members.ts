/** Attributes and elements. */
import type { Operand, Place, TypeId } from '../../../ir/index.js';
import type { SyntaxNode } from '../../tree-sitter/index.js';
import { staticOwner } from '../declarations.js';
import { lineage, memberOf } from '../entities.js';
import { spanOf, unwrap } from '../syntax.js';
import { unknown, type FunctionContext } from './context.js';
import { lowerExpression } from './expressions.js';
import { lowerSlice } from './literals.js';
import { entityOf, load, readEntity } from './names.js';

/** `a.b`. Members of libraries are names of their own; everything else is a load. */
export function lowerAttribute(f: FunctionContext, node: SyntaxNode): Operand {
  const entity = entityOf(f, node);
  if (entity !== undefined) return readEntity(f, entity, spanOf(node));
  const [object, name] = [node.child('object'), node.child('attribute')?.text];
  if (object === undefined || name === undefined) return unknown(f, node);
  if (name === '__class__' && f.type !== undefined && isReceiver(f, object)) return { kind: 'type', type: f.type };
  const place = placeOfAttribute(f, object, name);
  if (place.kind === 'field' && place.object.kind === 'symbol') return { kind: 'symbol', name: `${place.object.name}.${name}` };
  return load(f, place, spanOf(node));
}

function isReceiver(f: FunctionContext, node: SyntaxNode): boolean {
  return node.type === 'identifier' && receiverName(f) === node.text;
}

function receiverName(f: FunctionContext): string | undefined {
  for (let context: FunctionContext | undefined = f; context !== undefined; context = context.parent) {
    if (context.receiver !== undefined) return context.receiver.name;
  }
  return undefined;
}

/** Where `object.name` lies. */
export function placeOfAttribute(f: FunctionContext, objectNode: SyntaxNode, name: string): Place {
  const entity = entityOf(f, objectNode);
  if (entity?.kind === 'class') return staticPlace(f, entity.id, name);
  if (entity?.kind === 'module' && entity.module.file !== undefined) {
    const member = memberOf(f.file.project, entity, name);
    return member?.kind === 'variable' ? { kind: 'module', module: member.module, name: member.name } : { kind: 'module', module: entity.module.file, name };
  }
  // A function's own attributes live as long as the module: the function itself is what its variable holds.
  const object = entity?.kind === 'function' ? load(f, { kind: 'module', module: entity.module, name: entity.name }, spanOf(objectNode)) : lowerExpression(f, objectNode);
  if (object.kind === 'type') return staticPlace(f, object.type, name);
  if (object.kind === 'this' && f.type !== undefined) {
    const owner = staticOwner(lineage(f.file.project, f.type), name);
    if (owner !== undefined) return { kind: 'static', type: owner, field: name };
  }
  return { kind: 'field', object, field: name };
}

function staticPlace(f: FunctionContext, type: TypeId, name: string): Place {
  const owner = lineage(f.file.project, type).find((above) => above.statics.has(name));
  return { kind: 'static', type: owner?.id ?? type, field: name };
}

/** `Optional[int]`, `list[str]` outside of annotations are types, not elements. */
const GENERIC = /^(?:typing(?:_extensions)?\.\w+|collections\.abc\.\w+|list|dict|set|frozenset|tuple|type)$/;

export function lowerSubscript(f: FunctionContext, node: SyntaxNode): Operand {
  const objectNode = node.child('value');
  if (objectNode === undefined) return unknown(f, node);
  const object = lowerExpression(f, objectNode);
  const [first, second] = node.childrenIn('subscript');
  if (object.kind === 'symbol' && GENERIC.test(object.name)) return object;
  if (object.kind === 'type') return object;
  if (first?.type === 'slice' && second === undefined) return lowerSlice(f, object, first);
  return load(f, { kind: 'element', object, key: keyOf(f, node) }, spanOf(node));
}

function keyOf(f: FunctionContext, node: SyntaxNode): Operand {
  const [first, second] = node.childrenIn('subscript');
  if (first === undefined) return unknown(f, node);
  if (second === undefined && first.type !== 'slice') return lowerExpression(f, first);
  // `frame[1:2, "name"]`: the bounds and names together are the key.
  const parts = node.childrenIn('subscript').flatMap((part) => (part.type === 'slice' ? part.namedChildren : [part]));
  const items = parts.map((part) => ({ value: lowerExpression(f, part) }));
  return f.builder.produce((to) => ({ op: 'array', to, items, type: { name: 'tuple', args: [] }, at: spanOf(node) }));
}

/** The place that an attribute or element as a target means. */
export function targetPlace(f: FunctionContext, target: SyntaxNode): Place | undefined {
  const node = unwrap(target);
  if (node.type === 'attribute') {
    const [object, name] = [node.child('object'), node.child('attribute')?.text];
    return object === undefined || name === undefined ? undefined : placeOfAttribute(f, object, name);
  }
  if (node.type !== 'subscript') return undefined;
  const object = node.child('value');
  return object === undefined ? undefined : { kind: 'element', object: lowerExpression(f, object), key: keyOf(f, node) };
}
