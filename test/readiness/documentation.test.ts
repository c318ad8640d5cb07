import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PROVEN_THRESHOLD } from '../../src/readiness/coverage.js';
import { BANDS, CONFIDENCE_FACTORS, FAMILY_CAP, NOT_PROVEN_MAX, WEIGHTS } from '../../src/readiness/score.js';
import { VERDICTS } from '../../src/readiness/verdict.js';
import { RUNTIMES } from '../../src/runtimes/platform.js';

const page = readFileSync(new URL('../../docs/readiness.md', import.meta.url), 'utf8');

test('docs/readiness.md gives the figures that the code uses', () => {
  for (const [severity, weight] of Object.entries(WEIGHTS)) expect(page).toContain(`| ${severity} | ${weight} |`);
  for (const [confidence, factor] of Object.entries(CONFIDENCE_FACTORS)) expect(page).toContain(`| ${confidence} | ${factor} |`);
  for (const [gravest, { min, max }] of Object.entries(BANDS)) expect(page).toContain(`| ${gravest} | ${min === max ? max : `${min} to ${max}`} |`);
  expect(page).toContain(`deducts ${FAMILY_CAP} at most`);
  expect(page).toContain(`has ${NOT_PROVEN_MAX} at most`);
  expect(page).toContain(`at least ${PROVEN_THRESHOLD * 100} % of the calls`);
  for (const { name, concurrencyPerVcpu } of Object.values(RUNTIMES)) expect(page).toMatch(new RegExp(`default \\([^)]*${name} ${concurrencyPerVcpu}\\b`));
});

test('and every verdict', () => {
  for (const verdict of VERDICTS) expect(page).toContain(`| \`${verdict}\` |`);
});
