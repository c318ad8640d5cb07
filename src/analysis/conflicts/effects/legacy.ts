/** What the platform offered when one invocation ran at a time: ways to end it, to wait for its event loop, and to find its trace id. */
import type { FunctionId } from '../../../ir/index.js';
import type { LegacyFact } from '../../../knowledge/schema.js';
import type { Effect } from '../../domain/effect.js';
import { groupBy } from '../../domain/group-by.js';
import { siteKey } from '../../domain/summary.js';
import { literalText } from '../../domain/text.js';
import type { Engine } from '../../engine.js';
import type { EffectHazard } from '../../hazard.js';
import { comparePoints, pointOf } from '../points.js';
import type { Effects } from './effect-hazards.js';
import { shortName } from './names.js';

export function legacyHazards({ engine, model, run, source }: Effects): readonly EffectHazard[] {
  const legacy = [...run.invocation.effects, ...run.init.effects].filter((effect) => legacyOf(effect) !== undefined);
  const perPlace = groupBy(legacy, ({ site }) => siteKey(site)).map(([first]) => first);
  return groupBy(perPlace, (effect) => `${legacyOf(effect)} ${outermost(engine.program, effect.site.function)}`).flatMap((effects): readonly EffectHazard[] => {
    const [first, ...others] = effects.map((effect) => ({ effect, point: pointOf(engine.program, source, effect) })).sort((a, b) => comparePoints(a.point, b.point));
    const what = first && legacyOf(first.effect);
    if (!first || what === undefined) return [];
    const name = first.effect.name.endsWith(')') ? first.effect.name : shortName(first.effect.name);
    return [{ kind: 'effect', model, place: what, name, harm: { kind: 'legacy', what }, point: first.point, others: others.map(({ point }) => point), why: model.whyProcess }];
  });
}

function legacyOf(effect: Effect): LegacyFact['what'] | undefined {
  const { legacy } = effect.fact;
  if (legacy?.named === undefined) return legacy?.what;
  return effect.kind === 'call' && literalText(effect.texts[0]) === legacy.named ? legacy.what : undefined;
}

/** The function around all callbacks in which the call lies. */
function outermost(program: Engine['program'], id: FunctionId): FunctionId {
  const outer = program.body(id)?.enclosing;
  return outer === undefined || outer.endsWith('#<init>') ? id : outermost(program, outer);
}
