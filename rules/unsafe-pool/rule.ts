/** Pools, and other objects that are made to be shared, which an invocation takes away from the others, or empties bit by bit. */
import type { EffectHazard, Harm } from '../../src/analysis/hazard.js';
import type { Judgement, Rule } from '../../src/findings/rule.js';
import { overlapping } from '../../src/findings/witness.js';
import type { Step } from '../../src/findings/witness.js';

type Closed = Extract<Harm, { readonly kind: 'pool-closed' }>;
type Twice = Extract<Harm, { readonly kind: 'taken-twice' }>;
type Lost = EffectHazard & { readonly harm: Extract<EffectHazard['harm'], { readonly kind: 'lost-loan' }> };

export const unsafePool: Rule = {
  meta: {
    id: 'unsafe-pool', family: 'unsafe-pool', severity: 'error', confidence: 'likely', languages: ['node', 'java', 'dotnet'], cwe: [362, 404, 772],
    summary: 'A pool is closed while others use it, or what is taken from it is not given back',
    description: 'A pool that is handed out in separable steps, or closed and replaced while others use it, gives two invocations the same resource or takes it away from them. What an invocation takes and does not give back when something fails is missing for all that come after it.',
  },
  judge(hazard) {
    if (hazard.kind === 'effect') return isLost(hazard) ? notGivenBack(hazard) : undefined;
    if (hazard.kind !== 'memory') return undefined;
    const harm = hazard.harms.find((candidate) => candidate.kind === 'pool-closed' || candidate.kind === 'taken-twice');
    switch (harm?.kind) {
      case 'pool-closed': return closed(hazard.name, harm);
      case 'taken-twice': return takenTwice(hazard.name, harm);
      case undefined: return undefined;
    }
  },
};

function closed(name: string, harm: Closed): Judgement {
  return {
    severity: 'error', confidence: 'likely', exposure: 'new-under-lmi',
    message: `\`${name}\` serves all invocations, and an invocation closes it while others use it.`,
    primary: harm.use, related: [],
    witness: overlapping([{ by: 'A', point: harm.other }, { by: 'B', point: harm.use }], 'A finds it closed'),
    advice: 'Let it live as long as the environment; release in a finally block only what the invocation itself has taken or made.',
  };
}

function takenTwice(name: string, { take, look }: Twice): Judgement {
  const steps: readonly Step[] = look ? [{ by: 'A', point: look }, { by: 'B', point: look }, { by: 'A', point: take }] : [{ by: 'A', point: take }, { by: 'B', point: take }];
  return {
    severity: 'error', confidence: 'likely', exposure: 'new-under-lmi',
    message: `\`${name}\` keeps what nobody uses, and taking something from it is not one step: two invocations may get the same.`,
    primary: take, related: look ? [{ point: look, message: 'looked at before' }] : [],
    witness: overlapping(steps, 'A and B work with the same object'),
    advice: 'Take with one step that looks and removes at once (a blocking queue, a concurrent bag or queue, a pool of a library), and put it back in a finally block.',
  };
}

function isLost(hazard: EffectHazard): hazard is Lost {
  return hazard.harm.kind === 'lost-loan';
}

const TAKEN: Readonly<Record<Lost['harm']['of'], string>> = { connection: 'connection', object: 'object', item: 'object', permit: 'turn' };

function notGivenBack({ name, harm, point, others: [failure] }: Lost): Judgement {
  const taken = TAKEN[harm.of];
  const when = harm.when === 'always' ? 'is not given back' : harm.isRepeated ? 'is not given back when what handles a failure fails, too' : 'is not given back when something fails after it';
  return {
    severity: harm.isRepeated ? 'warning' : 'error', confidence: 'likely', exposure: 'worse-under-lmi',
    message: `The ${taken} that \`${name}\` takes ${when}: all invocations share what it comes from, and ${harm.of === 'item' ? 'in the end there is none left' : 'those that find nothing left wait for ever'}.`,
    primary: point, related: failure ? [{ point: failure, message: `fails while the ${taken} is taken` }] : [],
    witness: overlapping(
      [{ by: 'A', point }, ...(failure && harm.when === 'thrown' ? [{ by: 'A' as const, point: failure, action: `fails, and the ${taken} stays taken` }] : [{ by: 'A' as const, point, action: `ends without giving the ${taken} back` }]), { by: 'B', point }],
      harm.of === 'item' ? 'B finds one less, and in the end none' : `B waits for a ${taken} that nobody gives back`,
    ),
    advice: harm.of === 'connection' || harm.of === 'object' ? 'Give it back in a finally block that begins right behind the call that takes it, or let the language do that (`try (…)`, `using`).'
      : 'Give it back in a finally block that begins right behind the call that takes it.',
  };
}
