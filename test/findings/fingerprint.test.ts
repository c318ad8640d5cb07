import { expect, test } from 'vitest';
import type { Finding } from '../../src/findings/finding.js';
import { withFingerprints } from '../../src/findings/fingerprint.js';
import { findingAt } from './finding-example.js';

function fingerprints(findings: readonly Finding[], text: string): string[] {
  return withFingerprints(findings, () => text).map(({ fingerprint }) => fingerprint);
}

test('inserted lines and other indentation keep the identity', () => {
  const before = fingerprints([findingAt('a.ts', 1)], 'total += 1;');
  expect(fingerprints([findingAt('a.ts', 3)], '// new\n\n\t\ttotal  +=  1;')).toEqual(before);
});

test.each<[string, Partial<Finding>, string, string]>([
  ['rule', { rule: 'shared-cache' }, 'a.ts', 'x'],
  ['subject', { subject: 'count' }, 'a.ts', 'x'],
  ['file', {}, 'b.ts', 'x'],
  ['line', {}, 'a.ts', 'y'],
])('another %s is another finding', (_, more, file, text) => {
  expect(fingerprints([findingAt(file, 1, more)], text)).not.toEqual(fingerprints([findingAt('a.ts', 1)], 'x'));
});

test('equal lines are told apart by their order', () => {
  const [first, second] = fingerprints([findingAt('a.ts', 1), findingAt('a.ts', 2)], 'x\nx');
  expect(first).toMatch(/^[0-9a-f]{16}$/);
  expect(second).not.toBe(first);
  expect(fingerprints([findingAt('a.ts', 2)], 'y\nx')).toEqual([first]);
});

test('parts are not confused with each other', () => {
  const [a] = fingerprints([findingAt('a', 1, { subject: 'b' })], 'c');
  const [b] = fingerprints([findingAt('ab', 1, { subject: '' })], 'c');
  expect(a).not.toBe(b);
});
