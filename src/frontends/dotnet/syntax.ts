/** Small questions to the C# syntax tree that its grammar makes awkward to ask. */
import type { Span } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';

/** The source range of a node. */
export function spanOf(node: SyntaxNode): Span {
  return { start: node.start, end: node.end };
}

/** Nested `#if`s that are looked into. */
const MAX_CONDITIONS = 50;

/** Named children; of conditional compilation the first branch is taken. `this` and `base` are tokens to the grammar, and kept. */
export function parts(node: SyntaxNode, depth = 0): readonly SyntaxNode[] {
  return node.children.filter((child) => (child.named && !child.isTrivia) || SELF.has(child.type)).flatMap((child) => {
    if (child.type !== 'preproc_if' || depth > MAX_CONDITIONS) return [child];
    return parts(child, depth + 1).filter((part) => part.field !== 'condition' && part.field !== 'alternative');
  });
}

const SELF = new Set(['this', 'base']);

/** The only or first expression below `node`, besides what stands in fields of its own. */
export function firstPart(node: SyntaxNode): SyntaxNode | undefined {
  return parts(node)[0];
}

/** Whether `node` has the token or keyword `word` as a child. */
export function hasToken(node: SyntaxNode, word: string): boolean {
  return node.children.some((child) => child.type === word);
}

/** The words that modify a declaration: `public`, `static`, `async`. */
export function modifiersIn(node: SyntaxNode): ReadonlySet<string> {
  return new Set(node.childrenOfType('modifier').map((modifier) => modifier.text));
}

/** `class` of `@class`. */
export function plainName(text: string): string {
  return text.startsWith('@') ? text.slice(1) : text;
}

/** The identifier of a name, without type arguments. */
export function nameText(node: SyntaxNode | undefined): string {
  if (node === undefined) return '';
  if (node.type === 'generic_name') return plainName(node.childOfType('identifier')?.text ?? node.text);
  return plainName(node.text);
}

/** `A.B.C` of a possibly generic, possibly aliased name. */
export function dottedName(node: SyntaxNode): string {
  switch (node.type) {
    case 'qualified_name': {
      const qualifier = node.child('qualifier');
      return `${qualifier === undefined ? '' : `${dottedName(qualifier)}.`}${nameText(node.child('name'))}`;
    }
    case 'alias_qualified_name': {
      const alias = node.child('alias')?.text;
      const name = nameText(node.child('name'));
      return alias === undefined || alias === 'global' ? name : `${alias}.${name}`;
    }
    default: return nameText(node);
  }
}

/** `await a?.b()` waits for `b`; to the grammar it is `(await a)?.b()`. */
export function isMisplacedAwait(node: SyntaxNode): boolean {
  return node.type === 'await_expression' && node.parent?.type === 'conditional_access_expression' && node.field === 'condition';
}

/** The whole expression that a misplaced `await` at its beginning waits for. */
export function awaitsWhole(node: SyntaxNode): boolean {
  if (!CHAINED.has(node.type) || (node.parent !== undefined && CHAINED.has(node.parent.type) && headOf(node.parent) === node)) return false;
  let head = headOf(node);
  for (let depth = 0; head !== undefined && CHAINED.has(head.type) && depth < MAX_CHAIN; depth++) head = headOf(head);
  return head !== undefined && isMisplacedAwait(head);
}

const CHAINED = new Set(['invocation_expression', 'conditional_access_expression', 'member_access_expression', 'element_access_expression', 'postfix_unary_expression']);
const MAX_CHAIN = 200;

/** What a chain of accesses and calls begins with, one step further. */
function headOf(node: SyntaxNode): SyntaxNode | undefined {
  return node.child('function') ?? node.child('condition') ?? node.child('expression') ?? firstPart(node);
}
