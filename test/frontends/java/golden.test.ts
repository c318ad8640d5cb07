/**
 * Golden IR: `cases/X.java` lowers to `cases/X.java.ir`. A case is one file, or several in one, each beginning with a line
 * `// file: path/To/File.java`. `UPDATE=1` rewrites the expectations; the difference is what to review.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createJavaFrontend } from '../../../src/frontends/java/frontend.js';
import { printModule } from '../../../src/ir/printer.js';
import { memoryProject } from './memory-project.js';

const folder = fileURLToPath(new URL('cases/', import.meta.url));
const cases = readdirSync(folder).filter((name) => name.endsWith('.java')).sort();

/** The files in a case. */
function filesOf(name: string, text: string): ReadonlyMap<string, string> {
  const parts = text.split(/^\/\/ file: (.+)\n/mu);
  if (parts.length === 1) return new Map([[name, text]]);
  const files = new Map<string, string>();
  for (let i = 1; i < parts.length; i += 2) files.set(parts[i]!.trim(), parts[i + 1]!);
  return files;
}

test.each(cases)('%s', (name) => {
  const files = filesOf(name, readFileSync(folder + name, 'utf8'));
  const program = createJavaFrontend().open(memoryProject(files));
  const printed = [...files.keys()].map((file) => printModule(program.module(file)!)).join('\n');
  const expected = `${folder}${name}.ir`;
  if (process.env['UPDATE'] === '1') writeFileSync(expected, printed);
  expect(printed).toBe(readFileSync(expected, 'utf8'));
});
