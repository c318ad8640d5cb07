import { expect, test } from 'vitest';
import { compareFindings } from '../../src/findings/order.js';
import { findingAt } from './finding-example.js';

test('severity, file, line, column, rule', () => {
  const sorted = [
    findingAt('b.ts', 9),
    findingAt('b.ts', 10),
    findingAt('b.ts', 10, { rule: 'shared-cache' }),
    findingAt('b.ts', 10, { location: { file: 'b.ts', line: 10, column: 4, endLine: 10, endColumn: 5 } }),
    findingAt('a.ts', 1, { severity: 'warning' }),
    findingAt('B.ts', 1, { severity: 'note' }),
    findingAt('a.ts', 1, { severity: 'note' }),
  ];
  expect([...sorted].reverse().sort(compareFindings)).toEqual(sorted);
});
