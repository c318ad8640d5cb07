/** Notes what concerns the process, the worker or the event loop, and lifts what a callee does of it to its caller. */
import type { Span } from '../../ir/index.js';
import type { CallFact, SymbolFact } from '../../knowledge/schema.js';
import type { AccessPath } from '../domain/access-path.js';
import type { Site, Thread } from '../domain/access.js';
import { isNotedCall, isNotedSymbol } from '../domain/effect.js';
import type { CallEffect, Effect } from '../domain/effect.js';
import { NO_MARKS } from '../domain/marks.js';
import type { State } from '../domain/state.js';
import { siteKey } from '../domain/summary.js';
import { joinTexts } from '../domain/text.js';
import type { Text } from '../domain/text.js';
import { union } from '../domain/value.js';
import type { Value } from '../domain/value.js';
import { capacityOf } from './capacity.js';
import { isCaughtHere } from './catching.js';
import type { LibraryCall } from './library.js';
import { decidingPlaces } from './lock-events.js';
import { site } from './walk.js';
import type { Walk } from './walk.js';
import { isUnsettled } from './works.js';

const MAX_EFFECTS = 600;
/** Further lines that are printed tell nothing new. */
const MAX_PRINTED = 40;
const MAX_CHAIN = 24;
const MAX_DECIDING = 12;

/** A call of a library, if its fact says that it matters. */
export function noteCall(walk: Walk, state: State, { name, fact, receiver, args, named, at }: LibraryCall): void {
  if (!isNotedCall(fact) || (fact.prints && writesElsewhere(fact.prints, args, named))) return;
  const request = fact.request === undefined ? undefined : args[fact.request]?.shapes.find((shape) => shape.kind === 'instance')?.type;
  const capacity = fact.capacity && capacityOf(walk, state, fact.capacity, { args, named });
  keepEffect(walk, {
    ...done(walk, state, name, at), kind: 'call', fact, isCaught: isCaughtHere(walk, fact), ...(fact.blocks === 'task' && receiver && isUnsettled(walk, receiver) ? { isUnsettled: true } : {}), receiver: receiver?.paths ?? [],
    marks: [...args, ...named.values()].map((arg) => arg.marks), texts: args.map((arg) => arg.text),
    ...(request === undefined ? {} : { request }), ...(capacity ? { capacity } : {}),
  });
}

function writesElsewhere({ elsewhere }: NonNullable<CallFact['prints']>, args: readonly Value[], named: ReadonlyMap<string, Value>): boolean {
  return (elsewhere?.argument !== undefined && args[elsewhere.argument] !== undefined) || (elsewhere?.keyword !== undefined && named.has(elsewhere.keyword));
}

/** A type of a library that is thrown, which makes an instance of it. */
export function noteThrown(walk: Walk, state: State, name: string, at: Span): void {
  const fact = walk.engine.knowledge.call(name);
  if (fact?.throws !== undefined) noteCall(walk, state, { name, fact, receiver: undefined, args: [], named: new Map(), at });
}

/** A name of a library that is read, if its fact says that it matters. */
export function noteSymbol(walk: Walk, state: State, name: string, fact: SymbolFact, at: Span): void {
  if (isNotedSymbol(fact)) keepEffect(walk, { ...done(walk, state, name, at), kind: 'symbol', fact });
}

function done(walk: Walk, state: State, name: string, at: Span): Omit<CallEffect, 'kind' | 'fact' | 'receiver' | 'marks' | 'texts'> {
  return { name, site: site(walk, at), chain: [], thread: 'own', inLoop: walk.loopDepth > 0, decidedBy: decidingPlaces(state), isGuarded: state.conditional, isRecovery: state.recovering, isCaught: false };
}

/** Translates what a callee's names mean at one call. */
interface Translation {
  readonly callSite: Site;
  readonly thread: (inner: Thread) => Thread;
  paths(path: AccessPath): readonly AccessPath[];
  marks(marks: number): number;
  text(text: Text): Text;
}

/** The callee's effect as one of the caller. */
export function liftEffect(walk: Walk, state: State, effect: Effect, context: Translation): void {
  const recurs = effect.recurs === true || (effect.site.function === context.callSite.function && effect.site.at === context.callSite.at);
  const lifted = {
    chain: [context.callSite, ...effect.chain].slice(0, MAX_CHAIN), ...(recurs ? { recurs } : {}), thread: context.thread(effect.thread), inLoop: effect.inLoop || walk.loopDepth > 0,
    decidedBy: union(effect.decidedBy.flatMap(context.paths), decidingPlaces(state), MAX_DECIDING), isGuarded: effect.isGuarded || state.conditional, isRecovery: effect.isRecovery || state.recovering,
    isCaught: effect.isCaught || (effect.kind === 'call' && context.thread(effect.thread) === 'own' && isCaughtHere(walk, effect.fact)),
  };
  switch (effect.kind) {
    case 'symbol': keepEffect(walk, { ...effect, ...lifted }); return;
    case 'call': keepEffect(walk, {
      ...effect, ...lifted, receiver: effect.receiver.flatMap(context.paths), marks: effect.marks.map(context.marks), texts: effect.texts.map((text) => text && context.text(text)),
      ...(effect.capacity ? { capacity: { ...effect.capacity, limit: context.text(effect.capacity.limit) } } : {}),
    });
  }
}

/** The same place is kept once, with the shortest way to it and all that may be passed there. */
function keepEffect(walk: Walk, effect: Effect): void {
  const key = `${effect.kind}:${effect.name}:${siteKey(effect.site)}`;
  const known = walk.effects.get(key);
  if (!known && isPrinting(effect) && [...walk.effects.values()].filter(isPrinting).length >= MAX_PRINTED) return;
  if (!known && walk.effects.size >= MAX_EFFECTS) { walk.engine.cuts.add(`more than ${MAX_EFFECTS} calls of libraries that matter in ${walk.fn.name}`); return; }
  walk.effects.set(key, known ? merged(known, effect) : effect);
}

function isPrinting(effect: Effect): boolean {
  return effect.kind === 'call' && effect.fact.prints !== undefined;
}

function merged(known: Effect, effect: Effect): Effect {
  const [near, far] = known.chain.length <= effect.chain.length ? [known, effect] : [effect, known];
  const both = { inLoop: near.inLoop || far.inLoop, decidedBy: near.decidedBy.filter((place) => far.decidedBy.includes(place)), isGuarded: near.isGuarded && far.isGuarded, isRecovery: near.isRecovery && far.isRecovery, isCaught: near.isCaught && far.isCaught, ...(near.recurs || far.recurs ? { recurs: true } : {}) };
  if (near.kind !== 'call' || far.kind !== 'call') return { ...near, ...both };
  return { ...near, ...both, receiver: union(near.receiver, far.receiver), marks: near.marks.map((marks, index) => marks | (far.marks[index] ?? NO_MARKS)), texts: near.texts.map((text, index) => joined(text, far.texts[index])) };
}

function joined(a: Text | undefined, b: Text | undefined): Text | undefined {
  return a && b ? joinTexts(a, b) : (a ?? b);
}
