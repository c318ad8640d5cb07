/** No Java case is fiction: each one compiles, against stubs of the libraries it uses. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../rules/catalogue.js';
import { filesOf } from '../frontends/golden-cases.js';
import { casesOf, type Files } from './cases.js';
import { compileEach, obtainJavaCompiler } from './java-compiler.js';

interface Project {
  readonly name: string;
  readonly files: Files;
}

const GOLDEN = join(import.meta.dirname, '../frontends/java/cases');

/** What is no Java on purpose, with the reason. */
const NOT_JAVA: ReadonlyMap<string, string> = new Map([
  ['Broken.java', 'shows what is left of a file with errors'],
  ['Duplicates.java', 'shows two files that declare the same class'],
  ['Lombok.java', 'calls methods that only an annotation processor makes'],
]);

const projects: readonly Project[] = [
  ...CATALOGUE.flatMap(({ meta }) => casesOf(meta.id, 'java').map(({ mechanism, files }) => ({ name: `rules/${meta.id}/cases/java/${mechanism}`, files }))),
  ...readdirSync(GOLDEN).filter((name) => name.endsWith('.java') && !NOT_JAVA.has(name))
    .map((name) => ({ name: `test/frontends/java/cases/${name}`, files: Object.fromEntries(filesOf(name, readFileSync(join(GOLDEN, name), 'utf8'))) })),
];

const compiler = await obtainJavaCompiler();

if ('jar' in compiler) describe('compiles', () => {
  let said: readonly string[] = [];
  beforeAll(async () => {
    said = await compileEach(compiler.jar, projects.map(({ files }) => files));
  }, 120_000);

  it.each(projects.map(({ name }, index) => [name, index] as const))('%s', (_, index) => {
    expect(said[index]).toBe('');
  });
});
// Where everything has to be checked, a machine that cannot is a failure; elsewhere the name of this test says what was not.
else if (process.env['CI']) it('compiles the Java cases', () => expect.fail(compiler.missing));
else it.todo(`compiles the Java cases: ${compiler.missing}`);
