import { expect, test } from 'vitest';
import type { ModuleIndex } from '../../ir/index.js';
import { createProgram, type LanguageIndex } from './program.js';

function indexOf(file: string): ModuleIndex {
  return {
    file, types: [], functions: [], exports: new Map(), exportAll: [], exportsObject: false, imports: [], libraries: [], bindings: [], problems: [],
  };
}

const source: LanguageIndex = {
  files: ['bad-body', 'bad-index', 'good'],
  index(file) {
    if (file === 'bad-index') throw new Error('index');
    return indexOf(file);
  },
  lower(file) {
    if (file === 'bad-body') throw new RangeError('Maximum call stack size exceeded');
    return { ...indexOf(file), lineStarts: [0], bodies: new Map(), nodeCount: 1, unknownNodes: new Map() };
  },
  fileOfType: () => undefined,
  filesNamingBase: () => [],
  filesWithBindings: () => [],
};

test('a fault in one file is its problem and nobody else\'s', () => {
  const program = createProgram(source);
  for (const file of source.files) expect(program.module(file)?.bodies.size).toBe(0);
  expect(program.module('good')?.problems).toEqual([]);
  expect(program.problems()).toEqual([
    { kind: 'internal', file: 'bad-body', message: 'not analysed: Maximum call stack size exceeded' },
    { kind: 'internal', file: 'bad-index', message: 'not analysed: index' },
  ]);
  expect(program.loweredFiles()).toEqual(['bad-body', 'bad-index', 'good']);
});
