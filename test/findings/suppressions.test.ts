import { expect, test } from 'vitest';
import { applySuppressions, readSuppressions } from '../../src/findings/suppressions.js';
import { findingAt } from './finding-example.js';

test.each([
  ['JavaScript', 'total += 1; // reentrant: ignore[lost-update] a test double', 1, 'a test double'],
  ['Python', 'total += 1  # reentrant: ignore[lost-update]', 1, ''],
  ['Java', 'total += 1; /* reentrant: ignore[lost-update] only counted */', 1, 'only counted'],
  ['C#, above', '    /// reentrant: ignore[lost-update] reason\n    total += 1;', 2, 'reason'],
  ['YAML, above', '# reentrant: ignore[lost-update] reason\nMemorySize: 512', 2, 'reason'],
  ['above, with more comments between', '// reentrant: ignore[lost-update] one\n// and more\n\n  total += 1;', 4, 'one'],
  ['after a block comment', '/**\n * text\n */ // reentrant: ignore[lost-update]\ntotal += 1;', 4, ''],
])('%s', (_, text, appliesTo, reason) => {
  expect(readSuppressions('a', text)).toMatchObject([{ file: 'a', appliesTo, rules: ['lost-update'], reason }]);
});

test.each([
  ['no rule', 'total += 1; // reentrant: ignore[] everything'],
  ['no brackets', 'total += 1; // reentrant: ignore everything'],
  ['no comment', 'reentrant: ignore[lost-update]'],
  ['another tool', '// nonreentrant: ignore[lost-update]'],
])('%s accepts nothing', (_, text) => expect(readSuppressions('a', text)).toEqual([]));

test('several rules', () => {
  expect(readSuppressions('a', 'x # reentrant: ignore[lost-update, shared-cache]')).toMatchObject([{ rules: ['lost-update', 'shared-cache'] }]);
});

test('accepts the named rule on its line, and says which comments accept nothing', () => {
  const text = 'a // reentrant: ignore[lost-update] known\nb // reentrant: ignore[lost-update]\nc\n';
  const here = findingAt('a.ts', 1);
  const otherRule = findingAt('a.ts', 2, { rule: 'shared-cache' });
  const otherLine = findingAt('a.ts', 3);
  const { kept, suppressed, unused } = applySuppressions([here, otherRule, otherLine], ['a.ts'], () => text);
  expect(kept).toEqual([otherRule, otherLine]);
  expect(suppressed).toMatchObject([{ finding: here, by: { line: 1, reason: 'known' } }]);
  expect(unused).toMatchObject([{ file: 'a.ts', line: 2 }]);
});

test('any line of the primary location counts', () => {
  const finding = findingAt('a.ts', 1, { location: { file: 'a.ts', line: 1, column: 1, endLine: 3, endColumn: 2 } });
  expect(applySuppressions([finding], ['a.ts'], () => 'total = {\n  a: 1,\n} // reentrant: ignore[lost-update]').kept).toEqual([]);
});
