/**
 * What the running code has put into places that its thread has for itself (`ThreadLocal`, diagnostic contexts) and whether it
 * has taken it away again. May-information: `set` on one branch is `set` after the join, `removed` only when it is on both.
 */
import { PER_THREAD, pathOf, startsWith } from './access-path.js';
import type { AccessPath } from './access-path.js';

export interface ThreadValue {
  /** The place, up to its key where there is one. */
  readonly path: AccessPath;
  readonly is: 'set' | 'removed';
  /** A suspension came after it was set: what is removed now may be what another thread has. */
  readonly isBehind: boolean;
}

/** By key of the place. */
export type ThreadValues = ReadonlyMap<string, ThreadValue>;

export const NO_THREAD_VALUES: ThreadValues = new Map();

/** The place that a thread has for itself in or behind `path`: what the holder keeps for it, under one key. */
export function threadPlaceOf(path: AccessPath): AccessPath | undefined {
  const at = path.steps.indexOf(PER_THREAD);
  if (at < 0) return undefined;
  return pathOf(path.root, path.steps.slice(0, path.steps[at + 1]?.startsWith('"') ? at + 2 : at + 1));
}

/** Step for what a holder keeps under `key`; all keys that are not known are one. */
export function keyStep(key: string | undefined): string {
  return JSON.stringify(key ?? '?');
}

/** The key in a step that `keyStep` has made. */
export function keyIn(step: string | undefined): string | undefined {
  return step?.startsWith('"') && step !== keyStep(undefined) ? step.slice(1, -1) : undefined;
}

export function withValue(values: ThreadValues, path: AccessPath, isBehind = false): ThreadValues {
  return new Map(values).set(path.key, { path, is: 'set', isBehind: isBehind || values.get(path.key)?.isBehind === true });
}

/** What is removed from a place is removed from all that is in it. */
export function withoutValue(values: ThreadValues, path: AccessPath): ThreadValues {
  const result = new Map(values);
  for (const [key, value] of values) if (startsWith(value.path, path) && !value.isBehind) result.delete(key);
  if (!values.get(path.key)?.isBehind) result.set(path.key, { path, is: 'removed', isBehind: false });
  return result;
}

/** Another thread may go on from here. */
export function leftBehind(values: ThreadValues): ThreadValues {
  return new Map([...values].map(([key, value]) => [key, value.is === 'set' ? { ...value, isBehind: true } : value]));
}

export function joinThreadValues(a: ThreadValues, b: ThreadValues): ThreadValues {
  if (a === b) return a;
  const result = new Map<string, ThreadValue>();
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const [one, other] = [a.get(key), b.get(key)];
    const set = one?.is === 'set' ? one : other?.is === 'set' ? other : undefined;
    if (set) result.set(key, { ...set, isBehind: one?.isBehind === true || other?.isBehind === true });
    else if (one && other) result.set(key, one);
  }
  return result;
}

/** Places where something was put, and is still. */
export function valuesSet(values: ThreadValues): readonly ThreadValue[] {
  return [...values.values()].filter((value) => value.is === 'set');
}
