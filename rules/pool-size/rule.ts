/** Pools, executors and semaphores that are far too small for the invocations that share them. */
import type { EffectHazard, FullDatabase, SmallPool } from '../../src/analysis/hazard.js';
import type { Judgement, Rule } from '../../src/findings/rule.js';
import { overlapping } from '../../src/findings/witness.js';

export const poolSize: Rule = {
  meta: {
    id: 'pool-size', family: 'unsafe-pool', severity: 'warning', confidence: 'likely', languages: ['node', 'python', 'java', 'dotnet'], cwe: [410],
    summary: 'A pool that invocations share serves far fewer of them than run at once, or all pools together are more than the database takes',
    description: 'A connection pool, executor or semaphore was sized for one invocation at a time. On Managed Instances many share it: most of them wait for their turn, while they hold a place in the environment and their deadline comes nearer. A pool that is large enough is one of many, and the database takes only so many connections from all workers, processes and environments together.',
  },
  judge(hazard) {
    if (hazard.kind !== 'effect') return undefined;
    if (hazard.harm.kind === 'full-database') return tooLarge(hazard, hazard.harm);
    return hazard.harm.kind === 'small-pool' ? tooSmall(hazard, hazard.harm) : undefined;
  },
};

function tooSmall({ point, name, others }: EffectHazard, { of, limit, isDefault, load }: SmallPool): Judgement {
  const maker = others[0] ?? point;
  return {
    severity: 'warning', confidence: 'likely', exposure: 'new-under-lmi',
    message: `\`${name}\` has ${counted(limit, of)}${isDefault ? ' by default' : ''} for ${load.invocations} invocations that share it (${load.because}): ${load.invocations - limit} of them wait.`,
    primary: point, related: others.map((other) => ({ point: other, message: 'made here' })),
    witness: overlapping([{ by: 'A', point: maker, action: `uses ${limit === 1 ? `the one ${NAMES[of].one}` : `the last ${NAMES[of].one}`}` }, { by: 'B', point: maker, action: 'waits for one' }], 'B waits until A has given it back, and its deadline comes nearer'),
    advice: `Give it as many ${NAMES[of].several} as invocations that need one at the same time, or lower the concurrency of the environment; keep what all workers, processes and environments hold together below what the server takes.`,
  };
}

/** More than the database takes. */
function tooLarge({ point, name, others }: EffectHazard, { each, of, isDefault, load, database, isAlways }: FullDatabase): Judgement {
  const { copies, copiesOf, environments: { min, max = min } } = load;
  const environments = isAlways ? min : max;
  const held = each < of ? `up to ${counted(each, 'connections')}, one for each invocation,` : `${counted(each, 'connections')}${isDefault ? ' by default' : ''}`;
  return {
    severity: 'warning', confidence: isAlways ? 'likely' : 'possible', exposure: 'new-under-lmi',
    message: `\`${name}\` holds ${held} in each ${copies === 1 ? 'environment' : `of the ${copies} ${copiesOf} of an environment`}, ${each * copies * environments} in ${environments} environments: \`${database.database}\` takes ${database.limit} (${database.because}).`,
    primary: point, related: others.map((other) => ({ point: other, message: 'made here' })),
    witness: overlapping([{ by: 'A', point, action: 'holds its connections in one environment' }, { by: 'B', point, action: 'opens one in another environment' }], 'the database has no more, and refuses B'),
    advice: 'Make it smaller, give an environment a lower concurrency or fewer workers, allow fewer environments, or put a proxy (RDS Proxy) in front of the database.',
  };
}

const NAMES: Readonly<Record<SmallPool['of'], { readonly one: string; readonly several: string }>> = {
  connections: { one: 'connection', several: 'connections' }, threads: { one: 'thread', several: 'threads' }, permits: { one: 'permit', several: 'permits' },
};

function counted(count: number, of: SmallPool['of']): string {
  return `${count} ${count === 1 ? NAMES[of].one : NAMES[of].several}`;
}
