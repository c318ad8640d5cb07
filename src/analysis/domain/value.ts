/**
 * Abstract values: which places a value may alias, what it is, what its characters are, which inputs it derives from (marks)
 * and which reads of shared places decided it. Bottom is `EMPTY`; join is union, with bounds that lose shapes, never marks.
 */
import type { Look } from './access.js';
import type { AccessPath } from './access-path.js';
import type { HeldLock } from './lock-set.js';
import type { Marks } from './marks.js';
import { NO_MARKS } from './marks.js';
import type { Shape } from './shape.js';
import type { Text } from './text.js';
import { joinTexts } from './text.js';
import type { WorkId } from './work.js';

/** Identity of a read of a possibly shared place inside one function's analysis. */
export type ReadId = string;

export interface Value {
  readonly paths: readonly AccessPath[];
  readonly shapes: readonly Shape[];
  readonly text?: Text;
  readonly marks: Marks;
  readonly reads: readonly ReadId[];
  /** The outcome of comparing with something that is not null: no question of presence. */
  readonly isComparison?: boolean;
  /** The outcome of asking whether something is there, and of nothing else. */
  readonly isPresence?: boolean;
  /** Derives from the time at which the code runs. */
  readonly fromClock?: boolean;
  /** The outcome of arithmetic, or of putting texts together; `maybe`: on some of the ways here. */
  readonly computed?: Computed;
  /** A promise that is settled only after those that were in these places. */
  readonly after?: readonly AccessPath[];
  /** The value is `null` or `undefined`. */
  readonly isNull?: boolean;
  /** The outcome of asking whether this file exists. */
  readonly exists?: Look;
  /** Says whether an attempt to take a lock has succeeded. */
  readonly attempt?: LockAttempt;
  /** Work that who holds the value could wait for. */
  readonly work?: readonly WorkId[];
  /** As an argument or captured variable: an element of what is gone through, and each run of the function has another. */
  readonly perRun?: boolean;
}

export type Computed = 'always' | 'maybe';

/** An attempt to take a lock: it is held where the value that says so is true, or where it is false when `isNegated`. */
export interface LockAttempt {
  readonly lock: HeldLock;
  readonly isNegated: boolean;
  /** The lock was held in another mode before. */
  readonly converts: boolean;
}

export const EMPTY: Value = { paths: [], shapes: [], marks: NO_MARKS, reads: [] };

const MAX_PATHS = 6;
const MAX_SHAPES = 24;
export const MAX_READS = 16;

export function joinValues(a: Value, b: Value): Value {
  if (a === b || b === EMPTY) return a;
  if (a === EMPTY) return b;
  const text = a.text && b.text ? joinTexts(a.text, b.text) : (a.text ?? b.text);
  const paths = union(a.paths, b.paths, MAX_PATHS);
  const shapes = union(a.shapes, b.shapes, MAX_SHAPES);
  const reads = union(a.reads, b.reads, MAX_READS);
  const marks = a.marks | b.marks;
  const isComparison = a.isComparison ?? b.isComparison;
  const isPresence = a.isPresence && b.isPresence;
  const fromClock = a.fromClock ?? b.fromClock;
  const computed = a.computed === b.computed ? a.computed : 'maybe';
  const after = a.after && b.after ? a.after.filter((path) => b.after?.includes(path)) : undefined;
  const isNull = a.isNull && b.isNull;
  const exists = a.exists ?? b.exists;
  const attempt = a.attempt ?? b.attempt;
  const work = a.work && b.work ? union(a.work, b.work) : (a.work ?? b.work);
  const isSame = text === a.text && paths === a.paths && shapes === a.shapes && reads === a.reads && marks === a.marks;
  if (isSame && isComparison === a.isComparison && isPresence === a.isPresence && fromClock === a.fromClock && computed === a.computed && (after?.length ?? 0) === (a.after?.length ?? 0) && isNull === a.isNull && exists === a.exists && attempt === a.attempt && work === a.work) return a;
  return {
    paths, shapes, ...(text ? { text } : {}), marks, reads,
    ...(isComparison ? { isComparison } : {}), ...(isPresence ? { isPresence } : {}), ...(fromClock ? { fromClock } : {}), ...(computed ? { computed } : {}), ...(after && after.length > 0 ? { after } : {}), ...(isNull ? { isNull } : {}), ...(exists ? { exists } : {}), ...(attempt ? { attempt } : {}), ...(work ? { work } : {}),
  };
}

export function union<T>(a: readonly T[], b: readonly T[], limit = Number.POSITIVE_INFINITY): readonly T[] {
  if (b.length === 0 || a === b) return a;
  if (a.length === 0) return b.length <= limit ? b : b.slice(0, limit);
  const missing = b.filter((item) => !a.includes(item));
  if (missing.length === 0 || a.length >= limit) return a.length > limit ? a.slice(0, limit) : a;
  return [...a, ...missing].slice(0, limit);
}

/** The value's influence without its identity: what a computation with it yields. */
export function derive(...values: readonly Value[]): Value {
  let marks = NO_MARKS;
  let reads: readonly ReadId[] = [];
  let fromClock = false;
  for (const value of values) {
    marks |= value.marks;
    reads = union(reads, value.reads, MAX_READS);
    fromClock ||= value.fromClock === true;
  }
  return { paths: [], shapes: [], marks, reads, ...(fromClock ? { fromClock } : {}) };
}
