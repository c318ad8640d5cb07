/** Locks that stop each other or everybody: two taken in opposite orders, and one that is held while something slow is waited for. */
import type { ExecutionModel } from '../../runtimes/execution-model.js';
import { displayPath } from '../domain/access-path.js';
import type { AccessPath } from '../domain/access-path.js';
import { holderOf } from '../domain/cell.js';
import type { LockEvent, LockTaken, LongWait } from '../domain/lock-event.js';
import { commonLock, isOneOfMany, modesExclude, sameLock } from '../domain/lock-set.js';
import type { HeldLock } from '../domain/lock-set.js';
import { isRequest } from '../domain/marks.js';
import { siteKey } from '../domain/summary.js';
import type { Engine } from '../engine.js';
import type { LockHazard, Point } from '../hazard.js';
import type { Run } from '../run.js';
import { isWriting } from '../walk/record.js';
import { comparePoints, pointOf } from './points.js';
import type { SourceText } from './points.js';
import { effectiveLocks } from './sharing.js';

interface Context {
  readonly engine: Engine;
  readonly model: ExecutionModel;
  readonly run: Run;
  readonly source: SourceText;
  readonly taken: readonly LockTaken[];
}

export function lockHazards(engine: Engine, model: ExecutionModel, run: Run, source: SourceText): readonly LockHazard[] {
  if (model.memory === 'never') return [];
  const events = run.invocation.lockEvents;
  const context: Context = { engine, model, run, source, taken: events.filter((event) => event.kind === 'taken') };
  return [...orders(context), ...waits(context, events.filter((event) => event.kind === 'wait'))];
}

/** A lock is taken while another one is held. */
interface Edge {
  readonly outer: HeldLock;
  readonly inner: HeldLock;
  readonly event: LockTaken;
}

const MAX_EDGES = 200;

function orders(context: Context): readonly LockHazard[] {
  const edges = context.taken.flatMap((event) => edgesOf(context, event)).slice(0, MAX_EDGES);
  const found = new Map<string, LockHazard>();
  edges.forEach((edge, index) => {
    for (const other of edges.slice(index + 1)) {
      if (!isOpposite(edge, other) || commonLock(effectiveLocks(context.run, edge.event.held), effectiveLocks(context.run, other.event.held))) continue;
      const hazard = orderHazard(context, edge, other);
      if (!found.has(hazard.place)) found.set(hazard.place, hazard);
    }
  });
  return [...found.values()];
}

function edgesOf({ run }: Context, event: LockTaken): readonly Edge[] {
  const [inner] = effectiveLocks(run, [event.lock]);
  if (!inner) return [];
  const held = effectiveLocks(run, event.held);
  // Who holds it already goes on at once.
  return held.some((outer) => sameLock(outer, inner)) ? [] : held.map((outer) => ({ outer, inner, event }));
}

/** Each waits for what the other one holds. An attempt that may fail is not waited for, so it is no event. */
function isOpposite(a: Edge, b: Edge): boolean {
  return sameLock(a.outer, b.inner) && sameLock(a.inner, b.outer) && modesExclude(a.outer.mode, b.inner.mode) && modesExclude(a.inner.mode, b.outer.mode);
}

function orderHazard(context: Context, a: Edge, b: Edge): LockHazard {
  const [first, second] = [a, b].map((edge) => ({ outer: whereTaken(context, edge.outer, edge.event), inner: pointFor(context, edge.event) })).sort((x, y) => comparePoints(x.inner, y.inner));
  const names = [a.outer, a.inner].map(nameOf).sort();
  if (!first || !second) throw new Error('two edges have two ends');
  return { kind: 'lock', harm: 'order', model: context.model, place: names.join(' / '), name: names.join(' and '), held: first.outer, point: first.inner, opposite: second, what: '', others: [] };
}

/** Long waits by the place where the lock was taken: one lock that is held too long is one finding. */
function waits(context: Context, events: readonly LongWait[]): readonly LockHazard[] {
  const byLock = new Map<string, { readonly lock: HeldLock; readonly held: Point; readonly waits: { readonly event: LongWait; readonly point: Point }[] }>();
  for (const event of events) {
    const lock = effectiveLocks(context.run, event.held).find((candidate) => candidate.mode === 'exclusive' && (candidate.builtOf === undefined || candidate.builtOf === 'promises') && (!event.isAsync || candidate.isAsync) && !isOneOfMany(candidate) && !isFirstUse(context, event, candidate));
    if (!lock) continue;
    const taken = eventOf(context, lock);
    const key = `${nameOf(lock)}@${taken ? siteKey(taken.site) : siteKey(event.site)}`;
    const group = byLock.get(key) ?? { lock, held: whereTaken(context, lock, event), waits: [] };
    group.waits.push({ event, point: pointFor(context, event) });
    byLock.set(key, group);
  }
  return [...byLock.values()].flatMap(({ lock, held, waits: all }) => {
    const [first, ...others] = all.sort((a, b) => comparePoints(a.point, b.point));
    return first ? [{ kind: 'lock' as const, harm: 'wait' as const, model: context.model, place: nameOf(lock), name: nameOf(lock), held, point: first.point, opposite: undefined, what: first.event.what, others: others.map(({ point }) => point) }] : [];
  });
}

/** What is waited for is stored under the same lock, and a look at that place says whether it has to be: it happens once, or when it has expired. */
function isFirstUse({ run }: Context, event: LongWait, lock: HeldLock): boolean {
  const decided = new Set(event.decidedBy.map(holderOf));
  return run.invocation.accesses.some((write) => isWriting(write.kind) && decided.has(holderOf(write.path)) && write.locks.some((held) => sameLock(held, lock)) && !isRequest(write.key?.marks ?? 0));
}

/** Where the lock was taken, as far as an event says so. */
function eventOf({ taken }: Context, lock: HeldLock): LockTaken | undefined {
  return taken.find((event) => event.lock.acquisition === lock.acquisition);
}

function whereTaken(context: Context, lock: HeldLock, otherwise: LockEvent): Point {
  return pointFor(context, eventOf(context, lock) ?? otherwise);
}

function pointFor({ engine, source }: Context, event: LockEvent): Point {
  return pointOf(engine.program, source, { site: event.site, chain: event.chain, kind: event.kind, locks: event.held });
}

function nameOf(lock: HeldLock): string {
  const path: AccessPath | undefined = lock.paths.find((candidate) => candidate.root.kind !== 'fresh');
  return path && path.root.kind !== 'symbol' ? displayPath(path) : 'lock';
}
