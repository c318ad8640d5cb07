/** Sessions with a database that each invocation opens for itself, and pools and clients that it makes for itself. */
import { fileOf } from '../../../ir/index.js';
import type { OpensFact } from '../../../knowledge/schema.js';
import { isCall } from '../../domain/effect.js';
import type { CallEffect, Effect } from '../../domain/effect.js';
import { groupBy } from '../../domain/group-by.js';
import { isEvent } from '../../domain/marks.js';
import type { Text } from '../../domain/text.js';
import type { EffectHazard } from '../../hazard.js';
import { comparePoints, pointOf } from '../points.js';
import type { Effects } from './effect-hazards.js';
import { isMadeOnce } from './made-once.js';
import { madeName } from './names.js';

export interface Opening extends CallEffect {
  readonly fact: CallEffect['fact'] & { readonly opens: OpensFact };
}

/** One hazard for the calls of one name in a file: several helpers that each connect are one habit. */
export function newConnectionHazards({ engine, model, run, source }: Effects): readonly EffectHazard[] {
  // How often the methods of an object are called is up to its user.
  if (model.unit === 'call') return [];
  const opening = run.invocation.effects.filter(isOpening).filter((call) => !isMadeOnce(engine, run, call) && !isOfRequest(call));
  return groupBy(opening, ({ name, site }) => `${name} ${fileOf(site.function)}`).flatMap((calls): readonly EffectHazard[] => {
    const [first, ...others] = calls.map((call) => ({ call, point: pointOf(engine.program, source, call) })).sort((a, b) => comparePoints(a.point, b.point));
    if (!first) return [];
    const { name, fact } = first.call;
    return [{
      kind: 'effect', model, place: `${name} ${first.point.location.file}`, name: madeName(name),
      harm: { kind: 'opens-each-time', what: fact.opens.what, load: model.load, isSharable: model.memory !== 'never' }, point: first.point, others: others.map(({ point }) => point), why: model.whyMemory,
    }];
  });
}

/** A call that opens a session of its own, or makes what does. */
export function isOpening(effect: Effect): effect is Opening {
  return isCall(effect) && effect.fact.opens !== undefined && opensThere(effect.fact.opens, effect.texts);
}

/** As far as the address tells. */
function opensThere({ address, isAddressed, isKnown, except = [], only = [] }: OpensFact, texts: readonly (Text | undefined)[]): boolean {
  if (isKnown) return false;
  if (address === undefined) return true;
  const text = texts[address];
  if (!text) return !isAddressed && only.length === 0;
  const written = text.alternatives.map((parts) => parts.map((part) => (part.kind === 'literal' ? part.text.toLowerCase().replace(/\s/g, '') : '?')).join(''));
  if (only.length > 0) return written.some((one) => only.some((part) => one.includes(part)));
  return !written.some((one) => except.some((beginning) => one.startsWith(beginning)));
}

/** The request says where to, or as whom: no two invocations need the same. */
function isOfRequest({ marks }: Opening): boolean {
  return marks.some(isEvent);
}
