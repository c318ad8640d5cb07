/** Calls that keep others out. */

/** What a call does to a lock. */
export interface LockFact {
  readonly action:
    | 'acquire' | 'release'
    /** The lock is held when the result is true (or is not zero). */
    | 'try-acquire'
    /** As `try-acquire`, of a lock that is held in another mode. */
    | 'convert'
    /** Gives the lock back, waits for a signal, and takes it again. */
    | 'wait';
  /** `upgradeable`: beside readers, but one at a time. `optimistic`: an attempt to read without it, which `release` ends. */
  readonly mode: 'exclusive' | 'shared' | 'upgradeable' | 'optimistic';
  /** Index of the argument that is the lock; absent: the receiver. */
  readonly argument?: number;
}

/**
 * An atomic change of a flag that succeeds for one caller until it is taken back: whoever has changed it from nothing (`false`,
 * 0) to something else is alone, as with a lock that was tried (`compareAndSet(false, true)`).
 */
export interface ClaimFact {
  /** Index of the argument that is the flag, where it is not the receiver. */
  readonly flag?: number;
  /** Index of the value that has to be there before; absent: any. */
  readonly from?: number;
  /** Index of the value that is put there. */
  readonly to: number;
  /** What the call returns: whether it has succeeded, or what was there before. */
  readonly answers: 'success' | 'before';
}
