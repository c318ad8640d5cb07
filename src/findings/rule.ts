/** The contract of a rule: a value with metadata and a judgement. It reads hazards, never source text, and knows no language. */
import type { Hazard, Point } from '../analysis/hazard.js';
import type { Change } from '../ir/index.js';
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
  /** What would cure it, at these places, if it can be done by writing something else there. */
  readonly change?: { readonly kind: Change; readonly places: readonly Point[] };
}

export interface Rule {
  readonly meta: RuleMeta;
  /** Nothing when the hazard holds no harm of this rule. */
  readonly judge: (hazard: Hazard) => Judgement | undefined;
}
