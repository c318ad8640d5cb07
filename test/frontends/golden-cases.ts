/**
 * Golden IR, for any front-end: a case `cases/x` lowers to `cases/x.ir`. A case is one file, or several in one, each beginning
 * with a line `// file: path/to/file`. `UPDATE=1` rewrites the expectations; the difference is what to review.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Frontend, SourceProject } from '../../src/frontends/frontend.js';
import { printModule } from '../../src/ir/printer.js';

/** A project whose files are texts at hand. */
export function memoryProject(files: ReadonlyMap<string, string>): SourceProject {
  return {
    root: '/project',
    files: [...files.keys()].sort(),
    has: (file) => files.has(file),
    read: (file) => files.get(file),
    problem: () => undefined,
  };
}

/** The files in the text of a case. */
export function filesOf(name: string, text: string): ReadonlyMap<string, string> {
  const parts = text.split(/^\/\/ file: (.+)\n/mu);
  if (parts.length === 1) return new Map([[name, text]]);
  const files = new Map<string, string>();
  for (let i = 1; i < parts.length; i += 2) files.set(parts[i]!.trim(), parts[i + 1]!);
  return files;
}

/** One test for each case in the folder `cases` beside `testFile` that has one of the front-end's extensions. */
export function testGoldenCases(testFile: string, frontend: Frontend): void {
  const folder = fileURLToPath(new URL('cases/', testFile));
  const cases = readdirSync(folder).filter((name) => frontend.extensions.some((extension) => name.endsWith(extension))).sort();
  test.each(cases)('%s', (name) => {
    const files = filesOf(name, readFileSync(folder + name, 'utf8'));
    const program = frontend.open(memoryProject(files));
    const printed = [...files.keys()].filter((file) => frontend.extensions.some((extension) => file.endsWith(extension))).map((file) => printModule(program.module(file)!)).join('\n');
    const expected = `${folder}${name}.ir`;
    if (process.env['UPDATE'] === '1') writeFileSync(expected, printed);
    expect(printed).toBe(readFileSync(expected, 'utf8'));
  });
}
