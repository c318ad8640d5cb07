/** The trace id is looked for where only one invocation at a time has room. */
import type { Rule } from '../../src/findings/rule.js';

export const legacyTraceId: Rule = {
  meta: {
    id: 'legacy-trace-id', family: 'platform-incompatible', severity: 'warning', confidence: 'likely', languages: ['node', 'java', 'dotnet'], cwe: [477],
    summary: 'The trace id is read from a variable of the process, where it is no longer set',
    description: 'Where invocations overlap in a process, the runtime does not keep the trace id in an environment variable or system property. The context of the invocation has it.',
  },
  judge(hazard) {
    if (hazard.kind !== 'effect' || hazard.harm.kind !== 'legacy' || hazard.harm.what !== 'trace-id') return undefined;
    return {
      severity: 'warning', confidence: 'likely', exposure: 'new-under-lmi',
      message: 'The trace id is read from a variable of the process, where Managed Instances do not set it: traces and logs of the requests fall apart.',
      primary: hazard.point, related: [], witness: undefined,
      advice: 'Take the trace id from the context of the invocation, or let the current version of the X-Ray SDK find it.',
    };
  },
};
