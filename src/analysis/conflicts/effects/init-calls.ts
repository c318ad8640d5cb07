/**
 * What the loading of modules asks of others, or changes there. It belongs to each copy of the memory, and those of one
 * environment are made at the same time.
 */
import { fileOf } from '../../../ir/index.js';
import type { CallFact, ChangeFact } from '../../../knowledge/schema.js';
import { isCall } from '../../domain/effect.js';
import type { CallEffect } from '../../domain/effect.js';
import { groupBy } from '../../domain/group-by.js';
import { siteKey } from '../../domain/summary.js';
import { literalText } from '../../domain/text.js';
import type { TextPart } from '../../domain/text.js';
import type { Engine } from '../../engine.js';
import type { EffectHazard, Point } from '../../hazard.js';
import type { Run } from '../../run.js';
import { comparePoints, pointOf } from '../points.js';
import type { Effects } from './effect-hazards.js';
import { madeName } from './names.js';

interface InitCall {
  readonly call: CallEffect;
  /** Absent: it asks for something. */
  readonly change: ChangeFact['what'] | undefined;
  readonly point: Point;
}

/** One hazard for the code of a file, at what it changes, where it changes anything. */
export function initCallHazards({ engine, model, run, source }: Effects): readonly EffectHazard[] {
  if (!model.initialisesAtOnce || model.unit === 'call') return [];
  const broken = brokenFiles(engine);
  const calls = run.init.effects.filter(isCall).filter((call) => isOfLoading(engine, run, call) && !broken.has(fileOf(call.site.function))).flatMap((call): readonly InitCall[] => {
    const change = changeOf(engine, call);
    return change !== undefined || asks(engine, call) ? [{ call, change, point: pointOf(engine.program, source, call) }] : [];
  });
  const whole = calls.filter(({ call }, i) => !calls.some((other, j) => isWithin(other.call, call) || (j < i && isSameCall(other.call, call))));
  return groupBy(whole, ({ call }) => fileOf(call.site.function)).flatMap((group): readonly EffectHazard[] => {
    const [first, ...others] = [...group].sort((a, b) => Number(a.change === undefined) - Number(b.change === undefined) || comparePoints(a.point, b.point));
    if (!first) return [];
    const { call: { name, request }, change, point } = first;
    return [{
      kind: 'effect', model, place: point.location.file, name: request === undefined ? madeName(name) : request.slice(request.lastIndexOf('.') + 1),
      harm: { kind: 'calls-at-init', change, load: model.load },
      point, others: others.map((other) => other.point), why: model.whyProcess,
    }];
  });
}

/**
 * It is known to happen before loading is over: no code that nobody looked into decides whether it does. What depends on a
 * condition is done where the code runs otherwise, on somebody's desk, as is what calls the handler; what nobody waits for goes on
 * in the background.
 */
function isOfLoading({ calls, entryFunctions }: Engine, { init }: Run, { thread, chain, site, isGuarded }: CallEffect): boolean {
  const way = [site, ...chain];
  const isLeft = init.works.some((work) => way.some((call) => siteKey(call) === siteKey(work.site)));
  return thread === 'own' && !isGuarded && !isLeft && !way.some(({ function: fn }) => entryFunctions.has(fn)) && chain.every((call) => calls.get(siteKey(call))?.resolved !== false);
}

/** Nothing tells which function the lines after a syntax error belong to: they may look as if loading ran them. */
function brokenFiles({ program }: Engine): ReadonlySet<string> {
  return new Set(program.problems().filter(({ kind }) => kind === 'syntax-error').map(({ file }) => file));
}

/** A call on what another one returns, or with it, is a part of the same question (`getObject(…).promise()`). */
function isWithin({ site: inner }: CallEffect, { site: outer }: CallEffect): boolean {
  return inner.function === outer.function && inner !== outer && inner.at.start >= outer.at.start && inner.at.end <= outer.at.end && inner.at.end - inner.at.start < outer.at.end - outer.at.start;
}

/** One call on an object that is of one type or of another one. */
function isSameCall(a: CallEffect, b: CallEffect): boolean {
  return a.chain.length === b.chain.length && siteKey(a.site) === siteKey(b.site) && a.chain.every((call, i) => siteKey(call) === siteKey(b.chain[i]!));
}

/** What outlives the process and is changed there, as the name of the call or the statement that it sends says. */
function changeOf({ knowledge }: Engine, call: CallEffect): ChangeFact['what'] | undefined {
  if (!leavesProcess(call.fact)) return undefined;
  const statement = statementOf(call);
  return knowledge.change(call.request ?? call.name)?.what ?? (statement === undefined ? undefined : STATEMENTS.find(({ begins }) => begins.test(statement))?.what);
}

const STATEMENTS: readonly { readonly begins: RegExp; readonly what: ChangeFact['what'] | undefined }[] = [
  { begins: /^\s*(?:create|alter|drop|truncate|grant|rename|comment\s+on)\s+(?!(?:global\s+|local\s+)?temp)/i, what: 'creates' },
  { begins: /^\s*(?:insert|update|delete|merge|replace|upsert)\s/i, what: 'writes' },
  { begins: /^\s*(?:select|with|show)\s/i, what: undefined },
];

/** The text that a call hands to a server, where it is one of these. */
function statementOf({ fact, texts }: CallEffect): string | undefined {
  const text = leavesProcess(fact) ? literalText(texts[fact.statement ?? 0]) : undefined;
  return text !== undefined && STATEMENTS.some(({ begins }) => begins.test(text)) ? text : undefined;
}

function leavesProcess({ blocks, workload }: CallFact): boolean {
  return blocks === 'remote' || workload === 'io';
}

function writtenIn(parts: readonly TextPart[]): string {
  return parts.map((part) => (part.kind === 'literal' ? part.text : ' ')).join('');
}

/** To open a connection there is what init is for, and what grows old is told of by itself. */
function asks({ knowledge }: Engine, call: CallEffect): boolean {
  const { name, fact, isRecovery, texts } = call;
  if (!leavesProcess(fact) || isRecovery || fact.opens || fact.effect === 'close') return false;
  if (fact.expires || texts.some((text) => text?.alternatives.some((parts) => knowledge.requestedBy(writtenIn(parts))))) return false;
  const owner = knowledge.type(name.slice(0, Math.max(0, name.lastIndexOf('.'))));
  return statementOf(call) !== undefined || (owner?.concurrency !== 'connection' && owner?.concurrency !== 'pool');
}
