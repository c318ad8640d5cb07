/** With which values of its thread an exception may leave a try block or a function. */
import type { State } from '../domain/state.js';
import { NO_THREAD_VALUES, joinThreadValues, valuesSet } from '../domain/thread-values.js';
import type { ThreadValue, ThreadValues } from '../domain/thread-values.js';
import type { Walk } from './walk.js';

/** Runs one operation; where it may throw, what was set before it and is not removed by it may stay. */
export function mayThrow<T>(walk: Walk, state: State, operation: () => T): T {
  const { threadValues } = state;
  const throws = walk.throws;
  const result = operation();
  if (walk.throws > throws) leave(walk, valuesSet(threadValues).filter(({ path }) => state.threadValues.get(path.key)?.is === 'set'));
  return result;
}

/** An exception may leave with these values set. */
export function leave(walk: Walk, values: readonly ThreadValue[]): void {
  if (values.length === 0) return;
  const index = walk.leaving.length - 1;
  walk.leaving[index] = joinThreadValues(walk.leaving[index] ?? NO_THREAD_VALUES, new Map(values.map((value) => [value.path.key, value])));
}

/** Runs `body` apart, and returns the values with which an exception may leave it. */
export function leavingFrom(walk: Walk, body: () => void): ThreadValues {
  walk.leaving.push(NO_THREAD_VALUES);
  body();
  return walk.leaving.pop() ?? NO_THREAD_VALUES;
}
