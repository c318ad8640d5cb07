/**
 * Lock sets with identity and acquisition. Two accesses exclude each other when they hold a common lock, not both shared;
 * two accesses of one invocation are atomic together only when they lie in the same acquisition of it.
 */
import { ELEMENT, rootKey } from './access-path.js';
import type { AccessPath } from './access-path.js';
import { cellOf } from './cell.js';

/** `upgradeable`: beside readers, but one at a time. `optimistic`: nothing is held, and whether somebody wrote is asked afterwards. */
export type LockMode = 'exclusive' | 'shared' | 'upgradeable' | 'optimistic';

export interface HeldLock {
  /** Places that hold the lock object. */
  readonly paths: readonly AccessPath[];
  readonly mode: LockMode;
  /** Where and on which call chain it was acquired. */
  readonly acquisition: string;
  /** Built by the code itself: a chain of promises, a flag that is looked at and set in one turn, a queue of those who wait. */
  readonly builtOf?: 'promises' | 'flag' | 'waiters';
  /** A flag that was changed in one step from nothing to something: whoever has done it is the first. */
  readonly isClaim?: boolean;
  /** Taken by awaiting it, so that it may be held while other things are awaited. */
  readonly isAsync?: boolean;
}

/** Locks held on both of two joining branches. */
export function meetLocks(a: readonly HeldLock[], b: readonly HeldLock[]): readonly HeldLock[] {
  if (a === b) return a;
  // Who did not have to wait has the turn at once.
  const waited = b.filter((lock) => lock.builtOf === 'waiters' && !a.some((other) => sameLock(other, lock)));
  const met = a.flatMap((lock) => {
    const other = b.find((candidate) => candidate.acquisition === lock.acquisition) ?? b.find((candidate) => sameLock(candidate, lock));
    if (!other) return lock.builtOf === 'waiters' ? [lock] : [];
    return other.mode === lock.mode || lock.mode !== 'exclusive' ? [lock] : [{ ...lock, mode: other.mode }];
  });
  return waited.length === 0 ? met : [...met, ...waited];
}

/** A lock that excludes whoever holds `a` from whoever holds `b`. */
export function commonLock(a: readonly HeldLock[], b: readonly HeldLock[]): HeldLock | undefined {
  return a.find((lock) => b.some((other) => sameLock(lock, other) && modesExclude(lock.mode, other.mode)));
}

/** Whether one acquisition spans both points of an execution. */
export function sameAcquisition(a: readonly HeldLock[], b: readonly HeldLock[]): boolean {
  return a.some((lock) => b.some((other) => other.acquisition === lock.acquisition));
}

/** One of many locks, chosen by a key: who has another key is not kept out. */
export function isOneOfMany(lock: HeldLock): boolean {
  return lock.paths.every((path) => path.steps.includes(ELEMENT));
}

/** Both are held on one lock object. */
export function sameLock(a: HeldLock, b: HeldLock): boolean {
  return a.paths.some((path) => b.paths.includes(path));
}

/** Whether a lock that is held in one mode keeps out whoever asks for it in the other. */
export function modesExclude(a: LockMode, b: LockMode): boolean {
  return a === 'exclusive' || b === 'exclusive' || (a === 'upgradeable' && b === 'upgradeable');
}

/** What is held after one acquisition of the lock at `paths` ends, the innermost of that mode if there is one; nothing when it was not held. */
export function withoutLock(held: readonly HeldLock[], paths: readonly AccessPath[], mode: LockMode | undefined): readonly HeldLock[] | undefined {
  const isIt = (lock: HeldLock): boolean => lock.paths.some((path) => paths.includes(path));
  const inMode = held.findLastIndex((lock) => lock.mode === mode && isIt(lock));
  const index = inMode >= 0 ? inMode : held.findLastIndex(isIt);
  return index < 0 ? undefined : held.filter((_, i) => i !== index);
}

/** A place, and what is held while it is accessed. */
interface Guarded {
  readonly path: AccessPath;
  readonly locks: readonly HeldLock[];
}

/**
 * Both hold a lock that the accessed object has, and reach it in the same way: two that work on one object exclude each other,
 * and those that work on two do not meet, whatever leads to the object.
 */
export function commonOwnLock(a: Guarded, b: Guarded): boolean {
  const own = ownLocks(a);
  if (own.length === 0 || cellOf(a.path) !== cellOf(b.path)) return false;
  return ownLocks(b).some((lock) => own.some((other) => other.way === lock.way && modesExclude(other.mode, lock.mode)));
}

/** Locks of the object that has the accessed field, by the way from there. */
function ownLocks({ path, locks }: Guarded): readonly { readonly way: string; readonly mode: LockMode }[] {
  const depth = path.steps.findLastIndex((step) => step.includes('#'));
  if (depth < 0) return [];
  return locks.flatMap(({ paths, mode }) => paths.flatMap(({ root, steps }) => {
    const isWithin = rootKey(root) === rootKey(path.root) && steps.length >= depth && path.steps.slice(0, depth).every((step, i) => step === steps[i]);
    return isWithin ? [{ way: steps.slice(depth).join('/'), mode }] : [];
  }));
}
