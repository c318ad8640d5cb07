/** The plugin and the command line find the same: in every Node.js case and fixture, file by file, finding by finding. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../rules/catalogue.js';
import type { Finding } from '../../src/findings/finding.js';
import { auditJson, folderWith } from '../cli/command-line.js';
import { casesOf, type Files } from '../rules/cases.js';
import { eslintIn, shownIn, type Shown } from './linting.js';

const SOURCE = /\.[mc]?[jt]sx?$/;
const FIXTURES = join(import.meta.dirname, '../../fixtures');

const cases = CATALOGUE.flatMap(({ meta }) => casesOf(meta.id, 'node')).map(({ rule, mechanism, files, marks }) => ({
  name: `${rule}/${mechanism}`, files, entries: marks.flatMap(({ kind, file, name }) => (kind === 'entry' && name !== undefined ? [`${file}#${name.slice(name.lastIndexOf('#') + 1)}`] : [])),
}));
const fixtures = [...foldersIn('.'), ...foldersIn('declared-in')].map((name) => ({ name, files: filesBelow(join(FIXTURES, name)), entries: [] }))
  .filter(({ files }) => Object.keys(files).some((file) => SOURCE.test(file)));

describe.each([...cases, ...fixtures])('$name', ({ files, entries }) => {
  it('shows in each file what an audit reports there', async () => {
    const folder = folderWith(files);
    const { report } = await auditJson([folder, ...entries.flatMap((entry) => ['--entry', entry]), '--no-config', '--fail-on', 'never']);
    const reported = report.findings as unknown as readonly Finding[];
    const sources = Object.keys(files).filter((file) => SOURCE.test(file));
    const eslint = eslintIn(folder, { settings: { entries } });
    for (const file of sources) {
      // Not the text on disk: what is judged is the tree that ESLint's parser has made.
      const shown = await shownIn(eslint, join(folder, file), `${files[file]}\n// edited\n`);
      expect(inOrder(shown), file).toEqual(inOrder(reported.filter(({ location }) => location.file === file).map(asShown)));
    }
  });
});

it('there are many of them', () => {
  expect(cases.length).toBeGreaterThan(80);
  expect(fixtures.length).toBeGreaterThan(0);
});

function foldersIn(name: string): readonly string[] {
  return readdirSync(join(FIXTURES, name), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => join(name, entry.name));
}

function asShown({ rule, location, message, advice }: Finding): Shown {
  return { rule, place: `${location.line}:${location.column}-${location.endLine}:${location.endColumn}`, message: `${message} ${advice}` };
}

function inOrder(shown: readonly Shown[]): readonly string[] {
  return shown.map(({ rule, place, message }) => `${place} ${rule}: ${message}`).sort();
}

function filesBelow(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []));
  return Object.fromEntries(names.sort().map((name) => [name.slice(folder.length + 1), readFileSync(name, 'utf8')]));
}
