/** Puts findings, coverage, settings and workload of one function together into its readiness. */
import type { Coverage, SharedState, WorkloadEvidence } from '../analysis/result.js';
import type { Finding } from '../findings/finding.js';
import type { LambdaFunction } from '../inventory/lambda-function.js';
import { adviseOn } from './advice/advise.js';
import { changesFor, type Scored } from './changes.js';
import { provenGaps, understoodShare } from './coverage.js';
import { fitOf } from './fit.js';
import { notesOn } from './notes.js';
import { concurrencyOneFor } from './overlap.js';
import { platformReadiness } from './platform.js';
import { whyNotOffered } from '../runtimes/runtime-status.js';
import type { Readiness } from './readiness.js';
import { COUNTED_EXPOSURES, countedSeverity, deductionsOf, scoreOf } from './score.js';
import { decide, type Decision } from './verdict.js';
import { sentence } from './words.js';

export interface AssessmentInput {
  readonly function: LambdaFunction;
  /** The function's findings, in report order, without suppressed ones. */
  readonly findings: readonly Finding[];
  /** Absent when the function was not analysed. */
  readonly coverage?: Coverage;
  readonly sharedState: readonly SharedState[];
  readonly workload: readonly WorkloadEvidence[];
  /** What the code that it reaches imports. */
  readonly libraries: readonly string[];
  /** Counts hazards of classic Lambda too. */
  readonly countPreExisting?: boolean;
}

export function assessReadiness(input: AssessmentInput): Readiness {
  const { function: fn, coverage, sharedState, workload } = input;
  const unread = notAnalysed(fn);
  if (unread !== undefined || coverage === undefined) return { ...(unread ?? UNREAD), score: 0, deductions: [], changes: [], understood: 0, sharedState, platform: platformReadiness(fn), notes: [], ...(fn.claimedSafe ? {} : { fit: fitOf(fn, input.libraries) }) };
  const { findings, gaps } = scoredPart(input);
  const errors = findings.filter((finding) => countedSeverity(finding) === 'error');
  const isFunction = fn.claimedSafe === undefined;
  const oneAtATime = fn.managedInstances?.maxConcurrency?.value === 1;
  const decision = decide({ findings, preExisting: input.findings.length - findings.length, gaps, oneAtATime, overlap: isFunction ? 'invocations overlap' : 'its methods overlap' });
  const advice = isFunction && fn.language ? adviseOn(fn, { language: fn.language, evidence: workload, libraries: input.libraries, needsOne: decision.verdict === 'ready-at-concurrency-1' }) : undefined;
  return {
    ...decision,
    score: scoreOf(findings, gaps.length === 0),
    deductions: deductionsOf(findings),
    changes: changesFor([scoredPart(input)]),
    understood: understoodShare(coverage),
    coverage,
    sharedState,
    platform: platformReadiness(fn),
    notes: notesOn(fn),
    ...(isFunction ? { concurrencyOne: concurrencyOneFor(errors, advice), advice, fit: fitOf(fn, input.libraries, advice) } : {}),
  };
}

/** What of it decides the score. */
export function scoredPart({ function: { id, name, receivedBy }, findings, coverage, countPreExisting }: AssessmentInput): Scored {
  return {
    id, name,
    gaps: [...(coverage ? provenGaps(coverage) : []), ...(receivedBy === undefined ? [] : [`\`${receivedBy}\`, which receives its invocations, is not in the repository`])],
    findings: findings.filter(({ exposure }) => countPreExisting === true || COUNTED_EXPOSURES.has(exposure)),
  };
}

const UNREAD: Decision = { verdict: 'not-analysed', because: 'No entry point of it could be read.' };

/** The verdict on a function whose code gave nothing to judge. */
function notAnalysed({ notAnalysed: why, runtime, entries }: LambdaFunction): Decision | undefined {
  const barred = whyNotOffered(runtime?.value);
  // What is no runtime at all may be a placeholder: then the code tells more.
  if (why !== undefined && (why.kind !== 'unsupported-runtime' || (runtime !== undefined && barred === undefined))) return { verdict: 'not-analysed', because: sentence(why.reason) };
  if (barred !== undefined) return { verdict: 'unsupported', because: barred };
  if (why !== undefined) return { verdict: 'unsupported', because: sentence(why.reason) };
  return entries.length === 0 ? UNREAD : undefined;
}
