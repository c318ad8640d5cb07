import { expect, test } from 'vitest';
import { createPythonFrontend } from '../../../src/frontends/python/frontend.js';
import type { Module } from '../../../src/ir/index.js';
import { memoryProject } from '../golden-cases.js';

function lower(text: string): Module {
  const program = createPythonFrontend().open(memoryProject(new Map([['a.py', text]])));
  return program.module('a.py')!;
}

test.each([
  ['nested lists', `x = ${'['.repeat(3000)}${']'.repeat(3000)}`],
  ['nested calls', `x = ${'f('.repeat(2000)}${')'.repeat(2000)}`],
  ['a long sum', `x = ${Array.from({ length: 5000 }, (_, i) => `a${i}`).join(' + ')}`],
  ['a long chain of calls', `x = a${'.b()'.repeat(3000)}`],
  ['a long chain of elif', `if a: pass\n${'elif b: pass\n'.repeat(3000)}`],
  ['nested functions', Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}def f${i}():`).join('\n')],
  ['a long boolean', `x = ${Array.from({ length: 3000 }, () => 'a').join(' and ')}`],
  ['nested conditionals', `x = ${'1 if a else '.repeat(1500)}2`],
  ['a long comparison', `x = ${Array.from({ length: 3000 }, () => 'a').join(' < ')}`],
  ['many imports of itself', 'from a import *\nfrom a import x\nimport a\nx()\na.x.y()'],
  ['a class that is its own base', 'class A(B): pass\nclass B(A):\n  def m(self): return super().m() or self.x'],
  ['nothing but noise', ')]}%$ def ( class : = \u0000 \u2028 """ f"{'],
  ['assignments that make no sense', 'f() = 1\n1 += 2\ndel f()\nfor 1 in x: pass\nwith a as 1: pass\nlambda: (yield)\nreturn 1\nbreak\nnonlocal x\n*a'],
])('%s gives a module', (_, text) => {
  const module = lower(text);
  expect(module.problems.filter((problem) => problem.kind === 'internal')).toEqual([]);
  expect(module.bodies.has('a.py#<init>')).toBe(true);
});

test('every body belongs to a declared place and ids are unique', () => {
  const module = lower('def f(): pass\ndef f(x): return lambda: x\nclass C:\n  def m(self): pass\n  def m(self, y): return y');
  expect([...module.bodies.keys()].sort()).toEqual(['a.py#<init>', 'a.py#C.m', 'a.py#C.m$2', 'a.py#f', 'a.py#f$2', 'a.py#f.<lambda>']);
  expect(module.bodies.get('a.py#f')?.parameters.map((p) => p.name)).toEqual(['x']);
});
