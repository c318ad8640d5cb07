/** A program answers from what a question leads to, and reads nothing else. */
import { describe, expect, test } from 'vitest';
import type { SourceProject } from '../../../src/frontends/frontend.js';
import { createJavaFrontend } from '../../../src/frontends/java/frontend.js';
import { outlineOf } from '../../../src/frontends/java/outline.js';
import type { Program } from '../../../src/ir/index.js';
import { memoryProject } from './memory-project.js';

const FILES = new Map([
  ['src/a/Store.java', 'package a; public interface Store { void put(String key); interface Listener {} }'],
  ['src/a/Memory.java', 'package a; class Memory implements Store { public void put(String key) {} }'],
  ['src/b/Uses.java', `package b; import a.*; import java.util.*;
    class Uses { Store store = new Store() { public void put(String key) {} }; List<String> names; Map.Entry<String, Store> entry;
      void local() { class Local extends ArrayList<String> implements Store.Listener { } } }`],
  ['src/b/Other.java', 'package b; // extends Store\nclass Other { String s = "implements Store"; }'],
  ['src/c/Bean.java', 'package c; import javax.inject.Singleton; @Singleton class Bean implements a.Store { public void put(String k) {} }'],
  ['README.md', 'class NotJava {}'],
]);

function open(files: ReadonlyMap<string, string>): Program {
  return createJavaFrontend().open(memoryProject(files));
}

describe('program', () => {
  test('finds types by their qualified name, and nothing for a library', () => {
    const program = open(FILES);
    expect(program.type('a.Store')?.kind).toBe('interface');
    expect(program.type('a.Store.Listener')?.name).toBe('Listener');
    expect(program.fileOfType('b.Uses$1Local')).toBe('src/b/Uses.java');
    expect(program.type('java.util.List')).toBeUndefined();
    expect(program.fileOfType('b.Missing')).toBeUndefined();
    expect(program.index('README.md')).toBeUndefined();
  });

  test('finds direct subtypes: named, anonymous and local ones, of library types too', () => {
    const program = open(FILES);
    expect(program.directSubtypes('a.Store')).toEqual(['a.Memory', 'b.Uses$1', 'c.Bean']);
    expect(program.directSubtypes('java.util.ArrayList')).toEqual(['b.Uses$1Local']);
    expect(program.directSubtypes('a.Store.Listener')).toEqual(['b.Uses$1Local']);
  });

  test('lowers what is asked for and nothing else', () => {
    const program = open(FILES);
    expect(program.bindings().map((b) => b.service)).toEqual(['c.Bean', 'a.Store']);
    expect(program.loweredFiles()).toEqual([]);
    expect(program.body('src/a/Memory.java#Memory.put')?.owner).toBe('a.Memory');
    expect(program.body('src/a/Store.java#Store.put')).toBeUndefined();
    expect(program.loweredFiles()).toEqual(['src/a/Memory.java', 'src/a/Store.java']);
  });

  test('resolves names through imports on demand', () => {
    const [uses] = open(FILES).index('src/b/Uses.java')!.types;
    expect(uses?.fields.map((field) => field.type?.name)).toEqual(['a.Store', 'java.util.List', 'java.util.Map.Entry']);
  });

  test('a file that cannot be read is a problem, not an error', () => {
    const project: SourceProject = {
      ...memoryProject(new Map([['A.java', '']])),
      read: () => undefined,
      problem: (file) => ({ kind: 'unreadable', file, message: 'no permission' }),
    };
    const program = createJavaFrontend().open(project);
    expect(program.module('A.java')?.problems).toEqual([{ kind: 'unreadable', file: 'A.java', message: 'no permission' }]);
    expect(program.problems()).toHaveLength(1);
  });
});

test('every instruction stands where its expression does', () => {
  const text = 'class A { static int n = 4, m; int[] a; void run(A o) { o.a[0] += f(1); n++; String s = "a" + n + o; } int f(int x) { return x; } }';
  const module = open(new Map([['A.java', text]])).module('A.java')!;
  const shown = (id: string): readonly string[] => module.bodies.get(id)!.body.map((s) => `${s.op}: ${text.slice(s.at.start, s.at.end)}`);
  expect(shown('A.java#A.<static>')).toEqual(['store: n = 4']);
  expect(shown('A.java#A.run')).toEqual([
    'load: o.a', 'load: o.a[0] += f(1)', 'call: f(1)', 'compute: o.a[0] += f(1)', 'store: o.a[0] += f(1)',
    'load: n++', 'compute: n++', 'store: n++', 'load: n', 'concat: "a" + n + o',
  ]);
});

describe('outline', () => {
  test('sees through comments, texts, braces in both, and nested declarations', () => {
    const outline = outlineOf('X.java', `
      /* class No { */ package x . y; // package no;
      import static java.lang.Math.*; import module java.base; import java.util.Map . Entry;
      @interface Mark { String value() default "class Text {"; }
      public final class X<T extends Comparable<T>> extends Base<T> implements One, two.Two {
        char brace = '{'; String block = """
          interface Inner { " \\""" """;
        record Pair(int record, int other) { enum Kind { A { int f() { return 1; } }, B } }
        void run() { class Local {} new Thread("}") { class Deep {} }; Class<?> c = X.class; }
        sealed interface Shape permits Circle {}
      }
      class Second {}
    `);
    expect(outline.packageName).toBe('x.y');
    expect(outline.imports.map((i) => [i.name, i.isStatic, i.onDemand, i.isModule])).toEqual([
      ['java.lang.Math', true, true, false], ['java.base', false, false, true], ['java.util.Map.Entry', false, false, false],
    ]);
    expect(outline.types).toEqual(['Mark', 'X', 'X.Pair', 'X.Pair.Kind', 'X.Shape', 'Second']);
    expect([...outline.baseNames].sort()).toEqual(expect.arrayContaining(['Base', 'Kind', 'One', 'Thread', 'Two']));
  });
});
