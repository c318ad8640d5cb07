/**
 * Memory, ratio and concurrency for a function, always a legal combination, each with its reason. A static estimate: the
 * evidence is what the code calls, not what it was seen to use.
 */
import type { WorkloadEvidence } from '../analysis/result.js';
import type { Language } from '../frontends/frontend.js';
import type { LambdaFunction } from '../inventory/lambda-function.js';
import { LIMITS, PYTHON_SOURCE, RUNTIMES, SCALING_SOURCE, type Ratio } from '../runtimes/platform.js';
import { fitting, memoryNeedOf, type MemoryNeed } from './memory-need.js';
import type { AdvisedValue, Advice } from './readiness.js';
import { evidenceNames, workloadOf } from './workload.js';

/** Invocations at once per vCPU that CPU work leaves room for: all their time, or a good part of it. */
const CPU_BOUND_PER_VCPU = 2;
const CPU_AND_WAITING_PER_VCPU = 4;
/** CPU-bound code profits from a second vCPU more than from a second invocation on the first. */
const CPU_BOUND_VCPUS = 2;

/** What the advice is made of. */
interface Situation {
  readonly fn: LambdaFunction;
  readonly language: Language;
  readonly evidence: readonly WorkloadEvidence[];
  readonly need: MemoryNeed;
  readonly limit: Limit;
}

/** Invocations at once per vCPU that make sense before memory is looked at. */
interface Limit {
  readonly perVcpu: number;
  readonly reason: string;
  readonly source: string;
}

export function adviseOn(fn: LambdaFunction, language: Language, evidence: readonly WorkloadEvidence[]): Advice {
  const limit = concurrencyLimit(language, evidence);
  const situation: Situation = { fn, language, evidence, need: memoryNeedOf(fn, language, evidence), limit };
  const memoryPerVcpu = ratioFor(situation);
  const vcpus = vcpusFor(situation, memoryPerVcpu.value);
  const maxConcurrency = concurrencyFor(situation, memoryPerVcpu.value, vcpus);
  return {
    workload: workloadOf(evidence), evidence, vcpus, memoryPerVcpu, maxConcurrency,
    memory: memoryFor(situation, memoryPerVcpu.value, vcpus, maxConcurrency.value),
  };
}

function concurrencyLimit(language: Language, evidence: readonly WorkloadEvidence[]): Limit {
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

/** The smallest ratio whose memory holds as many invocations as the CPU does; never below a legal one that is set. */
function ratioFor({ fn, language, need, limit, evidence }: Situation): AdvisedValue<Ratio> {
  const { name, leastRatio: least } = RUNTIMES[language];
  const ratio = LIMITS.ratios.find((one) => one >= least.value && fitting(need, one, 1) >= limit.perVcpu) ?? 8;
  const set = LIMITS.ratios.find((one) => one === fn.managedInstances?.memoryPerVcpu?.value);
  if (set !== undefined && set > ratio && workloadOf(evidence) !== 'cpu-bound') {
    return { value: set, reason: 'as it is set: nothing in the code argues against it', source: SCALING_SOURCE };
  }
  return { value: ratio, reason: ratioReason(ratio, name, least.value, need), source: least.source };
}

function ratioReason(ratio: Ratio, name: string, least: Ratio, { copies, perInvocation, basis }: MemoryNeed): string {
  if (ratio === 2) return 'the default: the code needs CPU rather than memory';
  if (copies === 'per-invocation') return `each invocation runs in a process of its own: ${megabytes(perInvocation)} each (${basis})`;
  if (ratio === least) return `what AWS advises for ${name} is ${LIMITS.ratios.filter((one) => one >= least).join(' or ')}`;
  const where = copies === 'per-worker' ? 'in a worker, next to a copy of the modules,' : '';
  return `an invocation takes ${megabytes(perInvocation)} ${where} (${basis})`.replace(/ {2,}/g, ' ');
}

function vcpusFor({ fn, need, evidence }: Situation, ratio: Ratio): number {
  const perVcpu = ratio * 1024;
  const most = LIMITS.memory.max / perVcpu;
  const wanted = workloadOf(evidence) === 'cpu-bound' ? CPU_BOUND_VCPUS : 1;
  const asSet = fn.managedInstances === undefined ? 1 : Math.ceil((fn.memory?.value ?? 0) / perVcpu);
  // One invocation may need more than a vCPU brings along.
  const forOne = Math.ceil(need.perInvocation / (perVcpu - need.fixedPerVcpu));
  return Math.min(most, Math.max(wanted, asSet, forOne));
}

function concurrencyFor({ fn, need, limit }: Situation, ratio: Ratio, vcpus: number): AdvisedValue<number> {
  const byMemory = roundDown(Math.max(1, fitting(need, ratio, vcpus)));
  const most = Math.min(limit.perVcpu * vcpus, byMemory, LIMITS.concurrency.maxPerVcpu * vcpus, LIMITS.concurrency.max);
  const set = fn.managedInstances?.maxConcurrency?.value;
  if (set !== undefined && Number.isInteger(set) && set > 1 && set < most) {
    return { value: set, reason: 'as it is set: nothing in the code argues against it', source: SCALING_SOURCE };
  }
  if (byMemory < limit.perVcpu * vcpus) {
    return { value: most, reason: `as many as fit into the memory, ${megabytes(need.perInvocation)} each (${need.basis})`, source: SCALING_SOURCE };
  }
  return { value: most, reason: limit.reason, source: limit.source };
}

function memoryFor({ fn, need }: Situation, ratio: Ratio, vcpus: number, concurrency: number): AdvisedValue<number> {
  const value = vcpus * ratio * 1024;
  const shares = need.copies === 'per-invocation' ? `: ${megabytes(Math.floor(value / concurrency))} for each of ${concurrency} processes` : '';
  const size = `${vcpus === 1 ? 'one vCPU' : `${vcpus} vCPUs`} at ${ratio} GiB${shares}`;
  const source = need.copies === 'per-invocation' ? PYTHON_SOURCE : SCALING_SOURCE;
  if (fn.managedInstances !== undefined && fn.memory?.value === value) return { value, reason: `as it is set, ${size}`, source };
  return { value, reason: value === LIMITS.memory.min ? `the smallest there is, ${size}` : size, source };
}

/** Above eight, a multiple of four: the figures behind it are estimates. */
function roundDown(concurrency: number): number {
  return concurrency <= 8 ? concurrency : concurrency - (concurrency % 4);
}

function megabytes(amount: number): string {
  return `${amount} MB`;
}
