/** A place is guarded by a lock here, and not there. */
import type { Harm, MemoryHazard } from '../../src/analysis/hazard.js';
import type { Judgement, Rule } from '../../src/findings/rule.js';
import { overlapping } from '../../src/findings/witness.js';
import { rival } from '../../src/findings/wording.js';

type InconsistentLock = Extract<Harm, { kind: 'inconsistent-lock' }>;

export const inconsistentLock: Rule = {
  meta: {
    id: 'inconsistent-lock', family: 'shared-state-race', severity: 'error', confidence: 'likely', languages: ['node', 'python', 'java', 'dotnet'], cwe: [362, 366, 667, 820],
    summary: 'A lock guards some accesses to shared memory and not others that conflict with them',
    description: 'A lock protects only what every access takes it for. Where one access holds no lock, another lock, a read lock for a write, a lock that the invocation made itself, or gives the lock back before the last dependent step, an overlapping invocation comes in.',
  },
  judge(hazard) {
    if (hazard.kind !== 'memory') return undefined;
    const harm = hazard.harms.find((candidate) => candidate.kind === 'inconsistent-lock');
    return harm && judgeLock(hazard, harm);
  },
};

function judgeLock(hazard: MemoryHazard, harm: InconsistentLock): Judgement {
  const { name } = hazard;
  const lock = harm.lock === '' ? 'a lock' : `\`${harm.lock}\``;
  const isAlone = harm.guarded.location.line === harm.unprotected.location.line && harm.guarded.location.file === harm.unprotected.location.file;
  return {
    severity: harm.onlyStale ? 'warning' : 'error', confidence: 'likely', exposure: 'new-under-lmi',
    message: messageOf(name, lock, harm, rival(hazard)),
    primary: harm.unprotected, related: isAlone ? [] : [{ point: harm.guarded, message: harm.why === 'declared' ? 'used here at the same time' : `guarded by ${lock} here` }],
    witness: harm.why === 'released-between' || harm.why === 'read-before' || harm.why === 'one-of-many'
      ? overlapping([{ by: 'A', point: harm.guarded }, { by: 'B', point: harm.unprotected }, { by: 'A', point: harm.unprotected }], "B's change is overwritten")
      : overlapping([{ by: 'A', point: harm.guarded }, { by: 'B', point: harm.unprotected }], `B does not wait for A: both are at ${name} at once`),
    advice: adviceOf(lock, harm),
  };
}

function messageOf(name: string, lock: string, harm: InconsistentLock, other: string): string {
  const stale = harm.onlyStale ? 'nothing makes the newest value visible here' : `${other} comes in between`;
  switch (harm.why) {
    case 'no-lock': return `\`${name}\` is guarded by ${lock} elsewhere and used without it here: ${stale}.`;
    case 'declared': return `\`${name}\` is declared to be guarded by ${lock}, which is not held here: ${other} comes in between.`;
    case 'other-lock': return `\`${name}\` is guarded by different locks, here and at ${lock}: neither keeps out who holds the other.`;
    case 'read-lock': return `\`${name}\` is changed under a read lock, which several invocations hold at once.`;
    case 'own-lock': return `\`${name}\` is shared, and the lock that is held here belongs to one invocation: it keeps nobody out.`;
    case 'replaced-lock': return `The lock around \`${name}\` is an object that invocations replace: who waits for the old one is not kept out by the new one.`;
    case 'one-of-many': return `\`${name}\` is one place for all, and the lock that is held here is one of many, chosen by a key: who has another key comes in between.`;
    case 'read-before': return `\`${name}\` is read before ${lock} is taken and written back under it: the change of an invocation that held it meanwhile is lost.`;
    case 'released-between': return `\`${name}\` is read under ${lock} and written back under it later; the lock is given back in between, so the change of ${other} is lost.`;
  }
}

function adviceOf(lock: string, { why }: InconsistentLock): string {
  switch (why) {
    case 'no-lock': case 'other-lock': return `Take one lock around every access, reads too${why === 'no-lock' ? ` (${lock})` : ''}, or keep the state in a type that is safe for threads.`;
    case 'declared': return `Take ${lock} around every access, reads too, or correct the declaration.`;
    case 'read-lock': return 'Take the write lock for changes.';
    case 'own-lock': return 'Lock an object that all invocations share: a final field of the handler or a static one.';
    case 'replaced-lock': return 'Lock a final object that is made for this purpose and never replaced.';
    case 'one-of-many': return 'Use one lock for what all keys have in common, or keep the state per key, too.';
    case 'read-before': return 'Read it under the lock, in the same acquisition as the write that depends on it.';
    case 'released-between': return 'Hold the lock from the read to the write that depends on it, or make both one atomic operation.';
  }
}
