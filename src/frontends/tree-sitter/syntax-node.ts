/**
 * A concrete syntax tree as the Python, Java and .NET front-ends read it. It knows nothing of the parser behind it, so
 * that another backend can take its place. A tree is plain data: it needs no release and stays valid as long as it is held.
 */

/** Type of a node that the parser put around text it could not fit into the grammar. */
export const ERROR = 'ERROR';
/** Type of the leaf that stands for everything nested deeper than the limit. */
export const TOO_DEEP = 'TOO_DEEP';

/** One node. Offsets are UTF-16 code units, so `text.slice(start, end)` is the node's text. */
export interface SyntaxNode {
  /** Name of the grammar's rule, or the token itself (`(`, `async`), or `ERROR`, or `TOO_DEEP`. */
  readonly type: string;
  /** Comes from a named rule of the grammar, unlike punctuation and keywords. */
  readonly named: boolean;
  /** Name of the parent's field that holds this node. */
  readonly field: string | undefined;
  readonly start: number;
  readonly end: number;
  readonly parent: SyntaxNode | undefined;
  /** Every child in source order: punctuation, comments and errors too. */
  readonly children: readonly SyntaxNode[];
  /** Invented by the parser because the grammar wants something here; its text is empty. */
  readonly isMissing: boolean;
  /** The node, or one below it, is an error, missing or cut off. */
  readonly hasError: boolean;
  /** A comment, line continuation or preprocessor note, which may stand anywhere. */
  readonly isTrivia: boolean;
  readonly text: string;
  /** The named children without trivia: what a lowering usually looks at. */
  readonly namedChildren: readonly SyntaxNode[];
  /** The first child in `field`. */
  child(field: string): SyntaxNode | undefined;
  /** All children in `field`, without trivia. */
  childrenIn(field: string): readonly SyntaxNode[];
  /** The first child of one of the types `types`. */
  childOfType(...types: readonly string[]): SyntaxNode | undefined;
  /** All children of one of the types `types`. */
  childrenOfType(...types: readonly string[]): readonly SyntaxNode[];
}

/** `node` and everything below it, in source order, a parent before its children. Not recursive. */
export function* descendants(node: SyntaxNode): Generator<SyntaxNode, void, undefined> {
  yield* descendantsUnless(node, () => false);
}

/**
 * As `descendants`, but does not look below a node for which `stop` holds (the node itself is given): to stay within one
 * function, for example.
 */
export function* descendantsUnless(node: SyntaxNode, stop: (node: SyntaxNode) => boolean): Generator<SyntaxNode, void, undefined> {
  const pending: SyntaxNode[] = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    yield next;
    if (stop(next)) continue;
    for (let i = next.children.length - 1; i >= 0; i--) pending.push(next.children[i]!);
  }
}

/** The nearest node above `node` of one of the types `types`. */
export function ancestorOfType(node: SyntaxNode, ...types: readonly string[]): SyntaxNode | undefined {
  let above = node.parent;
  while (above !== undefined && !types.includes(above.type)) above = above.parent;
  return above;
}

/**
 * The operands of a left-nested chain (`a + b + c`, `a().b().c()`), innermost first: follows `field` while the node's type
 * is the one of `node`. Lets a long chain be lowered in a loop instead of one call per link.
 */
export function leftChain(node: SyntaxNode, field: string): readonly SyntaxNode[] {
  const chain: SyntaxNode[] = [];
  for (let link: SyntaxNode | undefined = node; link?.type === node.type; link = link.child(field)) chain.push(link);
  return chain.reverse();
}
