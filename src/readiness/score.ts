/**
 * The score of a function: 100 minus what its findings take off. It is monotone: removing a finding, or giving it a milder
 * severity or a lower confidence, never lowers it. docs/readiness.md shows the figures below to users.
 */
import type { Confidence, Exposure, Family, Finding, Severity } from '../findings/finding.js';
import { compareText } from '../findings/order.js';
import type { Deduction } from './readiness.js';

/** Changes whenever the same findings would get another score; scores of different versions are not to be compared. */
export const SCORING_VERSION = 1;

export const WEIGHTS: Readonly<Record<Severity, number>> = { error: 30, warning: 8, note: 1 };
export const CONFIDENCE_FACTORS: Readonly<Record<Confidence, number>> = { certain: 1, likely: 0.8, possible: 0.4 };
/** One family cannot take off more, so that ten findings of one mistake do not hide all others. */
export const FAMILY_CAP = 45;

/** Bounds of the score by the gravest counted severity: an error is never above 49, a mere warning never below 50. */
export const BANDS: Readonly<Record<Severity | 'none', { readonly min: number; readonly max: number }>> = {
  error: { min: 0, max: 49 },
  warning: { min: 50, max: 99 },
  note: { min: 90, max: 100 },
  none: { min: 100, max: 100 },
};
/** What was not proven is never in the best band. */
export const NOT_PROVEN_MAX = 89;

/** The parts of a finding that decide what it costs. */
export type Rated = Pick<Finding, 'severity' | 'confidence' | 'family'>;

/** Pre-existing hazards bite in classic Lambda too: moving changes nothing about them, so they do not count by default. */
export const COUNTED_EXPOSURES: ReadonlySet<Exposure> = new Set(['new-under-lmi', 'worse-under-lmi']);

/** The severity that counts: what is only possible is never an error. */
export function countedSeverity({ severity, confidence }: Rated): Severity {
  return severity === 'error' && confidence === 'possible' ? 'warning' : severity;
}

/** What each family of the counted findings takes off, greatest first. */
export function deductionsOf(findings: readonly Rated[]): readonly Deduction[] {
  const points = new Map<Family, number>();
  for (const finding of findings) {
    const cost = WEIGHTS[countedSeverity(finding)] * CONFIDENCE_FACTORS[finding.confidence];
    points.set(finding.family, (points.get(finding.family) ?? 0) + cost);
  }
  return [...points]
    .map(([family, sum]) => ({ family, points: Math.min(FAMILY_CAP, Math.round(sum * 10) / 10) }))
    .sort((a, b) => b.points - a.points || compareText(a.family, b.family));
}

/** The score of counted findings, 0 to 100; `proven` says whether enough of the code was understood. */
export function scoreOf(findings: readonly Rated[], proven: boolean): number {
  const total = deductionsOf(findings).reduce((sum, { points }) => sum + points, 0);
  const { min, max } = BANDS[gravestOf(findings)];
  const score = Math.max(min, Math.min(max, Math.round(100 - total)));
  return proven ? score : Math.min(score, NOT_PROVEN_MAX);
}

/** The gravest counted severity. */
export function gravestOf(findings: readonly Rated[]): Severity | 'none' {
  const severities = new Set(findings.map(countedSeverity));
  return (['error', 'warning', 'note'] as const).find((severity) => severities.has(severity)) ?? 'none';
}
