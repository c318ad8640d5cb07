/** Declarations are read again only when something that was looked at has changed. */
import { describe, expect, it } from 'vitest';
import { parseHcl } from '../../src/frontends/tree-sitter/hcl.js';
import { KeptReadings } from '../../src/inventory/index.js';
import type { ProgramSource } from '../../src/inventory/programs.js';
import type { DeclarationReader } from '../../src/inventory/templates/declared-function.js';
import { declaredProgram, memoryProject } from './memory-project.js';

const FILES = ['a.tpl', 'b.tpl'];

/** A reader that does `read`, and how often it has been asked after one more question. */
function readings(read: (source: ProgramSource) => void): { readonly kept: KeptReadings; readonly after: (asked?: readonly string[]) => number } {
  let count = 0;
  const reader: DeclarationReader = {
    mayDeclare: () => true,
    read(files, source) {
      count++;
      read(source);
      return { files, functions: [], capacityProviders: [], problems: [] };
    },
  };
  const source: ProgramSource = { project: memoryProject({ 'a.tpl': 'a', 'b.tpl': 'b', 'code.js': '' }), parseHcl, programFor: (language) => (language === 'node' ? declaredProgram([]) : undefined) };
  const kept = new KeptReadings();
  return {
    kept,
    after(asked = FILES) {
      expect(kept.read(reader, asked, source, false)).toMatchObject({ files: asked });
      return count;
    },
  };
}

describe('readings of declarations', () => {
  it('are kept until a file changes that was looked at', () => {
    const { kept, after } = readings(({ project }) => project.read('a.tpl'));
    expect([after(), after()]).toEqual([1, 1]);
    kept.forget('b.tpl');
    expect(after()).toBe(1);
    kept.forget('a.tpl');
    expect([after(), after()]).toEqual([2, 2]);
  });

  it('are of the files that were asked for', () => {
    const { after } = readings(() => undefined);
    expect([after(), after(['a.tpl']), after(['b.tpl']), after(['b.tpl'])]).toEqual([1, 2, 3, 3]);
  });

  it('are not kept when they were computed from code, which may come from anywhere', () => {
    const fromCode = readings(({ programFor }) => programFor('node')).after;
    expect([fromCode(), fromCode()]).toEqual([1, 2]);
    const fromNone = readings(({ programFor }) => programFor('java')).after;
    expect([fromNone(), fromNone()]).toEqual([1, 1]);
  });
});
