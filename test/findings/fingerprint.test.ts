import { expect, test } from 'vitest';
import { distinctFingerprints, fingerprintOf, type FingerprintParts } from '../../src/findings/fingerprint.js';
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

test('equal ones are told apart by their order, the first keeps its own', () => {
  const same = { fingerprint: 'f' };
  const [first, second, third, other] = distinctFingerprints([findingAt('a', 1, same), findingAt('a', 2, same), findingAt('a', 3, same), findingAt('a', 4)]);
  expect(first?.fingerprint).toBe('f');
  expect(other?.fingerprint).toBe('a:4');
  expect(new Set([first, second, third].map((finding) => finding?.fingerprint)).size).toBe(3);
});
