/**
 * With which settings a function should run, always a legal combination, each value with its reason. A static estimate: the
 * evidence is what the code calls, not what it was seen to use.
 */
import type { WorkloadEvidence } from '../../analysis/result.js';
import type { Language } from '../../frontends/frontend.js';
import type { LambdaFunction } from '../../inventory/lambda-function.js';
import { LIMITS, PYTHON_SOURCE, RUNTIMES, SCALING_SOURCE, type Ratio } from '../../runtimes/platform.js';
import type { AdvisedValue, Advice } from '../readiness.js';
import { architectureFor } from './architecture.js';
import { concurrencyFor, concurrencyLimit, type Limit } from './concurrency.js';
import { environmentsFor } from './environments.js';
import { fitting, memoryNeedOf, type MemoryNeed } from './memory-need.js';
import { storageFor } from './storage.js';
import { workloadOf } from './workload.js';

/** CPU-bound code profits from a second vCPU more than from a second invocation on the first. */
const CPU_BOUND_VCPUS = 2;

/** What the advice is made of. */
interface Situation {
  readonly fn: LambdaFunction;
  readonly language: Language;
  /** All its time goes to the CPU, however much memory that takes. */
  readonly isCpuBound: boolean;
  readonly need: MemoryNeed;
  readonly limit: Limit;
}

/** What is known of the code. */
export interface AdvisedCode {
  readonly language: Language;
  readonly evidence: readonly WorkloadEvidence[];
  /** What it imports. */
  readonly libraries: readonly string[];
  /** What was found does no harm as long as invocations run one at a time, as the settings say. */
  readonly needsOne?: boolean;
}

export function adviseOn(fn: LambdaFunction, { language, evidence, libraries, needsOne = false }: AdvisedCode): Advice {
  const isCpuBound = workloadOf(evidence.filter(({ kind }) => kind !== 'memory')) === 'cpu-bound';
  const situation: Situation = { fn, language, isCpuBound, need: memoryNeedOf(fn, language, evidence, libraries), limit: concurrencyLimit(language, evidence) };
  const memoryPerVcpu = ratioFor(situation);
  const vcpus = vcpusFor(situation, memoryPerVcpu.value);
  const maxConcurrency = concurrencyFor(fn, situation.need, situation.limit, memoryPerVcpu.value, vcpus, needsOne);
  return {
    workload: workloadOf(evidence), evidence, aloneMemory: Math.min(situation.need.alone, LIMITS.memory.max), vcpus, memoryPerVcpu, maxConcurrency,
    memory: memoryFor(situation, memoryPerVcpu.value, vcpus, maxConcurrency.value),
    ...environmentsFor(fn, vcpus),
    ephemeralStorage: storageFor(fn, evidence, maxConcurrency.value),
    architecture: architectureFor(fn),
  };
}

/** The smallest ratio whose memory holds as many invocations as the CPU does; never below a legal one that is set. */
function ratioFor({ fn, language, need, limit, isCpuBound }: Situation): AdvisedValue<Ratio> {
  const { name, leastRatio: least } = RUNTIMES[language];
  const ratio = LIMITS.ratios.find((one) => one >= least.value && fitting(need, one, 1) >= limit.perVcpu) ?? 8;
  const set = LIMITS.ratios.find((one) => one === fn.managedInstances?.memoryPerVcpu?.value);
  if (set !== undefined && set > ratio && !isCpuBound) {
    return { value: set, reason: 'as it is set: nothing in the code argues against it', source: SCALING_SOURCE };
  }
  return { value: ratio, reason: ratioReason(ratio, name, least.value, need), source: least.source };
}

function ratioReason(ratio: Ratio, name: string, least: Ratio, { copies, perInvocation, basis }: MemoryNeed): string {
  if (ratio === 2) return 'the default: nothing in the code needs more memory for its CPU';
  if (copies === 'per-invocation') return `each invocation runs in a process of its own: ${perInvocation} MB each (${basis})`;
  if (ratio === least) return `what AWS advises for ${name} is ${LIMITS.ratios.filter((one) => one >= least).join(' or ')}`;
  const where = copies === 'per-worker' ? ' in a worker, next to a copy of the modules,' : '';
  return `an invocation takes ${perInvocation} MB${where} (${basis})`;
}

function vcpusFor({ fn, need, isCpuBound }: Situation, ratio: Ratio): number {
  const perVcpu = ratio * 1024;
  const most = LIMITS.memory.max / perVcpu;
  const wanted = isCpuBound ? CPU_BOUND_VCPUS : 1;
  const set = fn.managedInstances === undefined ? 0 : fn.memory?.value ?? 0;
  const asSet = Number.isFinite(set) ? Math.ceil(set / perVcpu) : 0;
  // One invocation may need more than a vCPU brings along.
  const forOne = Math.ceil(need.perInvocation / (perVcpu - need.fixedPerVcpu));
  return Math.min(most, Math.max(wanted, asSet, forOne));
}

function memoryFor({ fn, need }: Situation, ratio: Ratio, vcpus: number, concurrency: number): AdvisedValue<number> {
  const value = vcpus * ratio * 1024;
  const shares = need.copies === 'per-invocation' ? `: ${Math.floor(value / concurrency)} MB for each of ${concurrency} processes` : '';
  const size = `${vcpus === 1 ? 'one vCPU' : `${vcpus} vCPUs`} at ${ratio} GiB${shares}`;
  const source = need.copies === 'per-invocation' ? PYTHON_SOURCE : SCALING_SOURCE;
  if (fn.managedInstances !== undefined && fn.memory?.value === value) return { value, reason: `as it is set, ${size}`, source };
  return { value, reason: value === LIMITS.memory.min ? `the smallest there is, ${size}` : size, source };
}
