/** No C# case is fiction: each one parses without an error or a missing token, whether an audit reaches the place or not. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../rules/catalogue.js';
import { loadGrammar, parseTree } from '../../src/frontends/tree-sitter/index.js';
import { filesOf } from '../frontends/golden-cases.js';
import { casesOf } from './cases.js';

const GOLDEN = join(import.meta.dirname, '../frontends/dotnet/cases');

/** Shows what is left of a file with errors. */
const BROKEN = 'Broken.cs';

const texts = [
  ...CATALOGUE.flatMap(({ meta }) => casesOf(meta.id, 'dotnet').flatMap(({ mechanism, files }) => Object.entries(files).map(([file, text]) => [`rules/${meta.id}/cases/dotnet/${mechanism}/${file}`, text] as const))),
  ...readdirSync(GOLDEN).filter((name) => name.endsWith('.cs') && name !== BROKEN)
    .flatMap((name) => [...filesOf(name, readFileSync(join(GOLDEN, name), 'utf8'))].map(([file, text]) => [`test/frontends/dotnet/cases/${name}: ${file}`, text] as const)),
].filter(([name]) => name.endsWith('.cs'));

describe('parses', () => {
  const grammar = loadGrammar('c-sharp');

  it.each(texts)('%s', (name, text) => {
    expect(parseTree(grammar, text, name).problems).toEqual([]);
  });
});
