/** A TOML text as the tree that templates are read from, as far as settings go: tables of texts, numbers, truth values and lists. */
import { lineStartsOf, locate, type Location } from '../../../ir/index.js';
import { tomlEntries, type TomlEntry } from '../../manifests/toml.js';
import { parseTemplate, type MapNode, type TemplateNode } from '../document.js';

const MAX_DEPTH = 20;

/** The tables of `text`, those with dots in their names within each other. */
export function tomlTree(file: string, text: string): MapNode {
  const lineStarts = lineStartsOf(text);
  const place = ({ valueStart, value }: TomlEntry): Location => locate(file, lineStarts, { start: valueStart, end: valueStart + value.length });
  const root: Table = { at: locate(file, lineStarts, { start: 0, end: 0 }), entries: new Map() };
  for (const entry of tomlEntries(text)) {
    if (entry.table.startsWith('[')) continue;
    const at = place(entry);
    const table = entry.table.split('.').slice(0, MAX_DEPTH).filter((part) => part !== '').reduce((outer, name) => tableIn(outer, name.trim(), at), root);
    table.entries.set(entry.key, { ...nodeOf(entry.value), at });
  }
  return asMap(root);
}

interface Table {
  readonly at: Location;
  readonly entries: Map<string, TemplateNode | Table>;
}

function tableIn(outer: Table, name: string, at: Location): Table {
  const known = outer.entries.get(name);
  if (known && 'entries' in known) return known;
  const made: Table = { at, entries: new Map() };
  outer.entries.set(name, made);
  return made;
}

function asMap({ at, entries }: Table): MapNode {
  return {
    kind: 'map', at, keys: [...entries.keys()],
    get: (key) => {
      const value = entries.get(key);
      return value && 'entries' in value ? asMap(value) : value;
    },
  };
}

/** Texts, numbers and lists are written as in JSON, which the parser of templates reads; inline tables with an equals sign are not read. */
function nodeOf(value: string): TemplateNode {
  const { root } = parseTemplate('', value.trim());
  return root ?? { kind: 'unknown', reason: 'a value that is not understood', text: '', at: { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 } };
}
