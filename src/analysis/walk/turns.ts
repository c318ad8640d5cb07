/**
 * Locks that code builds for itself where invocations take turns: a chain of promises, a flag that is looked at and set in one
 * turn, a queue of waiters. What they are worth is decided when all that is done to the place is known (`realLocks`).
 */
import type { Span } from '../../ir/index.js';
import { ELEMENT, parentOf } from '../domain/access-path.js';
import type { AccessPath } from '../domain/access-path.js';
import { cellOf } from '../domain/cell.js';
import type { HeldLock } from '../domain/lock-set.js';
import type { State } from '../domain/state.js';
import { literalText } from '../domain/text.js';
import type { Value } from '../domain/value.js';
import type { Engine } from '../engine.js';
import { siteId } from './walk.js';
import type { Walk } from './walk.js';

/** `tail.then(work)` begins when what is at `tail` has ended; who puts the result there makes the next one wait for it. */
export function turnBehind(walk: Walk, { paths }: Value, at: Span): readonly HeldLock[] {
  return built(walk, paths.filter(({ root }) => root.kind !== 'fresh' && root.kind !== 'type'), 'promises', at);
}

/** What is waited for when a promise is: a turn, if other invocations are to end it. */
export function turnAwaited(walk: Walk, state: State, awaited: Value, at: Span): readonly HeldLock[] {
  const places = awaited.paths.filter((path) => path.root.kind !== 'fresh' && isReplacedByPromise(walk.engine, state, path, awaited));
  return built(walk, [...places, ...waitersOf(walk.engine, state, awaited)], 'waiters', at);
}

/** `const before = tail; tail = new Promise(…); await before`: the next one waits for this. */
function isReplacedByPromise(engine: Engine, state: State, place: AccessPath, awaited: Value): boolean {
  const write = state.writes.get(cellOf(place));
  const now = state.heap.get(place.key)?.value;
  return write !== undefined && !write.stale && now !== undefined && madePromises(engine, now).some((path) => !awaited.paths.includes(path));
}

function madePromises({ knowledge }: Engine, { shapes, paths }: Value): readonly AccessPath[] {
  const isPromise = shapes.some((shape) => shape.kind === 'instance' && shape.exact && knowledge.type(shape.type)?.settledBy !== undefined);
  return isPromise ? paths.filter(({ root, steps }) => root.kind === 'fresh' && steps.length === 0) : [];
}

/** `await new Promise((resolve) => waiting.push(resolve))`: places outside of the function where what ends the promise was put. */
function waitersOf(engine: Engine, state: State, awaited: Value): readonly AccessPath[] {
  const settling = awaited.shapes.flatMap((shape) => (shape.kind === 'instance' ? (engine.knowledge.type(shape.type)?.settledBy ?? []) : []));
  if (settling.length === 0 || madePromises(engine, awaited).length === 0) return [];
  const found: AccessPath[] = [];
  for (const { path, value } of state.heap.values()) {
    if (!value.shapes.some((shape) => shape.kind === 'instance' && settling.includes(shape.type))) continue;
    if (path.root.kind === 'fresh') found.push(...(state.published.get(path.root.site) ?? []));
    else if (path.root.kind !== 'captured') found.push(path);
  }
  // The queue is the lock, and not what is in it.
  return found.map((path) => (path.steps.at(-1) === ELEMENT ? parentOf(path) : path)).slice(0, 2);
}

function built(walk: Walk, paths: readonly AccessPath[], builtOf: HeldLock['builtOf'], at: Span): readonly HeldLock[] {
  return paths.length === 0 ? [] : [{ paths, mode: 'exclusive', acquisition: siteId(walk, at), isAsync: true, ...(builtOf ? { builtOf } : {}) }];
}

const SET = 'true';

/** A flag that is set in the turn in which a look has found it unset: whoever comes meanwhile finds it set. */
export function isClaim(state: State, places: readonly AccessPath[], value: Value): boolean {
  const [place, ...others] = places;
  if (!place || others.length > 0 || literalText(value.text) !== SET) return false;
  return [...state.guards.flatMap((guard) => guard.reads), ...state.looked].some((id) => {
    const read = state.reads.get(id);
    return read !== undefined && !read.stale && cellOf(read.path) === cellOf(place);
  });
}

/** The flag is held from here on, or given back. */
export function noteFlag(walk: Walk, state: State, places: readonly AccessPath[], hasClaimed: boolean, at: Span): void {
  if (hasClaimed) state.locks = [...state.locks, ...built(walk, places, 'flag', at)];
  else state.locks = state.locks.filter((lock) => lock.builtOf !== 'flag' || !lock.paths.some((path) => places.includes(path)));
}
