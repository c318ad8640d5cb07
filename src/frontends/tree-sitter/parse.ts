/**
 * Source text to a syntax tree. Never throws: text that is too large, takes too long or has syntax errors gives a tree
 * (an empty one in the first two cases) and problems that say so.
 */
import type { Problem } from '../../ir/index.js';
import { lineStartsOf, locate } from '../../ir/index.js';
import type { Grammar } from './grammar.js';
import { copyTree, MAX_DEPTH } from './plain-tree.js';
import { ERROR, TOO_DEEP, type SyntaxNode } from './syntax-node.js';

/** Longest text that is parsed, in UTF-16 code units. */
export const MAX_TEXT_LENGTH = 1_000_000;

/**
 * Longest time for one text, in milliseconds: ten times what an ordinary text of the greatest length needs. Only error recovery
 * that has gone astray takes so long, in a text that is hardly source code.
 */
const MAX_PARSE_TIME = 10_000;

/** Most syntax errors named one by one for a file. */
const MAX_ERRORS_NAMED = 5;

/** A parsed file: its tree, and what could not be understood in it. */
export interface ParsedFile {
  readonly root: SyntaxNode;
  /** In source order. */
  readonly problems: readonly Problem[];
}

/** Parses `text`, the content of `file` (a name for the problems only). */
export function parseTree(grammar: Grammar, text: string, file: string): ParsedFile {
  if (text.length > MAX_TEXT_LENGTH) {
    const message = `not analysed: ${text.length} characters long, the limit is ${MAX_TEXT_LENGTH}`;
    return { root: emptyTree(grammar), problems: [{ kind: 'too-large', file, message }] };
  }
  const deadline = performance.now() + MAX_PARSE_TIME;
  const root = grammar.withTree(text, () => performance.now() < deadline, (tree) => copyTree(grammar, tree, text));
  if (root === undefined) {
    const message = 'not analysed: the parser ran out of time or memory, which means text that is hardly source code';
    return { root: emptyTree(grammar), problems: [{ kind: 'syntax-error', file, message }] };
  }
  return { root, problems: problemsIn(root, text, file) };
}

function emptyTree(grammar: Grammar): SyntaxNode {
  // Nothing can go wrong with an empty text.
  return grammar.withTree('', () => true, (tree) => copyTree(grammar, tree, ''))!;
}

function problemsIn(root: SyntaxNode, text: string, file: string): readonly Problem[] {
  const lineStarts = lineStartsOf(text);
  const lineOf = (node: SyntaxNode): number => locate(file, lineStarts, node).line;
  const { errors, tooDeep } = collectDamage(root);
  const problems: Problem[] = errors
    .slice(0, MAX_ERRORS_NAMED)
    .map((node) => ({ kind: 'syntax-error', file, line: lineOf(node), message: describeError(node) }));
  const unnamed = errors[MAX_ERRORS_NAMED];
  if (unnamed !== undefined) {
    const message = `${errors.length - MAX_ERRORS_NAMED} more syntax errors from here on`;
    problems.push({ kind: 'syntax-error', file, line: lineOf(unnamed), message });
  }
  for (const node of tooDeep.slice(0, 1)) {
    problems.push({ kind: 'too-deep', file, line: lineOf(node), message: `code nested deeper than ${MAX_DEPTH} levels is passed over` });
  }
  return problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** The outermost error nodes and the missing ones, and what was cut off, each in source order. */
function collectDamage(root: SyntaxNode): { readonly errors: readonly SyntaxNode[]; readonly tooDeep: readonly SyntaxNode[] } {
  const errors: SyntaxNode[] = [];
  const tooDeep: SyntaxNode[] = [];
  const pending: SyntaxNode[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === TOO_DEEP) tooDeep.push(node);
    if (node.type === ERROR || node.isMissing) errors.push(node);
    else if (node.hasError) for (let i = node.children.length - 1; i >= 0; i--) pending.push(node.children[i]!);
  }
  return { errors, tooDeep };
}

function describeError(node: SyntaxNode): string {
  return node.isMissing ? `syntax error: ${node.type} is missing here` : `syntax error at ${excerpt(node.text)}`;
}

function excerpt(text: string): string {
  const line = text.trim().split(/\r\n|\r|\n/, 1)[0] ?? '';
  return `\`${line.length > 40 ? `${line.slice(0, 40)}…` : line}\``;
}
