/** What conditions are made of: whether they ask for a value or for its presence, and what they decide. */
import type { Operand } from '../../ir/index.js';
import { ELEMENT, isRelative } from '../domain/access-path.js';
import { joinDecisions } from '../domain/decision.js';
import type { Decision } from '../domain/decision.js';
import { NO_MARKS } from '../domain/marks.js';
import type { State } from '../domain/state.js';
import type { Value } from '../domain/value.js';
import { evaluate } from './walk.js';
import type { Walk } from './walk.js';

/** Whether a variable of the program has a value yet is decided by who came first, and not by what the value is made of. */
export function presenceOf(value: Value): Value {
  const isVariable = value.paths.length > 0 && value.paths.every(({ root, steps }) => !isRelative(root) && root.kind !== 'captured' && root.kind !== 'fresh' && !steps.includes(ELEMENT));
  return isVariable ? { ...value, marks: NO_MARKS } : value;
}

/** A question for the presence of something, or the object itself, of which a condition asks whether it is there. */
export function asksPresence(state: State, { isPresence, isComparison, paths, reads }: Value): boolean {
  return isPresence === true || (!isComparison && paths.length > 0 && paths.every((path) => reads.some((id) => state.reads.get(id)?.path === path)));
}

/** What is reached only when `condition` holds, or only when it does not, is decided by it. */
export function decidedBy(walk: Walk, state: State, condition: Operand): Decision {
  const known = evaluate(walk, state, condition);
  const value = known.isComparison ? known : presenceOf(known);
  return value.marks === NO_MARKS ? state.decision : joinDecisions(state.decision, { by: value.marks, presence: value.isComparison ? NO_MARKS : value.marks });
}
