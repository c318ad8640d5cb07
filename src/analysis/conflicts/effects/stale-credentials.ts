/** What is good for a while only and is kept for as long as the environment lives: nobody fetches it anew, or looks whether its time is over. */
import type { FunctionBody, Parameter } from '../../../ir/index.js';
import type { ExpiryFact } from '../../../knowledge/schema.js';
import type { Access, Dependency } from '../../domain/access.js';
import { ELEMENT, displayHolder, extend, startsWith } from '../../domain/access-path.js';
import { cellOf, fieldCell, holderOf } from '../../domain/cell.js';
import { parameterMark } from '../../domain/marks.js';
import { isCall, type CallEffect } from '../../domain/effect.js';
import { expiringShape, isExpiring } from '../../domain/shape.js';
import type { Expiring, Shape } from '../../domain/shape.js';
import { siteKey } from '../../domain/summary.js';
import { EMPTY } from '../../domain/value.js';
import type { Engine } from '../../engine.js';
import type { EffectHazard, Point } from '../../hazard.js';
import type { Run } from '../../run.js';
import { expiringIn } from '../../walk/expiring.js';
import { isWriting } from '../../walk/record.js';
import { byPosition } from '../case.js';
import { pointOf } from '../points.js';
import { groupShared, isContent } from '../sharing.js';
import type { SharedGroup } from '../sharing.js';
import type { Effects } from './effect-hazards.js';

export function staleCredentialHazards(effects: Effects): readonly EffectHazard[] {
  const { engine, model, run } = effects;
  // How long an object lives is up to its user.
  if (!engine.seesExpiring || model.unit === 'call') return [];
  const places = groupShared(run, model).flatMap((group) => {
    const kept = keptIn(effects, group);
    return kept ? [hazardOf(effects, group.holder, nameOf(group), kept)] : [];
  });
  return [...places, ...memoized(effects)];
}

/** Functions of which the first result is given to all who call them in the same way: what it was made of says whether they can ask for another. */
function memoized(effects: Effects): readonly EffectHazard[] {
  const { engine, source } = effects;
  const found = new Map<string, EffectHazard>();
  for (const { fn, summary: { returns } } of engine.summaries()) {
    const annotation = fn.annotations.find(({ name }) => engine.knowledge.type(name)?.memoizes);
    const expiring = annotation && expiringOf(effects, returns.shapes);
    const depends = fn.parameters.every((parameter, index) => isReceiver(parameter, index, fn) || (returns.marks & parameterMark(index)) !== 0);
    if (!annotation || !expiring || !depends) continue;
    const point = pointOf(engine.program, source, { site: { function: fn.id, at: annotation.at }, chain: [] });
    found.set(fn.id, hazardOf(effects, fn.id, fn.name, { expiring, point, since: 'first-use' }));
  }
  return [...found.values()];
}

/** Methods that name their receiver as the first parameter. */
function isReceiver({ type, hasDefault }: Parameter, index: number, { owner, isStatic }: FunctionBody): boolean {
  return index === 0 && owner !== undefined && !isStatic && type === undefined && !hasDefault;
}

/** What a place keeps, and where it is put there. */
interface Kept {
  readonly expiring: Expiring;
  readonly point: Point;
  readonly since: 'init' | 'first-use';
}

function keptIn(effects: Effects, group: SharedGroup): Kept | undefined {
  if (group.ownThreads || isBounded(effects, group)) return undefined;
  const { engine, source } = effects;
  const changes = group.accesses.filter(({ kind }) => changesPlace(kind)).sort(byPosition);
  if (changes.some((change) => isRenewal(effects, change)) || group.initAccesses.some((access) => isRepeated(effects, access))) return undefined;
  const [stores, since] = changes.length > 0 ? [changes, 'first-use' as const] : [group.initAccesses.filter(({ kind }) => changesPlace(kind)).sort(byPosition), 'init' as const];
  for (const store of stores) {
    const expiring = expiringOf(effects, storedBy(effects, store, since));
    if (expiring && !isChangedWithin(effects, store)) return { expiring, since, point: pointOf(engine.program, source, store) };
  }
  return changes.length > 0 ? undefined : keptInField(effects, group);
}

/** What is stored, or what the object that is stored has in it, but for fields, which are places of their own; a call that computes it puts it there itself. */
function storedBy({ engine }: Effects, { kind, path, value }: Access, since: Kept['since']): readonly Shape[] {
  const { heap } = engine;
  if (kind === 'atomic') return heap.get(cellOf(path)).shapes;
  const given = withoutFields(engine, value?.shapes ?? []);
  const contents = since === 'init' && kind === 'write' ? heap.get(cellOf(extend(path, ELEMENT))).shapes : [];
  return [...given, ...contents];
}

/** Without objects of the repository: their fields are places of their own. */
function withoutFields({ program }: Engine, shapes: readonly Shape[]): readonly Shape[] {
  return shapes.filter((shape) => shape.kind !== 'instance' || !program.type(shape.type));
}

