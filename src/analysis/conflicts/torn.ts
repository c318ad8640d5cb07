/** Two writes that belong together: another invocation reads in between and finds the one without the other. */
import type { Access } from '../domain/access.js';
import { holderOf } from '../domain/cell.js';
import type { HeldLock } from '../domain/lock-set.js';
import type { Harm } from '../hazard.js';
import { isReading } from '../walk/record.js';
import { byPosition, isLazy, point, referenceWrites } from './case.js';
import type { Case } from './case.js';
import { areTogether, mayFollow } from './sequence.js';
import { effectiveLocks, isContent, isShared } from './sharing.js';

/** Both writes, and the reads of one invocation that may see only one of them. */
interface TornPair {
  readonly first: Access;
  readonly second: Access;
  readonly reads: readonly [Access, Access];
}

/** Two fields that are taken from one object, one after the other, and read together. */
export function tornHarm(judged: Case): readonly Harm[] {
  if (judged.model.memory !== 'anywhere') return [];
  const pair = tornPair(judged, 'first');
  if (!pair) return [];
  const { first, second, reads } = pair;
  return [{ kind: 'torn', first: point(judged, first), second: point(judged, second), read: point(judged, reads[0]) }];
}

/** The place is the later one of a pair, of which the finding about the first one speaks. */
export function isSecondOfPair(judged: Case): boolean {
  return tornPair(judged, 'second') !== undefined;
}

function tornPair(judged: Case, role: 'first' | 'second'): TornPair | undefined {
  const { run, group, engine } = judged;
  for (const own of referenceWrites(group).filter((write) => mustAgree(write))) {
    const twins = run.invocation.accesses.filter((access) => access.kind === 'write' && holderOf(access.path) !== group.holder
      && isShared(run, access.path) && !isContent(access) && mustAgree(access) && shareOrigin(own, access)).sort(byPosition);
    for (const twin of twins) {
      const [first, second] = role === 'first' ? [own, twin] : [twin, own];
      if (!areTogether(first, second) || !mayFollow(engine, first, second)) continue;
      const reads = readTogether(judged, first, second);
      if (reads) return { first, second, reads };
    }
  }
  return undefined;
}

/** Part of an object at the time of the write; what is set only once, or when its time is over, has its own rules. */
function mustAgree(write: Access): boolean {
  const isRefresh = write.dependsOn.some((dependency) => dependency.via === 'guard' && dependency.expires);
  return write.value !== undefined && !write.value.isNull && write.value.partOf !== undefined && !isLazy(write) && !isRefresh;
}

function shareOrigin(a: Access, b: Access): boolean {
  return a.value?.partOf?.some((origin) => b.value?.partOf?.includes(origin)) === true;
}

function readTogether(judged: Case, first: Access, second: Access): readonly [Access, Access] | undefined {
  const reads = (holder: string): readonly Access[] => judged.run.invocation.accesses.filter((access) => isReading(access.kind) && !isContent(access) && holderOf(access.path) === holder);
  const [holder, other] = [holderOf(first.path), holderOf(second.path)];
  for (const a of reads(holder)) {
    const b = reads(other).find((access) => areTogether(a, access));
    if (b && !isKeptWhole(judged, [first, second], [a, b])) return [a, b];
  }
  return undefined;
}

/** One lock spans both writes, and the readers hold it across both reads. */
function isKeptWhole({ run }: Case, writes: readonly [Access, Access], reads: readonly [Access, Access]): boolean {
  const spanning = ([a, b]: readonly [Access, Access]): readonly HeldLock[] =>
    effectiveLocks(run, a.locks).filter((lock) => b.locks.some((other) => other.acquisition === lock.acquisition));
  const writing = spanning(writes);
  return spanning(reads).some((lock) => writing.some((other) => other.paths.some((path) => lock.paths.includes(path)) && (lock.mode === 'exclusive' || other.mode === 'exclusive')));
}
