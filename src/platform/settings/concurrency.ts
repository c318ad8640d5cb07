/** Invocations at once in one execution environment. */
import type { LambdaFunction } from '../../inventory/index.js';
import { FUNCTION_SETTINGS_SOURCE, LIMITS, SCALING_SOURCE } from '../../runtimes/platform.js';
import type { SettingIssue } from './setting-issue.js';
import { vcpusOf } from './size.js';

export function concurrencyIssues(fn: LambdaFunction): readonly SettingIssue[] {
  const set = fn.managedInstances?.maxConcurrency;
  if (set === undefined) return [];
  const { min, max, maxPerVcpu } = LIMITS.concurrency;
  const issue = { topic: 'limits', at: set.from, effort: 'setting' } as const;
  if (set.value < min || set.value > max || !Number.isInteger(set.value)) {
    return [{
      ...issue, grade: 'refused', subject: `a concurrency of ${set.value}`, source: FUNCTION_SETTINGS_SOURCE,
      problem: `A concurrency of ${set.value} is refused: an execution environment takes ${min} to ${max} invocations at once.`,
      remedy: `Set the concurrency between ${min} and ${max}.`,
    }];
  }
  const vcpus = vcpusOf(fn);
  if (vcpus === undefined || set.value <= maxPerVcpu * vcpus) return [];
  const size = vcpus === 1 ? 'one vCPU' : `${vcpus} vCPUs`;
  return [{
    ...issue, grade: 'poor', subject: `a concurrency of ${set.value} on ${size}`, besides: fn.memory?.from, source: SCALING_SOURCE,
    problem: `A concurrency of ${set.value} on ${size} is more than the ${maxPerVcpu} per vCPU that AWS advises: invocations wait for each other.`,
    remedy: `Set the concurrency between ${min} and ${maxPerVcpu * vcpus}, or raise the memory.`,
  }];
}
