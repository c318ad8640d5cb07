import { expect, test } from 'vitest';
import type { Confidence, Family, Severity } from '../../src/findings/finding.js';
import { deductionsOf, FAMILY_CAP, NOT_PROVEN_MAX, scoreOf, type Rated } from '../../src/readiness/score.js';
import { randomFrom } from './random.js';

function rated(severity: Severity, confidence: Confidence = 'certain', family: Family = 'shared-state-race'): Rated {
  return { severity, confidence, family };
}

test.each<[string, readonly Rated[], number]>([
  ['nothing', [], 100],
  ['a note', [rated('note')], 99],
  ['a warning', [rated('warning')], 92],
  ['a possible error counts as a warning', [rated('error', 'possible')], 97],
  ['an error is never above 49', [rated('error', 'likely')], 49],
  ['many errors of one family', Array.from({ length: 9 }, () => rated('error')), 49],
  ['errors of three families', [rated('error'), rated('error', 'certain', 'tmp-path-collision'), rated('error', 'certain', 'unsafe-pool')], 10],
  ['no number of warnings makes an error', (['unsafe-pool', 'blocking', 'deferred-work'] as const).flatMap((family) => Array.from({ length: 9 }, () => rated('warning', 'certain', family))), 50],
  ['no number of notes makes a warning', Array.from({ length: 40 }, () => rated('note')), 90],
])('%s', (_, findings, score) => expect(scoreOf(findings, true)).toBe(score));

test('what was not proven is not in the best band', () => {
  expect(scoreOf([], false)).toBe(NOT_PROVEN_MAX);
  expect(scoreOf([rated('error')], false)).toBe(scoreOf([rated('error')], true));
});

test('deductions are capped per family and sorted', () => {
  const findings = [rated('warning', 'likely', 'blocking'), rated('error'), rated('error')];
  expect(deductionsOf(findings)).toEqual([{ family: 'shared-state-race', points: FAMILY_CAP }, { family: 'blocking', points: 6.4 }]);
});

const SEVERITIES: readonly Severity[] = ['note', 'warning', 'error'];
const CONFIDENCES: readonly Confidence[] = ['possible', 'likely', 'certain'];
const FAMILIES: readonly Family[] = ['shared-state-race', 'request-state-leak', 'tmp-path-collision', 'blocking'];

test('fixing a finding, or making it milder, never lowers the score', () => {
  const random = randomFrom(2026);
  for (let round = 0; round < 3000; round++) {
    const findings = Array.from({ length: 1 + random.below(12) }, () => rated(random.pick(SEVERITIES), random.pick(CONFIDENCES), random.pick(FAMILIES)));
    const proven = random.below(2) === 0;
    const before = scoreOf(findings, proven);
    expect(before).toBeGreaterThanOrEqual(0);
    findings.forEach((finding, index) => {
      const milder = milderThan(finding);
      const changed = [...findings.slice(0, index), ...(milder === undefined ? [] : [milder]), ...findings.slice(index + 1)];
      expect(scoreOf(changed, proven), JSON.stringify({ findings, index, milder })).toBeGreaterThanOrEqual(before);
      expect(scoreOf(findings.filter((_, other) => other !== index), proven)).toBeGreaterThanOrEqual(before);
    });
  }
});

/** One step down in severity, else in confidence. */
function milderThan({ severity, confidence, family }: Rated): Rated | undefined {
  const milderSeverity = SEVERITIES[SEVERITIES.indexOf(severity) - 1];
  const lowerConfidence = CONFIDENCES[CONFIDENCES.indexOf(confidence) - 1];
  if (lowerConfidence !== undefined) return rated(severity, lowerConfidence, family);
  return milderSeverity && rated(milderSeverity, confidence, family);
}
