/** A thread of the pool waits for a task that needs the pool. */
import type { Rule } from '../../src/findings/rule.js';
import { overlapping } from '../../src/findings/witness.js';

/** Before version 2.1.1. */
const POLLING = ' The runtime client that the program brings along asks for invocations on the same threads: when they are held, the environment no longer answers.';

export const syncOverAsync: Rule = {
  meta: {
    id: 'sync-over-async', family: 'blocking', severity: 'warning', confidence: 'likely', languages: ['dotnet'], cwe: [400, 833],
    summary: 'An invocation blocks a thread of the pool while it waits for a task',
    description: 'All invocations of a .NET process run on one thread pool. A thread that waits for a task (`Result`, `Wait`, `GetResult`) or sleeps serves nobody, and the task needs another one to go on. With many invocations at once the pool runs dry: requests wait, and the runtime itself may no longer poll for work.',
  },
  judge(hazard) {
    if (hazard.kind !== 'effect' || hazard.harm.kind !== 'holds-thread' || hazard.harm.thread !== 'pool') return undefined;
    const { point, harm: { by, instead, stopsPolling } } = hazard;
    const member = `\`${hazard.name.slice(hazard.name.lastIndexOf('.') + 1)}\``;
    return {
      severity: stopsPolling ? 'error' : 'warning', confidence: 'likely', exposure: 'new-under-lmi',
      message: by === 'task' ? `${member} blocks a thread of the pool until the task is done, which needs a thread of the pool itself.${stopsPolling ? POLLING : ''}` : `${member} blocks a thread of the pool that all invocations share.${stopsPolling ? POLLING : ''}`,
      primary: point, related: [],
      witness: overlapping([{ by: 'A', point }, { by: 'B', point, action: 'blocks another thread' }], 'no thread is left for the tasks that A and B wait for'),
      advice: `${instead === undefined ? 'Await the task' : `Await \`${instead}\` instead`}, and make the methods on the way up to the handler \`async\`.`,
    };
  },
};