/** A field that a constructor has set, of an object that nobody else knew then. */
function keptInField(effects: Effects, group: SharedGroup): Kept | undefined {
  const { engine, run, source } = effects;
  const path = group.accesses[0]?.path;
  if (!path?.steps.some((step) => step.includes('#'))) return undefined;
  const expiring = expiringOf(effects, withoutFields(engine, engine.heap.get(fieldCell(path)).shapes));
  const call = expiring && callsFor(run, expiring)[0];
  return call ? { expiring, since: 'init', point: pointOf(engine.program, source, call) } : undefined;
}

function expiringOf({ engine }: Effects, shapes: readonly Shape[]): Expiring | undefined {
  return expiringIn(engine, { ...EMPTY, shapes }).find(({ as }) => as !== 'asked');
}

function changesPlace(kind: Access['kind']): boolean {
  return isWriting(kind) || kind === 'configure';
}

/** It holds only so much, or for so long. */
function isBounded({ engine }: Effects, group: SharedGroup): boolean {
  return [...group.accesses, ...group.initAccesses].some(({ objectTypes }) => objectTypes.some((type) => engine.knowledge.type(type)?.bounded === true));
}

/** The change is made again: in every invocation that comes there, or when a time is over, or when what is there is found to be of no use. */
function isRenewal({ run }: Effects, change: Access): boolean {
  // What is computed when there is nothing yet, in one step with the look.
  if (change.kind === 'atomic') return change.value?.shapes.some(isExpiring) === true;
  const guards = change.dependsOn.filter(({ via }) => via === 'guard');
  if (guards.some(({ expires }) => expires)) return true;
  const own = guards.filter(({ path }) => holderOf(path) === holderOf(change.path));
  const others = guards.filter((guard) => guard.test && !own.includes(guard) && isFlag(run, guard));
  // Beside a look at what is kept, one at what is set together with it asks for more than whether there is one.
  if (own.length === 0) return others.length === 0;
  if (others.length > 0) return true;
  return own.some(({ test, path }) => !test || (path !== change.path && startsWith(path, change.path))) || looksTwice(own.filter(({ path }) => path === change.path));
}

/** It is set where it was found unset: what it decides happens once. */
function isFlag({ invocation }: Run, { path, read }: Dependency): boolean {
  const flag = holderOf(path);
  return invocation.accesses.some((access) => isWriting(access.kind) && holderOf(access.path) === flag && access.dependsOn.some((dependency) => dependency.read === read));
}

/** Whether there is one, and then whether it will do; to look again under a lock is no other question. */
function looksTwice(tests: readonly Dependency[]): boolean {
  const [first] = tests;
  return tests.some((test) => first && siteKey(test.site) !== siteKey(first.site) && test.locks.length === first.locks.length);
}

/** By a timer, or on a thread that goes on. */
function isRepeated({ run }: Effects, { thread, site, chain }: Access): boolean {
  if (thread === 'own') return false;
  const way = new Set([site, ...chain].map(siteKey));
  return thread === 'other-thread' || run.init.effects.some((effect) => effect.kind === 'call' && effect.fact.timer !== undefined && way.has(siteKey(effect.site)));
}

/** Invocations change what is in the object that is stored: that is judged there. */
function isChangedWithin({ run }: Effects, store: Access): boolean {
  return run.invocation.accesses.some(({ kind, path }) => changesPlace(kind) && path !== store.path && startsWith(path, store.path) && !isContent(store));
}

/** The calls that give what expires so. Facts of several libraries may say the same of it. */
function callsFor({ init, invocation }: Run, expiring: Expiring): readonly CallEffect[] {
  return [...init.effects, ...invocation.effects].filter(isCall).filter(({ fact }) => fact.expires !== undefined && expiringShape(fact.expires, expiring.as) === expiring);
}

function hazardOf({ engine, model, run, source }: Effects, place: string, name: string, { expiring, point, since }: Kept): EffectHazard {
  const { expiry, as } = expiring;
  const others = callsFor(run, expiring).map(({ site, chain }) => pointOf(engine.program, source, { site, chain, kind: 'fetch' })).filter(({ location }) => location.line !== point.location.line || location.file !== point.location.file);
  return {
    kind: 'effect', model, place, name, harm: { kind: 'goes-stale', ...lifeOf(expiry), isHeld: as === 'held', since }, point, others, why: model.whyKept,
  };
}

function lifeOf({ what, seconds, rotates }: ExpiryFact): { readonly what: string; readonly seconds: number | undefined; readonly rotates: boolean } {
  return { what, seconds, rotates: rotates === true };
}

function nameOf({ accesses, holder }: SharedGroup): string {
  const access = accesses.find((candidate) => !isContent(candidate)) ?? accesses[0];
  return access ? displayHolder(access.path) : holder;
}
