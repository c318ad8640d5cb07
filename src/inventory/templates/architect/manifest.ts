/**
 * The manifest of an Architect application: sections of entries. An entry is a line of words, and may have settings in the indented
 * lines below it. `arc.json` and `arc.yaml` say the same with lists and mappings.
 */
import { lineStartsOf, locate, type Location } from '../../../ir/index.js';
import { nameOf } from '../cloudformation/resolve.js';
import type { TemplateNode } from '../document.js';

export interface Entry {
  readonly words: readonly string[];
  /** Indented lines by their first words. */
  readonly settings: ReadonlyMap<string, readonly string[]>;
  readonly at: Location;
}

export type Manifest = ReadonlyMap<string, readonly Entry[]>;

const MAX_LINES = 5000;
const MAX_WORDS = 50;

/** Reads the text format. */
export function readManifest(file: string, text: string): Manifest {
  const lineStarts = lineStartsOf(text);
  const sections = new Map<string, Entry[]>();
  let section: Entry[] | undefined;
  let settings: Map<string, readonly string[]> | undefined;
  for (const [index, line] of text.split(/\r\n|\n|\r/, MAX_LINES).entries()) {
    const words = wordsOf(line);
    const [first] = words;
    if (first === undefined) continue;
    const isIndented = /^\s/.test(line);
    if (!isIndented && first.startsWith('@')) {
      section = sections.get(first.slice(1)) ?? [];
      sections.set(first.slice(1), section);
      settings = undefined;
    } else if (isIndented && settings) settings.set(first, words.slice(1));
    else {
      const start = (lineStarts[index] ?? 0) + line.search(/\S/);
      settings = new Map();
      section?.push({ words, settings, at: locate(file, lineStarts, { start, end: start + line.trim().length }) });
    }
  }
  return sections;
}

/** A comment begins with a hash; a schedule stays one word: `cron(0 8 * * ? *)`. */
function wordsOf(line: string): readonly string[] {
  const code = /^\s*#/.test(line) ? '' : line.replace(/\s#.*$/, '').trim();
  return [...code.matchAll(/\w+\([^)]*\)|"[^"]*"|\S+/g)].slice(0, MAX_WORDS).map(([word]) => word.replace(/^"(.*)"$/, '$1'));
}

/** The same from lists and mappings. */
export function manifestOf(root: TemplateNode): Manifest {
  const sections = root.kind === 'map' ? root.keys : [];
  return new Map(sections.map((name) => [name, entriesOf(root.kind === 'map' ? root.get(name) : undefined)]));
}

function entriesOf(node: TemplateNode | undefined): readonly Entry[] {
  if (node?.kind === 'map') return node.keys.flatMap((key) => entryOf([key], node.get(key), node.at));
  if (node?.kind !== 'list') return [];
  return node.items().flatMap((item) => {
    if (item.kind === 'list') return [{ words: item.items().flatMap((word) => nameOf(word) ?? []), settings: new Map(), at: item.at }];
    if (item.kind === 'map') return item.keys.flatMap((key) => entryOf([key], item.get(key), item.at));
    const word = nameOf(item);
    return word === undefined ? [] : [{ words: wordsOf(word), settings: new Map(), at: item.at }];
  });
}

function entryOf(words: readonly string[], node: TemplateNode | undefined, at: Location): readonly Entry[] {
  if (node?.kind === 'map') return [{ words, settings: new Map(node.keys.map((key) => [key, textsOf(node.get(key))])), at: node.at }];
  return [{ words: [...words, ...textsOf(node)], settings: new Map(), at: node?.at ?? at }];
}

function textsOf(node: TemplateNode | undefined): readonly string[] {
  return node?.kind === 'list' ? node.items().flatMap((item) => nameOf(item) ?? []) : [nameOf(node)].filter((text) => text !== undefined);
}
