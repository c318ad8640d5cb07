/** The function that the platform calls: how many parameters it declares, or what a wrapper returns in its place. */
import type { FunctionBody } from '../../../ir/index.js';
import { siteKey } from '../../domain/summary.js';
import type { Value } from '../../domain/value.js';
import type { Site } from '../../domain/access.js';
import type { EffectHazard } from '../../hazard.js';
import { makersOf } from '../../walk/makers.js';
import { pointOf } from '../points.js';
import type { Effects } from './effect-hazards.js';

/** Where a function of this many parameters comes from. */
interface Declared {
  readonly site: Site;
  readonly name: string;
  readonly count: number;
  readonly isWrapper: boolean;
}

export function handlerHazards(effects: Effects): readonly EffectHazard[] {
  const { engine, model, run, source, handler } = effects;
  if (model.mostParameters === undefined || model.unit !== 'invocation' || !handler) return [];
  const value = run.exported.get(handler);
  const body = value ? undefined : engine.program.body(handler.function);
  const declared = value ? ofValue(effects, value) : body && ofBody(body);
  if (!declared || declared.count <= model.mostParameters) return [];
  const { site, name, count, isWrapper } = declared;
  return [{ kind: 'effect', model, place: name, name, harm: { kind: 'callback-handler', parameters: count, isWrapper }, point: pointOf(engine.program, source, { site, chain: [] }), others: [], why: model.whyProcess }];
}

function ofBody(body: FunctionBody): Declared {
  const end = body.parameters.findIndex((parameter) => parameter.hasDefault === true || parameter.rest !== undefined);
  return { site: { function: body.id, at: body.at }, name: body.name, count: end < 0 ? body.parameters.length : end, isWrapper: false };
}

/** A wrapper that is known, or a function of the repository; what an unknown wrapper returns, nobody can say. */
function ofValue({ engine, run }: Effects, value: Value): Declared | undefined {
  const sites = value.paths.flatMap((path) => makersOf(engine, path));
  const wrapper = run.init.effects.find((effect) => effect.kind === 'call' && effect.fact.returnsArity !== undefined && sites.includes(siteKey(effect.site)));
  if (wrapper?.kind === 'call') return { site: wrapper.site, name: wrapper.name, count: wrapper.fact.returnsArity ?? 0, isWrapper: true };
  const method = value.shapes.flatMap((shape) => (shape.kind === 'member' ? [{ name: `${shape.type}.${shape.name}`, arity: engine.knowledge.method(shape.type, shape.name)?.arity }] : []))[0];
  if (method?.arity !== undefined && run.entries[0]?.value) return { site: sites.map((site) => engine.calls.get(site)?.site).find((site) => site !== undefined) ?? moduleSite(run.entries[0].value.module), name: method.name, count: method.arity, isWrapper: true };
  const closures = value.shapes.flatMap((shape) => (shape.kind === 'closure' ? [shape.function] : []));
  const isWrapped = sites.length === 0 || sites.some((site) => engine.calls.has(site));
  const body = closures.length === 1 && !isWrapped ? engine.program.body(closures[0] ?? '') : undefined;
  return body && ofBody(body);
}

function moduleSite(module: string): Site {
  return { function: `${module}#<init>`, at: { start: 0, end: 0 } };
}
