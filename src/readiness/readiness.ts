/** The answer to "may this function move, and with which settings": verdict, score, coverage and advice. */
import type { Coverage, SharedState, WorkloadEvidence } from '../analysis/result.js';
import type { Family } from '../findings/finding.js';
import type { Location } from '../ir/index.js';
import type { Fit } from './fit.js';
import type { Architecture } from '../runtimes/platform.js';

export type Verdict =
  | 'ready' | 'ready-at-concurrency-1' | 'ready-with-changes' | 'not-ready' | 'not-proven' | 'not-analysed' | 'unsupported';

/** A step of the migration that has nothing to do with the code. */
export interface MigrationStep {
  readonly what: string;
  readonly effort: 'setting' | 'upgrade' | 'rebuild';
  /** Address of the text that asks for it. */
  readonly source: string;
  readonly at?: Location;
}

/** What applies to this function when it moves and asks for no setting. */
export interface MigrationNote {
  /** One sentence. */
  readonly what: string;
  /** Address of the text that says it. */
  readonly source: string;
  readonly at?: Location;
}

/** A change that raises the score, tried out by scoring what is left. */
export interface ScoreChange {
  /** Begins small and has no final period. */
  readonly what: string;
  /** Fingerprints of the findings that are gone then, sorted; none where it is about what was understood. */
  readonly findings: readonly string[];
  /** Ids of the functions whose score it concerns, sorted. */
  readonly functions: readonly string[];
  /** The score once it is done, with those before it in the list. */
  readonly score: number;
}

/** One advised value: always legal in combination with the others, with its reason and where the rule comes from. */
export interface AdvisedValue<T> {
  readonly value: T;
  /** Begins small and has no final period, so that it can stand after the value. */
  readonly reason: string;
  /** Address. */
  readonly source: string;
}

export interface Advice {
  readonly workload: 'cpu-bound' | 'io-bound' | 'memory-heavy' | 'mixed' | 'unknown';
  readonly evidence: readonly WorkloadEvidence[];
  /** MB that one invocation alone is estimated to need, as in standard Lambda. */
  readonly aloneMemory: number;
  /** MB. */
  readonly memory: AdvisedValue<number>;
  /** GiB per vCPU: 2, 4 or 8. */
  readonly memoryPerVcpu: AdvisedValue<number>;
  readonly vcpus: number;
  /** Invocations at once in one execution environment. */
  readonly maxConcurrency: AdvisedValue<number>;
  /** How many environments there are at all times, and at most. */
  readonly minEnvironments: AdvisedValue<number>;
  readonly maxEnvironments: AdvisedValue<number>;
  /** MB of /tmp, for all invocations of an environment together. */
  readonly ephemeralStorage: AdvisedValue<number>;
  /** Of the function and its capacity provider. */
  readonly architecture: AdvisedValue<Architecture>;
}

/** What the findings of one family take off the score, in points; at most `FAMILY_CAP`. */
export interface Deduction {
  readonly family: Family;
  readonly points: number;
}

/** Whether one invocation at a time would do, and at which price. Only where a finding needs overlapping invocations. */
export interface ConcurrencyOne {
  /** Every error vanishes; otherwise some bite in a lone invocation too. */
  readonly suffices: boolean;
  /** One sentence. */
  readonly cost: string;
}

export interface Readiness {
  readonly verdict: Verdict;
  /** 0 to 100. */
  readonly score: number;
  /** Why the score is not 100, greatest first. */
  readonly deductions: readonly Deduction[];
  /** The changes that raise the score most, at most three, the best first. */
  readonly changes: readonly ScoreChange[];
  /** One sentence: what decided the verdict. */
  readonly because: string;
  /** Share of what the code reaches that was understood, 0 to 1. */
  readonly understood: number;
  readonly coverage?: Coverage;
  readonly sharedState: readonly SharedState[];
  readonly platform: { readonly ready: boolean; readonly steps: readonly MigrationStep[] };
  readonly notes: readonly MigrationNote[];
  readonly concurrencyOne?: ConcurrencyOne;
  readonly advice?: Advice;
  /** Absent for what is no function. */
  readonly fit?: Fit;
}
