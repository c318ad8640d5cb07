/** A home-made pool whose checkout is not atomic. */
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
      message: `\`${hazard.name}\` is a pool for all invocations, and an invocation closes it while others use it.`,
      primary: harm.use, related: [],
      witness: overlapping([{ by: 'A', point: harm.other }, { by: 'B', point: harm.use }], "A's connection is gone"),
      advice: 'Let the pool live as long as the environment; release what was taken from it in a finally block.',
    };
  },
};
