/** Locks: which object they are, what is held after they were taken or given back, and what an attempt to take one says. */
import type { Span } from '../../ir/index.js';
import type { ClaimFact, LockFact } from '../../knowledge/schema.js';
import { ELEMENT, extend, extendAll, parentOf, pathOf, rootKey } from '../domain/access-path.js';
import type { AccessPath } from '../domain/access-path.js';
import { sameLock, withoutLock } from '../domain/lock-set.js';
import type { HeldLock, LockMode } from '../domain/lock-set.js';
import { NO_MARKS } from '../domain/marks.js';
import type { State } from '../domain/state.js';
import { literalText } from '../domain/text.js';
import { EMPTY, union } from '../domain/value.js';
import type { LockAttempt, Value } from '../domain/value.js';
import type { Engine } from '../engine.js';
import { noteTaken } from './lock-events.js';
import { elementOf } from './places.js';
import { keepStored } from './stored-values.js';
import { aliasesOf } from './record.js';
import { siteId } from './walk.js';
import type { Walk } from './walk.js';

/** The lock is held from `at` on. */
export function takeLock(walk: Walk, state: State, lock: Value, mode: LockMode, at: Span, isAsync = false): void {
  hold(walk, state, { ...lockTaken(walk, state, lock, mode, at), ...(isAsync ? { isAsync } : {}) }, at);
}

/** The lock under which `receiver` runs a function, one of several where `key` says which; nothing when it lets several run at once. */
export function lockOfCall(walk: Walk, state: State, receiver: Value, key: Value | undefined): Value | undefined {
  const isLock = receiver.shapes.some((shape) => shape.kind === 'instance' && walk.engine.knowledge.type(shape.type)?.concurrency === 'lock');
  if (isLock ? admitsSeveral(walk, state, receiver) : permits(walk, state, receiver) !== 1) return undefined;
  const name = key && (literalText(key.text) ?? ELEMENT);
  return name === undefined ? receiver : { ...receiver, paths: receiver.paths.map((path) => extend(path, name)) };
}

function hold(walk: Walk, state: State, lock: HeldLock, at: Span): void {
  if (lock.mode !== 'optimistic') noteTaken(walk, state, lock, at);
  state.locks = [...state.locks, lock];
}

function lockTaken(walk: Walk, state: State, lock: Value, mode: LockMode, at: Span): HeldLock {
  return { paths: lockPaths(walk, state, lock, at), mode, acquisition: siteId(walk, at) };
}

/** Places of the lock object. One that nobody could follow is told from others by where it is taken, unless it comes with the request. */
export function lockPaths(walk: Walk, state: State, lock: Value, at: Span): readonly AccessPath[] {
  const all = withOtherNames(walk.engine, lock.paths.flatMap((path) => aliasesOf(state, path)));
  return all.length > 0 || lock.marks !== NO_MARKS ? all : [pathOf({ kind: 'symbol', name: `lock ${siteId(walk, at)}` })];
}

/** Ends one acquisition. A lock that this function has not taken is its caller's. */
export function releaseLock(state: State, paths: readonly AccessPath[], mode: LockMode | undefined): void {
  const left = withoutLock(state.locks, paths, mode);
  if (left) state.locks = left;
  else state.released = union(state.released, paths);
}

/** What a library's method does to `lock`; an attempt to take it is answered by the result of the call. */
export function useLock(walk: Walk, state: State, lock: Value, fact: LockFact, at: Span, isAsync: boolean): LockAttempt | undefined {
  if (admitsSeveral(walk, state, lock)) return undefined;
  const taken = { ...lockTaken(walk, state, lock, fact.mode, at), ...(isAsync ? { isAsync } : {}) };
  switch (fact.action) {
    case 'acquire': hold(walk, state, taken, at); return undefined;
    case 'release':
      if (fact.mode === 'optimistic') state.locks = state.locks.filter((held) => held.mode !== 'optimistic' || !sameLock(held, taken));
      else releaseLock(state, taken.paths, fact.mode);
      return undefined;
    // What was read before the wait may no longer hold.
    case 'wait': state.locks = state.locks.map((held) => (sameLock(held, taken) ? { ...held, acquisition: taken.acquisition } : held)); return undefined;
    case 'try-acquire': case 'convert': return { lock: taken, isNegated: false, converts: fact.action === 'convert' };
  }
}

/** A semaphore with more than one permit keeps nobody out. Its permits are what it contains. */
function admitsSeveral(walk: Walk, state: State, lock: Value): boolean {
  return permits(walk, state, lock) > 1;
}

function permits(walk: Walk, state: State, lock: Value): number {
  return Number(literalText(elementOf(walk, state, lock).text));
}

/** Remembers how many may hold the semaphore at `path` at once. */
export function notePermits(walk: Walk, state: State, path: AccessPath, permits: Value | undefined): void {
  if (permits) keepStored(walk, state, [extend(path, ELEMENT)], [], { ...EMPTY, ...(permits.text ? { text: permits.text } : {}) });
}

