/**
 * Lock sets with identity and acquisition. Two accesses exclude each other when they hold a common lock, not both shared;
 * two accesses of one invocation are atomic together only when they lie in the same acquisition of it.
 */
import type { AccessPath } from './access-path.js';

export interface HeldLock {
  /** Places that hold the lock object. */
  readonly paths: readonly AccessPath[];
  readonly mode: 'exclusive' | 'shared';
  /** Where and on which call chain it was acquired. */
  readonly acquisition: string;
}

/** Locks held on both of two joining branches. */
export function meetLocks(a: readonly HeldLock[], b: readonly HeldLock[]): readonly HeldLock[] {
  if (a === b) return a;
  return a.filter((lock) => b.some((other) => other.acquisition === lock.acquisition));
}

/** A lock that excludes whoever holds `a` from whoever holds `b`. */
export function commonLock(a: readonly HeldLock[], b: readonly HeldLock[]): HeldLock | undefined {
  return a.find((lock) => b.some((other) => sameLock(lock, other) && (lock.mode === 'exclusive' || other.mode === 'exclusive')));
}

/** Whether one acquisition spans both points of an execution. */
export function sameAcquisition(a: readonly HeldLock[], b: readonly HeldLock[]): boolean {
  return a.some((lock) => b.some((other) => other.acquisition === lock.acquisition));
}

function sameLock(a: HeldLock, b: HeldLock): boolean {
  return a.paths.some((path) => b.paths.includes(path));
}
