/** What matters because of the locks that are held when it happens: taking a further one, and waiting for something slow. */
import type { AccessPath } from './access-path.js';
import type { Site } from './access.js';
import type { HeldLock } from './lock-set.js';
import { siteKey } from './summary.js';

interface Event {
  readonly site: Site;
  /** Call sites from the summarised function down to `site`, outermost first. */
  readonly chain: readonly Site[];
  readonly held: readonly HeldLock[];
  /** Places of locks that the summarised function has given back before, though its caller had taken them. */
  readonly released: readonly AccessPath[];
}

/** A lock is taken, however long that takes. */
export interface LockTaken extends Event {
  readonly kind: 'taken';
  readonly lock: HeldLock;
}

/** A remote call, a sleep, another process or task. */
export interface LongWait extends Event {
  readonly kind: 'wait';
  /** The call that waits. */
  readonly what: string;
  /** Only who awaits the result waits. */
  readonly isAsync: boolean;
  /** Places whose contents decide whether this happens. */
  readonly decidedBy: readonly AccessPath[];
}

export type LockEvent = LockTaken | LongWait;

/** The same event under the same locks is kept once. */
export function eventKey(event: LockEvent): string {
  const locks = event.held.map((lock) => `${lock.mode}${lock.paths.map((path) => path.id).join('+')}`).join(',');
  const taken = event.kind === 'taken' ? `${event.lock.mode}${event.lock.paths.map((path) => path.id).join('+')}` : '';
  return `${event.kind}|${siteKey(event.site)}|${taken}|${locks}`;
}
