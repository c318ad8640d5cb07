/**
 * Marks: from which inputs a value derives. Bit 0 is the request itself, bit 1 the receiver, bit 2 + i the i-th parameter of
 * the function being summarised; a call replaces the relative bits by the marks of the actual arguments. May-information:
 * a set bit means "may derive from".
 */
export type Marks = number;

export const NO_MARKS: Marks = 0;
export const REQUEST: Marks = 1;
export const RECEIVER: Marks = 2;
const MAX_PARAMETERS = 28;

export function parameterMark(index: number): Marks {
  return index < MAX_PARAMETERS ? 4 << index : NO_MARKS;
}

export function joinMarks(...marks: readonly Marks[]): Marks {
  let all = 0;
  for (const mark of marks) all |= mark;
  return all;
}

export function isRequest(marks: Marks): boolean {
  return (marks & REQUEST) !== 0;
}

/** Marks in the caller's terms. */
export function substituteMarks(marks: Marks, receiver: Marks, args: readonly Marks[]): Marks {
  if (marks === NO_MARKS || marks === REQUEST) return marks;
  let result = marks & REQUEST;
  if (marks & RECEIVER) result |= receiver;
  for (let i = 0; i < args.length && i < MAX_PARAMETERS; i++) if (marks & (4 << i)) result |= args[i] ?? 0;
  return result;
}
