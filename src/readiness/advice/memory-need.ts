/**
 * How much memory a function's invocations need in one environment, as far as code and settings tell: a part that is there
 * however many run, and a part for each invocation. These are estimates, and every reason that uses them says so.
 */
import type { WorkloadEvidence } from '../../analysis/result.js';
import type { Language } from '../../frontends/frontend.js';
import type { LambdaFunction } from '../../inventory/lambda-function.js';
import { FILLED, footprintOf, type Footprint } from '../../platform/footprint.js';
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
  /** MB of an environment of standard Lambda, with one copy of everything and one invocation. */
  readonly alone: number;
  /** Where `perInvocation` comes from, to be put after a figure: `each, an estimate`. */
  readonly basis: string;
}

/** MB, estimates: [taken before the first invocation per vCPU, per light invocation, per memory-heavy invocation]. */
const ESTIMATES: Readonly<Record<MemoryCopies, readonly [number, number, number]>> = {
  'one': [512, 16, 256],
  'per-worker': [NODE_WORKERS_PER_VCPU * 128, 8, 128],
  'per-invocation': [0, 256, 512],
};

/** Imports that are named. */
const MAX_PARTS = 3;

/** MB of an object, file or answer that is taken whole, where nothing says its size. An estimate. */
const WHOLE_BODY = 8;

/** `libraries`: what the code imports. */
export function memoryNeedOf(fn: LambdaFunction, language: Language, evidence: readonly WorkloadEvidence[], libraries: readonly string[]): MemoryNeed {
  const copies = memoryCopies(fn, language);
  const measured = measuredNeed(copies, footprintOf(language, libraries));
  const estimate = estimatedNeed(fn, copies, evidence);
  const perInvocation = measured.perInvocation > estimate.perInvocation ? measured : estimate;
  const fixedPerVcpu = Math.max(ESTIMATES[copies][0], measured.fixedPerVcpu);
  return {
    copies, fixedPerVcpu,
    perInvocation: Math.min(perInvocation.perInvocation, LIMITS.memory.max), basis: perInvocation.basis,
    alone: fixedPerVcpu / (copies === 'per-worker' ? NODE_WORKERS_PER_VCPU : 1) + perInvocation.perInvocation,
  };
}

/** What imports were measured to take, with the part that has to stay free: the same figures as those of `memory-multiplication`. */
function measuredNeed(copies: MemoryCopies, { loaded, work, parts }: Footprint): Pick<MemoryNeed, 'fixedPerVcpu' | 'perInvocation' | 'basis'> {
  const withRoom = (megabytes: number): number => Math.ceil(megabytes / FILLED);
  const basis = `by its imports: ${parts.slice(0, MAX_PARTS).join(', ')}`;
  switch (copies) {
    case 'one': return { fixedPerVcpu: 0, perInvocation: withRoom(work), basis };
    case 'per-worker': return { fixedPerVcpu: NODE_WORKERS_PER_VCPU * withRoom(loaded), perInvocation: withRoom(work), basis };
    case 'per-invocation': return { fixedPerVcpu: 0, perInvocation: withRoom(loaded + work), basis };
  }
}

/** What calls in the code let expect, and what the settings of today prove. */
function estimatedNeed(fn: LambdaFunction, copies: MemoryCopies, evidence: readonly WorkloadEvidence[]): Pick<MemoryNeed, 'perInvocation' | 'basis'> {
  const [, light, heavy] = ESTIMATES[copies];
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
  return { perInvocation, basis: proven ? 'the memory one invocation has today' : loads === '' ? 'an estimate' : `an estimate, because of ${loads}` };
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
