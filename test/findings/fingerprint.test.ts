import { expect, test } from 'vitest';
import { fingerprintOf, withFingerprints, type FingerprintParts } from '../../src/findings/fingerprint.js';
import { findingAt } from './finding-example.js';

const parts: FingerprintParts = { rule: 'lost-update', file: 'src/a.ts', subject: 'total', line: '  total += 1;' };

test('sixteen digits, and indentation changes nothing', () => {
  expect(fingerprintOf(parts)).toMatch(/^[0-9a-f]{16}$/);
  expect(fingerprintOf({ ...parts, line: '\ttotal  +=  1;\r' })).toBe(fingerprintOf(parts));
});

test.each(['rule', 'file', 'subject', 'line'])('another %s is another finding', (part) => {
  expect(fingerprintOf({ ...parts, [part]: 'other' })).not.toBe(fingerprintOf(parts));
});

test('parts are not confused with each other', () => {
  expect(fingerprintOf({ ...parts, file: 'ab', subject: '' })).not.toBe(fingerprintOf({ ...parts, file: 'a', subject: 'b' }));
});

test('inserted lines keep it, equal lines are told apart by their order', () => {
  const of = (text: string, ...lines: number[]) => withFingerprints(lines.map((line) => findingAt('a.ts', line)), () => text).map(({ fingerprint }) => fingerprint);
  const [first, second] = of('x\nx', 1, 2);
  expect(second).not.toBe(first);
  expect(of('// new\n\nx', 3)).toEqual([first]);
  expect(first).toBe(fingerprintOf({ rule: 'lost-update', file: 'a.ts', subject: 'total', line: 'x' }));
});
