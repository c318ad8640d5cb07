import { expect, test } from 'vitest';
import type { AuditReport } from '../../src/report/audit-report.js';
import { sarif } from '../../src/report/sarif.js';
import { fileUri } from '../../src/report/sarif-location.js';
import { exampleReport } from './example-report.js';
import { expectGolden } from './golden.js';
import { validateWithMultitool, validateWithSchema } from './multitool.js';

interface Log {
  readonly runs: readonly [{
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly properties: { readonly tags: readonly string[] } }[] } };
    readonly results: readonly Readonly<Record<string, unknown>>[];
    readonly invocations: readonly [{ readonly toolExecutionNotifications: readonly unknown[] }];
  }];
}

function runOf(report: AuditReport): Log['runs'][0] {
  return (JSON.parse(sarif(report)) as Log).runs[0];
}

const empty: AuditReport = { ...exampleReport, functions: [], findings: [], problems: [] };

test('the example', () => expectGolden('example.sarif', sarif(exampleReport)));

test.each([['the example', exampleReport], ['no findings', empty]])('%s is valid for the Multitool and for GitHub', (_, report) => {
  const log = sarif(report);
  expect(validateWithSchema(log)).toEqual([]);
  const complaints = validateWithMultitool(log) ?? [];
  expect(complaints.filter(({ level }) => level === 'error')).toEqual([]);
});

test('what the Multitool does not look at', () => {
  const { tool, results } = runOf(exampleReport);
  const ids = new Set(tool.driver.rules.map(({ id }) => id));
  for (const { properties } of tool.driver.rules) expect(properties.tags.length).toBeLessThanOrEqual(10);
  for (const result of results) {
    expect(ids).toContain(result['ruleId']);
    expect(result['partialFingerprints']).toHaveProperty('primaryLocationLineHash');
    expect(result).not.toHaveProperty('suppressions');
    const [{ physicalLocation: { region } }] = result['locations'] as [{ physicalLocation: { region: Record<string, number> } }];
    expect(region['endLine']).toBe(region['startLine']);
    expect(region['endColumn']).toBeGreaterThan(region['startColumn'] ?? 0);
  }
});

test('each invocation of a witness is a thread flow, and execution order interleaves them', () => {
  const result = runOf(exampleReport).results.find(({ ruleId }) => ruleId === 'lost-update');
  const [flow] = result?.['codeFlows'] as [{ threadFlows: { id: string; locations: { executionOrder: number; nestingLevel: number }[] }[] }];
  expect(flow.threadFlows.map(({ id, locations }) => [id, ...locations.map(({ executionOrder }) => executionOrder)]))
    .toEqual([['A', 1, 2, 5], ['B', 3, 4, 6]]);
  expect(flow.threadFlows[0]?.locations.map(({ nestingLevel }) => nestingLevel)).toEqual([0, 1, 1]);
});

test('more findings than code scanning takes are cut, and that is said', () => {
  const [finding] = exampleReport.findings;
  const many = { ...empty, findings: Array.from({ length: 5003 }, () => finding!) };
  const { results, invocations } = runOf(many);
  expect(results).toHaveLength(5000);
  expect(JSON.stringify(invocations[0].toolExecutionNotifications)).toContain('3 findings are left out');
});

test('text from the audited code makes no links and hides nothing', () => {
  const [finding] = exampleReport.findings;
  const hostile = { ...finding!, message: '`cache[key](1)` \u202eis\u001b[31m shared.', related: [] };
  const [result] = runOf({ ...empty, findings: [hostile] }).results;
  expect((result?.['message'] as { text: string }).text).toMatch(/^`cache\[key\\\]\(1\)` \\u\{202e\}is\\u\{1b\}\[31m shared\./);
});

test('a region of several lines is cut to the first', () => {
  const [finding] = exampleReport.findings;
  const long = { ...finding!, location: { ...finding!.location, endLine: finding!.location.line + 2, endColumn: 1 } };
  const [result] = runOf({ ...empty, findings: [long] }).results;
  const [{ physicalLocation: { region } }] = result?.['locations'] as [{ physicalLocation: { region: unknown } }];
  expect(region).toEqual({ startLine: 7, startColumn: 5, endLine: 7, endColumn: 21 });
});

test('URIs are encoded per segment, with forward slashes', () => {
  expect(fileUri('src\\pages\\[id] 50%.ts')).toBe('src/pages/%5Bid%5D%2050%25.ts');
  expect(fileUri('@scope/c:d/ä\ud800.py')).toBe('@scope/c%3Ad/%C3%A4%EF%BF%BD.py');
});
