/**
 * TOML as manifests have it: which value stands where. Values stay text, since each of them is wanted with its place, which
 * parsers of TOML do not give; what is no TOML is passed over.
 */

/** `key = value` in a table. */
export interface TomlEntry {
  /** `tool.poetry.dependencies`; that of an array of tables has brackets: `[package]`. */
  readonly table: string;
  /** How many tables have begun before: tables of an array have one name. */
  readonly index: number;
  readonly key: string;
  /** As written, comments blanked; an array or inline table runs to its last bracket. */
  readonly value: string;
  /** Where key and value begin. */
  readonly start: number;
  readonly valueStart: number;
}

const LINE = /^[ \t]*(?:(\[\[?)[ \t]*([^\]\r\n]+?)[ \t]*\]\]?|("[^"\r\n]*"|'[^'\r\n]*'|[\w.-]+)[ \t]*=[ \t]*)/;
const MAX_VALUE = 20_000;

/** All entries of `text`, in order. */
export function tomlEntries(text: string): readonly TomlEntry[] {
  const entries: TomlEntry[] = [];
  let table = '';
  let index = 0;
  for (let at = 0; at < text.length; at = nextLine(text, at)) {
    const found = LINE.exec(lineAt(text, at));
    if (!found) continue;
    const [all, bracket, name, key] = found;
    if (key === undefined) {
      table = `${bracket === '[[' ? '[' : ''}${unquoted(name ?? '')}${bracket === '[[' ? ']' : ''}`;
      index++;
      continue;
    }
    const valueStart = at + all.length;
    const value = valueFrom(text, valueStart);
    entries.push({ table, index, key: unquoted(key), value, start: at + all.search(/\S/), valueStart });
    at = valueStart + Math.max(value.length - 1, 0);
  }
  return entries;
}

/** The texts in quotes in a value, with their places in the file. */
export function textsIn({ value, valueStart }: TomlEntry): readonly { readonly text: string; readonly start: number; readonly end: number }[] {
  return [...value.matchAll(/"([^"\r\n]*)"|'([^'\r\n]*)'/g)].map((match) => ({
    text: match[1] ?? match[2] ?? '', start: valueStart + match.index, end: valueStart + match.index + match[0].length,
  }));
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

function lineAt(text: string, from: number): string {
  return text.slice(from, nextLine(text, from)).replace(/[\r\n]+$/, '');
}

/** The value that begins at `from`: the rest of the line, or up to the bracket that ends it. */
function valueFrom(text: string, from: number): string {
  let open = 0;
  let quote = '';
  let result = '';
  const end = Math.min(text.length, from + MAX_VALUE);
  for (let i = from; i < end; i++) {
    const character = text[i] ?? '';
    if (character === '\n') quote = '';
    if (character === '\n' && open === 0) break;
    if (quote === '' && character === '#') {
      const stop = Math.min(nextLine(text, i) - 1, end);
      result += ' '.repeat(Math.max(stop - i, 0));
      i = stop - 1;
      continue;
    }
    result += character;
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '[' || character === '{') open++;
    else if ((character === ']' || character === '}') && --open === 0) break;
  }
  return result;
}

function unquoted(text: string): string {
  return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}
