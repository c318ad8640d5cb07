/** Migration steps and notes that several functions have: they are said once, at the end. */
import { compareText } from '../../findings/order.js';
import type { MigrationNote, MigrationStep } from '../../readiness/readiness.js';
import type { FunctionReport } from '../audit-report.js';

/** Each with the number of functions that it is said of. */
export interface CommonAdvice {
  readonly steps: readonly Common<MigrationStep>[];
  readonly notes: readonly Common<MigrationNote>[];
}

type Common<T> = T & { readonly functions: number };

export const NOTHING_COMMON: CommonAdvice = { steps: [], notes: [] };

export function commonAdvice(functions: readonly FunctionReport[]): CommonAdvice {
  return {
    steps: saidOfSeveral(functions.map(({ readiness }) => readiness.platform.steps)),
    notes: saidOfSeveral(functions.map(({ readiness }) => readiness.notes)),
  };
}

/** What more than one function has, the most frequent first. */
function saidOfSeveral<T extends { readonly what: string }>(lists: readonly (readonly T[])[]): readonly Common<T>[] {
  const counts = new Map<string, Common<T>>();
  for (const one of lists.flat()) counts.set(one.what, { ...one, functions: (counts.get(one.what)?.functions ?? 0) + 1 });
  return [...counts.values()].filter(({ functions: count }) => count > 1).sort((a, b) => b.functions - a.functions || compareText(a.what, b.what));
}
