/**
 * Source text to syntax tree. The only file that knows oxc-parser; lowering takes any ESTree program. Never throws: what
 * cannot be parsed becomes a problem, and an error inside one statement costs that statement, not the file.
 */
import { parseSync } from 'oxc-parser';
import type { ParserOptions } from 'oxc-parser';
import { lineStartsOf, locate } from '../../ir/index.js';
import type { Problem } from '../../ir/index.js';
import { nestsDeeperThan } from './nesting.js';
import type { ES } from './syntax.js';

/** A tree, and what was wrong with its text. `program` is absent when nothing could be read. */
export interface ParsedSource {
  readonly program?: ES.Program;
  readonly problems: readonly Problem[];
}

/** The parser's own stack ends at some five thousand levels. */
const MAX_NESTING = 2_000;
const MAX_LENGTH = 4_000_000;
/** Statements that may be cut out of a file before it counts as unreadable. */
const MAX_CUTS = 8;

type Language = NonNullable<ParserOptions['lang']>;
type SourceType = NonNullable<ParserOptions['sourceType']>;

/** What stands before the text of a JSON file, which is then a CommonJS module. */
const JSON_PREFIX = 'module.exports=';

/** The text that is parsed for a file: JSON becomes the module that `require` makes of it. */
export function moduleText(file: string, text: string): string {
  return file.endsWith('.json') ? JSON_PREFIX + text : text;
}

/** Parses `text` in the dialect that the name of `file` says. */
export function parseSource(file: string, text: string): ParsedSource {
  if (text.length > MAX_LENGTH) return failed({ kind: 'too-large', file, message: `longer than ${MAX_LENGTH} characters` });
  if (nestsDeeperThan(text, MAX_NESTING)) return failed({ kind: 'too-deep', file, message: `nested deeper than ${MAX_NESTING} levels` });
  try {
    return parseWithRecovery(file, text);
  } catch (error) {
    return failed({ kind: 'internal', file, message: `the parser failed: ${error instanceof Error ? error.message : String(error)}` });
  }
}

function failed(problem: Problem): ParsedSource {
  return { problems: [problem] };
}

function parseWithRecovery(file: string, text: string): ParsedSource {
  const first = attempt(text, languageOf(file), 'unambiguous');
  if (first.program !== undefined) return { program: first.program, problems: [] };
  for (const [language, sourceType] of alternatives(file)) {
    const other = attempt(text, language, sourceType);
    if (other.program !== undefined) return { program: other.program, problems: [] };
  }
  const line = locate(file, lineStartsOf(text), { start: first.offset, end: first.offset }).line;
  const cut = parseWithCuts(file, text, first.offset);
  const message = cut === undefined ? `not analysed: ${first.message}` : `statement not analysed: ${first.message}`;
  return { program: cut, problems: [{ kind: 'syntax-error', file, line, message }] };
}

interface Attempt {
  readonly program?: ES.Program;
  readonly message: string;
  readonly offset: number;
}

/** Errors that leave a tree (`return` at the top level of a CommonJS file) are none for us. */
function attempt(text: string, lang: Language, sourceType: SourceType): Attempt {
  const result = parseSync('source', text, { lang, sourceType, astType: 'ts', preserveParens: false });
  const [error] = result.errors;
  if (error === undefined || result.program.body.length > 0) return { program: result.program, message: '', offset: 0 };
  return { message: error.message, offset: error.labels[0]?.start ?? 0 };
}

function languageOf(file: string): Language {
  if (/\.d\.[mc]?ts$/.test(file)) return 'dts';
  if (/\.[mc]?ts$/.test(file)) return 'ts';
  if (file.endsWith('.tsx')) return 'tsx';
  return 'jsx';
}

/** `await` as a name needs a script, a type annotation in a `.js` file the TypeScript grammar. */
function alternatives(file: string): readonly (readonly [Language, SourceType])[] {
  const language = languageOf(file);
  return language === 'jsx'
    ? [['jsx', 'commonjs'], ['jsx', 'module'], ['ts', 'module'], ['tsx', 'module']]
    : [[language, 'commonjs'], [language, 'module'], [language === 'tsx' ? 'ts' : 'tsx', 'module']];
}

/** Blanks the top-level statement around each error, keeping all offsets, until the rest parses. */
function parseWithCuts(file: string, text: string, offset: number): ES.Program | undefined {
  let rest = text;
  let at = offset;
  for (let cuts = 0; cuts < MAX_CUTS; cuts++) {
    const cut = withoutStatementAt(rest, at);
    if (cut === rest) return undefined;
    rest = cut;
    const next = attempt(rest, languageOf(file), 'unambiguous');
    if (next.program !== undefined) return next.program.body.length > 0 ? next.program : undefined;
    at = next.offset;
  }
  return undefined;
}

/** A statement reaches from a line that starts in column 0 to the line before the next such line. */
function withoutStatementAt(text: string, offset: number): string {
  let start = text.lastIndexOf('\n', offset - 1) + 1;
  while (start > 1 && !/[\w$@(]/.test(text[start] ?? '')) start = text.lastIndexOf('\n', start - 2) + 1;
  let end = offset;
  do {
    const lineBreak = text.indexOf('\n', end);
    end = lineBreak === -1 ? text.length : lineBreak + 1;
  } while (end < text.length && !/[\w$@(]/.test(text[end] ?? ''));
  return text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ') + text.slice(end);
}
