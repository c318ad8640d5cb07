/** Going through a shared collection that another invocation changes. */
import type { Judgement, Rule } from '../../src/findings/rule.js';
import type { Harm, MemoryHazard } from '../../src/analysis/hazard.js';
import { overlapping } from '../../src/findings/witness.js';
import { rival, rivals } from '../../src/findings/wording.js';

type Iteration = Extract<Harm, { kind: 'iteration' }>;

export const unsafeIteration: Rule = {
  meta: {
    id: 'unsafe-iteration', family: 'shared-state-race', severity: 'error', confidence: 'likely', languages: ['node', 'python', 'java', 'dotnet'], cwe: [362, 662],
    summary: 'A shared collection is gone through while an overlapping invocation changes it',
    description: 'A loop, stream, copy or serialisation goes through a collection step by step. An invocation that adds or removes in between makes it throw, skip entries, or see those of another request.',
  },
  judge(hazard) {
    if (hazard.kind !== 'memory') return undefined;
    const harm = hazard.harms.find((candidate) => candidate.kind === 'iteration');
    if (!harm) return undefined;
    const { message, advice } = wording(hazard, harm);
    // Where changes are kept apart, the iteration is the side without protection.
    const isChangeUnprotected = !harm.acrossSuspension && !harm.isFailFast && !harm.change.guardedByLock;
    return {
      severity: 'error', confidence: 'likely', exposure: 'new-under-lmi', message, advice,
      primary: isChangeUnprotected ? harm.change : harm.iterate,
      related: [isChangeUnprotected ? { point: harm.iterate, message: 'gone through here at the same time' } : { point: harm.change, message: 'changed here at the same time' }],
      witness: overlapping([{ by: 'A', point: harm.iterate }, { by: 'B', point: harm.change }, { by: 'A', point: harm.iterate }], 'the next step of A fails, skips an entry, or meets one of B'),
    };
  },
};

function wording(hazard: MemoryHazard, harm: Iteration): Pick<Judgement, 'message' | 'advice'> {
  const { name } = hazard;
  if (harm.acrossSuspension) {
    return {
      message: `\`${name}\` is gone through with suspensions between the steps, and overlapping invocations change it meanwhile: entries are skipped, or those of another request are seen.`,
      advice: 'Go through a copy that is taken in one turn (`[...items]`), or make all calls first and await them together.',
    };
  }
  const snapshot = 'Use a concurrent collection, or take a copy under the lock that all changes hold and go through the copy.';
  if (harm.isFailFast) return { message: `Each call on \`${name}\` is safe, but going through it is many calls: a change by ${rival(hazard)} in between makes it fail or skip entries.`, advice: `Hold the collection's own lock around the whole iteration. ${snapshot}` };
  return { message: `\`${name}\` is gone through while ${rivals(hazard)} change it: the iteration fails or skips entries, and changes may be lost.`, advice: snapshot };
}
