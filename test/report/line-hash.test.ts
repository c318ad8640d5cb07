import { expect, test } from 'vitest';
import { lineHashes } from '../../src/report/line-hash.js';

/** The definition, one window after the other, with BigInt. */
function byDefinition(text: string): string[] {
  const counted = [...text.replace(/\r\n?/g, '\n')].filter((c) => c !== ' ' && c !== '\t').map((c) => c.charCodeAt(0));
  const units = [...counted, 65535];
  const starts = units.flatMap((_, i) => (i === 0 || units[i - 1] === 10 ? [i] : []));
  const seen = new Map<string, number>();
  return starts.map((start) => {
    let hash = 0n;
    for (let i = 0; i < 100; i++) hash = BigInt.asUintN(64, hash * 37n + BigInt(units[start + i] ?? 0));
    const hex = hash.toString(16);
    seen.set(hex, (seen.get(hex) ?? 0) + 1);
    return `${hex}:${seen.get(hex)}`;
  });
}

test.each([
  ['empty', ''],
  ['one line', 'x'],
  ['indentation and spaces do not count', '  a b\n\tc\n'],
  ['CRLF equals LF', 'a\r\nb\r\n\r\nc'],
  ['equal lines are counted', 'x\n'.repeat(250)],
  ['longer than a block', `${'long line '.repeat(40)}\nnext\n`],
])('%s', (_, text) => expect(lineHashes(text)).toEqual(byDefinition(text)));

test('spaces and kinds of line ends change nothing', () => {
  expect(lineHashes('if (a) {\r\n  b();\r\n}\r\n')).toEqual(lineHashes('if(a){\n\tb();\n}\n'));
});

test('the values that the upload action computes', () => {
  expect(lineHashes('')).toEqual(['c129715d7a2bc9a3:1']);
  expect(lineHashes('alpha\nbeta\nalpha\n')).toEqual(['8d07ce75f7b3af45:1', 'ca140c3f893ffa65:1', '26f09ff008857193:1', 'c129715d7a2bc9a3:1']);
});
