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

/** The functions of the example and `count` more like the one called `name`. */
function withMany(name: string, count: number): AuditReport {
  const [one] = exampleReport.functions.filter(({ function: fn }) => fn.name === name);
  const many = Array.from({ length: count }, (_, index) => ({ ...one!, findings: [], function: { ...one!.function, id: `services/${index}/app.py#handler`, name: 'app.handler' } }));
  return { ...exampleReport, functions: [...exampleReport.functions, ...many] };
}

test.each([80, 100])('of hundreds of functions, those with something to say fit on a few pages of %i columns', (width) => {
  const text = terminal(withMany('Health', 900), { width, color: false });
  expect(text.split('\n').length).toBeLessThan(200);
  expect(text.replaceAll(/\s+/g, ' ')).toMatch(/and without a finding: .*90\d ready/);
  expect(text).not.toContain('app.handler');
  for (const { rule } of exampleReport.findings) expect(text).toContain(rule);
});

test('functions of one name are told apart by their ids', () => {
  const text = terminal(withMany('Health', 20), { width: 100, color: false });
  expect(text).toContain('services/19/app.py#handler');
});

test('functions that are not analysed for one reason share a line', () => {
  const [skipped] = exampleReport.functions.filter(({ readiness: { verdict } }) => verdict === 'unsupported');
  const text = terminal(withMany(skipped!.function.name, 30), { width: 100, color: false });
  expect(text.replaceAll(/\s+/g, ' ')).toContain(`${skipped!.function.name}, app.handler (30): ${skipped!.readiness.because}`);
});

test('a long step of a schedule is broken where code may be broken', () => {
  const call = 'connection = awaitedDriver.createConnection(process.env.DATABASE_URL_OF_THE_ORDERS)';
  const [, leak] = exampleReport.findings;
  const witness = { ...leak!.witness!, steps: leak!.witness!.steps.map((step) => ({ ...step, action: call })) };
  const text = terminal(reportOf({ witness }, ''), { width: 80, color: false });
  expect(text).toMatch(/\.createConnection\(\s|\(process\.env\.\s/);
});

test('shared state that is safe for one reason, and the places of one call, share a line', () => {
  const report = reportOf({});
  const [one] = report.functions;
  const { readiness } = one!;
  const safe = Array.from({ length: 30 }, (_, index) => ({ name: `OrderService.part${index}`, what: 'value', writtenAt: [], judgement: 'safe' as const, because: 'only written at init' }));
  const at = { file: 'src/main/java/com/harborline/orders/OrderRepositoryOfTheShop.java', line: 46, column: 1, endLine: 46, endColumn: 9 };
  const call = { kind: 'io' as const, what: 'software.amazon.awssdk.services.dynamodb.DynamoDbClient.getItem', at };
  const advice = readiness.advice && { ...readiness.advice, workload: 'io-bound' as const, evidence: [call, { ...call, at: { ...at, line: 50 } }] };
  const text = terminal({ ...report, functions: [{ ...one!, readiness: { ...readiness, sharedState: safe, ...(advice ? { advice } : {}) } }] }, { width: 80, color: false });
  expect(text.replaceAll(/\s+/g, ' ')).toMatch(/✓ only written at init: OrderService\.part0, .*part9 and 20 more/);
  expect(text).toMatch(/^ +`DynamoDbClient\.getItem` …\S*OfTheShop\.java:46 and 1 more$/m);
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
