/** A long invocation loops over remote calls and never looks at the time it has left. */
import type { Rule } from '../../src/findings/rule.js';
import { overlapping } from '../../src/findings/witness.js';

export const ignoredDeadline: Rule = {
  meta: {
    id: 'ignored-deadline', family: 'deferred-work', severity: 'note', confidence: 'likely', languages: ['node', 'python', 'java', 'dotnet'], cwe: [400],
    summary: 'A loop of remote calls in a function with a long timeout never looks at the time that is left',
    description: 'On Lambda Managed Instances a timeout does not stop the code: the caller gets an error, and the invocation goes on in its slot, next to the one that repeats it. Only code that looks at the remaining time stops before it.',
  },
  judge(hazard) {
    if (hazard.kind !== 'effect' || hazard.harm.kind !== 'ignores-deadline') return undefined;
    const { point } = hazard;
    return {
      severity: 'note', confidence: 'likely', exposure: 'new-under-lmi',
      message: `Nothing on the way looks at the time that is left of ${hazard.harm.timeout} seconds: after a timeout the loop goes on next to the retry.`,
      primary: point,
      related: hazard.others.map((other) => ({ point: other, message: 'called in a loop too' })),
      witness: overlapping([{ by: 'A', point, action: 'has timed out, and goes on with its loop' }, { by: 'B', point, action: 'is the retry, and does the same again' }], 'both work through the same input at once'),
      advice: 'Ask the context for the remaining time before each round, stop in time, and report what is left as not processed.',
    };
  },
};
