/** Functions that each invocation registers anew on something that outlives it. */
import type { Severity, Witness } from '../../src/findings/finding.js';
import type { EffectHazard } from '../../src/analysis/hazard.js';
import type { Rule } from '../../src/findings/rule.js';
import { later, overlapping } from '../../src/findings/witness.js';

export const handlerRegistration: Rule = {
  meta: {
    id: 'handler-registration', family: 'process-global-mutation', severity: 'error', confidence: 'likely', languages: ['node', 'python', 'java', 'dotnet'], cwe: [401, 488],
    summary: 'An invocation registers a listener, hook or handler on something that outlives it',
    description: 'Events of the process, emitters, loggers and hooks that are made once keep every function that is registered with them. Invocations that register one each time make them grow without end, and each is called for what other requests do.',
  },
  judge(hazard) {
    if (hazard.kind !== 'effect' || hazard.harm.kind !== 'registers') return undefined;
    const { keepsRequest, keeper } = hazard.harm;
    return {
      severity: severityOf(hazard, keepsRequest), confidence: 'likely', exposure: 'worse-under-lmi',
      message: `\`${hazard.name}\` ${keeper === undefined ? 'adds' : 'gets'} one more with every invocation, and none is taken away${keepsRequest ? ': each keeps the data of its request, and is called with them when others are served' : ''}.`,
      primary: hazard.point, related: [],
      witness: witnessOf(hazard, keepsRequest),
      advice: 'Register once, when the module is loaded or the handler is made, and look up what belongs to the request in the context of the invocation; or take it away in a `finally`.',
    };
  },
};

/** Where one invocation runs at a time, nobody else is served meanwhile. */
function severityOf({ model }: EffectHazard, keepsRequest: boolean): Severity {
  return keepsRequest && model.memory !== 'never' ? 'error' : 'warning';
}

function witnessOf({ model, point }: EffectHazard, keepsRequest: boolean): Witness {
  const outcome = keepsRequest ? 'what A has registered is called with the data of A, and kept for good' : 'both are called, and each invocation adds another';
  const steps = [{ by: 'A', point }, { by: 'B', point, action: 'registers one more' }] as const;
  return model.memory === 'never' ? later(steps, outcome) : overlapping(steps, outcome);
}
