/**
 * The abstract state at one point of one function: values of locals, what is known of places, which reads and writes are
 * still in the current segment, held locks and the conditions under which the point is reached.
 */
import type { AccessPath } from './access-path.js';
import { joinValues, union } from './value.js';
import type { ReadId, Value } from './value.js';
import { NO_DECISION } from './decision.js';
import type { Decision } from './decision.js';
import { NO_LOANS, joinLoans, joinLoansOfExits } from './loan.js';
import type { Loans } from './loan.js';
import type { HeldLock } from './lock-set.js';
import { meetLocks } from './lock-set.js';
import { NO_LOCKED_LOOKS, commonLooks } from './locked-looks.js';
import type { LockedLooks } from './locked-looks.js';
import type { Look, Site } from './access.js';
import { NO_THREAD_VALUES, joinThreadValues, leftBehind } from './thread-values.js';
import type { ThreadValues } from './thread-values.js';

/** A read that a later write may depend on. */
export interface PendingRead {
  readonly path: AccessPath;
  readonly site: Site;
  /** A suspension may have happened since. */
  readonly stale: boolean;
  readonly test: boolean;
  readonly locks: readonly HeldLock[];
}

/** A write of this execution. */
export interface DoneWrite {
  readonly path: AccessPath;
  readonly stale: boolean;
  /** A suspension may have come after this write, or after an earlier one to the same place. */
  readonly outlasts?: boolean;
  /** Reads of the place that came before it, in the same function. */
  readonly replaced?: readonly ReadId[];
  /** Happens on every path to here. */
  readonly certain: boolean;
  /** Plain values (`StoredValue.plain`) that this execution may have stored there. */
  readonly values: readonly string[];
}

export interface Guard {
  readonly reads: readonly ReadId[];
  readonly test: boolean;
  /** The condition asks for nothing else. */
  readonly alone?: boolean;
  /** The condition compares with the time of day: what it was made of holds for a while only. */
  readonly expires?: boolean;
  /** The condition asks whether this file exists. */
  readonly exists?: Look;
}

export interface State {
  readonly locals: Map<string, Value>;
  readonly heap: Map<string, { readonly path: AccessPath; readonly value: Value }>;
  /** Fresh objects that were stored elsewhere: by fresh root key, where. */
  readonly published: Map<string, readonly AccessPath[]>;
  readonly reads: Map<ReadId, PendingRead>;
  readonly writes: Map<string, DoneWrite>;
  guards: readonly Guard[];
  /** What the conditions around this point derive from. */
  decision: Decision;
  /** Some condition decides whether the code here runs, also one that no read decides. */
  conditional: boolean;
  /** It runs only because something has failed. */
  recovering: boolean;
  /** Reads of the conditions on which loops before this point have ended. */
  looked: readonly ReadId[];
  locks: readonly HeldLock[];
  /** Places of locks that were given back and had been taken before this function began. */
  released: readonly AccessPath[];
  /** What this execution has certainly looked at under a lock. */
  lockedLooks: LockedLooks;
  /** What this execution has put into places of its thread. */
  threadValues: ThreadValues;
  /** What this execution has taken from pools. */
  loans: Loans;
  suspended: boolean;
}

export function emptyState(): State {
  return {
    locals: new Map(), heap: new Map(), published: new Map(), reads: new Map(), writes: new Map(),
    guards: [], decision: NO_DECISION, conditional: false, recovering: false, looked: [], locks: [], released: [], lockedLooks: NO_LOCKED_LOOKS, threadValues: NO_THREAD_VALUES, loans: NO_LOANS, suspended: false,
  };
}

export function copyState(state: State): State {
  return {
    locals: new Map(state.locals), heap: new Map(state.heap), published: new Map(state.published), reads: new Map(state.reads),
    writes: new Map(state.writes), guards: state.guards, decision: state.decision, conditional: state.conditional, recovering: state.recovering, looked: state.looked, locks: state.locks, released: state.released, lockedLooks: state.lockedLooks, threadValues: state.threadValues, loans: state.loans, suspended: state.suspended,
  };
}

/** Other work of the thread may run here: what was read may be outdated, what was written may be overwritten. */
export function suspend(state: State): void {
  state.suspended = true;
  if (state.threadValues.size > 0) state.threadValues = leftBehind(state.threadValues);
  for (const [id, read] of state.reads) if (!read.stale) state.reads.set(id, { ...read, stale: true });
  for (const [cell, write] of state.writes) if (!write.stale) state.writes.set(cell, { ...write, stale: true, outlasts: true });
}

