/**
 * A finding: a hazard that a rule has named, rated and worded for a person. Reports show findings; nothing downstream needs
 * the hazard behind it.
 */
import type { Location, TextEdit } from '../ir/index.js';

export type Severity = 'error' | 'warning' | 'note';
export type Confidence = 'certain' | 'likely' | 'possible';
/** Whether the hazard exists only because invocations overlap now, is made worse by it, or bites in classic Lambda too. */
export type Exposure = 'new-under-lmi' | 'worse-under-lmi' | 'pre-existing';

export type Family =
  | 'shared-state-race' | 'request-state-leak' | 'mutable-cache' | 'tmp-path-collision' | 'unsafe-shared-object' | 'unsafe-pool'
  | 'process-global-mutation' | 'blocking' | 'platform-incompatible' | 'deferred-work' | 'configuration';

/** A location with a short note on what happens there. */
export interface RelatedLocation {
  readonly location: Location;
  readonly message: string;
}

/** One step of a schedule: an invocation does something at a place in the code. */
export interface WitnessStep {
  readonly invocation: 'A' | 'B';
  /** What the code does there, in the words of the source: `currentTenant = "A"`, `await loadOrders()`. */
  readonly action: string;
  readonly location: Location;
  /** The call sites that lead from the entry point to `location`, outermost first. */
  readonly calls: readonly Location[];
}

/** The shortest schedule of two invocations that does the harm. Sequential when no overlap is needed. */
export interface Witness {
  readonly relation: 'overlapping' | 'later-on-the-same' | 'own-threads';
  readonly steps: readonly WitnessStep[];
  /** What is wrong at the end: `A answers with B's orders`. */
  readonly outcome: string;
}

export type { TextEdit };

export interface Finding {
  readonly rule: string;
  readonly family: Family;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly exposure: Exposure;
  /** One or two plain sentences that name the place and the harm; the first stands by itself. */
  readonly message: string;
  readonly location: Location;
  readonly related: readonly RelatedLocation[];
  readonly witness?: Witness;
  /** One sentence: why two invocations meet here on this runtime. */
  readonly whyConcurrent?: string;
  readonly advice: string;
  /** What cures it, when that is a matter of writing only; offered, never made. */
  readonly edits: readonly TextEdit[];
  /** The shared thing, as people would name it: `Orders.cache`, `/tmp/out.csv`. Part of the finding's identity. */
  readonly subject: string;
  /** Rule ids of lesser harms at the same place that this finding stands for. */
  readonly includes: readonly string[];
  /** Ids of the Lambda functions that reach it, sorted. */
  readonly functions: readonly string[];
  /** Survives line shifts: rule, file, subject and the text of the primary line decide it. */
  readonly fingerprint: string;
}

/** What the catalogue says of a rule; reports get it as data. */
export interface RuleMeta {
  readonly id: string;
  readonly family: Family;
  /** One line, no final period. */
  readonly summary: string;
  /** Two or three sentences for tool users: what happens and why it matters. At most 1000 characters. */
  readonly description: string;
  /** Highest severity that the rule can give. */
  readonly severity: Severity;
  /** Confidence that most of its findings have. */
  readonly confidence: Confidence;
  /** Languages it applies to: `node`, `python`, `java`, `dotnet`. */
  readonly languages: readonly string[];
  /** Its findings lie in templates and manifests, where no linter of code looks. */
  readonly isOutsideCode?: boolean;
  /** CWE numbers, without prefix. */
  readonly cwe: readonly number[];
  /** Set for leaks between requests only: SARIF security severity, `"7.5"`. */
  readonly securitySeverity?: string;
}
