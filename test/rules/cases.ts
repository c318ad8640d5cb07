/** The annotated cases: each folder `rules/<rule>/cases/<language>/<mechanism>/` is a project of its own. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../src/frontends/frontend.js';
import { marksOf, type Mark } from './expectations.js';

const RULES = join(import.meta.dirname, '../../rules');

/** Texts by file name. */
export type Files = Readonly<Record<string, string>>;

export interface RuleCase {
  readonly rule: string;
  readonly language: Language;
  /** What it shows: `map-of-the-dao`. */
  readonly mechanism: string;
  readonly files: Files;
  readonly marks: readonly Mark[];
}

export function casesOf(rule: string, language: Language): readonly RuleCase[] {
  const folder = join(RULES, rule, 'cases', language);
  return foldersIn(folder).map((mechanism) => {
    const files = filesBelow(join(folder, mechanism));
    return { rule, language, mechanism, files, marks: Object.entries(files).flatMap(([file, text]) => marksOf(file, text)) };
  });
}

function foldersIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

function filesBelow(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []));
  return Object.fromEntries(names.sort().map((name) => [name.slice(folder.length + 1), readFileSync(name, 'utf8')]));
}
