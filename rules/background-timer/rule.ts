/** Timers and loops that go on beside the invocations. */
import type { EffectHarm } from '../../src/analysis/hazard.js';
import type { Judgement, Rule } from '../../src/findings/rule.js';
import { overlapping } from '../../src/findings/witness.js';

export const backgroundTimer: Rule = {
  meta: {
    id: 'background-timer', family: 'deferred-work', severity: 'note', confidence: 'likely', languages: ['node', 'python', 'java', 'dotnet'], cwe: [662],
    summary: 'A timer or loop in the background runs beside the invocations',
    description: 'What a module, a static initialiser or a singleton has set going runs for as long as the environment lives. Elsewhere the environment is frozen between invocations, and such code runs by chance; here it always runs, in each copy of the memory, while requests are served.',
  },
  judge(hazard) {
    if (hazard.kind !== 'effect' || hazard.harm.kind !== 'runs-beside') return undefined;
    const { point, name, model } = hazard;
    const how = WORDS[hazard.harm.started];
    return {
      severity: how.severity, confidence: 'likely', exposure: 'worse-under-lmi',
      message: `\`${name}\` ${how.message}`,
      primary: point, related: [],
      witness: overlapping([{ by: 'A', point, action: how.step }, { by: 'B', point, action: 'works for a request' }], `what runs in the background changes the memory and takes the time of requests that are served; copies of it: ${model.copies}`),
      advice: how.advice,
    };
  },
};

type Started = Extract<EffectHarm, { kind: 'runs-beside' }>['started'];

const WORDS: Record<Started, { readonly severity: Judgement['severity']; readonly message: string; readonly step: string; readonly advice: string }> = {
  once: {
    severity: 'note', message: 'goes on in the background as long as the environment lives: it is never frozen, so this runs beside requests, and again in each copy of the memory.',
    step: 'starts it, and it runs over and over',
    advice: 'Check that what it does may happen in the middle of a request, and in each copy of the memory. What keeps state fresh can look at its age when it is used; what sends or cleans up belongs at the end of the invocation or on a schedule outside.',
  },
  'each-time': {
    severity: 'warning', message: 'sets something going with every invocation that goes on when it has answered, and nobody stops it: there is one more each time.',
    step: 'starts it, answers, and it runs on',
    advice: 'Stop it in a `finally` before the invocation answers, or start it once when the module is loaded.',
  },
};
