/**
 * What a function costs on either kind of compute, asked for in one way by `fit` and by `reentrant cost`: with the settings that it has, else with
 * those that are advised.
 */
import type { LambdaFunction, ManagedInstancesSettings } from '../../inventory/lambda-function.js';
import { memoryWithout } from '../../platform/settings/declaration-defaults.js';
import { chooseModel } from '../../runtimes/choose-model.js';
import { ARCHITECTURES, LIMITS, STANDARD_MEMORY, type Architecture } from '../../runtimes/platform.js';
import type { Advice } from '../readiness.js';
import { compareCost, type CostComparison, type CostQuestion, type CostWorkload, type ManagedSettings } from './comparison.js';
import { typesFor, type InstanceType } from './instance-types.js';
import type { Traffic } from './standard-lambda.js';

/** What is known better than by reading the function. */
export interface GivenForCost extends Partial<Pick<CostQuestion, 'workload' | 'peak' | 'freeTier' | 'discounts' | 'instanceHours'>> {
  readonly architecture?: Architecture;
  /** MB of a request in standard Lambda. */
  readonly memory?: number;
  /** Types of machines to use instead of those that the capacity provider allows; patterns like `m7g.*` are possible. */
  readonly instances?: readonly string[];
}

/** What the code is known to do, in the terms of the cost model; what is not known is taken for a mixture. */
const COST_WORKLOADS: Readonly<Record<Advice['workload'], CostWorkload>> = { 'cpu-bound': 'cpu-bound', 'io-bound': 'io-bound', 'memory-heavy': 'mixed', 'mixed': 'mixed', 'unknown': 'mixed' };

export interface FunctionCost extends CostComparison {
  /** Whose settings the managed instances have; `cheapest`: no settings are known, and those that cost least were taken. */
  readonly settings: 'own' | 'advised' | 'cheapest';
  readonly memoryBasis: MemoryBasis;
}

/** Where the memory of a request in standard Lambda comes from: an argument, the function's setting, Lambda's default, its share of an environment, or what its code lets expect. */
export type MemoryBasis = 'given' | 'set' | 'default' | 'share' | 'estimate';

/** Nothing when no machine that may be used has a known price and holds an environment. `fn`: absent where only figures are given. */
export function costOfFunction(fn: LambdaFunction | undefined, advice: Advice | undefined, traffic: Traffic, given: GivenForCost): FunctionCost | undefined {
  const { megabytes: memory, basis: memoryBasis } = given.memory === undefined ? standardMemoryOf(fn, advice) : { megabytes: given.memory, basis: 'given' as const };
  const standard = { architecture: given.architecture ?? architectureOf(fn), memory };
  for (const { settings, managed } of settingsFor(fn, advice)) {
    const comparison = compareCost({ ...questionFor(fn, advice, given), standard, traffic, managed });
    if (comparison) return { ...comparison, settings, memoryBasis };
  }
  return undefined;
}

/** Settings to reckon with, the best first: those that it has may be none that AWS accepts. */
function settingsFor(fn: LambdaFunction | undefined, advice: Advice | undefined): readonly { readonly settings: FunctionCost['settings']; readonly managed: ManagedSettings }[] {
  const own = fn?.managedInstances && ownSettings(fn, fn.managedInstances);
  return [
    ...(own ? [{ settings: 'own' as const, managed: own }] : []),
    ...(advice ? [{ settings: 'advised' as const, managed: advisedSettings(advice) }] : []),
    ...(own || advice ? [] : [{ settings: 'cheapest' as const, managed: {} }]),
  ];
}

function ownSettings({ memory }: LambdaFunction, { memoryPerVcpu, maxConcurrency, minEnvironments }: ManagedInstancesSettings): ManagedSettings {
  return {
    memory: memory?.value ?? LIMITS.memory.min, memoryPerVcpu: memoryPerVcpu?.value ?? LIMITS.ratios[0],
    ...(maxConcurrency === undefined ? {} : { maxConcurrency: maxConcurrency.value }), ...(minEnvironments === undefined ? {} : { minEnvironments: minEnvironments.value }),
  };
}

function advisedSettings({ memory, memoryPerVcpu, maxConcurrency, minEnvironments }: Advice): ManagedSettings {
  return { memory: memory.value, memoryPerVcpu: memoryPerVcpu.value, maxConcurrency: maxConcurrency.value, minEnvironments: minEnvironments.value };
}

function questionFor(fn: LambdaFunction | undefined, advice: Advice | undefined, given: GivenForCost): Omit<CostQuestion, 'traffic' | 'managed' | 'standard'> {
  const { workload = COST_WORKLOADS[advice?.workload ?? 'unknown'], peak = 1, freeTier = false, discounts, instanceHours } = given;
  return {
    types: machinesFor(fn, given), workload, peak, freeTier,
    ...(discounts === undefined ? {} : { discounts }), ...(instanceHours === undefined ? {} : { instanceHours }),
  };
}

/** The types of machines that may run the function, as far as their prices are known. */
export function machinesFor(fn: LambdaFunction | undefined, { architecture = architectureOf(fn), instances }: GivenForCost): readonly InstanceType[] {
  const provider = fn?.managedInstances?.provider;
  return typesFor(architecture, instances === undefined ? { allowed: provider?.allowedTypes?.value, excluded: provider?.excludedTypes?.value } : { allowed: instances });
}

/** Of its capacity provider, else its own, else the default; the same on both sides, so that the processor is not what pays. */
export function architectureOf(fn: LambdaFunction | undefined): Architecture {
  const set = fn?.managedInstances?.provider?.architecture ?? fn?.architecture;
  return ARCHITECTURES.find((one) => one === set?.value) ?? 'x86_64';
}

/** MB that a request has today; of a function on managed instances its share of an environment, or what it is estimated to need alone. */
function standardMemoryOf(fn: LambdaFunction | undefined, advice: Advice | undefined): { readonly megabytes: number; readonly basis: MemoryBasis } {
  const value = fn?.memory?.value;
  const set = value !== undefined && value > 0 ? value : undefined;
  if (fn?.managedInstances === undefined) return set === undefined ? { megabytes: memoryWithout(fn?.declaredAs), basis: 'default' } : { megabytes: set, basis: 'set' };
  const shared = fn.managedInstances.maxConcurrency?.value ?? (fn.language && chooseModel(fn.language, fn).load?.concurrency) ?? 1;
  const share = Math.max(STANDARD_MEMORY, Math.ceil((set ?? LIMITS.memory.min) / Math.max(1, shared)));
  const alone = advice?.aloneMemory ?? 0;
  return alone > share ? { megabytes: alone, basis: 'estimate' } : { megabytes: share, basis: 'share' };
}
