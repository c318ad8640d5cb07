/** Calls in invocation code that end the process or worker, and with it all invocations that it serves. */
import { isCall } from '../../domain/effect.js';
import type { CallEffect } from '../../domain/effect.js';
import { literalText } from '../../domain/text.js';
import type { EffectHazard } from '../../hazard.js';
import { pointOf } from '../points.js';
import { shortName } from './names.js';
import type { Effects } from './effect-hazards.js';

export function endHazards({ engine, model, run, source }: Effects): readonly EffectHazard[] {
  const ends = run.invocation.effects.filter(isCall).filter(endsProcess);
  return ends.map((call): EffectHazard => ({ kind: 'effect', model, place: call.name, name: shortName(call.name), harm: { kind: 'ends' }, point: pointOf(engine.program, source, call), others: [], why: model.whyProcess }));
}

/** What ends by throwing is stopped by whoever catches it; a signal goes to the process that it names. */
function endsProcess({ fact, isCaught, texts }: CallEffect): boolean {
  if (fact.process !== 'exit' || (fact.throws !== undefined && isCaught)) return false;
  if (fact.ofProcess === undefined) return true;
  const named = texts[fact.ofProcess]?.alternatives ?? [];
  return named.some((parts) => parts.some((part) => part.kind === 'hole' && part.unique.some(({ source }) => source === 'process-id'))) && !texts.some((text) => literalText(text) === ASKS_ONLY);
}

/** A signal that is not sent: whether the process is there. */
const ASKS_ONLY = '0';
