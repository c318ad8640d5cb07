/**
 * What goes on by itself beside the invocations: timers that run over and over, loops that wait in the background, services that
 * a host has started. The environment is never frozen, so that they run while requests are served.
 */
import type { Span } from '../../../ir/index.js';
import type { Site } from '../../domain/access.js';
import { isCall } from '../../domain/effect.js';
import type { CallEffect } from '../../domain/effect.js';
import { siteKey } from '../../domain/summary.js';
import { literalText } from '../../domain/text.js';
import type { EffectHazard } from '../../hazard.js';
import type { Phase } from '../../run.js';
import { pointOf } from '../points.js';
import type { Effects } from './effect-hazards.js';
import { shortName } from './names.js';
import { runsOnce } from './runs-once.js';

export function timerHazards(effects: Effects): readonly EffectHazard[] {
  // How long an object lives, and how often it is made, is up to its user.
  if (effects.model.unit === 'call') return [];
  return [...calls(effects), ...hosted(effects)];
}

function calls(effects: Effects): readonly EffectHazard[] {
  const { engine, run } = effects;
  const atInit = isStopped(run.init) ? [] : run.init.effects.filter(isCall).filter((call) => runsOn(call) || waitsInBackground(run.init, call));
  const inInvocations = isStopped(run.invocation) ? [] : run.invocation.effects.filter(isCall).filter((call) => call.thread !== 'other-thread' && runsOn(call));
  return [
    ...atInit.map((call) => hazardOf(effects, call, shortName(call.name), 'once')),
    ...inInvocations.filter(({ site }) => !atInit.some((known) => siteKey(known.site) === siteKey(site))).map((call) => hazardOf(effects, call, shortName(call.name), runsOnce(engine, run, call) ? 'once' : 'each-time')),
  ];
}

/** Until somebody stops it. */
function runsOn({ fact: { timer }, recurs, texts }: CallEffect): boolean {
  if (timer?.runs === 'once') return recurs === true;
  if (timer?.runs !== 'again') return false;
  if (timer.period === undefined) return true;
  return texts.length > timer.period && !isNegative(literalText(texts[timer.period]));
}

function isNegative(text: string | undefined): boolean {
  return text?.startsWith('-') === true;
}

/** A loop with a wait in it, on a thread of its own or in work that nobody waits for. */
function waitsInBackground({ works }: Phase, { fact, inLoop, thread, site, chain }: CallEffect): boolean {
  const waits = fact.blocks === 'sleep' || fact.timer?.runs === 'wait' || fact.timer?.runs === 'once';
  if (!waits || !inLoop) return false;
  const way = new Set([site, ...chain].map(siteKey));
  return thread === 'other-thread' || works.some((work) => way.has(siteKey(work.site)));
}

function isStopped({ effects }: Phase): boolean {
  return effects.some((effect) => effect.kind === 'call' && effect.fact.timer?.runs === 'no-more');
}

/** Services that are registered to be started before the first request, and methods that a container runs over and over. */
function hosted(effects: Effects): readonly EffectHazard[] {
  const { engine } = effects;
  const inBackground = (type: string): boolean => engine.knowledge.type(type)?.runsInBackground === true;
  const services = engine.program.bindings().flatMap((binding) => {
    const { implementation, by, file, at } = binding;
    const isStarted = by === undefined ? engine.homes.includes(file) : engine.started.has(by);
    return implementation !== undefined && isStarted && engine.hierarchy.ancestors(implementation).some(inBackground) ? [{ name: implementation, site: siteIn(file, at) }] : [];
  });
  const methods = [...engine.constructed].flatMap((type) => engine.program.type(type)?.methods ?? []).flatMap(({ id, name, annotations, at }) => (annotations.some((annotation) => inBackground(annotation.name)) ? [{ name, site: { function: id, at } }] : []));
  return [...services, ...methods].map(({ name, site }) => hazardOf(effects, { site, chain: [] }, shortName(name), 'once'));
}

function siteIn(file: string, at: Span): Site {
  return { function: `${file}#<init>`, at };
}

function hazardOf({ engine, model, source }: Effects, { site, chain }: Pick<CallEffect, 'site' | 'chain'>, name: string, started: 'once' | 'each-time'): EffectHazard {
  return { kind: 'effect', model, place: siteKey(site), name, harm: { kind: 'runs-beside', started }, point: pointOf(engine.program, source, { site, chain }), others: [], why: model.whyBackground };
}
