/** Paths as people write them: with the address of a database around them, or with wildcards for all that match. */
import type { FileOperation } from '../domain/access.js';
import { NO_MARKS } from '../domain/marks.js';
import { hole } from '../domain/text.js';
import type { TextPart } from '../domain/text.js';

type Path = readonly TextPart[];

/** `jdbc:sqlite:/tmp/a.db`, `jdbc:h2:file:/tmp/a`, `sqlite:////tmp/a.db`, `file:/tmp/a`: what stands before the absolute path. */
const ADDRESS = /^(?:jdbc:\w+:(?:file:)?|[a-z][\w+]*:\/{3}(?=\/)|file:\/{0,2}(?=\/))/;
/** `Data Source=/tmp/a.db;Mode=ReadOnly`. */
const SETTING = /(?:^|;)\s*(?:Data ?Source|DataSource|Filename|DbFilename)\s*=\s*(?:file:)?/i;

/** The path itself: what an address says besides does not matter. */
export function withoutAddress(path: Path): Path {
  const first = path[0];
  if (first?.kind !== 'literal') return path;
  const setting = SETTING.exec(first.text);
  if (setting) return untilOptionsBegin(withFirst(path, first.text.slice(setting.index + setting[0].length)));
  const address = ADDRESS.exec(first.text);
  return address ? untilOptionsBegin(withFirst(path, first.text.slice(address[0].length))) : path;
}

function withFirst(path: Path, text: string): Path {
  return text === '' ? path.slice(1) : [{ kind: 'literal', text }, ...path.slice(1)];
}

/** `;create=true`, `?cache=shared`: what comes after the path. */
function untilOptionsBegin(path: Path): Path {
  const end = path.findIndex((part) => part.kind === 'literal' && OPTIONS.test(part.text));
  const last = path[end];
  if (last?.kind !== 'literal') return path;
  const text = last.text.slice(0, last.text.search(OPTIONS));
  return [...path.slice(0, end), ...(text === '' ? [] : [{ kind: 'literal' as const, text }])];
}

const OPTIONS = /[;?]/;

const REMOVING: ReadonlySet<FileOperation['effect']> = new Set(['delete', 'delete-tree'] as const);

/** What is deleted by a pattern is each entry of a directory that matches: `/tmp/*.pdf`. */
export function withoutWildcards(path: Path, effect: FileOperation['effect']): Path {
  const index = REMOVING.has(effect) ? path.findIndex((part) => part.kind === 'literal' && WILDCARD.test(part.text)) : -1;
  const part = path[index];
  if (part?.kind !== 'literal') return path;
  const folder = part.text.slice(0, part.text.lastIndexOf('/', part.text.search(WILDCARD)));
  const directory: Path = folder === '' ? path.slice(0, index) : [...path.slice(0, index), { kind: 'literal', text: folder }];
  return [...directory, { kind: 'literal', text: '/' }, ...(hole(NO_MARKS, { entryOf: { alternatives: [directory] }, name: 'entry' }).alternatives[0] ?? [])];
}

const WILDCARD = /[*?]|\{[^}]*,[^}]*\}/;
