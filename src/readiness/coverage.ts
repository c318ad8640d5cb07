/** When the analysis has understood enough of a function to call it ready. What was not proven is never called ready. */
import type { Coverage } from '../analysis/result.js';
import { counted, percent } from './words.js';

/** Least share of calls and receivers that must be understood. */
export const PROVEN_THRESHOLD = 0.8;

/** Share of calls, receivers and syntax that was understood, 0 to 1. Nothing reached is nothing understood. */
export function understoodShare(coverage: Coverage): number {
  if (coverage.reachedFunctions === 0) return 0;
  const { calls, resolvedCalls, receivers, resolvedReceivers, unknownNodes } = coverage;
  const all = calls + receivers + unknownNodes;
  return all === 0 ? 1 : (resolvedCalls + resolvedReceivers) / all;
}

/** Why the function is not proven, in words that go after "because"; empty when it is. */
export function provenGaps(coverage: Coverage): readonly string[] {
  if (coverage.reachedFunctions === 0) return ['none of its code was reached'];
  const share = understoodShare(coverage);
  return [
    ...(share < PROVEN_THRESHOLD ? [`only ${percent(share)} of its calls and receivers were understood`] : []),
    ...(coverage.unreadFiles.length > 0 ? [`${counted(coverage.unreadFiles.length, 'file')} it uses could not be read in full`] : []),
    ...(coverage.bounds.length > 0 ? ['a limit of the analysis cut something off'] : []),
  ];
}
