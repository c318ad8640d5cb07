/** Pools, and other objects that are made to be shared, which an invocation takes away from the others. */
import type { Rule } from '../../src/findings/rule.js';
import { overlapping } from '../../src/findings/witness.js';

export const unsafePool: Rule = {
  meta: {
    id: 'unsafe-pool', family: 'unsafe-pool', severity: 'error', confidence: 'likely', languages: ['node', 'java', 'dotnet'], cwe: [362, 404],
    summary: 'A pool is replaced or emptied while invocations use it',
    description: 'A pool that is handed out in separable steps, or closed and replaced while others use it, gives two invocations the same resource or takes it away from them.',
  },
  judge(hazard) {
    if (hazard.kind !== 'memory') return undefined;
    const harm = hazard.harms.find((candidate) => candidate.kind === 'pool-closed');
    if (!harm) return undefined;
    return {
      severity: 'error', confidence: 'likely', exposure: 'new-under-lmi',
      message: `\`${hazard.name}\` serves all invocations, and an invocation closes it while others use it.`,
      primary: harm.use, related: [],
      witness: overlapping([{ by: 'A', point: harm.other }, { by: 'B', point: harm.use }], 'A finds it closed'),
      advice: 'Let it live as long as the environment; release in a finally block only what the invocation itself has taken or made.',
    };
  },
};
