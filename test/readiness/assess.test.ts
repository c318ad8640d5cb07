import { expect, test } from 'vitest';
import type { Finding, Witness } from '../../src/findings/finding.js';
import { assessReadiness, type AssessmentInput } from '../../src/readiness/assess.js';
import { understoodShare } from '../../src/readiness/coverage.js';
import type { Verdict } from '../../src/readiness/readiness.js';
import { summarise } from '../../src/readiness/repository.js';
import { findingAt } from '../findings/finding-example.js';
import { coverageWith, functionIn } from './function-example.js';

const later: Witness = { relation: 'later-on-the-same', steps: [], outcome: '' };
const overlapping: Witness = { relation: 'overlapping', steps: [], outcome: '' };
const racy = findingAt('a', 1, { witness: overlapping });
const sticky = findingAt('a', 2, { witness: later });
const warning = findingAt('a', 3, { severity: 'warning' });
const atOne = functionIn('node', { managedInstances: { maxConcurrency: { value: 1 } } });

function assess(more: Partial<AssessmentInput>) {
  return assessReadiness({ function: functionIn('node'), findings: [], coverage: coverageWith(), sharedState: [], workload: [], libraries: [], ...more });
}

test.each<[string, Partial<AssessmentInput>, Verdict]>([
  ['nothing found, all understood', {}, 'ready'],
  ['notes only', { findings: [findingAt('a', 1, { severity: 'note' })] }, 'ready'],
  ['warnings only', { findings: [warning] }, 'ready-with-changes'],
  ['an error', { findings: [racy] }, 'not-ready'],
  ['an error in code that was hardly understood', { findings: [racy], coverage: coverageWith({ resolvedCalls: 0 }) }, 'not-ready'],
  ['a possible error', { findings: [findingAt('a', 1, { confidence: 'possible' })] }, 'ready-with-changes'],
  ['an error that needs overlap, and one invocation at a time', { function: atOne, findings: [racy] }, 'ready-at-concurrency-1'],
  ['an error that needs no overlap, and one invocation at a time', { function: atOne, findings: [sticky] }, 'not-ready'],
  ['an error of the platform, and one invocation at a time', { function: atOne, findings: [findingAt('a', 1, { family: 'platform-incompatible' })] }, 'not-ready'],
  ['only pre-existing errors', { findings: [findingAt('a', 1, { exposure: 'pre-existing' })] }, 'ready'],
  ['pre-existing errors that are asked for', { findings: [findingAt('a', 1, { exposure: 'pre-existing' })], countPreExisting: true }, 'not-ready'],
  ['too few calls understood', { coverage: coverageWith({ resolvedCalls: 5, resolvedReceivers: 9 }) }, 'not-proven'],
  ['warnings, and too few calls understood', { findings: [warning], coverage: coverageWith({ resolvedCalls: 1 }) }, 'not-proven'],
  ['a file that could not be read', { coverage: coverageWith({ unreadFiles: ['b'] }) }, 'not-proven'],
  ['a bound that cut', { coverage: coverageWith({ bounds: ['call depth'] }) }, 'not-proven'],
  ['a base class from elsewhere that receives the invocations', { function: functionIn('java', { receivedBy: 'org.team.ApiHandler' }) }, 'not-proven'],
  ['nothing reached', { coverage: coverageWith({ reachedFunctions: 0 }) }, 'not-proven'],
  ['no entry point', { function: functionIn('node', { entries: [] }) }, 'not-analysed'],
  ['an entry point that the analysis did not find', { coverage: undefined }, 'not-analysed'],
  ['an image without code', { function: functionIn(undefined, { notAnalysed: { kind: 'image', reason: 'its image is not here' } }) }, 'not-analysed'],
  ['a runtime that there is not', { function: functionIn(undefined, { runtime: { value: 'ruby3.4' } }) }, 'unsupported'],
  ['a runtime that there is no front-end for', { function: functionIn(undefined, { runtime: { value: 'provided.al2023' }, notAnalysed: { kind: 'unsupported-runtime', reason: 'it is written in Go' } }) }, 'not-analysed'],
  ['an old runtime, which can be upgraded', { function: functionIn('node', { runtime: { value: 'nodejs18.x' } }) }, 'ready'],
])('%s', (_, input, verdict) => {
  const readiness = assess(input);
  expect(readiness.verdict).toBe(verdict);
  expect(readiness.because).toMatch(/^[A-Z0-9].*\.$/);
  expect(readiness.score < 50).toBe(['not-ready', 'not-analysed', 'unsupported'].includes(verdict) || verdict === 'ready-at-concurrency-1');
  if (verdict === 'ready') expect(readiness.score).toBeGreaterThanOrEqual(90);
});

test('says what decided', () => {
  const others = ['x', 'y', 'x'].map((subject, line) => findingAt('a', line, { subject })) as readonly Finding[];
  expect(assess({ findings: [racy] }).because).toBe('1 error: `total`.');
  expect(assess({ findings: [racy, ...others] }).because).toBe('4 errors: `total`, `x` and 1 more.');
  expect(assess({ coverage: coverageWith({ resolvedCalls: 0, bounds: ['depth'] }) }).because)
    .toBe('No hazard was found, but only 50 % of its calls and receivers were understood, and a limit of the analysis cut something off.');
  expect(assess({ findings: [findingAt('a', 1, { exposure: 'pre-existing' })] }).because).toContain('1 finding that bites in classic Lambda too does not count.');
});

test('says whether one invocation at a time would do, and at which price', () => {
  expect(assess({ findings: [racy] }).concurrencyOne).toEqual({ suffices: true, cost: '64 requests at once then take 64 environments of 2048 MB and 1 vCPU instead of one.' });
  expect(assess({ findings: [racy, sticky] }).concurrencyOne).toMatchObject({ suffices: false });
  expect(assess({ findings: [sticky] }).concurrencyOne).toBeUndefined();
});

test('share of the code that was understood', () => {
  expect(understoodShare(coverageWith())).toBe(1);
  expect(understoodShare(coverageWith({ calls: 0, resolvedCalls: 0, receivers: 0, resolvedReceivers: 0 }))).toBe(1);
  expect(understoodShare(coverageWith({ resolvedCalls: 5, unknownNodes: 5 }))).toBe(15 / 25);
  expect(understoodShare(coverageWith({ reachedFunctions: 0 }))).toBe(0);
});

test('a repository has a mean, and gates look at its worst function', () => {
  expect(summarise([{ score: 100, verdict: 'ready' }, { score: 41, verdict: 'not-ready' }, { score: 0, verdict: 'unsupported' }]))
    .toEqual({ score: 70, worstScore: 0, worstVerdict: 'not-ready' });
  expect(summarise([{ score: 99, verdict: 'ready' }, { score: 100, verdict: 'ready' }])).toEqual({ score: 99, worstScore: 99, worstVerdict: 'ready' });
  expect(summarise([])).toEqual({ score: 0, worstScore: 0, worstVerdict: 'not-analysed' });
});
