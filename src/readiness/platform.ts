/**
 * What has to change beside the code before a function runs on managed instances: for a candidate the steps of its migration. What is wrong with
 * the settings of a function that has some is told by findings; here it only decides whether the platform takes the function.
 */
import type { LambdaFunction, Setting } from '../inventory/lambda-function.js';
import { memoryWithout } from '../platform/settings/declaration-defaults.js';
import { UNPUBLISHED } from '../platform/settings/publishing.js';
import type { SettingIssue } from '../platform/settings/setting-issue.js';
import { settingIssues } from '../platform/settings/setting-issues.js';
import { isUnread } from '../platform/settings/unread.js';
import { CAPACITY_PROVIDER_SOURCE, RUNTIME_SOURCE } from '../runtimes/platform.js';
import { oldestOfFamily, runtimeStatus } from '../runtimes/runtime-status.js';
import type { MigrationStep, Readiness } from './readiness.js';

export function platformReadiness(fn: LambdaFunction): Readiness['platform'] {
  if (fn.claimedSafe) return { ready: true, steps: [] };
  if (fn.managedInstances !== undefined) return { ready: isAccepted(fn), steps: [] };
  const steps = [...runtimeSteps(fn), ...candidateSteps(fn)];
  return { ready: steps.length === 0, steps };
}

function isAccepted(fn: LambdaFunction): boolean {
  return runtimeSteps(fn).length === 0 && settingIssues(fn).every(({ grade }) => grade !== 'refused');
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

/** What would be wrong with the function as it is if it had a capacity provider, and what comes with having one. */
function candidateSteps(fn: LambdaFunction): MigrationStep[] {
  if ([fn.runtime, fn.handler, fn.memory, fn.packageType].every((setting) => setting === undefined)) {
    return [step('setting', 'Declare it with a capacity provider: no template says how it runs.', CAPACITY_PROVIDER_SOURCE)];
  }
  const image = fn.packageType?.value === 'Image'
    ? [step('rebuild', 'Rebuild the image on a current base image: its own runtime client must support several invocations at once.', RUNTIME_SOURCE, fn.packageType)]
    : [];
  return [
    ...image,
    ...settingIssues(asManaged(fn)).map(stepOf),
    step('rebuild', 'Create it as a new function with a capacity provider: the compute type of an existing function cannot be changed.', CAPACITY_PROVIDER_SOURCE, { from: fn.at }),
    ...(fn.publishes === undefined ? [stepOf({ ...UNPUBLISHED, at: fn.at })] : []),
  ];
}

/** With a capacity provider, and nothing else changed; that a version has to be published is said anyway. */
function asManaged(fn: LambdaFunction): LambdaFunction {
  const memory = fn.memory ?? (isUnread(fn, 'memory') ? undefined : { value: memoryWithout(fn.declaredAs) });
  return { ...fn, managedInstances: {}, memory, publishes: { value: '' } };
}

function stepOf({ remedy, effort, source, at }: SettingIssue): MigrationStep {
  return step(effort, remedy, source, { from: at });
}

function step(effort: MigrationStep['effort'], what: string, source: string, setting?: Pick<Setting<unknown>, 'from'>): MigrationStep {
  return { what, effort, source, ...(setting?.from === undefined ? {} : { at: setting.from }) };
}
