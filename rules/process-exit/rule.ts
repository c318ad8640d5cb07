/** Invocation code that ends the process or the worker it runs in. */
import type { Rule } from '../../src/findings/rule.js';
import { later, overlapping } from '../../src/findings/witness.js';

export const processExit: Rule = {
  meta: {
    id: 'process-exit', family: 'platform-incompatible', severity: 'error', confidence: 'likely', languages: ['node', 'python', 'java', 'dotnet'], cwe: [382],
    summary: 'An invocation ends the process or worker that serves others',
    description: 'A process or worker thread of a managed instance serves many invocations, at the same time or one after the other, and is not started again when it ends. Whoever ends it takes the invocations in flight with it, and the capacity for good.',
  },
  judge(hazard) {
    if (hazard.kind !== 'effect' || hazard.harm.kind !== 'ends') return undefined;
    const isAlone = hazard.model.memory === 'never';
    return {
      severity: 'error', confidence: 'likely', exposure: 'worse-under-lmi',
      message: `\`${hazard.name}\` ends the ${hazard.model.processScope}${isAlone ? ', and nobody starts it again' : ', with every other invocation that it serves'}.`,
      primary: hazard.point,
      related: [],
      witness: isAlone ? later([{ by: 'A', point: hazard.point }, { by: 'B', point: hazard.point, action: 'finds no process to run in' }], 'the environment serves less than before, for good')
        : overlapping([{ by: 'A', point: hazard.point }, { by: 'B', point: hazard.point, action: 'is cut off wherever it is' }], 'the caller of B gets no answer, and the capacity is lost'),
      advice: 'Throw an error or return a failure instead, and leave the process to the runtime.',
    };
  },
};
