/** With which values of its thread, and with what it has taken from pools, an exception may leave a try block or a function. */
import type { Span } from '../../ir/index.js';
import { NO_LOANS, joinLoansOfExits, stranded } from '../domain/loan.js';
import type { State } from '../domain/state.js';
import { NO_THREAD_VALUES, joinThreadValues, valuesSet } from '../domain/thread-values.js';
import type { Value } from '../domain/value.js';
import { site } from './walk.js';
import type { Left, Walk } from './walk.js';

export const NOTHING_LEFT: Left = { values: NO_THREAD_VALUES, loans: NO_LOANS };

/** Runs one operation; where it may throw, what was set before it and is not removed by it may stay. */
export function mayThrow<T>(walk: Walk, state: State, at: Span, operation: () => T): T {
  const { threadValues, loans } = state;
  const { throws, fails } = walk;
  const result = operation();
  if (walk.throws > throws) leave(walk, { values: new Map([...threadValues].filter(([key]) => state.threadValues.get(key)?.is === 'set')), loans: NO_LOANS });
  if (walk.fails > fails && loans.size > 0) leave(walk, { values: NO_THREAD_VALUES, loans: stranded(loans, state.loans, site(walk, at)) });
  return result;
}

/** What was promised is waited for: a failure comes out here. What is waited for itself was not taken then. */
export function mayReject(walk: Walk, state: State, { paths }: Value, at: Span): void {
  if (!walk.promisesFail) return;
  walk.fails++;
  walk.promisesFail = false;
  const loans = new Map([...state.loans].filter(([, { object }]) => !object.some((path) => paths.includes(path))));
  leave(walk, { values: NO_THREAD_VALUES, loans: stranded(loans, loans, site(walk, at)) });
}

/** The code throws here. */
export function leaveNow(walk: Walk, { threadValues, loans }: State, at: Span): void {
  walk.throws++;
  walk.fails++;
  leave(walk, { values: threadValues, loans: stranded(loans, loans, site(walk, at), true) });
}

/** An exception may leave with this. */
export function leave(walk: Walk, left: Left): void {
  const values = valuesSet(left.values);
  const loans = new Map([...left.loans].filter(([, { is }]) => is !== 'back'));
  if (values.length === 0 && loans.size === 0) return;
  const index = walk.leaving.length - 1;
  const known = walk.leaving[index] ?? NOTHING_LEFT;
  walk.leaving[index] = { values: joinThreadValues(known.values, new Map(values.map((value) => [value.path.key, value]))), loans: joinLoansOfExits(known.loans, loans) };
}

/** Runs `body` apart, and returns with what an exception may leave it. */
export function leavingFrom(walk: Walk, body: () => void): Left {
  walk.leaving.push(NOTHING_LEFT);
  body();
  return walk.leaving.pop() ?? NOTHING_LEFT;
}
