/** Connections that all copies of the memory, in all environments, hold together: more than the database takes. */
import type { CallEffect, Effect } from '../../domain/effect.js';
import type { EffectHazard } from '../../hazard.js';
import type { Run } from '../../run.js';
import { pointOf } from '../points.js';
import { overfull, type Held } from '../pools.js';
import type { Effects } from './effect-hazards.js';
import { isMadeOnce } from './made-once.js';
import { madeName } from './names.js';
import { isOpening } from './new-connections.js';
import { isLimited, limitOf } from './small-pools.js';

interface Holding extends Held {
  readonly call: CallEffect;
  /** Whoever makes it, it is one for all of the process. */
  readonly isOfProcess: boolean;
}

export function fullDatabaseHazards({ engine, model, run, source, database }: Effects): readonly EffectHazard[] {
  const { load, unit } = model;
  if (database === undefined || load === undefined || unit === 'call') return [];
  const holding = (effect: Effect): readonly Holding[] => holdingOf(run, effect);
  const kept = [...run.init.effects.flatMap(holding), ...run.invocation.effects.flatMap(holding).filter(({ call, isOfProcess }) => isOfProcess || isMadeOnce(engine, run, call))];
  return kept.flatMap(({ call, ...held }): readonly EffectHazard[] => {
    const harm = overfull(held, load, database);
    if (harm === undefined) return [];
    const at = call.capacity?.writtenIn;
    return [{
      kind: 'effect', model, place: `${call.name} ${database.database}`, name: madeName(call.name), harm,
      point: pointOf(engine.program, source, at === undefined ? call : { ...call, site: at }), others: at === undefined ? [] : [pointOf(engine.program, source, call)], why: model.whyMemory,
    }];
  });
}

/** Connections to a relational database, where it is known how many there are. */
function holdingOf(run: Run, effect: Effect): readonly Holding[] {
  if (isOpening(effect) && effect.fact.opens.what === 'connection') return [{ call: effect, limit: 1, isDefault: false, fillsAtOnce: true, isOfProcess: false }];
  if (!isLimited(effect) || effect.fact.capacity.isRelational !== true) return [];
  const { fillsAtOnce = false, isOfProcess = false } = effect.fact.capacity;
  const limit = limitOf(run, effect);
  return limit === undefined ? [] : [{ call: effect, limit, isDefault: effect.capacity.isDefault === true, fillsAtOnce, isOfProcess }];
}
