/** What running one invocation at a time would cure, and what it costs. */
import type { Family, Finding } from '../findings/finding.js';
import type { Advice, ConcurrencyOne } from './readiness.js';

/** Families whose hazards do harm in a lone invocation too, whoever else a witness shows. */
const WITHOUT_OVERLAP: ReadonlySet<Family> = new Set(['platform-incompatible', 'configuration', 'deferred-work']);

/** Whether the finding does harm only when two invocations run at once in one environment. */
export function needsOverlap({ witness, exposure, family }: Pick<Finding, 'witness' | 'exposure' | 'family'>): boolean {
  if (WITHOUT_OVERLAP.has(family)) return false;
  return witness === undefined ? exposure === 'new-under-lmi' : witness.relation === 'overlapping';
}

/** What concurrency 1 means for a function with these errors; nothing when none of them needs overlap. */
export function concurrencyOneFor(errors: readonly Finding[], advice: Advice | undefined): ConcurrencyOne | undefined {
  if (!errors.some(needsOverlap)) return undefined;
  return { suffices: errors.every(needsOverlap), cost: costOf(advice) };
}

function costOf(advice: Advice | undefined): string {
  const several = advice?.maxConcurrency.value ?? 1;
  if (advice === undefined || several === 1) return 'Each environment then serves one request at a time, as in classic Lambda, but is paid for all the time.';
  return `${several} requests at once then take ${several} environments of ${advice.memory.value} MB and ${advice.vcpus} vCPU instead of one.`;
}
