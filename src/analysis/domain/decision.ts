/**
 * What decides whether a place is reached: the marks of the conditions around it. A condition behind which somebody has returned
 * early is none of them: whoever comes that far does what follows each time.
 */
import { NO_MARKS } from './marks.js';
import type { Marks } from './marks.js';

export interface Decision {
  /** Of all conditions. */
  readonly by: Marks;
  /** Of those that ask whether something is there. */
  readonly presence: Marks;
}

export const NO_DECISION: Decision = { by: NO_MARKS, presence: NO_MARKS };

export function joinDecisions(a: Decision, b: Decision): Decision {
  if ((a.by | b.by) === a.by && (a.presence | b.presence) === a.presence) return a;
  return { by: a.by | b.by, presence: a.presence | b.presence };
}