/** `state` where the value that answers the attempt is `outcome`. */
export function whereAttempt(state: State, attempt: LockAttempt | undefined, outcome: boolean): State {
  if (!attempt || attempt.isNegated === outcome) return state;
  const { lock, converts } = attempt;
  if (state.locks.some((held) => held.acquisition === lock.acquisition)) return state;
  const held = converts ? state.locks.findLast((other) => other.paths.some((path) => lock.paths.includes(path))) : undefined;
  state.locks = held ? state.locks.map((other) => (other === held ? { ...held, mode: lock.mode } : other)) : [...state.locks, lock];
  return state;
}

const NOTHING = new Set(['0', '0L', 'false']);

/** Whoever changes a flag from nothing to something else holds it as a lock; the result of the call says whether he does. */
export function claim(walk: Walk, state: State, fact: ClaimFact, receiver: Value | undefined, args: readonly Value[], at: Span): LockAttempt | undefined {
  const flag = fact.flag === undefined ? receiver : args[fact.flag];
  const [from, to] = [fact.from === undefined ? '0' : literalText(args[fact.from]?.text), literalText(args[fact.to]?.text)];
  if (!flag || from === undefined || to === undefined || !NOTHING.has(from) || NOTHING.has(to)) return undefined;
  return { lock: { ...lockTaken(walk, state, flag, 'exclusive', at), isClaim: true }, isNegated: fact.answers === 'before', converts: false };
}

/** What a computed value says of an attempt: `!taken`, `stamp != 0`, `taken == false`. */
export function attemptOf(operator: string, values: readonly Value[]): LockAttempt | undefined {
  const attempt = values.find((value) => value.attempt)?.attempt;
  if (!attempt) return undefined;
  const other = literalText(values.find((value) => !value.attempt)?.text);
  switch (operator) {
    case '!': return { ...attempt, isNegated: !attempt.isNegated };
    case '==': case '===': return other === undefined ? undefined : { ...attempt, isNegated: attempt.isNegated !== NOTHING.has(other) };
    case '!=': case '!==': return other === undefined ? undefined : { ...attempt, isNegated: attempt.isNegated === NOTHING.has(other) };
    default: return undefined;
  }
}

/** Another name of what a field or static variable holds from its initialisation on. */
export type OtherName =
  /** A place of the same object, by the steps from there. */
  | { readonly kind: 'sibling'; readonly steps: readonly string[] }
  | { readonly kind: 'place'; readonly path: AccessPath }
  /** Not one object: whatever the code stores there. */
  | { readonly kind: 'several' };

/** Half of a read-write lock in a field of its own, a condition, a lock that a constructor was given: what is stored at init is known by two names. */
export function noteOtherName(engine: Engine, place: AccessPath, value: Value): void {
  const name = engine.phase === 'init' ? nameOf(place) : undefined;
  const found = name === undefined ? undefined : otherNameOf(place, value);
  if (name === undefined || found === undefined) return;
  const known = engine.otherNames.peek(name);
  if (known === undefined) engine.otherNames.set(name, found);
  else if (known.kind !== 'several' && !isSame(known, found)) engine.otherNames.set(name, { kind: 'several' });
}

/** How a variable or field is called whatever object it belongs to. */
function nameOf(place: AccessPath): string | undefined {
  const last = place.steps.at(-1);
  if (last === undefined) return place.root.kind === 'static' ? place.key : undefined;
  return last.includes('#') ? last : undefined;
}

function otherNameOf(place: AccessPath, value: Value): OtherName | undefined {
  const object = parentOf(place);
  for (const path of value.paths) {
    if (path === place || (path.root.kind === 'fresh' && path.steps.length === 0)) continue;
    const isSibling = place.steps.length > 0 && rootKey(path.root) === rootKey(object.root) && path.steps.length > object.steps.length && object.steps.every((step, i) => step === path.steps[i]);
    if (isSibling) return { kind: 'sibling', steps: path.steps.slice(object.steps.length) };
    if (path.root.kind === 'static' || path.root.kind === 'module' || path.root.kind === 'entry-object') return { kind: 'place', path };
  }
  return undefined;
}

function isSame(a: OtherName, b: OtherName): boolean {
  if (a.kind === 'sibling' && b.kind === 'sibling') return a.steps.join('/') === b.steps.join('/');
  return a.kind === 'place' && b.kind === 'place' && a.path === b.path;
}

/** The places with their other names. */
export function withOtherNames(engine: Engine, paths: readonly AccessPath[]): readonly AccessPath[] {
  return paths.reduce<readonly AccessPath[]>((all, path) => union(all, [path, ...otherNames(engine, path)]), []);
}

function otherNames(engine: Engine, path: AccessPath): readonly AccessPath[] {
  const name = nameOf(path);
  const other = name === undefined ? undefined : engine.otherNames.get(name);
  switch (other?.kind) {
    case 'sibling': return [extendAll(parentOf(path), other.steps)];
    case 'place': return [other.path];
    case 'several': case undefined: return [];
  }
}
