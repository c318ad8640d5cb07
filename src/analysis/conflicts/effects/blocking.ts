/** Calls that hold up a thread which other invocations need: the event loop of a worker, or a thread of the pool that all use. */
import { fileOf } from '../../../ir/index.js';
import type { CallFact, FileEffect } from '../../../knowledge/schema.js';
import { isCall } from '../../domain/effect.js';
import type { CallEffect } from '../../domain/effect.js';
import { holderOf } from '../../domain/cell.js';
import { groupBy } from '../../domain/group-by.js';
import { isEvent } from '../../domain/marks.js';
import type { EffectHarm, EffectHazard, Point } from '../../hazard.js';
import { isWriting } from '../../walk/record.js';
import { comparePoints, pointOf } from '../points.js';
import type { Effects } from './effect-hazards.js';

type Held = Extract<EffectHarm, { kind: 'holds-thread' }>['by'];

export function blockingHazards(effects: Effects): readonly EffectHazard[] {
  const { model, run } = effects;
  const calls = run.invocation.effects.filter(isCall);
  switch (model.blockedThread) {
    case 'own': return [];
    case 'event-loop': return grouped(effects, calls.filter(({ thread }) => thread !== 'other-thread').flatMap((call) => held(call, heldLoop(effects, call))));
    case 'pool': return calls.flatMap((call) => held(call, heldPool(call))).map(({ call, by }) => hazardOf(effects, call, by, []));
  }
}

interface HoldingCall {
  readonly call: CallEffect;
  readonly by: Held;
}

function held(call: CallEffect, by: Held | undefined): readonly HoldingCall[] {
  return by === undefined ? [] : [{ call, by }];
}

/** A task is waited for that is not known to be done, or a call is made that has a form to be awaited. */
function heldPool({ fact, isUnsettled }: CallEffect): Held | undefined {
  if (isUnsettled) return 'task';
  return fact.awaitable !== undefined && !fact.returnsPromise ? 'call' : undefined;
}

function heldLoop(effects: Effects, call: CallEffect): Held | undefined {
  const { fact } = call;
  if (fact.returnsPromise || fact.invokes?.some(({ when }) => when === 'later')) return undefined;
  const once = isDecidedOnce(effects, call);
  switch (fact.blocks) {
    case 'process': return once ? 'little' : 'process';
    case 'cpu': return once ? 'little' : 'computation';
    case 'file': return !once && call.inLoop && movesContents(fact) && call.marks.some(isEvent) ? 'contents' : 'little';
    case 'remote': case 'sleep': case 'task': case undefined: return undefined;
  }
}

/** A look at a place decides whether it happens at all, and what it gives is kept there: it is done by the first invocation. */
function isDecidedOnce({ run }: Effects, { decidedBy }: CallEffect): boolean {
  const decided = new Set(decidedBy.map(holderOf));
  return decided.size > 0 && run.invocation.accesses.some((access) => isWriting(access.kind) && decided.has(holderOf(access.path)));
}

const CONTENTS: ReadonlySet<FileEffect['effect']> = new Set(['write', 'append', 'read', 'replace', 'fill-directory', 'by-mode'] as const);

function movesContents({ files = [] }: CallFact): boolean {
  return files.some(({ effect }) => CONTENTS.has(effect));
}

/** One finding per function and kind: the steps of one piece of work. What takes a moment only is said once for a file. */
function grouped(effects: Effects, calls: readonly HoldingCall[]): readonly EffectHazard[] {
  const groups = groupBy(calls, ({ call: { site: { function: fn } }, by }) => `${by === 'little' ? fileOf(fn) : fn} ${by}`);
  return groups.flatMap((group) => {
    const [first, ...others] = [...group].sort((a, b) => comparePoints(pointFor(effects, a.call), pointFor(effects, b.call)));
    return first ? [hazardOf(effects, first.call, first.by, others.map(({ call }) => pointFor(effects, call)))] : [];
  });
}

function hazardOf(effects: Effects, call: CallEffect, by: Held, others: readonly Point[]): EffectHazard {
  const { model } = effects;
  return { kind: 'effect', model, place: call.name, name: call.name, harm: { kind: 'holds-thread', thread: model.blockedThread, by, instead: call.fact.awaitable, stopsPolling: asksOnPool(effects) }, point: pointFor(effects, call), others, why: model.whyProcess };
}

/** The program brings a runtime client along that asks for invocations on the pool. */
function asksOnPool({ run }: Effects): boolean {
  return [...run.init.effects, ...run.invocation.effects].some((effect) => isCall(effect) && effect.fact.asksOnPool === true);
}

function pointFor({ engine, source }: Effects, call: CallEffect): Point {
  return pointOf(engine.program, source, { site: call.site, chain: call.chain, kind: 'block' });
}
