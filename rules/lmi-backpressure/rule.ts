/** Triggers of LMI functions that have no answer to throttling, failures and timeouts. */
import type { Rule } from '../../src/findings/rule.js';
import { judgeSetting } from '../../src/findings/setting.js';

export const lmiBackpressure: Rule = {
  meta: {
    id: 'lmi-backpressure', family: 'configuration', severity: 'warning', confidence: 'likely', languages: ['node', 'python', 'java', 'dotnet'], isOutsideCode: true, cwe: [703],
    summary: 'A trigger has no answer to invocations that are throttled, fail or time out',
    description: 'Environments of managed instances refuse invocations while all of their places are taken, and new environments take minutes. After a timeout the code goes on beside the retry. Queues need a visibility timeout above the function\'s, batches an answer for single records, and asynchronous events a place to go to when nobody takes them.',
  },
  judge: (hazard) => judgeSetting(hazard, 'backpressure'),
};
