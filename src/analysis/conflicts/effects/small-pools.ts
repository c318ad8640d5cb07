/** Pools, executors and semaphores that outlive an invocation and serve far fewer callers at once than invocations share them. */
import type { CapacityFact } from '../../../knowledge/schema.js';
import type { CallEffect, Capacity, Effect } from '../../domain/effect.js';
import { literalText } from '../../domain/text.js';
import type { Engine } from '../../engine.js';
import type { EffectHazard } from '../../hazard.js';
import type { Run } from '../../run.js';
import { pointOf } from '../points.js';
import { isTooSmall } from '../pools.js';
import { isShared } from '../sharing.js';
import { isLeft } from './made-once.js';
import type { Effects } from './effect-hazards.js';
import { isOpening } from './new-connections.js';

/** A call that says how many callers what it makes serves. */
export interface Limited extends CallEffect {
  readonly fact: CallEffect['fact'] & { readonly capacity: CapacityFact };
  readonly capacity: Capacity;
}

export function smallPoolHazards({ engine, model, run, source }: Effects): readonly EffectHazard[] {
  const { load, unit } = model;
  if (load === undefined || unit === 'call') return [];
  const kept = [...run.init.effects.filter(isLimited), ...run.invocation.effects.filter(isLimited).filter((call) => isKept(engine, run, call))];
  return kept.flatMap((call): readonly EffectHazard[] => {
    const limit = limitOf(run, call);
    if (limit === undefined || !isTooSmall(limit, call.fact.capacity.of, load)) return [];
    const at = call.capacity.writtenIn;
    return [{
      kind: 'effect', model, place: `${call.name} ${limit}`, name: subjectOf(call.name), harm: { kind: 'small-pool', of: call.fact.capacity.of, limit, isDefault: call.capacity.isDefault === true, load },
      point: pointOf(engine.program, source, at === undefined ? call : { ...call, site: at }), others: at === undefined ? [] : [pointOf(engine.program, source, call)], why: model.whyMemory,
    }];
  });
}

/** Whether the call says so. */
export function isLimited(effect: Effect): effect is Limited {
  return effect.kind === 'call' && effect.fact.capacity !== undefined && effect.capacity !== undefined;
}

/** What an invocation makes is its own, but for what it makes because there is none yet, or leaves for others. */
function isKept(engine: Engine, run: Run, call: Limited): boolean {
  return call.fact.capacity.isOfProcess === true || call.decidedBy.some((path) => isShared(run, path)) || isLeft(engine, run, call);
}

/** The number that is written down, when it is one, or that of the library. With one permit it is a lock, which lets in one at a time on purpose. */
export function limitOf(run: Run, call: Limited): number | undefined {
  const { capacity, fact } = call;
  if (capacity.isDefault && isSizedElsewhere(run, fact.capacity)) return undefined;
  // A connection that opens a session of its own is in no pool, and neither is what leads to a file.
  if (fact.capacity.isOfProcess ? isOpening(call) : capacity.isDefault && fact.opens && !isOpening(call)) return undefined;
  const written = Number(literalText(capacity.limit));
  const limit = written + capacity.more;
  if (!Number.isInteger(limit) || written < 1 || (fact.capacity.of === 'permits' && limit === 1)) return undefined;
  return limit;
}

/** Another call says, or may say, how many. */
function isSizedElsewhere({ init, invocation }: Run, { sizedBy = [] }: CapacityFact): boolean {
  return [...init.effects, ...invocation.effects].some((effect) => effect.kind === 'call' && effect.texts.length > 0 && sizedBy.includes(effect.name));
}

/** `HikariConfig.setMaximumPoolSize`, `pg.Pool`. */
function subjectOf(name: string): string {
  return name.replace(/\.<constructor>$/, '').split(/[./](?=[^./]+[./][^./]+$)/).at(-1) ?? name;
}
