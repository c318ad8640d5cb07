/** Memory of which each process or worker has a copy: too little for each of them, where all together have what one had before. */
import type { LambdaFunction } from '../../inventory/index.js';
import { chooseModel } from '../../runtimes/choose-model.js';
import { LIMITS, PYTHON_SOURCE } from '../../runtimes/platform.js';
import { FILLED, footprintOf } from '../footprint.js';
import type { SettingIssue } from './setting-issue.js';
import { memoryOf, vcpusOf } from './size.js';
import { isUnread } from './unread.js';

/** `libraries`: what the code imports; nothing is said where no code was analysed. */
export function memoryCopyIssues(fn: LambdaFunction, libraries: readonly string[] | undefined): readonly SettingIssue[] {
  if (fn.language === undefined || libraries === undefined || fn.managedInstances === undefined || isUnread(fn, 'memory') || isUnread(fn, 'maxConcurrency')) return [];
  const { copiesOfMemory, load } = chooseModel(fn.language, fn);
  if (load === undefined || copiesOfMemory.kind === 'one') return [];
  const memory = memoryOf(fn)?.value ?? LIMITS.memory.min;
  if (memory < LIMITS.memory.min) return [];
  const { loaded, work, parts } = footprintOf(fn.language, libraries);
  // A copy without an invocation does no work.
  const busy = Math.min(load.copies, load.concurrency);
  const needed = load.copies * loaded + busy * work;
  if (needed <= memory * FILLED) return [];
  const each = needed / load.copies;
  const need = busy === load.copies ? `about ${loaded + work} MB in each` : `about ${loaded} MB in each and ${work} MB more in ${busy} of them at once`;
  return [{
    topic: 'memory-copies', grade: 'poor', effort: 'setting', source: PYTHON_SOURCE,
    subject: `${memory} MB for ${load.copies} copies of ${Math.ceil(each)} MB`, at: fn.memory?.from, besides: fn.managedInstances.maxConcurrency?.from,
    problem: `${memory} MB are shared by ${load.copies} ${load.copiesOf} (${load.often}), ${Math.floor(memory / load.copies)} MB for each, and the code needs ${need}: ${parts.slice(0, MAX_PARTS).join(', ')}.`,
    remedy: remedyFor(fn, each, memory, { copies: load.copies, kind: copiesOfMemory.kind }),
  }];
}

const MAX_PARTS = 4;

/** The next legal size with as many vCPUs whose memory holds all copies, and how many copies the memory is good for. */
function remedyFor(fn: LambdaFunction, each: number, memory: number, { copies, kind }: { readonly copies: number; readonly kind: string }): string {
  const vcpus = vcpusOf(fn) ?? 1;
  const ratio = LIMITS.ratios.find((one) => one * vcpus * 1024 > memory && one * vcpus * 1024 * FILLED >= each * copies);
  const fitting = Math.max(1, Math.floor((memory * FILLED) / each));
  const fewer = kind === 'per-invocation' ? `lower the concurrency to ${fitting} or less` : `let an environment start ${fitting} or fewer of them`;
  return ratio === undefined ? `Take more memory per vCPU, and ${fewer}.` : `Raise the memory to ${ratio * vcpus * 1024} MB at ${ratio} GiB per vCPU, or ${fewer}.`;
}
