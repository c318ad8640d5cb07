/** One database session used by several invocations. */
import type { Rule } from '../../src/findings/rule.js';
import { overlapping } from '../../src/findings/witness.js';

export const sharedConnection: Rule = {
  meta: {
    id: 'shared-connection', family: 'unsafe-shared-object', severity: 'error', confidence: 'likely', languages: ['node', 'java', 'dotnet'], cwe: [362],
    summary: 'One database connection serves overlapping invocations',
    description: 'A connection is one session with the database. When invocations share it, their transactions and session settings mix, results go to the wrong caller, and whoever closes it closes it for all.',
  },
  judge(hazard) {
    if (hazard.kind !== 'memory') return undefined;
    const harm = hazard.harms.find((candidate) => candidate.kind === 'connection');
    if (!harm) return undefined;
    const what = harm.session ? 'transactions of overlapping invocations mix in it' : harm.closes ? 'an invocation closes it while others use it' : 'it must not be used by two threads at once';
    return {
      severity: 'error', confidence: 'likely', exposure: 'new-under-lmi',
      message: hazard.ownThreads ? `\`${hazard.name}\` is one connection that tasks of one invocation use at the same time; it takes one operation after the other.` : `\`${hazard.name}\` is one connection for all invocations: ${what}.`,
      primary: harm.use, related: [],
      witness: overlapping([{ by: 'A', point: harm.use }, { by: 'B', point: harm.use }], 'both work in one database session'),
      advice: hazard.ownThreads ? 'Await each operation before the next begins, or give each task a connection of its own.' : 'Use a pool and take a connection from it for each invocation, or open one per invocation and close it.',
    };
  },
};
