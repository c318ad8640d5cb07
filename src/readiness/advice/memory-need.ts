/**
 * How much memory a function's invocations need in one environment, as far as code and settings tell: a part that is there
 * however many run, and a part for each invocation. These are estimates, and every reason that uses them says so.
 */
import type { WorkloadEvidence } from '../../analysis/result.js';
import type { Language } from '../../frontends/frontend.js';
import type { LambdaFunction } from '../../inventory/lambda-function.js';
import { chooseModel } from '../../runtimes/choose-model.js';
import { LIMITS, NODE_WORKERS_PER_VCPU, type Ratio } from '../../runtimes/platform.js';
import { evidenceNames } from './workload.js';

/** What lies in memory once: everything, or nothing because each worker or concurrent invocation has its own. */
export type MemoryCopies = 'one' | 'per-worker' | 'per-invocation';

export interface MemoryNeed {
  readonly copies: MemoryCopies;
  /** MB per environment and vCPU that are taken before the first invocation. */
  readonly fixedPerVcpu: number;
  /** MB. */
  readonly perInvocation: number;
  /** Where `perInvocation` comes from, to be put after a figure: `each, an estimate`. */
  readonly basis: string;
}

/** MB, estimates: [taken before the first invocation per vCPU, per light invocation, per memory-heavy invocation]. */
const ESTIMATES: Readonly<Record<MemoryCopies, readonly [number, number, number]>> = {
  'one': [512, 16, 256],
  'per-worker': [NODE_WORKERS_PER_VCPU * 128, 8, 128],
  'per-invocation': [0, 256, 512],
};

/** MB of an object, file or answer that is taken whole, where nothing says its size. An estimate. */
const WHOLE_BODY = 8;

export function memoryNeedOf(fn: LambdaFunction, language: Language, evidence: readonly WorkloadEvidence[]): MemoryNeed {
  const copies = memoryCopies(fn, language);
  const [fixedPerVcpu, light, heavy] = ESTIMATES[copies];
  const loads = evidenceNames(evidence, 'memory', 'body');
  const holding = evidence.filter(({ kind }) => kind === 'memory');
  const body = evidence.some(({ kind }) => kind === 'body') ? WHOLE_BODY : 0;
  const held = light + body + holding.reduce((sum, { megabytes = 0 }) => sum + megabytes, 0);
  const estimate = Math.ceil(holding.some(({ megabytes }) => megabytes === undefined) ? Math.max(heavy, held) : held);
  const today = classicMemory(fn);
  // In classic Lambda the setting is all that one invocation can take: proof of what suffices. A process of its own that
  // loads much may really use it all; where memory is shared, the estimate of a request's part is better.
  const perInvocation = today === undefined ? estimate : holding.length > 0 && copies === 'per-invocation' ? today : Math.min(estimate, today);
  const proven = perInvocation === today;
  const basis = proven ? 'the memory one invocation has today' : loads === '' ? 'an estimate' : `an estimate, because of ${loads}`;
  return { copies, fixedPerVcpu, perInvocation: Math.min(perInvocation, LIMITS.memory.max), basis };
}

/** Invocations that fit into an environment of `vcpus` at `ratio`. */
export function fitting({ fixedPerVcpu, perInvocation }: MemoryNeed, ratio: Ratio, vcpus: number): number {
  return Math.floor((vcpus * (ratio * 1024 - fixedPerVcpu)) / perInvocation);
}

function memoryCopies(fn: LambdaFunction, language: Language): MemoryCopies {
  const { memory, memoryScope } = chooseModel(language, fn);
  if (memory === 'never') return 'per-invocation';
  return memoryScope === 'worker' ? 'per-worker' : 'one';
}

/** MB that one invocation has today; nothing for a function that already shares its memory between invocations. */
function classicMemory(fn: LambdaFunction): number | undefined {
  const memory = fn.memory?.value;
  return fn.managedInstances === undefined && memory !== undefined && Number.isInteger(memory) && memory >= 128 ? memory : undefined;
}
