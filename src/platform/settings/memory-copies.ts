/** Memory of which each process or worker has a copy: too little for each of them, where all together have what one had before. */
import type { LambdaFunction } from '../../inventory/index.js';
import { chooseModel } from '../../runtimes/choose-model.js';
import { LIMITS, PYTHON_SOURCE } from '../../runtimes/platform.js';
import { footprintOf } from '../footprint.js';
import type { SettingIssue } from './setting-issue.js';
import { memoryOf } from './size.js';
import { isUnread } from './unread.js';

/** Share of its memory that a process or worker may fill: AWS's own signal that memory is too small is 90 %. */
const FILLED = 0.9;

/** `libraries`: what the code imports; nothing is said where no code was analysed. */
export function memoryCopyIssues(fn: LambdaFunction, libraries: readonly string[] | undefined): readonly SettingIssue[] {
  if (fn.language === undefined || libraries === undefined || fn.managedInstances === undefined || isUnread(fn, 'memory') || isUnread(fn, 'maxConcurrency')) return [];
  const { copiesOfMemory, load } = chooseModel(fn.language, fn);
  if (load === undefined || copiesOfMemory.kind === 'one') return [];
  const memory = memoryOf(fn)?.value ?? LIMITS.memory.min;
  const share = Math.floor(memory / load.copies);
  const { working, parts } = footprintOf(fn.language, libraries);
  if (working <= share * FILLED) return [];
  const copies = copiesOfMemory.kind === 'per-vcpu' && copiesOfMemory.of === 'worker' ? 'workers' : 'processes';
  return [{
    topic: 'memory-copies', grade: 'poor', effort: 'setting', source: PYTHON_SOURCE,
    subject: `${memory} MB for ${load.copies} copies of ${working} MB`, at: fn.memory?.from, besides: fn.managedInstances.maxConcurrency?.from,
    problem: `${memory} MB are shared by ${load.copies} ${copies} (${load.often}), ${share} MB for each, and the code needs about ${working} MB in each: ${parts.slice(0, MAX_PARTS).join(', ')}.`,
    remedy: remedyFor(memory, working, load.copies, copiesOfMemory.kind === 'per-invocation'),
  }];
}

const MAX_PARTS = 4;

/** The memory that all copies need, and how many copies the memory is good for. */
function remedyFor(memory: number, working: number, copies: number, perInvocation: boolean): string {
  const wanted = Math.ceil((working * copies) / FILLED / 1024) * 1024;
  const fitting = Math.max(1, Math.floor((memory * FILLED) / working));
  const lower = perInvocation ? `lower the concurrency to ${fitting} or less` : `let an environment have ${fitting} or fewer`;
  return wanted > LIMITS.memory.max ? `${lower.charAt(0).toUpperCase()}${lower.slice(1)}, and take more memory per vCPU.` : `Raise the memory to ${wanted} MB, with more memory per vCPU, or ${lower}.`;
}
