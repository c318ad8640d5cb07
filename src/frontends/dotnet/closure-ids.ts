/** Ids of the functions inside of a function, by where they stand: the same whoever asks, and in whatever order. */
import type { FunctionId } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { CLOSURES, KINDS } from './declarations.js';
import { nameText } from './syntax.js';

/** Closures nested deeper have no id. */
const MAX_NESTING = 60;

/** Adds the ids of all closures below `root`, the text of the function `enclosing`. `counters` goes on from earlier texts of it. */
export function addClosureIds(
  ids: Map<number, FunctionId>, root: SyntaxNode, enclosing: FunctionId, counters: Map<string, number> = new Map(), depth = 0,
): void {
  const pending = [...root.children].reverse();
  if (CLOSURES.has(root.type) && depth === 0) pending.splice(0, pending.length, root);
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (KINDS.has(node.type)) continue;
    if (CLOSURES.has(node.type) && depth < MAX_NESTING) {
      const id = next(enclosing, node.type === 'local_function_statement' ? nameText(node.child('name')) : '<lambda>', counters);
      ids.set(node.start, id);
      addClosureIds(ids, node, id, counters, depth + 1);
      continue;
    }
    for (let i = node.children.length - 1; i >= 0; i--) if (node.children[i]!.children.length > 0) pending.push(node.children[i]!);
  }
}

function next(enclosing: FunctionId, name: string, counters: Map<string, number>): FunctionId {
  const id = `${enclosing}.${name}`;
  const count = (counters.get(id) ?? 0) + 1;
  counters.set(id, count);
  return count === 1 ? id : `${id}$${count}`;
}
