/** Tokens, credentials and keys that are loaded once and kept, although they expire. */
import type { EffectHarm, EffectHazard } from '../../src/analysis/hazard.js';
import type { Rule } from '../../src/findings/rule.js';
import { later } from '../../src/findings/witness.js';

export const staleCredential: Rule = {
  meta: {
    id: 'stale-credential', family: 'request-state-leak', severity: 'warning', confidence: 'likely', languages: ['node', 'python', 'java', 'dotnet'], cwe: [324, 613],
    summary: 'A token or credential that expires is loaded once and kept for the life of the environment',
    description: 'A module, a static, a field of a singleton, a pool or a client keeps a token that was fetched at the start or on first use. It is good for minutes or hours, the environment lives longer, and from then on every invocation is refused until the environment ends.',
  },
  judge(hazard) {
    if (hazard.kind !== 'effect' || hazard.harm.kind !== 'goes-stale') return undefined;
    const { harm, point, name, others } = hazard;
    return {
      severity: 'warning', confidence: harm.rotates ? 'possible' : 'likely', exposure: 'worse-under-lmi',
      message: `\`${name}\` ${harm.isHeld ? 'goes on using' : 'keeps'} ${harm.what}, ${life(harm)}, as long as the environment lives: nothing ${harm.isHeld ? 'gives it another one' : 'fetches it anew'}.`,
      primary: point, related: others.map((fetched) => ({ point: fetched, message: 'fetched here' })),
      witness: witnessOf(hazard, harm),
      advice: harm.isHeld
        ? 'Give it a function or provider that fetches a new one when it is needed, or make it anew before the time is over.'
        : 'Keep it together with the time at which it expires and fetch it anew before then, or use a provider that does so by itself.',
    };
  },
};

type Stale = Extract<EffectHarm, { kind: 'goes-stale' }>;

function life({ seconds, rotates }: Stale): string {
  if (rotates) return 'which are replaced from time to time';
  return seconds === undefined ? 'which expires' : `which ${seconds < 3600 ? `is good for ${seconds / 60} minutes` : `is good for ${seconds === 3600 ? 'an hour' : `${seconds / 3600} hours`}`}`;
}

function witnessOf({ point }: EffectHazard, { since, rotates, seconds }: Stale): ReturnType<typeof later> {
  const action = since === 'init' ? 'is served after it was fetched at init' : 'is the first to need it, and fetches it';
  return later([{ by: 'A', point, action }, { by: 'B', point, action: 'comes later, and uses the same one' }], rotates || seconds === undefined ? 'B is refused with what has expired or was replaced meanwhile' : `B is refused when it comes more than ${seconds / 60} minutes after A`);
}
