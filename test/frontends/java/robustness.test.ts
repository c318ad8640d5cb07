/** Whatever the text, the front-end gives a module and says what it could not read. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createJavaFrontend } from '../../../src/frontends/java/frontend.js';
import type { Module } from '../../../src/ir/index.js';
import { printModule } from '../../../src/ir/printer.js';
import { memoryProject } from './memory-project.js';

function lower(text: string): Module {
  const program = createJavaFrontend().open(memoryProject(new Map([['A.java', text]])));
  return program.module('A.java')!;
}

const inMethod = (code: string): string => `class A { Object run(Object a) { ${code} } }`;

describe('nesting', () => {
  test.each([
    ['parentheses', inMethod(`return ${'('.repeat(10_000)}a${')'.repeat(10_000)};`)],
    ['blocks', inMethod(`${'{'.repeat(5_000)}${'}'.repeat(5_000)}`)],
    ['conditions', inMethod(`${'if (a == null) '.repeat(900)} return a;`)],
    ['lambdas', inMethod(`Runnable r = ${'() -> '.repeat(900)} a;`)],
    ['ternaries', inMethod(`return ${'a == a ? a : '.repeat(900)} a;`)],
    ['classes', `${'class A {'.repeat(900)}${'}'.repeat(900)}`],
    ['anonymous classes', inMethod(`return ${'new Object() { Object x = '.repeat(400)} a ${'; }'.repeat(400)};`)],
    ['generic types', `class A { ${'List<'.repeat(2_000)}String${'>'.repeat(2_000)} x; }`],
    ['field accesses', inMethod(`return a${'.b'.repeat(5_000)};`)],
  ])('too deep: %s', (_, text) => {
    const module = lower(text);
    expect(module.problems.length).toBeGreaterThan(0);
    expect(printModule(module)).toContain('A');
  });

  test('long chains of calls and of concatenation are no nesting', () => {
    const module = lower(inMethod(`a${'.run(a)'.repeat(300)}; return "a"${' + a'.repeat(600)};`));
    expect(module.problems).toEqual([]);
    expect(module.unknownNodes.size).toBe(0);
  });
});

describe('size', () => {
  const many = (count: number, piece: (i: number) => string): string => Array.from({ length: count }, (_, i) => piece(i)).join('');

  test.each([
    ['blanks after a keyword', `package ${' '.repeat(900_000)}`],
    ['blanks after many keywords', 'import static \n\n '.repeat(50_000)],
    ['braces after a creation', `class A { Object o = new A() ; ${'{'.repeat(200_000)}`],
    ['words before a brace', `class A { Object o = new A() ${'x '.repeat(100_000)} {`],
    ['signs', `class A { ${'@ '.repeat(300_000)}`],
    ['lines of a text block', `class A { String s = """\n${'x\n'.repeat(300_000)}"""; }`],
    ['fields that are used', `class A { ${many(8_000, (i) => `int f${i} = f${i >> 1} + 1; `)} }`],
    ['overloads that are called', `class A { ${many(4_000, (i) => `void m(B${i} x) { m(null); } `)} }`],
    ['anonymous classes', `class A { ${many(6_000, () => 'Object o() { return new Object() {}; } ')} }`],
    ['locals that are captured', `class A { void m() { ${many(6_000, (i) => `int v${i} = 1; Runnable r${i} = () -> use(v${i}); `)} } }`],
  ])('%s in a few seconds', (_, text) => {
    const start = performance.now();
    expect(lower(text)).toBeDefined();
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('damaged files', () => {
  const folder = fileURLToPath(new URL('cases/', import.meta.url));
  const names = readdirSync(folder).filter((name) => name.endsWith('.java')).sort();

  test.each(names)('%s, cut off or with a piece missing', (name) => {
    const text = readFileSync(folder + name, 'utf8');
    for (let i = 1; i < 10; i++) {
      const from = Math.floor((text.length * i) / 10);
      for (const damaged of [text.slice(0, from), text.slice(from), text.slice(0, from) + text.slice(from + 37)]) {
        const module = lower(damaged);
        expect(printModule(module)).toBe(printModule(lower(damaged)));
      }
    }
  });

  test('an error is an unknown in the body and a problem with its line', () => {
    const module = lower('class A {\n  int a() {\n    return 1 + ;\n  }\n}\n');
    expect(module.problems).toMatchObject([{ kind: 'syntax-error', line: 3 }]);
    expect(module.unknownNodes.size).toBeGreaterThan(0);
  });

  test.each([
    ['names of object properties', '@toString @constructor class __proto__ { int constructor; void hasOwnProperty() { toString(); valueOf.x(); } }'],
    ['a class that extends itself', 'class A extends A { void m() { n(); } }'],
    ['classes that extend each other', 'class A extends B { int x = y; Z z; } class B extends A { void m() { super.m(); } }'],
    ['arrays of arrays', `class A { int${'[]'.repeat(5_000)} x; }`],
    ['types that grow', `class P<A, B> {} class A { ${'<T> P<T, T> dup(T t) { return null; }'} void m(String a) { ${'var b = dup(a); { '} ${Array.from({ length: 60 }, (_, i) => `var c${i} = dup(${i === 0 ? 'b' : `c${i - 1}`});`).join(' ')} } } }`],
    ['nothing', ''],
    ['no text', '\0\uffff\ud800'],
  ])('survives %s', (_, text) => {
    expect(lower(text)).toBeDefined();
  });
});
