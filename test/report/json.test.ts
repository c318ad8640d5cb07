import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { AuditReport } from '../../src/report/audit-report.js';
import { json } from '../../src/report/json.js';
import { exampleReport } from './example-report.js';
import { expectGolden } from './golden.js';

test('the example', () => expectGolden('example.json', json(exampleReport)));

test('functions refer to findings by fingerprint', () => {
  const { functions, findings } = JSON.parse(json(exampleReport)) as { functions: { findings: string[] }[]; findings: { fingerprint: string }[] };
  const known = new Set(findings.map(({ fingerprint }) => fingerprint));
  for (const fingerprint of functions.flatMap((one) => one.findings)) expect(known).toContain(fingerprint);
});

test('values of environment variables are not written', () => {
  const [first] = exampleReport.functions;
  const environment = new Map([['TABLE', { value: 'hidden' }], ['KEY', { value: undefined }]]);
  const text = json({ ...exampleReport, functions: [{ ...first!, function: { ...first!.function, environment } }] });
  expect(text).not.toContain('hidden');
  expect(text).toMatch(/"environment": \[\s*"KEY",\s*"TABLE"\s*\]/);
});

test('invisible characters are escaped, and the data stay the same', () => {
  const message = 'a\u001b\u009b\u202e\u2028\u{e0041}\ud800 b';
  const text = json({ ...exampleReport, problems: [{ kind: 'internal', file: 'a', message }] });
  expect(text).toContain('a\\u001b\\u009b\\u202e\\u2028\\udb40\\udc41\\ud800 b');
  expect((JSON.parse(text) as AuditReport).problems[0]?.message).toBe(message);
});

test('every property is documented', () => {
  const documentation = readFileSync(new URL('../../docs/json-report.md', import.meta.url), 'utf8');
  const free = new Set(['verdicts', 'severities', 'passedOver']);
  const keys = new Set<string>();
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(collect);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      keys.add(key);
      if (!free.has(key)) collect(inner);
    }
  };
  collect(JSON.parse(json(exampleReport)));
  expect([...keys].filter((key) => !documentation.includes(`\`${key}\``) && !documentation.includes(`"${key}"`))).toEqual([]);
});
