/** Read, compute, write back: another invocation comes in between. */
import type { Harm, MemoryHazard } from '../../src/analysis/hazard.js';
import type { Judgement, Rule } from '../../src/findings/rule.js';
import { overlapping } from '../../src/findings/witness.js';
import { rival } from '../../src/findings/wording.js';

type LostUpdate = Extract<Harm, { kind: 'lost-update' }>;

export const lostUpdate: Rule = {
  meta: {
    id: 'lost-update', family: 'shared-state-race', severity: 'error', confidence: 'likely', languages: ['node', 'python', 'java', 'dotnet'], cwe: [362, 366],
    summary: 'A read and the write that depends on it can be separated by another invocation',
    description: 'A shared value is read, changed and written back in steps that are not atomic together. An invocation that comes in between has its change overwritten.',
  },
  judge(hazard) {
    if (hazard.kind !== 'memory') return undefined;
    const harm = hazard.harms.find((candidate) => candidate.kind === 'lost-update');
    if (!harm) return undefined;
    const { message, advice } = wording(hazard, harm);
    const outcome = harm.isCheck ? 'A acts on what B has changed meanwhile' : "B's change is overwritten";
    return {
      severity: 'error', confidence: 'likely', exposure: 'new-under-lmi', message, advice,
      primary: harm.write, related: [{ point: harm.read, message: harm.isCheck ? 'what allows the change was looked at here' : 'the value that is written back was read here' }],
      witness: overlapping([{ by: 'A', point: harm.read }, { by: 'B', point: harm.write }, { by: 'A', point: harm.write }], outcome),
    };
  },
};

function wording(hazard: MemoryHazard, harm: LostUpdate): Pick<Judgement, 'message' | 'advice'> {
  const { name, ownThreads } = hazard;
  const cause = harm.acrossSuspension && !ownThreads ? 'an invocation that runs during the suspension in between' : rival(hazard);
  if (harm.isRestored) {
    return {
      message: `\`${name}\` is changed for a while and set back to what was read before: ${rival(hazard)} works with the wrong value meanwhile, and what it has stored is lost.`,
      advice: 'Hand the value on as an argument, or keep it in AsyncLocalStorage, instead of changing what all share for the time of a call.',
    };
  }
  const message = harm.isCheck ? `\`${name}\` is changed after a look at it that may no longer hold: ${cause} has changed it, too.` : `\`${name}\` is read and written back in two steps; the change of ${cause} is lost.`;
  return { message, advice: adviceFor(hazard, harm) };
}

function adviceFor({ model, ownThreads }: MemoryHazard, { isCheck, isCounter }: LostUpdate): string {
  if (model.memory === 'at-suspension') {
    return isCheck ? 'Look at it again after the suspension, make the change before it, or hold an asynchronous lock across both.' : 'Read it after the suspension, in the turn in which it is written, or hold an asynchronous lock across both.';
  }
  return isCounter ? `Use an atomic counter, or count per ${ownThreads ? 'task' : 'invocation'} and add up at the end.` : 'Make read and write one atomic operation, or hold a lock across both.';
}
