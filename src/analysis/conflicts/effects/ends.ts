/** Calls in invocation code that end the process or worker, and with it all invocations that it serves. */
import { isCall } from '../../domain/effect.js';
import type { EffectHazard } from '../../hazard.js';
import { pointOf } from '../points.js';
import { shortName } from './names.js';
import type { Effects } from './effect-hazards.js';

export function endHazards({ engine, model, run, source }: Effects): readonly EffectHazard[] {
  const ends = run.invocation.effects.filter(isCall).filter(({ fact }) => fact.process === 'exit');
  return ends.map((call): EffectHazard => ({ kind: 'effect', model, place: call.name, name: shortName(call.name), harm: { kind: 'ends' }, point: pointOf(engine.program, source, call), others: [], why: model.whyProcess }));
}
