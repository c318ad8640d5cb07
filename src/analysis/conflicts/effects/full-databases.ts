/** Connections that all copies of the memory, in all environments, hold together: more than the database takes. */
import type { CallEffect, Effect } from '../../domain/effect.js';
import type { EffectHazard } from '../../hazard.js';
import { pointOf } from '../points.js';
import type { Effects } from './effect-hazards.js';
import { isMadeOnce } from './made-once.js';
import { madeName } from './names.js';
import { isOpening } from './new-connections.js';
import { isLimited, limitOf } from './small-pools.js';

interface Holding {
  readonly call: CallEffect;
  /** Connections of one copy. */
  readonly each: number;
}

export function fullDatabaseHazards({ engine, model, run, source, database }: Effects): readonly EffectHazard[] {
  const { load, unit } = model;
  if (database === undefined || load === undefined || unit === 'call') return [];
  const kept = [...run.init.effects.flatMap(holdingOf), ...run.invocation.effects.flatMap(holdingOf).filter(({ call }) => isMadeOnce(engine, run, call))];
  const { copies, environments: { min, max } } = load;
  return kept.flatMap(({ call, each }): readonly EffectHazard[] => {
    const least = each * copies * min;
    const most = each * copies * (max ?? min);
    if (most <= database.limit) return [];
    const at = call.capacity?.writtenIn;
    return [{
      kind: 'effect', model, place: `${call.name} ${database.database}`, name: madeName(call.name), harm: { kind: 'full-database', each, load, database, isAlways: least > database.limit },
      point: pointOf(engine.program, source, at === undefined ? call : { ...call, site: at }), others: at === undefined ? [] : [pointOf(engine.program, source, call)], why: model.whyMemory,
    }];
  });
}

/** Connections to a relational database, where it is written down how many there are. */
function holdingOf(effect: Effect): readonly Holding[] {
  if (isOpening(effect) && effect.fact.opens.what === 'connection') return [{ call: effect, each: 1 }];
  if (!isLimited(effect) || effect.fact.capacity.isRelational !== true) return [];
  const each = limitOf(effect);
  return each === undefined ? [] : [{ call: effect, each }];
}
