/** Small questions about Python's syntax nodes. */
import type { Span } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';

export function spanOf(node: SyntaxNode): Span {
  return { start: node.start, end: node.end };
}

/** `node` without the parentheses around it. */
export function unwrap(node: SyntaxNode): SyntaxNode {
  let inner = node;
  while (inner.type === 'parenthesized_expression' || inner.type === 'type' || inner.type === 'as_pattern_target') {
    const [only, second] = inner.namedChildren;
    if (only === undefined || second !== undefined) return inner;
    inner = only;
  }
  return inner;
}

/** `a.b.c` as text, when `node` is a name or names joined by dots. */
export function dottedName(node: SyntaxNode | undefined): string | undefined {
  const parts: string[] = [];
  let current = node;
  while (current?.type === 'attribute') {
    parts.push(current.child('attribute')?.text ?? '');
    const object = current.child('object');
    current = object && unwrap(object);
  }
  if (current?.type === 'dotted_name') parts.push(...current.namedChildren.map((part) => part.text).reverse());
  else if (current?.type === 'identifier') parts.push(current.text);
  else return undefined;
  return parts.reverse().join('.');
}

/** Statements and definitions that have a scope of their own. */
export const SCOPES: ReadonlySet<string> = new Set(['function_definition', 'class_definition', 'lambda']);

export const COMPREHENSIONS: ReadonlySet<string> = new Set([
  'list_comprehension', 'set_comprehension', 'dictionary_comprehension', 'generator_expression',
]);

/** The function or class that decorators stand before, or the node itself. */
export function definitionOf(node: SyntaxNode): SyntaxNode {
  return node.type === 'decorated_definition' ? (node.child('definition') ?? node) : node;
}

/** The expressions behind the `@` of a definition, in source order. */
export function decoratorsOf(definition: SyntaxNode): readonly SyntaxNode[] {
  const { parent } = definition;
  if (parent?.type !== 'decorated_definition') return [];
  return parent.childrenOfType('decorator').flatMap((decorator) => decorator.namedChildren.slice(0, 1));
}

/** What a decorator names, without the arguments: `app.get` of `@app.get("/x")`. */
export function decoratorName(expression: SyntaxNode): string | undefined {
  const node = unwrap(expression);
  return dottedName(node.type === 'call' ? node.child('function') : node);
}

export function hasToken(node: SyntaxNode, token: string): boolean {
  return node.children.some((child) => child.type === token);
}

/** `if __name__ == "__main__":` guards code that no invocation runs. */
export function isMainGuard(node: SyntaxNode): boolean {
  const condition = node.child('condition');
  return node.type === 'if_statement' && condition !== undefined && /^\(?\s*__name__\s*==\s*['"]__main__['"]/.test(condition.text);
}
