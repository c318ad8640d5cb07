/** Loops that call out, in a function with a long time limit that never looks at the time it has left. */
import { isCall } from '../../domain/effect.js';
import type { CallEffect } from '../../domain/effect.js';
import type { EffectHazard } from '../../hazard.js';
import { comparePoints, pointOf } from '../points.js';
import type { Effects } from './effect-hazards.js';

/** Seconds; a function that has more may still be running when its caller tries again. */
const LONG = 60;
const MAX_OTHERS = 5;

export function deadlineHazards({ engine, model, run, source, timeout }: Effects): readonly EffectHazard[] {
  const { effects } = run.invocation;
  if (timeout === undefined || timeout <= LONG || effects.some(({ fact }) => fact.deadline)) return [];
  const points = effects.filter(isCall).filter(callsOutRepeatedly)
    .map((call) => pointOf(engine.program, source, { site: call.site, chain: call.chain, kind: 'call' })).sort(comparePoints);
  const [point, ...others] = points;
  return point ? [{ kind: 'effect', model, place: 'deadline', name: 'deadline', harm: { kind: 'ignores-deadline', timeout }, point, others: others.slice(0, MAX_OTHERS), why: model.whyProcess }] : [];
}

function callsOutRepeatedly({ fact, inLoop }: CallEffect): boolean {
  return inLoop && (fact.blocks === 'remote' || (fact.workload === 'io' && fact.returnsPromise === true));
}
