/** Hostile and damaged input: a problem that says what happened, and the rest of the program as usual. */
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../src/ir/index.js';
import { printModule } from '../../../src/ir/printer.js';
import { createNodeFrontend } from '../../../src/frontends/node/index.js';
import { nestsDeeperThan } from '../../../src/frontends/node/nesting.js';
import { memoryProject } from '../golden-cases.js';

function open(files: Readonly<Record<string, string>>) {
  return createNodeFrontend().open(memoryProject(new Map(Object.entries(files))));
}

function problemsOf(text: string): readonly Problem[] {
  const program = open({ 'a.ts': text });
  printModule(program.module('a.ts')!);
  return program.problems();
}

describe('code that nests too deeply', () => {
  const deep = (n: number, open: string, inside = '', close = ''): string => open.repeat(n) + inside + close.repeat(n);
  test.each([
    ['parentheses', deep(10_000, '(', 'a', ')')],
    ['functions', deep(10_000, 'function f(){', '', '}')],
    ['arrows', deep(20_000, 'a=>', 'a')],
    ['conditions', `x = ${deep(20_000, 'a?b:', 'c')}`],
    ['type arguments', `let x: ${deep(10_000, 'A<', 'B', '>')}`],
    ['templates', deep(8_000, '`${', 'a', '}`')],
    ['signs', deep(150_000, '!', 'a')],
    ['sums', deep(150_000, 'a+', 'a')],
    ['calls', `a${'()'.repeat(150_000)}`],
    ['branches', `${'if(a){}else '.repeat(150_000)}{}`],
  ])('%s are refused before the parser recurses', (_, text) => {
    expect(problemsOf(text).map((p) => p.kind)).toEqual(['too-deep']);
  });

  test.each([
    ['arrays', `x = ${deep(1_500, '[', '', ']')}`],
    ['blocks', deep(1_500, '{', 'a()', '}')],
    ['branches', `${'if(a){b()}else '.repeat(3_000)}{}`],
    ['method chains', `a${'.b()'.repeat(5_000)}`],
  ])('%s are lowered as far as the stack is safe', (_, text) => {
    const kinds = new Set(problemsOf(text).map((p) => p.kind));
    expect([...kinds]).toEqual(['too-deep']);
  });

  test('long is not deep', () => {
    const list = `x = [${'1,'.repeat(200_000)}]; ${'a = b\n'.repeat(5_000)} s = ${'"x" + '.repeat(5_000)}"";`;
    expect(problemsOf(list)).toEqual([]);
    expect(nestsDeeperThan(`f(")))", '(((', /[(]\\(/, \`((\${g(1)}\`); // ((((\n`.repeat(10_000), 100)).toBe(false);
  });
});

test('an error costs the statement that holds it', () => {
  const program = open({ 'a.js': 'export const a = 1;\nconst b = {\n  c: ;\n};\nexport const d = 2;\n' });
  const module = program.module('a.js')!;
  expect([...module.exports.keys()]).toEqual(['a', 'd']);
  expect(program.problems()).toMatchObject([{ kind: 'syntax-error', line: 3 }]);
});

test('a file without any readable statement is an empty module with a problem', () => {
  const program = open({ 'a.js': '{{{ %%%', 'b.js': 'exports.b = require("./a").c;' });
  expect(program.module('a.js')?.bodies.size).toBe(1);
  expect(program.module('b.js')?.imports).toEqual(['a.js']);
  expect(program.problems()).toMatchObject([{ kind: 'syntax-error', file: 'a.js', line: 1 }]);
});

test('files that import each other, themselves, or nothing that exists', () => {
  const program = open({
    'a.ts': `export * from './b'; export { x } from './a'; export { y } from './nowhere'; export const a = 1;`,
    'b.ts': `export * from './a'; import { z } from './a'; export const b = z;`,
  });
  expect(program.module('a.ts')!.exportAll).toEqual(['b.ts']);
  expect(program.module('b.ts')!.problems).toEqual([]);
  expect(program.module('missing.ts')).toBeUndefined();
});

test('the order of questions does not change the answers', () => {
  const files = { 'a.ts': `import { f } from './b'; export const g = () => f();`, 'b.ts': `import { g } from './a'; export const f = () => g();` };
  const [first, second] = [open(files), open(files)];
  second.module('b.ts');
  expect(printModule(second.module('a.ts')!)).toBe(printModule(first.module('a.ts')!));
  expect(printModule(first.module('b.ts')!)).toBe(printModule(second.module('b.ts')!));
});
