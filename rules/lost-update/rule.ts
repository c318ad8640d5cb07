/** Read, compute, write back: another invocation comes in between. */
import type { Rule } from '../../src/findings/rule.js';
import { overlapping } from '../../src/findings/witness.js';
import { rival } from '../../src/findings/wording.js';

export const lostUpdate: Rule = {
  meta: {
    id: 'lost-update', family: 'shared-state-race', severity: 'error', confidence: 'likely', languages: ['node', 'java', 'dotnet'], cwe: [362, 366],
    summary: 'A read and the write that depends on it can be separated by another invocation',
    description: 'A shared value is read, changed and written back in steps that are not atomic together. An invocation that comes in between has its change overwritten.',
  },
  judge(hazard) {
    if (hazard.kind !== 'memory') return undefined;
    const harm = hazard.harms.find((candidate) => candidate.kind === 'lost-update');
    if (!harm) return undefined;
    const cause = harm.acrossSuspension && !hazard.ownThreads ? 'an invocation that runs during the suspension in between' : rival(hazard);
    return {
      severity: 'error', confidence: 'likely', exposure: 'new-under-lmi',
      message: `\`${hazard.name}\` is read and written back in two steps; the change of ${cause} is lost.`,
      primary: harm.write, related: [{ point: harm.read, message: 'the value that is written back was read here' }],
      witness: overlapping([{ by: 'A', point: harm.read }, { by: 'B', point: harm.write }, { by: 'A', point: harm.write }], "B's change is overwritten"),
      advice: harm.isCounter ? `Use an atomic counter, or count per ${hazard.ownThreads ? 'task' : 'invocation'} and add up at the end.` : 'Make read and write one atomic operation, or hold a lock across both.',
    };
  },
};
