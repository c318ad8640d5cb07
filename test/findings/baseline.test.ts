import { expect, test } from 'vitest';
import { compareWithBaseline, readBaseline, writeBaseline } from '../../src/findings/baseline.js';
import type { Finding } from '../../src/findings/finding.js';
import { findingAt } from './finding-example.js';

const [first, second, third] = [findingAt('b.ts', 1), findingAt('a.ts', 2), findingAt('c.ts', 3)];

function compare(findings: readonly Finding[], text: string) {
  const read = readBaseline(text);
  if ('problem' in read) throw new Error(read.problem);
  return compareWithBaseline(findings, read.baseline);
}

test('what was written is known, what is new is fresh, what is gone is stale', () => {
  const { fresh, known, stale } = compare([first, third], writeBaseline([first, second]));
  expect(fresh).toEqual([third]);
  expect(known).toEqual([first]);
  expect(stale).toMatchObject([{ fingerprint: second.fingerprint, count: 1, file: 'a.ts' }]);
});

test('one fingerprint is known as often as the baseline says', () => {
  const text = writeBaseline([first, first]);
  expect(compare([first, first, first], text)).toMatchObject({ known: [first, first], fresh: [first], stale: [] });
  expect(compare([first], text).stale).toMatchObject([{ count: 1 }]);
});

test('the order of findings does not change the file', () => {
  expect(writeBaseline([second, first])).toBe(writeBaseline([first, second]));
});

test.each(['', '[]', '{}', '{"schemaVersion":2,"findings":[]}', '{"schemaVersion":1,"findings":[{"fingerprint":"x"}]}', '{"schemaVersion":1,"findings":null}'])(
  '%s is no baseline', (text) => expect(readBaseline(text)).toHaveProperty('problem'),
);
