/** The contract of a rule: a value with metadata and a judgement. It reads hazards, never source text, and knows no language. */
import type { Hazard, Point } from '../analysis/hazard.js';
import type { Confidence, Exposure, RuleMeta, Severity, Witness } from './finding.js';

/** A rule's word on a hazard. */
export interface Judgement {
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly exposure: Exposure;
  readonly message: string;
  readonly primary: Point;
  readonly related: readonly { readonly point: Point; readonly message: string }[];
  readonly witness: Witness | undefined;
  readonly advice: string;
}

export interface Rule {
  readonly meta: RuleMeta;
  /** Nothing when the hazard holds no harm of this rule. */
  readonly judge: (hazard: Hazard) => Judgement | undefined;
}
