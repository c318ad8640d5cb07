import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type { Finding } from '../../src/findings/finding.js';
import type { AuditReport } from '../../src/report/audit-report.js';
import { terminal } from '../../src/report/terminal.js';
import { widthOf } from '../../src/report/terminal/text.js';
import { exampleReport } from './example-report.js';
import { expectGolden } from './golden.js';

/** A report of the first finding only, in a file with `source`. */
function reportOf(finding: Partial<Finding>, source = ''): AuditReport {
  const [report] = exampleReport.functions.filter(({ function: { id } }) => id === 'OrdersFunction');
  const [, leak] = exampleReport.findings;
  return { ...exampleReport, functions: [{ ...report!, findings: [leak!.fingerprint] }], findings: [{ ...leak!, ...finding }], problems: [], sourceText: () => source };
}

test.each([80, 100])('%i columns', (width) => expectGolden(`example-${width}.txt`, terminal(exampleReport, { width, color: false })));

test('in colour', () => expectGolden('example-color.txt', terminal(exampleReport, { width: 100, color: true })));

test.each([10, 72, 80, 100, 120, 300])('nothing is wider than %i columns, within 72 to 120', (width) => {
  const limit = Math.max(72, Math.min(120, width));
  const lines = terminal(exampleReport, { width, color: true }).split('\n').map((line) => stripVTControlCharacters(line));
  expect(lines.filter((line) => widthOf(line) > limit)).toEqual([]);
});

test('colour changes nothing but colour and the marks of code', () => {
  const colored = stripVTControlCharacters(terminal(exampleReport, { width: 120, color: true }));
  expect(colored.replace(/\s+/g, '')).toBe(terminal(exampleReport, { width: 120, color: false }).replace(/[`\s]+/g, ''));
});

test('nothing from the audited code reaches the terminal as a command', () => {
  const evil = '\u001b[2Jx\u202ey\u0007z\u009b31m\r\n';
  const hostile = reportOf({ message: evil, advice: evil, whyConcurrent: evil, subject: evil, location: { file: `${evil}.ts`, line: 1, column: 2, endLine: 1, endColumn: 9 }, related: [{ location: { file: evil, line: 1, column: 1, endLine: 1, endColumn: 1 }, message: evil }] }, `let a = "${evil}";\t${evil}`);
  const [one] = hostile.functions;
  const text = terminal({
    ...hostile,
    functions: [{ ...one!, function: { ...one!.function, name: evil, runtime: { value: evil } }, readiness: { ...one!.readiness, because: evil } }],
    problems: [{ kind: 'internal', file: evil, message: evil }],
    inventory: { templates: [evil], passedOver: new Map([[evil, 1]]) },
  }, { width: 80, color: false });
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  expect(text.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/g)).toBeNull();
});

test('a finding of several functions is printed once', () => {
  const text = terminal(exampleReport, { width: 100, color: false });
  expect(text.match(/prices` grows/g)).toHaveLength(1);
  expect(text).toContain('see Orders');
});

test('of many functions, the ready ones are in the table only', () => {
  const [health] = exampleReport.functions.filter(({ function: { name } }) => name === 'Health');
  const many = Array.from({ length: 20 }, (_, index) => ({ ...health!, function: { ...health!.function, id: `F${index}`, name: `F${index}` } }));
  const text = terminal({ ...exampleReport, functions: [...many, ...exampleReport.functions] }, { width: 100, color: false });
  expect(text).toContain('F19');
  expect(text).not.toContain('── F19');
  expect(text).toContain('── Orders');
});

test('a line of a megabyte is shown around the range', () => {
  const source = `${'x'.repeat(500_000)}total++${'y'.repeat(500_000)}`;
  const text = terminal(reportOf({ location: { file: 'bundle.js', line: 1, column: 500_001, endLine: 1, endColumn: 500_008 } }, source), { width: 80, color: false });
  expect(text).toMatch(/> 1 │ …x+total\+\+y+…\n {8}│ {22}\^{7}\n/);
});

test('no functions', () => {
  const text = terminal({ ...exampleReport, functions: [], findings: [], problems: [], inventory: { templates: [], passedOver: new Map() } }, { width: 80, color: false });
  expect(text).toContain('0 functions');
});

test('what was accepted is counted', () => {
  const text = terminal(exampleReport, { width: 100, color: false });
  expect(text).toContain('1 finding by comments, 2 findings by the baseline, 1 of the baseline are gone');
  expect(text).toContain('comments that accept nothing: src/store.ts:3');
});

test('quiet: findings and a short summary', () => {
  const text = terminal(exampleReport, { width: 100, color: false, quiet: true });
  expect(text).toContain('request-state-leak');
  expect(text).toContain('── Summary');
  expect(text).not.toMatch(/Run it with|── Health|^reentrant/m);
});

test('statistics, when they are asked for', () => {
  const count = { filesIndexed: 40, filesLowered: 12, filesWithErrors: 1, nodes: 9000, calls: 300, resolvedCalls: 270, receivers: 200, resolvedReceivers: 190 };
  const statistics = [{ language: 'java', ...count, unknown: [{ node: 'record_pattern', count: 3 }], unresolved: [{ name: 'Ranking.apply', count: 7 }] }];
  const text = terminal({ ...exampleReport, statistics }, { width: 100, color: false, stats: true });
  expect(text).toContain('9000 nodes, 3 unknown (0.03 %): `record_pattern` (3×)');
  expect(text).toContain('270 of 300 calls resolved (90 %), 190 of 200 receivers (95 %)');
  expect(text).toContain('not resolved: `Ranking.apply` (7×)');
});