/** A new object is made at `root`: what was known of an earlier one from there is not about this one. */
export function renew(state: State, root: string): void {
  state.published.delete(root);
  for (const [key, { path }] of state.heap) if (path.root.kind === 'fresh' && path.root.site === root) state.heap.delete(key);
}

/** Join of two branches; `undefined` is a branch that does not get here. */
export function joinStates(a: State | undefined, b: State | undefined): State | undefined {
  if (!a) return b;
  if (!b || a === b) return a;
  const result = copyState(a);
  joinLocals(result.locals, b.locals);
  joinHeaps(result, b);
  for (const [key, paths] of b.published) result.published.set(key, union(result.published.get(key) ?? [], paths));
  for (const [id, read] of b.reads) {
    const mine = result.reads.get(id);
    if (!mine) result.reads.set(id, read);
    else if (read.stale && !mine.stale) result.reads.set(id, { ...mine, stale: true });
  }
  joinWrites(result, b);
  result.guards = a.guards === b.guards ? a.guards : commonPrefix(a.guards, b.guards);
  result.conditional = a.conditional || b.conditional;
  result.recovering = a.recovering && b.recovering;
  result.looked = a.looked === b.looked ? a.looked : a.looked.filter((id) => b.looked.includes(id));
  result.locks = meetLocks(a.locks, b.locks);
  result.released = union(a.released, b.released);
  result.lockedLooks = commonLooks(a.lockedLooks, b.lockedLooks);
  result.threadValues = joinThreadValues(a.threadValues, b.threadValues);
  result.loans = joinLoans(a.loans, b.loans);
  result.suspended = a.suspended || b.suspended;
  return result;
}

/** Join of two ways out of a function or try block. */
export function joinExits(a: State | undefined, b: State | undefined): State | undefined {
  const result = joinStates(a, b);
  if (result && a && b) result.loans = joinLoansOfExits(a.loans, b.loans);
  return result;
}

export function joinAll(states: readonly (State | undefined)[]): State | undefined {
  return states.reduce<State | undefined>((joined, state) => joinStates(joined, state), undefined);
}

function joinLocals(result: Map<string, Value>, others: ReadonlyMap<string, Value>): void {
  for (const [name, value] of others) {
    const mine = result.get(name);
    if (mine === value) continue;
    const joined = mine ? joinValues(mine, value) : value;
    if (joined !== mine) result.set(name, joined);
  }
}

/** A place that only one branch wrote holds either that value or what it held before, which the load finds elsewhere. */
function joinHeaps(result: State, b: State): void {
  for (const [key, entry] of result.heap) {
    const other = b.heap.get(key);
    if (other === entry) continue;
    const value = other ? joinValues(entry.value, other.value) : weaken(entry.path, entry.value);
    if (value !== entry.value) result.heap.set(key, { path: entry.path, value });
  }
  for (const [key, entry] of b.heap) if (!result.heap.has(key)) result.heap.set(key, { path: entry.path, value: weaken(entry.path, entry.value) });
}

function weaken(path: AccessPath, value: Value): Value {
  return value.paths.includes(path) && !value.isNull ? value : { ...value, paths: union(value.paths, [path]), isNull: false };
}

/** More different constants than these in one place tell nothing new. */
export const MAX_VALUES = 4;

function joinWrites(result: State, b: State): void {
  for (const [cell, write] of result.writes) {
    const other = b.writes.get(cell);
    if (!other) { if (write.certain) result.writes.set(cell, { ...write, certain: false }); continue; }
    result.writes.set(cell, { path: write.path, stale: write.stale || other.stale, ...outlasting(write, other), ...(write.replaced ? { replaced: write.replaced } : {}), certain: write.certain && other.certain, values: union(write.values, other.values, MAX_VALUES) });
  }
  for (const [cell, write] of b.writes) if (!result.writes.has(cell)) result.writes.set(cell, { ...write, certain: false });
}

/** What holds of a place when one of several writes to it was followed by a suspension. */
export function outlasting(...writes: readonly (DoneWrite | undefined)[]): Pick<DoneWrite, 'outlasts'> {
  return writes.some((write) => write?.outlasts) ? { outlasts: true } : {};
}

function commonPrefix<T>(a: readonly T[], b: readonly T[]): readonly T[] {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}
