/**
 * Copies a tree-sitter tree into plain nodes. One pass with a cursor costs less than asking the WebAssembly side again for
 * every property, and the tree can be deleted at once: trees that are kept exhaust the WebAssembly memory.
 */
import type { Tree, TreeCursor } from 'web-tree-sitter';
import type { Grammar } from './grammar.js';
import { ERROR, TOO_DEEP, type SyntaxNode } from './syntax-node.js';

/**
 * Nodes below this depth are cut off. Deep enough for any code written by hand and for long chains of operators; a lowering
 * that recurses once or a few times per level stays well within Node's default stack.
 */
export const MAX_DEPTH = 1000;

/** Shared by all leaves; never added to. */
const NO_CHILDREN: SyntaxNode[] = [];

/** What all nodes of one tree share. */
interface Source {
  readonly text: string;
  readonly trivia: ReadonlySet<string>;
}

class PlainNode implements SyntaxNode {
  children: SyntaxNode[] = NO_CHILDREN;
  hasError = false;

  constructor(
    private readonly source: Source,
    public type: string,
    readonly named: boolean,
    readonly field: string | undefined,
    readonly start: number,
    readonly end: number,
    readonly isMissing: boolean,
    readonly parent: PlainNode | undefined,
  ) {}

  get text(): string {
    return this.source.text.slice(this.start, this.end);
  }

  get isTrivia(): boolean {
    return this.source.trivia.has(this.type);
  }

  get namedChildren(): readonly SyntaxNode[] {
    return this.children.filter((child) => child.named && !child.isTrivia);
  }

  child(field: string): SyntaxNode | undefined {
    return this.children.find((child) => child.field === field && !child.isTrivia);
  }

  childrenIn(field: string): readonly SyntaxNode[] {
    return this.children.filter((child) => child.field === field && !child.isTrivia);
  }

  childOfType(...types: readonly string[]): SyntaxNode | undefined {
    return this.children.find((child) => types.includes(child.type));
  }

  childrenOfType(...types: readonly string[]): readonly SyntaxNode[] {
    return this.children.filter((child) => types.includes(child.type));
  }
}

/** A copy of `tree`, which was parsed from `text` with `grammar`. */
export function copyTree(grammar: Grammar, tree: Tree, text: string): SyntaxNode {
  const cursor = tree.walk();
  try {
    return copyFrom(cursor, grammar, { text, trivia: grammar.trivia });
  } finally {
    cursor.delete();
  }
}

function copyFrom(cursor: TreeCursor, grammar: Grammar, source: Source): SyntaxNode {
  const root = copyNode(cursor, grammar, source, undefined);
  // The cursor stands on the original of `node`, `depth` levels below the root.
  let node = root;
  let depth = 0;
  for (;;) {
    if (cursor.gotoFirstChild()) {
      if (depth < MAX_DEPTH) {
        node = copyNode(cursor, grammar, source, node);
        depth++;
        continue;
      }
      cursor.gotoParent();
      node.type = TOO_DEEP;
      markDamage(node);
    }
    while (!cursor.gotoNextSibling()) {
      if (node.parent === undefined) return root;
      cursor.gotoParent();
      node = node.parent;
      depth--;
    }
    node = copyNode(cursor, grammar, source, node.parent);
  }
}

function copyNode(cursor: TreeCursor, grammar: Grammar, source: Source, parent: PlainNode | undefined): PlainNode {
  const typeId = cursor.nodeTypeId;
  // The parser numbers error nodes outside the grammar's table.
  const type = grammar.types[typeId] ?? ERROR;
  const start = cursor.startIndex;
  const end = cursor.endIndex;
  const isMissing = start === end && cursor.nodeIsMissing;
  const field = parent === undefined ? undefined : grammar.fieldNames[cursor.currentFieldId];
  const node = new PlainNode(source, type, grammar.namedTypes[typeId] ?? true, field, start, end, isMissing, parent);
  if (parent !== undefined) {
    if (parent.children === NO_CHILDREN) parent.children = [node];
    else parent.children.push(node);
  }
  if (isMissing || type === ERROR) markDamage(node);
  return node;
}

function markDamage(node: PlainNode): void {
  for (let above: PlainNode | undefined = node; above !== undefined && !above.hasError; above = above.parent) {
    above.hasError = true;
  }
}
