/** Assignments of every form, and `del`. */
import type { Operand, Place, Span } from '../../../ir/index.js';
import { NULL } from '../../../ir/index.js';
import type { SyntaxNode } from '../../tree-sitter/index.js';
import { TARGET_LISTS } from '../bindings.js';
import { spanOf, unwrap } from '../syntax.js';
import { typeRefOf } from '../types.js';
import { callMethod, constant, local, reusable, unknown, type FunctionContext } from './context.js';
import { lowerEffect, lowerExpression, lowerUnknown } from './expressions.js';
import { isText } from './literals.js';
import { targetPlace } from './members.js';
import { load, readName, targetMeaning, writeName } from './names.js';
import { combine } from './operators.js';

/** `a = b = value`, `x: int = value`. */
export function lowerAssignment(f: FunctionContext, node: SyntaxNode): void {
  const targets: SyntaxNode[] = [];
  let current: SyntaxNode | undefined = node;
  while (current?.type === 'assignment') {
    const left = current.child('left');
    if (left !== undefined) targets.push(left);
    noteType(f, left, current.child('type'));
    current = current.child('right');
  }
  if (current === undefined) return;
  const [only] = targets;
  if (targets.length === 1 && only !== undefined && assignPairs(f, only, current, spanOf(node))) return;
  const value = lowerExpression(f, current);
  for (const target of targets) assignTo(f, target, value, spanOf(node));
}

function noteType(f: FunctionContext, target: SyntaxNode | undefined, annotation: SyntaxNode | undefined): void {
  const name = target?.type === 'identifier' && f.kind === 'function' ? f.builder.lookup(target.text) : undefined;
  const type = typeRefOf(f.file.project, f.file.file, annotation);
  if (name !== undefined && type !== undefined && f.builder.typeOf(name) === undefined) f.builder.setType(name, type);
}

/** `a, b = x, y` without a tuple in between. */
function assignPairs(f: FunctionContext, target: SyntaxNode, value: SyntaxNode, at: Span): boolean {
  const values = value.type === 'expression_list' || value.type === 'tuple' ? value.namedChildren : [];
  const node = unwrap(target);
  const targets = TARGET_LISTS.has(node.type) ? node.namedChildren : [];
  const isPlain = [...values, ...targets].every((item) => !item.type.includes('splat'));
  if (values.length < 2 || values.length !== targets.length || !isPlain) return false;
  const kept = values.map((item) => {
    const operand = lowerExpression(f, item);
    // `a, b = b, a`: all values are taken before the first is given.
    return operand.kind === 'local' ? local(reusable(f, operand, spanOf(item))) : operand;
  });
  targets.forEach((item, i) => assignTo(f, item, kept[i] ?? NULL, at));
  return true;
}

/** Gives `value` to a name, place, or takes it apart. */
export function assignTo(f: FunctionContext, target: SyntaxNode, value: Operand, at: Span): void {
  const node = unwrap(target);
  if (node.type === 'identifier') writeName(f, node.text, value, 'assign', at);
  else if (TARGET_LISTS.has(node.type)) unpack(f, node, value, at);
  else if (isSlice(node)) storeSlice(f, node, value);
  else {
    const place = targetPlace(f, node);
    if (place === undefined) unknown(f, node, [value]);
    else f.builder.emit({ op: 'store', place, value, how: 'assign', at });
  }
}

function isSlice(node: SyntaxNode): boolean {
  const parts = node.type === 'subscript' ? node.childrenIn('subscript') : [];
  return parts.length === 1 && parts[0]?.type === 'slice';
}

/** `xs[1:] = ys` */
function storeSlice(f: FunctionContext, node: SyntaxNode, value: Operand): void {
  const object = node.child('value');
  if (object === undefined) return;
  const receiver = lowerExpression(f, object);
  callMethod(f, receiver, 'extend', [value], spanOf(node));
}

function unpack(f: FunctionContext, node: SyntaxNode, value: Operand, at: Span): void {
  node.namedChildren.forEach((child, i) => {
    if (child.type.includes('splat')) {
      const [inner] = child.namedChildren;
      if (inner !== undefined) assignTo(f, inner, callMethod(f, value, '__slice__', [constant(i)], at), at);
    } else assignTo(f, child, load(f, { kind: 'element', object: value, key: constant(i) }, at), at);
  });
}

/** `x += value`: an update of what was read. */
export function lowerAugmented(f: FunctionContext, node: SyntaxNode): void {
  const at = spanOf(node);
  const [target, right] = [node.child('left'), node.child('right')];
  if (target === undefined || right === undefined) return void lowerUnknown(f, node);
  const operator = (node.child('operator')?.text ?? '+=').slice(0, -1);
  const place = targetPlaceOf(f, unwrap(target));
  const current = place === undefined ? readName(f, unwrap(target).text, spanOf(target)) : load(f, place, spanOf(target));
  const value = combine(f, operator, current, lowerExpression(f, right), node, isText(unwrap(right)));
  if (place === undefined) writeName(f, unwrap(target).text, value, 'update', at);
  else f.builder.emit({ op: 'store', place, value, how: 'update', at });
}

function targetPlaceOf(f: FunctionContext, node: SyntaxNode): Place | undefined {
  if (node.type !== 'identifier') return targetPlace(f, node);
  const meaning = targetMeaning(f, node.text);
  return meaning.kind === 'place' ? meaning.place : undefined;
}

/** `(name := value)` */
export function lowerNamedExpression(f: FunctionContext, node: SyntaxNode): Operand {
  const [name, value] = [node.child('name'), node.child('value')];
  if (name === undefined || value === undefined) return lowerUnknown(f, node);
  const operand = lowerExpression(f, value);
  const meaning = targetMeaning(f, name.text);
  writeName(f, name.text, operand, 'assign', spanOf(node));
  return meaning.kind === 'local' ? local(meaning.name) : operand;
}

/** `del x, d[k], o.f` */
export function lowerDelete(f: FunctionContext, node: SyntaxNode): void {
  const targets = node.namedChildren.flatMap((child) => (TARGET_LISTS.has(unwrap(child).type) ? unwrap(child).namedChildren : [child]));
  for (const target of targets) deleteTarget(f, unwrap(target));
}

function deleteTarget(f: FunctionContext, node: SyntaxNode): void {
  if (isSlice(node)) {
    const object = node.child('value');
    if (object !== undefined) callMethod(f, lowerExpression(f, object), 'clear', [], spanOf(node));
    return;
  }
  const place = node.type === 'identifier' || node.type === 'attribute' || node.type === 'subscript' ? targetPlaceOf(f, node) : undefined;
  if (place !== undefined) f.builder.emit({ op: 'delete', place, at: spanOf(node) });
  else if (node.type !== 'identifier') lowerEffect(f, node);
}
