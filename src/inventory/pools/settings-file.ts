/** Settings in files that a program reads when it starts: `.properties`, YAML and JSON, as names with dots and texts. */
import { lineStartsOf, locate } from '../../ir/index.js';
import type { Setting } from '../lambda-function.js';
import { parseTemplate, type TemplateNode } from '../templates/document.js';

/** What one file, or one document of it, sets. Names are as `settingName` writes them. */
export type Settings = ReadonlyMap<string, Setting<string>>;

const MAX_TEXT = 200_000;
const MAX_SETTINGS = 2000;
const MAX_DEPTH = 20;
const MAX_DOCUMENTS = 20;

/** Names that frameworks take for the same: `maximum-pool-size`, `maximumPoolSize`, `MAXIMUM_POOL_SIZE`. */
export function settingName(name: string): string {
  return name.replace(/[-_\s]/g, '').toLowerCase();
}

/** The documents of a file, in the order of the text; nothing that cannot be read. */
export function settingsIn(file: string, text: string): readonly Settings[] {
  if (text.length > MAX_TEXT) return [];
  if (file.endsWith('.properties')) return [propertiesIn(file, text)];
  return documentsOf(file.endsWith('.json') ? withoutComments(text) : text).flatMap((document) => {
    const { root } = parseTemplate(file, document);
    const found = new Map<string, Setting<string>>();
    if (root) collect(root, [], found);
    return root ? [found] : [];
  });
}

/** `name=value`, `name: value`, `name value`; a comment begins with `#` or `!`. */
function propertiesIn(file: string, text: string): Settings {
  const lineStarts = lineStartsOf(text);
  return new Map([...text.matchAll(/^[ \t\f]*([^#!\s=:][^\s=:]*)[ \t]*[=: \t][ \t]*(.*?)[ \t]*$/gm)].slice(0, MAX_SETTINGS).map(({ 0: line, 1: name = '', 2: value = '', index }) => (
    [settingName(name), { value, from: locate(file, lineStarts, { start: index + line.search(/\S/), end: index + line.trimEnd().length }) }]
  )));
}

/** Each document of a YAML file, at its place: what comes before it is empty lines. */
function documentsOf(text: string): readonly string[] {
  const lines = text.split('\n');
  const starts = [0, ...lines.flatMap((line, i) => (/^---(?:\s|$)/.test(line) && i > 0 ? [i] : []))].slice(0, MAX_DOCUMENTS);
  return starts.map((start, i) => [...lines.slice(0, start).map(() => ''), ...lines.slice(start, starts[i + 1])].join('\n'));
}

/** JSON of .NET may have comments; positions stay. */
function withoutComments(text: string): string {
  return text.replace(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[^]*?\*\//g, (part) => (part.startsWith('"') ? part : part.replace(/[^\n]/g, ' ')));
}

function collect(node: TemplateNode, path: readonly string[], found: Map<string, Setting<string>>): void {
  if (path.length > MAX_DEPTH || found.size >= MAX_SETTINGS) return;
  if (node.kind === 'map') for (const key of node.keys) { const inner = node.get(key); if (inner) collect(inner, [...path, settingName(key)], found); }
  if (node.kind === 'scalar' && node.value !== null) found.set(path.join('.'), { value: String(node.value), from: node.at });
}
