/** `try` and `with`. */
import type { Block, Operand, Try, TypeRef } from '../../../ir/index.js';
import { NULL } from '../../../ir/index.js';
import type { SyntaxNode } from '../../tree-sitter/index.js';
import { hasToken, spanOf, unwrap } from '../syntax.js';
import { typeRefOf } from '../types.js';
import { assignTo } from './assignments.js';
import { callMethod, emitMethod, local, reusable, type FunctionContext } from './context.js';
import { lowerExpression } from './expressions.js';
import { blockIn, lowerBlock } from './statements.js';

type Handler = Try['handlers'][number];

/** What stands under `else` runs after the body and before `finally`. */
export function lowerTry(f: FunctionContext, node: SyntaxNode): void {
  const body = f.builder.block(() => {
    blockIn(f, node.child('body'));
    blockIn(f, node.childOfType('else_clause')?.child('body'));
  });
  const handlers = node.childrenOfType('except_clause', 'except_group_clause').map((clause) => handlerOf(f, clause));
  const last = node.childOfType('finally_clause')?.childOfType('block');
  f.builder.emit({ op: 'try', body, handlers, finally: last === undefined ? [] : f.builder.block(() => lowerBlock(f, last)), at: spanOf(node) });
}

function handlerOf(f: FunctionContext, clause: SyntaxNode): Handler {
  const caught = clause.namedChildren.find((child) => child.type !== 'block');
  const pattern = caught?.type === 'as_pattern' ? caught : undefined;
  const type = typeOfCaught(f, pattern?.namedChildren[0] ?? caught);
  const target = clause.child('alias') ?? pattern?.child('alias');
  const name = target === undefined ? undefined : unwrap(target);
  const parameter = name?.type === 'identifier' ? (f.builder.lookup(name.text) ?? f.builder.temporary()) : undefined;
  const block = clause.childOfType('block');
  const body = f.builder.block(() => {
    if (name !== undefined && parameter !== undefined && f.builder.lookup(name.text) === undefined) assignTo(f, name, local(parameter), spanOf(name));
    if (block !== undefined) lowerBlock(f, block);
  });
  return { ...(parameter === undefined ? {} : { parameter }), ...(type === undefined ? {} : { type }), body };
}

/** Several alternatives have no type in common that the source names. */
function typeOfCaught(f: FunctionContext, node: SyntaxNode | undefined): TypeRef | undefined {
  const inner = node && unwrap(node);
  return inner?.type === 'identifier' || inner?.type === 'attribute' ? typeRefOf(f.file.project, f.file.file, inner) : undefined;
}

/** Each manager is entered, and left in a `finally` of its own. */
export function lowerWith(f: FunctionContext, node: SyntaxNode): void {
  const clause = node.childOfType('with_clause');
  const items = clause === undefined ? [] : clause.namedChildren.flatMap((item) => (item.type === 'with_item' ? [item] : item.childrenOfType('with_item')));
  lowerItems(f, node, items, 0);
}

function lowerItems(f: FunctionContext, node: SyntaxNode, items: readonly SyntaxNode[], index: number): void {
  const item = items[index];
  const value = item?.child('value');
  if (item === undefined || value === undefined) return blockIn(f, node.child('body'));
  const at = spanOf(item);
  const inner = unwrap(value);
  const pattern = inner.type === 'as_pattern' ? inner : undefined;
  const managerNode = pattern?.namedChildren[0] ?? inner;
  const isAsync = hasToken(node, 'async');
  const manager = keep(f, lowerExpression(f, managerNode), managerNode);
  const entered = awaited(f, callMethod(f, manager, isAsync ? '__aenter__' : '__enter__', [], at), isAsync, item);
  const target = pattern?.child('alias');
  if (target !== undefined) assignTo(f, target, entered, spanOf(target));
  const body = f.builder.block(() => lowerItems(f, node, items, index + 1));
  const last: Block = f.builder.block(() => {
    if (!isAsync) return emitMethod(f, manager, '__exit__', [NULL, NULL, NULL], at);
    awaited(f, callMethod(f, manager, '__aexit__', [NULL, NULL, NULL], at), true, item);
  });
  f.builder.emit({ op: 'try', body, handlers: [], finally: last, at: spanOf(node) });
}

/** The manager is left even when its variable has another value by then. */
function keep(f: FunctionContext, value: Operand, node: SyntaxNode): Operand {
  const isVariable = value.kind === 'local' && !value.name.startsWith('%');
  return isVariable ? local(reusable(f, value, spanOf(node))) : value;
}

function awaited(f: FunctionContext, value: Operand, isAsync: boolean, node: SyntaxNode): Operand {
  return isAsync ? f.builder.produce((to) => ({ op: 'suspend', why: 'await', value, to, at: spanOf(node) })) : value;
}
