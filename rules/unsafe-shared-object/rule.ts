/** An instance of a type that is not safe for concurrent use. */
import type { Rule } from '../../src/findings/rule.js';
import { overlapping } from '../../src/findings/witness.js';

export const unsafeSharedObject: Rule = {
  meta: {
    id: 'unsafe-shared-object', family: 'unsafe-shared-object', severity: 'error', confidence: 'likely', languages: ['node', 'python', 'java', 'dotnet'], cwe: [362, 366],
    summary: 'An object that is not safe for concurrent use is shared by invocations',
    description: 'Formatters, digests, parsers, random generators and other objects keep state between the steps of one call. Two invocations that use one instance at once get wrong results or exceptions.',
  },
  judge(hazard) {
    if (hazard.kind !== 'memory') return undefined;
    const harm = hazard.harms.find((candidate) => candidate.kind === 'unsafe-object');
    if (!harm) return undefined;
    const simple = harm.type.slice(harm.type.lastIndexOf('.') + 1);
    return {
      severity: 'error', confidence: 'likely', exposure: 'new-under-lmi',
      message: `\`${hazard.name}\` is one ${simple} for ${hazard.ownThreads ? 'all threads of the invocation' : 'all invocations'}, and ${simple} is not safe for concurrent use.`,
      primary: harm.use, related: [],
      witness: overlapping([{ by: 'A', point: harm.use }, { by: 'B', point: harm.use }], `both change the internal state of one ${simple}`),
      advice: harm.instead === undefined ? `Create a ${simple} per ${hazard.ownThreads ? 'thread' : 'invocation'}, or guard it with a lock.` : `Use ${harm.instead}, or create a ${simple} per ${hazard.ownThreads ? 'task' : 'invocation'}.`,
    };
  },
};
