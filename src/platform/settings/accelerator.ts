/** GPUs: a few sizes, for container images on x86_64 only. */
import type { LambdaFunction } from '../../inventory/index.js';
import { ACCELERATOR_SOURCE, LIMITS } from '../../runtimes/platform.js';
import { architectureOf } from './architecture.js';
import type { SettingIssue } from './setting-issue.js';
import { isUnread } from './unread.js';

export function acceleratorIssues(fn: LambdaFunction): readonly SettingIssue[] {
  const set = fn.acceleratorMemory;
  if (set === undefined) return [];
  const issue = { topic: 'limits', grade: 'refused', at: set.from, source: ACCELERATOR_SOURCE } as const;
  const sizes = LIMITS.accelerators;
  const architecture = architectureOf(fn);
  const isZip = fn.packageType === undefined ? !isUnread(fn, 'packageType') : fn.packageType.value === 'Zip';
  return [
    ...(sizes.some((size) => size === set.value) ? [] : [{
      ...issue, effort: 'setting' as const, subject: `a GPU of ${set.value} GiB`, problem: `A GPU with ${set.value} GiB of memory is refused: there are ${sizes.slice(0, -1).join(', ')} and ${sizes.at(-1)}.`,
      remedy: `Set the memory of the GPU to ${sizes.slice(0, -1).join(', ')} or ${sizes.at(-1)} GiB.`,
    }]),
    ...(isZip ? [{
      ...issue, effort: 'rebuild' as const, subject: 'a GPU for a zip archive', besides: fn.packageType?.from, problem: 'A GPU is refused for a function that is deployed as a zip archive: only container images can have one.',
      remedy: 'Deploy the function as a container image, or remove the GPU.',
    }] : []),
    ...(architecture === undefined || architecture === 'x86_64' ? [] : [{
      ...issue, effort: 'rebuild' as const, subject: `a GPU on ${architecture}`, besides: fn.architecture?.from, problem: `A GPU is refused for a function on ${architecture}: only x86_64 can have one.`,
      remedy: 'Build the function for x86_64, or remove the GPU.',
    }]),
  ];
}
