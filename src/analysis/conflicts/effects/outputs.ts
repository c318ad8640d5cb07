/** Lines that invocation code prints itself: the log holds those of all requests, and nothing says whose they are. */
import { isCall } from '../../domain/effect.js';
import type { CallEffect } from '../../domain/effect.js';
import { CONTEXT } from '../../domain/marks.js';
import type { EffectHazard } from '../../hazard.js';
import { comparePoints, pointOf } from '../points.js';
import type { Effects } from './effect-hazards.js';
import { shortName } from './names.js';

/** One hazard for a function, at the place that is nearest to its entry. */
export function outputHazards({ engine, model, run, source }: Effects): readonly EffectHazard[] {
  const { logger } = model;
  if (model.unit === 'call' || logger === undefined) return [];
  const printed = run.invocation.effects.filter(isCall).filter((call) => call.fact.prints !== undefined && !namesRequest(call));
  const points = printed.map((call) => ({ call, point: pointOf(engine.program, source, { site: call.site, chain: call.chain, kind: 'print' }) }))
    .sort((a, b) => a.call.chain.length - b.call.chain.length || comparePoints(a.point, b.point));
  const [first, ...others] = points;
  if (!first) return [];
  return [{ kind: 'effect', model, place: 'output', name: shortName(first.call.name), harm: { kind: 'prints', logger }, point: first.point, others: others.map(({ point }) => point), why: 'Lambda writes the lines of all invocations that run in an environment at the same time to one log' }];
}

/** Something of the context is in the line, which is where the id of the request comes from. */
function namesRequest({ marks }: CallEffect): boolean {
  return marks.some((argument) => (argument & CONTEXT) !== 0);
}
