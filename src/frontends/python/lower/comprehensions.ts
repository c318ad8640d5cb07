/** Comprehensions: loops that fill a fresh collection. */
import type { Operand } from '../../../ir/index.js';
import type { SyntaxNode } from '../../tree-sitter/index.js';
import { hasToken, spanOf, unwrap } from '../syntax.js';
import { assignTo } from './assignments.js';
import { emitMethod, local, unknown, when, type FunctionContext } from './context.js';
import { lowerExpression, lowerOptional } from './expressions.js';

export function lowerComprehension(f: FunctionContext, node: SyntaxNode): Operand {
  const at = spanOf(node);
  const isMap = node.type === 'dictionary_comprehension';
  const result = f.builder.produce((to) => (isMap
    ? { op: 'object', to, entries: [], at }
    : { op: 'array', to, items: [], ...(node.type === 'set_comprehension' ? { type: { name: 'set', args: [] } } : {}), at }));
  const clauses = node.childrenOfType('for_in_clause', 'if_clause');
  f.builder.scoped(() => lowerClauses(f, node, clauses, 0, result));
  return result;
}

function lowerClauses(f: FunctionContext, node: SyntaxNode, clauses: readonly SyntaxNode[], index: number, result: Operand): void {
  const clause = clauses[index];
  const inner = (): void => lowerClauses(f, node, clauses, index + 1, result);
  if (clause === undefined) return addElement(f, node, result);
  if (clause.type === 'if_clause') return when(f, lowerOptional(f, clause.namedChildren[0]), spanOf(clause), inner);
  const [left, right] = [clause.child('left'), clause.child('right')];
  if (left === undefined || right === undefined) return void unknown(f, clause);
  const collection = lowerExpression(f, right);
  declareTargets(f, left);
  loopOver(f, { collection, target: left, suspends: hasToken(clause, 'async'), node: clause }, inner);
}

/** A comprehension's variables are its own. */
function declareTargets(f: FunctionContext, target: SyntaxNode): void {
  const node = unwrap(target);
  if (node.type === 'identifier') f.builder.declare(node.text);
  else if (node.type !== 'attribute' && node.type !== 'subscript') for (const child of node.namedChildren) declareTargets(f, child);
}

/** A loop over a collection whose elements go to a target. */
export interface LoopOver {
  readonly collection: Operand;
  readonly target: SyntaxNode;
  readonly suspends: boolean;
  readonly node: SyntaxNode;
}

/** Emits the loop; `fill` emits its body. */
export function loopOver(f: FunctionContext, { collection, target, suspends, node }: LoopOver, fill: () => void, label?: string): void {
  const at = spanOf(node);
  const name = unwrap(target);
  const own = name.type === 'identifier' ? f.builder.lookup(name.text) : undefined;
  const element = own ?? f.builder.temporary();
  const body = f.builder.block(() => {
    if (own === undefined) assignTo(f, target, local(element), spanOf(target));
    fill();
  });
  f.builder.emit({ op: 'loop', ...(label === undefined ? {} : { label }), test: [], over: { collection, element, suspends }, body, update: [], at });
}

function addElement(f: FunctionContext, node: SyntaxNode, result: Operand): void {
  const body = node.child('body');
  if (body === undefined) return;
  const at = spanOf(body);
  if (body.type === 'pair') {
    const key = lowerOptional(f, body.child('key'));
    f.builder.emit({ op: 'store', place: { kind: 'element', object: result, key }, value: lowerOptional(f, body.child('value')), how: 'assign', at });
    return;
  }
  emitMethod(f, result, node.type === 'set_comprehension' ? 'add' : 'append', [lowerExpression(f, body)], at);
}
