/** The lowering takes any ESTree: what ESLint's TypeScript parser gives must lower to the same IR as what oxc-parser gives. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parser } from 'typescript-eslint';
import type { Repository } from '../../../src/frontends/node/entities.js';
import { factsOf } from '../../../src/frontends/node/facts.js';
import { lowerModule } from '../../../src/frontends/node/lower/module.js';
import { parseSource } from '../../../src/frontends/node/parse.js';
import type { ES } from '../../../src/frontends/node/syntax.js';
import { printModule } from '../../../src/ir/printer.js';

const folder = fileURLToPath(new URL('cases/', import.meta.url));
const SEVERAL_FILES = /^\/\/ file: /mu;
const sources = readdirSync(folder).filter((name) => !name.endsWith('.ir') && name !== 'broken.ts').sort()
  .map((name) => [name, readFileSync(folder + name, 'utf8')] as const).filter(([, text]) => !SEVERAL_FILES.test(text));

const parseForESLint = parser.parseForESLint as (text: string, options: object) => { readonly ast: unknown };

function lower(file: string, text: string, program: ES.Program): string {
  const facts = factsOf(file, text, program, []);
  const repository: Repository = {
    facts: (name) => (name === file ? facts : undefined),
    resolve: (from, specifier) => ({ kind: 'library', specifier: specifier.startsWith('.') ? `./${from}/${specifier}` : specifier }),
    known: new Map(),
  };
  return printModule(lowerModule(repository, facts));
}

test.each(sources)('%s', (file, text) => {
  const own = parseSource(file, text).program!;
  const sourceType = file.endsWith('.cjs') ? 'script' : 'module';
  const other = parseForESLint(text, { range: true, sourceType, ecmaFeatures: { jsx: !file.endsWith('.ts'), globalReturn: true } }).ast;
  expect(lower(file, text, other as ES.Program)).toBe(lower(file, text, own));
});
