/** Memory and vCPUs of an execution environment. */
import type { LambdaFunction, Setting } from '../../inventory/index.js';
import { FUNCTION_SETTINGS_SOURCE, LIMITS, SCALING_SOURCE, type Ratio } from '../../runtimes/platform.js';
import { defaultsOf } from './declaration-defaults.js';
import type { SettingIssue } from './setting-issue.js';
import { isUnread } from './unread.js';

/** GiB per vCPU, as it is set or by default; nothing when it is not known or none that there is. */
export function ratioOf(fn: LambdaFunction): Ratio | undefined {
  const set = fn.managedInstances?.memoryPerVcpu?.value;
  if (set === undefined) return isUnread(fn, 'memoryPerVcpu') ? undefined : LIMITS.ratios[0];
  return LIMITS.ratios.find((ratio) => ratio === set);
}

/** MB, as they are set, or what the declaring tool asks for by itself; nothing when that is not known. */
export function memoryOf(fn: LambdaFunction): Setting<number> | undefined {
  if (fn.memory !== undefined || isUnread(fn, 'memory')) return fn.memory;
  const { memory } = defaultsOf(fn.declaredAs);
  return memory === undefined ? undefined : { value: memory };
}

/** Nothing when settings are not known or refused. */
export function vcpusOf(fn: LambdaFunction): number | undefined {
  const [memory, ratio] = [memoryOf(fn)?.value, ratioOf(fn)];
  if (memory === undefined || ratio === undefined) return undefined;
  const vcpus = memory / (ratio * 1024);
  return Number.isInteger(vcpus) && vcpus >= 1 && memory <= LIMITS.memory.max ? vcpus : undefined;
}

export function sizeIssues(fn: LambdaFunction): readonly SettingIssue[] {
  return [...ratioIssues(fn), ...memoryIssues(fn)];
}

function ratioIssues({ managedInstances }: LambdaFunction): readonly SettingIssue[] {
  const set = managedInstances?.memoryPerVcpu;
  if (set === undefined || LIMITS.ratios.some((ratio) => ratio === set.value)) return [];
  return [{
    topic: 'limits', grade: 'refused', subject: `${set.value} GiB per vCPU`, at: set.from, effort: 'setting', source: FUNCTION_SETTINGS_SOURCE,
    problem: `${set.value} GiB of memory per vCPU is refused: there are 2, 4 and 8.`,
    remedy: 'Set the memory per vCPU to 2, 4 or 8 GiB.',
  }];
}

function memoryIssues(fn: LambdaFunction): readonly SettingIssue[] {
  const memory = memoryOf(fn);
  if (memory === undefined) return [];
  const { min, max } = LIMITS.memory;
  const issue = { topic: 'limits', grade: 'refused', at: memory.from, effort: 'setting', source: SCALING_SOURCE } as const;
  const ratio = ratioOf(fn);
  const subject = `${memory.value} MB of memory`;
  if (memory.value < min) {
    const least = ratio === undefined ? min : Math.max(min, ratio * 1024);
    const what = fn.memory === undefined ? `No memory is set, which is ${memory.value} MB` : `${memory.value} MB of memory is refused`;
    return [{ ...issue, subject: least === min ? subject : `${subject} at ${ratio} GiB per vCPU`, problem: `${what}: managed instances start at ${least} MB${least === min ? '' : ` with ${ratio} GiB per vCPU`}.`, remedy: `Raise the memory from ${memory.value} MB to at least ${least} MB.` }];
  }
  if (memory.value > max) {
    return [{ ...issue, subject, problem: `${memory.value} MB of memory is refused: managed instances have ${max} MB at most.`, remedy: `Lower the memory from ${memory.value} MB to at most ${max} MB.` }];
  }
  if (ratio === undefined || memory.value % (ratio * 1024) === 0) return [];
  const others = LIMITS.ratios.filter((other) => memory.value % (other * 1024) === 0);
  return [{
    ...issue, subject: `${subject} at ${ratio} GiB per vCPU`, besides: fn.managedInstances?.memoryPerVcpu?.from,
    problem: `${memory.value} MB of memory at ${ratio} GiB per vCPU is refused: it is no whole number of vCPUs.`,
    remedy: `Set the memory to a multiple of ${ratio * 1024} MB${others.length === 0 ? '' : `, or the memory per vCPU to ${others.join(' or ')} GiB`}.`,
  }];
}
