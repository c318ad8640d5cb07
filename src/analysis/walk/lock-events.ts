/** Records what happens under locks: further locks that are taken, and long waits. */
import type { Span } from '../../ir/index.js';
import type { CallFact } from '../../knowledge/schema.js';
import type { AccessPath } from '../domain/access-path.js';
import type { Site } from '../domain/access.js';
import { eventKey } from '../domain/lock-event.js';
import type { LockEvent } from '../domain/lock-event.js';
import type { HeldLock } from '../domain/lock-set.js';
import type { State } from '../domain/state.js';
import { union } from '../domain/value.js';
import { site } from './walk.js';
import type { Walk } from './walk.js';

const MAX_EVENTS = 300;
const MAX_DECIDING = 12;

/** The lock is about to be held besides those that are. */
export function noteTaken(walk: Walk, state: State, lock: HeldLock, at: Span): void {
  keepEvent(walk, { kind: 'taken', site: site(walk, at), chain: [], held: state.locks, released: state.released, lock });
}

/** A call of a library that waits for something outside. Waiting for a lock is no long wait: who holds it is to blame. */
export function noteWait(walk: Walk, state: State, name: string, fact: CallFact, at: Span): void {
  const isAsync = fact.returnsPromise === true;
  const waits = fact.blocks === 'remote' || fact.blocks === 'sleep' || fact.blocks === 'process' || (fact.blocks === 'task' && !fact.lock) || (isAsync && fact.workload === 'io');
  if (waits) keepEvent(walk, { kind: 'wait', site: site(walk, at), chain: [], held: state.locks, released: state.released, what: name, isAsync, decidedBy: decidingPlaces(state) });
}

/** Places that the conditions here have looked at, or that were changed in one step to get here. */
export function decidingPlaces(state: State): readonly AccessPath[] {
  const places = state.guards.flatMap((guard) => guard.reads.flatMap((id) => state.reads.get(id)?.path ?? []));
  const claimed = state.locks.flatMap((lock) => (lock.isClaim === true ? lock.paths : []));
  return union([], [...places, ...claimed], MAX_DECIDING);
}

/** Translates what a callee's names mean at one call. */
interface Translation {
  readonly callSite: Site;
  readonly isDeferred: boolean;
  /** Held around a callee that runs later. */
  readonly under: readonly HeldLock[];
  paths(path: AccessPath): readonly AccessPath[];
  locks(locks: readonly HeldLock[]): readonly HeldLock[];
}

/** The callee's event as one of the caller, under the locks of both. */
export function liftEvent(walk: Walk, state: State, event: LockEvent, context: Translation): void {
  const given = event.released.flatMap(context.paths);
  const outer = context.isDeferred ? context.under : state.locks.filter((lock) => !lock.paths.some((path) => given.includes(path)));
  const lifted = {
    site: event.site, chain: [context.callSite, ...event.chain].slice(0, 24), held: [...outer, ...context.locks(event.held)],
    released: context.isDeferred ? [] : union(state.released, given.filter((path) => !state.locks.some((lock) => lock.paths.includes(path)))),
  };
  if (event.kind === 'taken') keepEvent(walk, { ...lifted, kind: 'taken', lock: context.locks([event.lock])[0] ?? event.lock });
  else keepEvent(walk, { ...event, ...lifted, decidedBy: union(event.decidedBy.flatMap(context.paths), decidingPlaces(state), MAX_DECIDING) });
}

function keepEvent(walk: Walk, event: LockEvent): void {
  const key = eventKey(event);
  const known = walk.lockEvents.get(key);
  if (known && known.chain.length <= event.chain.length) return;
  if (!known && walk.lockEvents.size >= MAX_EVENTS) { walk.engine.cuts.add(`more than ${MAX_EVENTS} locks and waits in ${walk.fn.name}`); return; }
  walk.lockEvents.set(key, event);
}
