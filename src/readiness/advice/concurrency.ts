/** How many invocations at once an environment should take, first by what they do, then by what fits into its memory. */
import type { WorkloadEvidence } from '../../analysis/result.js';
import type { Language } from '../../frontends/frontend.js';
import type { LambdaFunction } from '../../inventory/lambda-function.js';
import { LIMITS, RUNTIMES, SCALING_SOURCE, type Ratio } from '../../runtimes/platform.js';
import type { AdvisedValue } from '../readiness.js';
import { fitting, type MemoryNeed } from './memory-need.js';
import { evidenceNames, workloadOf } from './workload.js';

/** Invocations at once per vCPU that CPU work leaves room for: all their time, or a good part of it. */
const CPU_BOUND_PER_VCPU = 2;
const CPU_AND_WAITING_PER_VCPU = 4;

/** Invocations at once per vCPU that make sense before memory is looked at. */
export interface Limit {
  readonly perVcpu: number;
  readonly reason: string;
  readonly source: string;
}

export function concurrencyLimit(language: Language, evidence: readonly WorkloadEvidence[]): Limit {
  const { name, concurrencyPerVcpu, workers } = RUNTIMES[language];
  const [cpu, blocking] = [evidenceNames(evidence, 'cpu'), evidenceNames(evidence, 'blocking')];
  const waits = evidence.some(({ kind }) => kind === 'io' || kind === 'blocking');
  if (cpu !== '') {
    const perVcpu = waits ? CPU_AND_WAITING_PER_VCPU : CPU_BOUND_PER_VCPU;
    return { perVcpu, reason: `the CPU is busy with ${cpu}, so that more than ${perVcpu} per vCPU would only wait for each other`, source: SCALING_SOURCE };
  }
  if (workers && blocking !== '') {
    return { perVcpu: workers.perVcpu, reason: `a worker is blocked by ${blocking}: one invocation for each of the ${workers.perVcpu} workers per vCPU`, source: workers.source };
  }
  const known = workloadOf(evidence) === 'unknown' ? 'nothing in the code says what limits it' : 'the code mostly waits';
  return { perVcpu: concurrencyPerVcpu, reason: `the default for ${name}, ${concurrencyPerVcpu} per vCPU: ${known}`, source: SCALING_SOURCE };
}

/** `needsOne`: what was found does no harm as long as invocations run one at a time, as the settings say. */
export function concurrencyFor(fn: LambdaFunction, need: MemoryNeed, limit: Limit, ratio: Ratio, vcpus: number, needsOne: boolean): AdvisedValue<number> {
  if (needsOne) return { value: 1, reason: 'as it is set: what was found does harm as soon as two invocations run at once', source: SCALING_SOURCE };
  const byMemory = roundDown(Math.max(1, fitting(need, ratio, vcpus)));
  const most = Math.min(limit.perVcpu * vcpus, byMemory, LIMITS.concurrency.maxPerVcpu * vcpus, LIMITS.concurrency.max);
  const set = fn.managedInstances?.maxConcurrency?.value;
  if (set !== undefined && Number.isInteger(set) && set > 1 && set < most) {
    return { value: set, reason: 'as it is set: nothing in the code argues against it', source: SCALING_SOURCE };
  }
  if (byMemory < limit.perVcpu * vcpus) {
    return { value: most, reason: `as many as fit into the memory, ${need.perInvocation} MB each (${need.basis})`, source: SCALING_SOURCE };
  }
  return { value: most, reason: limit.reason, source: limit.source };
}

/** Above eight, a multiple of four: the figures behind it are estimates. */
function roundDown(concurrency: number): number {
  return concurrency <= 8 ? concurrency : concurrency - (concurrency % 4);
}
