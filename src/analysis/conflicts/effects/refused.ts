/** Calls that the worker or process does not allow, and hooks that it never runs; at init they keep the module from being loaded. */
import type { CallEffect, Effect } from '../../domain/effect.js';
import { siteKey } from '../../domain/summary.js';
import type { EffectHazard } from '../../hazard.js';
import { pointOf } from '../points.js';
import type { Effects } from './effect-hazards.js';
import { shortName } from './names.js';

export function refusedHazards({ engine, model, run, source }: Effects): readonly EffectHazard[] {
  const isRefused = ({ fact, marks }: CallEffect): boolean => fact.process !== undefined && model.refuses.has(fact.process) && !(fact.process === 'umask' && marks.length === 0);
  const isUnheard = ({ fact }: CallEffect): boolean => fact.process !== undefined && model.unheard.has(fact.process);
  return distinct([...run.init.effects, ...run.invocation.effects]).flatMap((call): readonly EffectHazard[] => {
    if (!isRefused(call) && !isUnheard(call)) return [];
    const name = shortName(call.name);
    const harm = { kind: 'refused', isUnheard: !isRefused(call), atInit: run.init.effects.includes(call), isCaught: call.isCaught } as const;
    return [{ kind: 'effect', model, place: call.name, name, harm, point: pointOf(engine.program, source, call), others: [], why: model.whyProcess }];
  });
}

/** Each call once, whichever phase reaches it first. */
function distinct(effects: readonly Effect[]): readonly CallEffect[] {
  const bySite = new Map<string, CallEffect>();
  for (const effect of effects) if (effect.kind === 'call' && !bySite.has(siteKey(effect.site))) bySite.set(siteKey(effect.site), effect);
  return [...bySite.values()];
}
