/** Least and greatest number of execution environments. */
import type { LambdaFunction, ManagedInstancesSettings, Setting } from '../../inventory/index.js';
import { ENVIRONMENTS_SOURCE, LIMITS, SCALING_SOURCE } from '../../runtimes/platform.js';
import type { SettingIssue } from './setting-issue.js';
import { isUnread } from './unread.js';

const ISSUE = { topic: 'limits', effort: 'setting', source: ENVIRONMENTS_SOURCE } as const;

export function environmentIssues(fn: LambdaFunction): readonly SettingIssue[] {
  const { minEnvironments: min, maxEnvironments: max } = fn.managedInstances ?? {};
  const outside = [min, max].flatMap((set) => (set === undefined ? [] : outsideOfRange(set)));
  if (outside.length > 0) return outside;
  if (min !== undefined && max !== undefined) return [...pairIssues(min, max), ...spreadIssues(min)];
  const lone = min ?? max;
  const isAlone = lone !== undefined && !isUnread(fn, min === undefined ? 'minEnvironments' : 'maxEnvironments');
  return [...(isAlone ? [loneIssue(lone, fn.managedInstances ?? {})] : []), ...(min === undefined ? [] : spreadIssues(min))];
}

function outsideOfRange(set: Setting<number>): readonly SettingIssue[] {
  const most = LIMITS.environments.max;
  if (Number.isInteger(set.value) && set.value >= 0 && set.value <= most) return [];
  return [{
    ...ISSUE, grade: 'refused', subject: `${set.value} environments`, at: set.from,
    problem: `${set.value} execution environments are refused: 0 to ${most} are possible.`, remedy: `Set the number of environments between 0 and ${most}.`,
  }];
}

/** Both 0 is the way to switch a function off. */
function pairIssues(min: Setting<number>, max: Setting<number>): readonly SettingIssue[] {
  const issue = { ...ISSUE, grade: 'refused', subject: `${min.value} to ${max.value} environments`, at: min.from, besides: max.from } as const;
  if (min.value > max.value) {
    return [{ ...issue, problem: `At least ${min.value} and at most ${max.value} execution environments contradict each other.`, remedy: 'Set the least number of environments to no more than the greatest.' }];
  }
  if (min.value > 0 || max.value === 0) return [];
  return [{
    ...issue, problem: `At least 0 and at most ${max.value} execution environments is refused: 0 is possible only where both are 0, which switches the function off.`,
    remedy: `Set the least number of environments to ${LIMITS.environments.default}, or both to 0.`,
  }];
}

function loneIssue(set: Setting<number>, { minEnvironments }: ManagedInstancesSettings): SettingIssue {
  const [given, missing] = minEnvironments === undefined ? ['greatest', 'least'] : ['least', 'greatest'];
  return {
    ...ISSUE, grade: 'poor', subject: `a ${given} number of environments alone`, at: set.from,
    problem: `The ${given} number of execution environments is given without the ${missing}: AWS asks for both.`, remedy: 'Give the least and the greatest number of environments together.',
  };
}

function spreadIssues(min: Setting<number>): readonly SettingIssue[] {
  const advised = LIMITS.environments.default;
  if (min.value === 0 || min.value >= advised) return [];
  const many = min.value === 1 ? 'One execution environment' : `${min.value} execution environments`;
  return [{
    ...ISSUE, grade: 'poor', subject: `at least ${min.value === 1 ? 'one environment' : `${min.value} environments`}`, at: min.from, source: SCALING_SOURCE,
    problem: `${many} at least ${min.value === 1 ? 'lies' : 'lie'} in fewer than ${advised} Availability Zones: an outage of one may leave none.`,
    remedy: `Set the least number of environments to ${advised} or more.`,
  }];
}
