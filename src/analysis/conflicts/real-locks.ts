/** Locks that the code builds of promises and flags: they are some only if all that is done to their places keeps to the protocol. */
import type { Access } from '../domain/access.js';
import { cellOf } from '../domain/cell.js';
import type { HeldLock } from '../domain/lock-set.js';
import type { Run } from '../run.js';

/** The access without what only looked like a lock. */
export function withRealLocks(run: Run, access: Access): Access {
  if (!access.locks.some(isBuilt) && !access.dependsOn.some(({ locks }) => locks.some(isBuilt))) return access;
  const dependsOn = access.dependsOn.map((dependency) => ({ ...dependency, locks: realLocks(run, dependency.locks) }));
  return { ...access, locks: realLocks(run, access.locks), dependsOn };
}

function isBuilt({ builtOf }: HeldLock): boolean {
  return builtOf !== undefined;
}

function realLocks(run: Run, locks: readonly HeldLock[]): readonly HeldLock[] {
  return locks.filter(({ builtOf, paths }) => builtOf === undefined || builtOf === 'waiters' || paths.some((path) => isKept(run, cellOf(path), builtOf)));
}

/** Each promise that is put there follows the one before, and each flag is set by who has found it unset. */
function isKept(run: Run, cell: string, builtOf: 'promises' | 'flag'): boolean {
  let known = keptCells.get(run);
  if (!known) keptCells.set(run, (known = new Map<string, boolean>()));
  const key = `${builtOf} ${cell}`;
  let isReal = known.get(key);
  if (isReal === undefined) known.set(key, (isReal = isAlwaysKept(run, cell, builtOf)));
  return isReal;
}

const keptCells = new WeakMap<Run, Map<string, boolean>>();

function isAlwaysKept(run: Run, cell: string, builtOf: 'promises' | 'flag'): boolean {
  const writes = run.invocation.accesses.filter((access) => access.kind === 'write' && cellOf(access.path) === cell);
  if (builtOf === 'flag') return writes.every((write) => write.isClaim === true || isUnset(write));
  return writes.length > 0 && writes.every((write) => write.value?.isNext === true || isLookedAt(write, cell));
}

function isUnset({ value }: Access): boolean {
  return value?.isNull === true || value?.plain === '"false"';
}

/** `if (tail === mine) tail = undefined`: who is the last one leaves nothing behind. */
function isLookedAt(write: Access, cell: string): boolean {
  return write.dependsOn.some(({ via, test, stale, path }) => via === 'guard' && !test && !stale && cellOf(path) === cell);
}

/** A queue of waiters under which something is accessed: whether it lets one at a time go on, nobody has looked. */
export function assumedLocks(run: Run): readonly HeldLock[] {
  return run.invocation.accesses.flatMap(({ locks }) => locks.filter(({ builtOf }) => builtOf === 'waiters'));
}
