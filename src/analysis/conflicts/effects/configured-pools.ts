/** Pools that files of settings and variables size, where the code imports what reads them. */
import type { ConfiguredPool } from '../../../inventory/index.js';
import type { EffectHazard, FullDatabase, SmallPool } from '../../hazard.js';
import { librariesOf } from '../../libraries.js';
import { pointAt } from '../points.js';
import { isTooSmall, overfull } from '../pools.js';
import type { Effects } from './effect-hazards.js';

export function configuredPoolHazards(effects: Effects): readonly EffectHazard[] {
  const { engine, run, model, source, pools } = effects;
  if (pools.length === 0 || model.unit === 'call') return [];
  const libraries = librariesOf(engine, run);
  return pools.filter(({ imports }) => libraries.some((library) => imports.test(library))).flatMap((pool) => harmsOf(pool, effects).map((harm): EffectHazard => (
    { kind: 'effect', model, place: `${pool.name} ${pool.limit} ${harm.kind}`, name: pool.name, harm, point: pointAt(source, pool.at), others: [], why: model.whyMemory }
  )));
}

function harmsOf(pool: ConfiguredPool, { model: { load }, database }: Effects): readonly (SmallPool | FullDatabase)[] {
  if (load === undefined) return [];
  const { limit, isDefault } = pool;
  const small: readonly SmallPool[] = isTooSmall(limit, 'connections', load) ? [{ kind: 'small-pool', of: 'connections', limit, isDefault, load }] : [];
  const full = database && overfull(pool, load, database);
  return full ? [...small, full] : small;
}
