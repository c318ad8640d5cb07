/**
 * Syntax that is newer than the grammar, rewritten to something of equal length that the grammar can read: offsets stay as
 * they are, and the lowering knows the names used here.
 */
import type { Grammar, ParsedFile } from '../tree-sitter/index.js';
import { parseTree } from '../tree-sitter/index.js';

/** What stands for `super` and `this` in constructor calls that are not the first statement (Java 25). */
export const LATE_CONSTRUCTOR_CALLS: ReadonlyMap<string, 'super' | 'this'> = new Map([['$uper', 'super'], ['$his', 'this']]);

/** Parses `text`; a second time, rewritten, when that removes syntax errors. */
export function parseJava(grammar: Grammar, text: string, file: string): ParsedFile {
  const plain = withoutModuleImports(text);
  const first = parseTree(grammar, plain, file);
  if (!first.root.hasError) return first;
  const rewritten = withLateConstructorCalls(plain);
  if (rewritten === plain) return first;
  const second = parseTree(grammar, rewritten, file);
  return second.problems.length < first.problems.length ? second : first;
}

/** `import module java.base;` becomes blanks; the outline has it. */
function withoutModuleImports(text: string): string {
  return text.replace(/^([ \t]*)import[ \t]+module[ \t]+[\w.]+[ \t]*;/gmu, (declaration) => ' '.repeat(declaration.length));
}

/** `super(…)` after another statement becomes a call of `$uper`. */
function withLateConstructorCalls(text: string): string {
  return text.replace(/([;}]\s*)(?:s(uper)|t(his))(?=\s*\()/gu, (_, before: string, uper?: string, his?: string) => `${before}$${uper ?? his ?? ''}`);
}
