/** Calls in invocation code that end the process or worker, and with it all invocations that it serves. */
import type { CallEffect } from '../../domain/effect.js';
import type { EffectHazard } from '../../hazard.js';
import { comparePoints, pointOf } from '../points.js';
import { shortName } from './names.js';
import type { Effects } from './effect-hazards.js';

export function endHazards({ engine, model, run, source }: Effects): readonly EffectHazard[] {
  const calls = run.invocation.effects.filter((effect): effect is CallEffect => effect.kind === 'call' && effect.fact.process === 'exit');
  return calls
    .map((call): EffectHazard => ({ kind: 'effect', model, place: call.name, name: shortName(call.name), harm: { kind: 'ends' }, point: pointOf(engine.program, source, call), others: [], why: model.whyProcess }))
    .sort((a, b) => comparePoints(a.point, b.point));
}
