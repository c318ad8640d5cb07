/** What is called or changed while modules are loaded, by every copy of them at the same time. */
import type { EffectHarm } from '../../src/analysis/hazard.js';
import type { Rule } from '../../src/findings/rule.js';
import { overlapping } from '../../src/findings/witness.js';

export const initSideEffect: Rule = {
  meta: {
    id: 'init-side-effect', family: 'configuration', severity: 'note', confidence: 'likely', languages: ['node', 'python'], cwe: [400, 696],
    summary: 'Loading the module calls other services, or changes something there, in every worker or process at the same time',
    description: 'An environment loads the code once in each worker thread or process, all at the same time, and there are several environments. A migration, a registration or a write runs as often, and beside itself. What is only read is asked for as often, which counts against the limits of the service.',
  },
  judge(hazard) {
    if (hazard.kind !== 'effect' || hazard.harm.kind !== 'calls-at-init') return undefined;
    const { point, name, others, harm } = hazard;
    const words = harm.change === undefined ? ASKS : CHANGES;
    return {
      severity: 'note', confidence: 'likely', exposure: 'worse-under-lmi',
      message: `\`${name}\` ${does(harm.change)} while the module is loaded${others.length === 0 ? '' : `, and so do ${others.length} more ${others.length === 1 ? 'call' : 'calls'}`}: ${howOften(harm)}.`,
      primary: point, related: others.map((other) => ({ point: other, message: 'here too' })),
      witness: overlapping([{ by: 'A', point, action: words.first }, { by: 'B', point, action: words.second }], words.end),
      advice: words.advice,
    };
  },
};

type Called = Extract<EffectHarm, { kind: 'calls-at-init' }>;

const ASKS = {
  first: 'is loaded in one copy of the memory, and asks', second: 'is loaded in another one, and asks the same', end: 'each copy of the memory asks for itself, which counts against the limits of the service and makes the start slower',
  advice: 'Nothing is wrong where the service takes it. Where it limits how often it is asked, give the value to the function with its settings, or fetch it through a cache that the environment shares, as the extension for parameters and secrets is one.',
} as const;

const CHANGES = {
  first: 'is loaded in one copy of the memory, and makes the change', second: 'is loaded in another one, and makes the same change', end: 'the change is made several times, and by two at once, of which one may fail or undo what the other has done',
  advice: 'Make such changes once, when the function is deployed: in a step of the pipeline, a custom resource or a function of its own. Where they have to stay here, they must do no harm when they are made again and by two at once.',
} as const;

function does(change: Called['change']): string {
  switch (change) {
    case 'creates': return 'creates or changes what data are kept in';
    case 'migrates': return 'migrates a database';
    case 'writes': return 'writes to another service';
    case 'sends': return 'sends something';
    case 'starts': return 'starts something';
    case undefined: return 'asks another service';
  }
}

/** `all 16 processes of an environment do so at the same time, 48 times in the 3 environments that there are at least`. */
function howOften({ load }: Called): string {
  if (!load) return 'every copy of the memory of an environment does so, at the same time';
  const { copies, copiesOf, environments: { min, isKnown } } = load;
  const environments = Math.max(1, min);
  const each = copies === 1 ? 'each environment does so' : `all ${copies} ${copiesOf} of an environment${isKnown ? '' : ' with one vCPU'} do so at the same time`;
  return `${each}, ${copies * environments} times in the ${environments} environments that there are at least`;
}
