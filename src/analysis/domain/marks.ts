/**
 * Marks: from which inputs a value derives. Bit 0 is the request itself, bit 1 the context that the platform passes beside it,
 * bit 2 the receiver, bit 3 + i the i-th parameter of the function being summarised; a call replaces the relative bits by the
 * marks of the actual arguments. May-information: a set bit means "may derive from".
 */
export type Marks = number;

export const NO_MARKS: Marks = 0;
export const REQUEST: Marks = 1;
/** Of the invocation, but mostly the same for all of them: name and version of the function, its limits, its logger. */
export const CONTEXT: Marks = 2;
export const RECEIVER: Marks = 4;
const INPUTS = REQUEST | CONTEXT;
const MAX_PARAMETERS = 27;

export function parameterMark(index: number): Marks {
  return index < MAX_PARAMETERS ? 8 << index : NO_MARKS;
}

export function joinMarks(...marks: readonly Marks[]): Marks {
  let all = 0;
  for (const mark of marks) all |= mark;
  return all;
}

/** The marks that mean the same in every function. */
export function inputsOf(marks: Marks): Marks {
  return marks & INPUTS;
}

/** Derives from what one invocation was given. */
export function isRequest(marks: Marks): boolean {
  return (marks & INPUTS) !== 0;
}

/** Derives from the event itself. */
export function isEvent(marks: Marks): boolean {
  return (marks & REQUEST) !== 0;
}

/** Marks in the caller's terms. */
export function substituteMarks(marks: Marks, receiver: Marks, args: readonly Marks[]): Marks {
  if ((marks & ~INPUTS) === 0) return marks;
  let result = marks & INPUTS;
  if (marks & RECEIVER) result |= receiver;
  for (let i = 0; i < args.length && i < MAX_PARAMETERS; i++) if (marks & (8 << i)) result |= args[i] ?? 0;
  return result;
}
