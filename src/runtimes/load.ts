/** How many invocations share one copy of a function's memory: what pools and executors in it have to serve. */
import type { Language } from '../frontends/frontend.js';
import type { LambdaFunction } from '../inventory/lambda-function.js';
import type { ExecutionModel, Load } from './execution-model.js';
import { LIMITS, RUNTIMES } from './platform.js';

type LoadSettings = Pick<LambdaFunction, 'environment' | 'managedInstances' | 'memory'>;

/** What the settings of `fn` say, and where they are silent what holds for one vCPU by default. */
export function loadOf(language: Language, fn: LoadSettings, { copiesOfMemory }: ExecutionModel): Load {
  const { concurrencyPerVcpu } = RUNTIMES[language];
  const vcpus = vcpusOf(fn);
  const set = fn.managedInstances?.maxConcurrency?.value;
  const concurrency = set ?? concurrencyPerVcpu * vcpus;
  const often = set === undefined ? `${concurrency} invocations at once${vcpus === 1 ? ' per vCPU' : ` on ${vcpus} vCPUs`} by default` : `a concurrency of ${concurrency}`;
  const environment = { concurrency, often, environments: environmentsOf(fn) };
  switch (copiesOfMemory.kind) {
    case 'one': return { ...environment, copies: 1, copiesOf: 'processes', invocations: concurrency, because: often };
    case 'per-invocation': return { ...environment, copies: concurrency, copiesOf: 'processes', invocations: 1, because: `${often}, each in a process of its own` };
    case 'per-vcpu': {
      const copies = Number(fn.environment.get(copiesOfMemory.setBy)?.value) || copiesOfMemory.count * vcpus;
      const copiesOf = copiesOfMemory.of === 'process' ? 'processes' : `${copiesOfMemory.of}s`;
      return { ...environment, copies, copiesOf, invocations: Math.max(1, Math.floor(concurrency / copies)), because: `${often}, shared out among ${copies} ${copies === 1 ? copiesOfMemory.of : copiesOf}` };
    }
  }
}

/** A candidate will have at least as many as a function has by default. */
function environmentsOf({ managedInstances }: LoadSettings): Load['environments'] {
  const min = managedInstances?.minEnvironments?.value ?? LIMITS.environments.default;
  const max = managedInstances?.maxEnvironments?.value;
  return { min, ...(max === undefined ? {} : { max: Math.max(min, max) }), isKnown: managedInstances !== undefined };
}

/** A candidate will be given other settings: of it nothing is taken over. */
function vcpusOf({ managedInstances, memory }: Pick<LoadSettings, 'managedInstances' | 'memory'>): number {
  if (managedInstances === undefined || memory === undefined) return 1;
  return Math.max(1, Math.floor(memory.value / 1024 / (managedInstances.memoryPerVcpu?.value ?? LIMITS.ratios[0])));
}
