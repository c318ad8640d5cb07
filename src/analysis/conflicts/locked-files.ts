/** Files on which invocations take turns: one lock of the process is held from the first operation on them to the last. */
import type { ExecutionModel } from '../../runtimes/execution-model.js';
import type { FileOperation } from '../domain/access.js';
import { isOneOfMany, sameLock } from '../domain/lock-set.js';
import type { HeldLock } from '../domain/lock-set.js';
import type { Run } from '../run.js';
import type { PathUse } from './path-uses.js';
import { effectiveLocks } from './sharing.js';

const LOOKING: ReadonlySet<FileOperation['effect']> = new Set(['read', 'list'] as const);

/** Whether all that is done to a path is done in turns, of which each reads only what it has written. Locks of memory mean nothing to other processes. */
export function isDoneInTurns(run: Run, { copiesOfMemory }: ExecutionModel, uses: readonly PathUse[]): boolean {
  if (copiesOfMemory.kind !== 'one' || uses.some(({ atInit }) => atInit)) return false;
  const held = uses.map(({ operation }) => ({ operation, locks: effectiveLocks(run, operation.locks).filter((lock) => lock.mode === 'exclusive' && !isOneOfMany(lock)) }));
  return held[0]?.locks.some((lock) => held.every(({ locks }) => locks.some((other) => sameLock(lock, other))) && held.every((use) => isWithinItsTurn(lock, use, held))) === true;
}

interface Held {
  readonly operation: FileOperation;
  readonly locks: readonly HeldLock[];
}

/** What is read was written in the same turn. */
function isWithinItsTurn(lock: HeldLock, { operation, locks }: Held, all: readonly Held[]): boolean {
  if (!LOOKING.has(operation.effect)) return true;
  const turns = locks.filter((own) => sameLock(own, lock)).map(({ acquisition }) => acquisition);
  return all.some((other) => !LOOKING.has(other.operation.effect) && other.locks.some(({ acquisition }) => turns.includes(acquisition)));
}
