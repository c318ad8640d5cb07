/** Pools, executors and semaphores that are far too small for the invocations that share them. */
import type { EffectHazard } from '../../src/analysis/hazard.js';
import type { Rule } from '../../src/findings/rule.js';
import { overlapping } from '../../src/findings/witness.js';

export const poolSize: Rule = {
  meta: {
    id: 'pool-size', family: 'unsafe-pool', severity: 'warning', confidence: 'likely', languages: ['node', 'python', 'java', 'dotnet'], cwe: [410],
    summary: 'A pool that invocations share serves far fewer of them than run at once',
    description: 'A connection pool, executor or semaphore was sized for one invocation at a time. On Managed Instances many share it: most of them wait for their turn, while they hold a place in the environment and their deadline comes nearer.',
  },
  judge(hazard) {
    if (hazard.kind !== 'effect' || hazard.harm.kind !== 'small-pool') return undefined;
    const { of, limit, load } = hazard.harm;
    const maker = hazard.others[0] ?? hazard.point;
    return {
      severity: 'warning', confidence: 'likely', exposure: 'new-under-lmi',
      message: `\`${hazard.name}\` has ${counted(limit, of)} for ${load.invocations} invocations that share it (${load.because}): ${load.invocations - limit} of them wait.`,
      primary: hazard.point,
      related: hazard.others.map((point) => ({ point, message: 'made here' })),
      witness: overlapping([{ by: 'A', point: maker, action: `uses ${limit === 1 ? `the one ${NAMES[of].one}` : `the last ${NAMES[of].one}`}` }, { by: 'B', point: maker, action: 'waits for one' }], 'B waits until A has given it back, and its deadline comes nearer'),
      advice: `Give it as many ${NAMES[of].several} as invocations that need one at the same time, or lower the concurrency of the environment; keep what all workers, processes and environments hold together below what the server takes.`,
    };
  },
};

type Kind = Extract<EffectHazard['harm'], { readonly kind: 'small-pool' }>['of'];

const NAMES: Readonly<Record<Kind, { readonly one: string; readonly several: string }>> = {
  connections: { one: 'connection', several: 'connections' }, threads: { one: 'thread', several: 'threads' }, permits: { one: 'permit', several: 'permits' },
};

function counted(count: number, of: Kind): string {
  return `${count} ${count === 1 ? NAMES[of].one : NAMES[of].several}`;
}
