/** Calls that a worker thread does not allow, and hooks that it never runs. */
import type { Rule } from '../../src/findings/rule.js';

export const workerUnsupportedCall: Rule = {
  meta: {
    id: 'worker-unsupported-call', family: 'platform-incompatible', severity: 'error', confidence: 'likely', languages: ['node'], cwe: [758],
    summary: 'A call that worker threads refuse, or a hook that they never run',
    description: 'On Managed Instances functions run in worker threads of Node.js. These throw when code changes the working directory, the file mode mask or the user, or aborts the process, and they never see a signal.',
  },
  judge(hazard) {
    if (hazard.kind !== 'effect' || hazard.harm.kind !== 'refused') return undefined;
    const { isUnheard, atInit, isCaught } = hazard.harm;
    return {
      severity: isUnheard ? 'note' : isCaught ? 'warning' : 'error', confidence: 'likely', exposure: 'new-under-lmi',
      message: isUnheard ? `\`${hazard.name}\` is never run for a signal: functions run in worker threads, which no signal reaches.`
        : `\`${hazard.name}\` throws in a worker thread${consequence(atInit, isCaught)}.`,
      primary: hazard.point, related: [], witness: undefined,
      advice: isUnheard ? 'Finish what has to be finished before each invocation answers.' : 'Use absolute paths, the mode of each file, or a child process, instead of changing the process.',
    };
  },
};

function consequence(atInit: boolean, isCaught: boolean): string {
  if (isCaught) return ', and what is caught around it leaves things as they were';
  return atInit ? ', so that the module cannot be loaded' : '';
}
