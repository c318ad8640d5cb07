/** Work is begun and nobody waits for it. */
import type { Rule } from '../../src/findings/rule.js';
import { later } from '../../src/findings/witness.js';

export const floatingWork: Rule = {
  meta: {
    id: 'floating-work', family: 'deferred-work', severity: 'warning', confidence: 'likely', languages: ['node', 'python', 'java', 'dotnet'], cwe: [755, 772],
    summary: 'Work is started and nobody awaits or joins it, so that it outlives the invocation',
    description: 'The invocation answers while the work is still running: a failure reaches nobody, a retry runs next to it, and it takes time and memory from other requests. In Node.js a rejection that nobody handles ends the worker thread with all its invocations, and so does an exception in an `async void` method of .NET with the process.',
  },
  judge(hazard) {
    if (hazard.kind !== 'effect' || hazard.harm.kind !== 'floats') return undefined;
    const { point, harm: { ends, isAnswered } } = hazard;
    const work = hazard.name.startsWith('<') ? 'the function that is run here' : `what \`${hazard.name}\` starts here`;
    const harm = ends === undefined ? 'the invocation may answer before it is done, and its failure reaches nobody' : `when it fails, ${ends} ends`;
    return {
      severity: isAnswered ? 'note' : ends === undefined ? 'warning' : 'error', confidence: 'likely', exposure: 'worse-under-lmi',
      message: `Nobody ${isAnswered && ends !== undefined ? 'handles a failure of' : 'waits for'} ${work}: ${harm}.`,
      primary: point, related: [],
      witness: later([{ by: 'A', point }, { by: 'A', point, action: 'answers, and the work goes on' }], ends === undefined ? 'the work goes on next to later invocations, and what it fails with is lost' : `a failure ends ${ends}`),
      advice: 'Await it, return it, or collect it and wait for all of it before the handler answers; what must not hold up the answer belongs into a queue.',
    };
  },
};
