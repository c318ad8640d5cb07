/** Request data in memory that other invocations overwrite or see. */
import type { Rule } from '../../src/findings/rule.js';
import { overlapping } from '../../src/findings/witness.js';

export const requestStateLeak: Rule = {
  meta: {
    id: 'request-state-leak', family: 'request-state-leak', severity: 'error', confidence: 'likely', languages: ['node', 'python', 'java', 'dotnet'],
    cwe: [488, 362], securitySeverity: '7.5',
    summary: 'Request data is kept in memory that overlapping invocations share',
    description: 'A field, module variable or static keeps data of the current request and is read again later. An overlapping invocation replaces it in between, so one request works with the data of another.',
  },
  judge(hazard) {
    if (hazard.kind !== 'memory') return undefined;
    const harm = hazard.harms.find((candidate) => candidate.kind === 'leak');
    if (!harm?.read) return undefined;
    const between = harm.acrossSuspension ? 'while the first one is suspended' : 'before it is read again';
    return {
      severity: 'error', confidence: 'likely', exposure: 'new-under-lmi',
      message: `\`${hazard.name}\` keeps data of one request where an overlapping invocation overwrites it ${between}.`,
      primary: harm.write,
      related: [{ point: harm.read, message: 'read here, perhaps with the data of another request' }],
      witness: overlapping([
        { by: 'A', point: harm.write },
        { by: 'B', point: harm.write },
        { by: 'A', point: harm.read },
      ], `A works with the data that B stored in ${hazard.name}`),
      advice: `Pass the value as an argument or keep it in an object that the invocation creates; \`${hazard.name}\` outlives the request.`,
    };
  },
};
