/**
 * What has to change beside the code before a function runs on managed instances. For a candidate these are the steps of its
 * migration; for a function that already has the settings, what is wrong with them.
 */
import type { LambdaFunction, PlatformConflict, Setting } from '../inventory/lambda-function.js';
import { CAPACITY_PROVIDER_SOURCE, LIMITS, PUBLISHING_SOURCE, RUNTIME_SOURCE, SCALING_SOURCE } from '../runtimes/platform.js';
import { oldestOfFamily, runtimeStatus } from '../runtimes/runtime-status.js';
import type { MigrationStep, Readiness } from './readiness.js';

export function platformReadiness(fn: LambdaFunction): Readiness['platform'] {
  if (fn.claimedSafe) return { ready: true, steps: [] };
  const steps = [...runtimeSteps(fn), ...conflictSteps(fn), ...(fn.managedInstances === undefined ? candidateSteps(fn) : settingSteps(fn))];
  return { ready: steps.length === 0, steps };
}

function runtimeSteps({ runtime, packageType }: LambdaFunction): MigrationStep[] {
  if (runtime === undefined) return [];
  const oldest = oldestOfFamily(runtime.value);
  switch (runtimeStatus(runtime.value)) {
    case 'accepted': case 'newer': return [];
    case 'not-offered': return [step('rebuild', `Managed instances do not run ${runtime.value}: move the function to a runtime they do.`, RUNTIME_SOURCE, runtime)];
    case 'below-minimum': {
      const effort = packageType?.value === 'Image' ? 'rebuild' : 'upgrade';
      return [step(effort, `Upgrade the runtime from ${runtime.value} to ${oldest} or later.`, RUNTIME_SOURCE, runtime)];
    }
  }
}

const CONFLICTS: Readonly<Record<PlatformConflict, string>> = {
  'provisioned-concurrency': 'Remove provisioned concurrency: environments of managed instances are always there.',
  'snap-start': 'Remove SnapStart: managed instances have no snapshots.',
  'vpc-config': 'Remove the function\'s VpcConfig: the network comes from the capacity provider.',
  'text-logs': 'Set the log format to JSON: managed instances refuse text logs.',
  'file-system': 'Remove the mounted file system: managed instances have none.',
  'foreign-settings': 'Write the settings of managed instances in the form of this template language.',
};

function conflictSteps({ conflicts = [] }: LambdaFunction): MigrationStep[] {
  return conflicts.map((conflict) => step('setting', CONFLICTS[conflict.value], CAPACITY_PROVIDER_SOURCE, conflict));
}

/** Memory of a function whose template does not set it. */
const CLASSIC_DEFAULT_MEMORY = 128;

function candidateSteps(fn: LambdaFunction): MigrationStep[] {
  if ([fn.runtime, fn.handler, fn.memory, fn.packageType].every((setting) => setting === undefined)) {
    return [step('setting', 'Declare it with a capacity provider: no template says how it runs.', CAPACITY_PROVIDER_SOURCE)];
  }
  const memory = fn.memory?.value ?? CLASSIC_DEFAULT_MEMORY;
  const tooSmall = memory < LIMITS.memory.min ? [step('setting', `Raise the memory from ${memory} MB to at least ${LIMITS.memory.min} MB.`, SCALING_SOURCE, fn.memory)] : [];
  const image = fn.packageType?.value === 'Image'
    ? [step('rebuild', 'Rebuild the image on a current base image: its own runtime client must support several invocations at once.', RUNTIME_SOURCE, fn.packageType)]
    : [];
  return [
    ...image,
    ...tooSmall,
    step('rebuild', 'Create it as a new function with a capacity provider: the compute type of an existing function cannot be changed.', CAPACITY_PROVIDER_SOURCE, atOf(fn)),
    step('setting', 'Publish a version: $LATEST cannot be invoked on managed instances.', PUBLISHING_SOURCE, atOf(fn)),
  ];
}

function settingSteps(fn: LambdaFunction): MigrationStep[] {
  const { memoryPerVcpu, maxConcurrency, minEnvironments, maxEnvironments } = fn.managedInstances ?? {};
  const { memory, ratios, concurrency } = LIMITS;
  const steps: MigrationStep[] = [];
  const ratio = memoryPerVcpu?.value ?? ratios[0];
  const size = fn.memory?.value;
  if (!ratios.some((legal) => legal === ratio)) steps.push(step('setting', `Set the memory per vCPU to 2, 4 or 8 GiB: ${ratio} is refused.`, SCALING_SOURCE, memoryPerVcpu));
  if (size !== undefined && (size < memory.min || size > memory.max)) {
    steps.push(step('setting', `Set the memory between ${memory.min} and ${memory.max} MB: ${size} MB is refused.`, SCALING_SOURCE, fn.memory));
  } else if (size !== undefined && size % (ratio * 1024) !== 0) {
    steps.push(step('setting', `Set the memory to a multiple of ${ratio * 1024} MB: ${size} MB at ${ratio} GiB per vCPU is no whole number of vCPUs.`, SCALING_SOURCE, fn.memory));
  }
  const most = Math.min(concurrency.max, concurrency.maxPerVcpu * Math.max(1, Math.floor((size ?? memory.min) / 1024 / ratio)));
  const several = maxConcurrency?.value;
  if (several !== undefined && (several < concurrency.min || several > most)) {
    steps.push(step('setting', `Set the concurrency between ${concurrency.min} and ${most}: ${several} is more or less than an environment of this size takes.`, SCALING_SOURCE, maxConcurrency));
  }
  if ((minEnvironments === undefined) !== (maxEnvironments === undefined)) {
    steps.push(step('setting', 'Give the least and the greatest number of environments together.', SCALING_SOURCE, minEnvironments ?? maxEnvironments));
  }
  return steps;
}

function step(effort: MigrationStep['effort'], what: string, source: string, setting?: Pick<Setting<unknown>, 'from'>): MigrationStep {
  return { what, effort, source, ...(setting?.from === undefined ? {} : { at: setting.from }) };
}

function atOf({ at }: LambdaFunction): Pick<Setting<unknown>, 'from'> {
  return { from: at };
}
