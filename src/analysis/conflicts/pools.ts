/** How large a pool has to be for the invocations that share it, and how large it may be for the database. */
import type { CapacityFact } from '../../knowledge/schema.js';
import type { ConnectionLimit, Load } from '../../runtimes/execution-model.js';
import type { FullDatabase } from '../hazard.js';

/** What invocations need for a part of their time serves several of them in turn; threads go through many short tasks. */
const SERVES_IN_TURN: Readonly<Record<CapacityFact['of'], number>> = { connections: 4, permits: 4, threads: 8 };

/** Whether far fewer callers are served at once than invocations share it. */
export function isTooSmall(limit: number, of: CapacityFact['of'], { invocations }: Load): boolean {
  return limit * SERVES_IN_TURN[of] <= invocations;
}

/** The connections of one copy. */
export interface Held {
  readonly limit: number;
  /** Nothing says so: the library takes so many. */
  readonly isDefault: boolean;
  /** All are opened at once; otherwise there are no more than invocations that need one. */
  readonly fillsAtOnce: boolean;
}

/** The harm when the connections of all copies of the memory, in all environments, are more than the database takes. */
export function overfull({ limit, isDefault, fillsAtOnce }: Held, load: Load, database: ConnectionLimit): FullDatabase | undefined {
  const { copies, invocations, environments: { min, max = min } } = load;
  const each = fillsAtOnce ? limit : Math.min(limit, invocations);
  if (each * copies * max <= database.limit) return undefined;
  return { kind: 'full-database', each, of: limit, isDefault, load, database, isAlways: each * copies * min > database.limit };
}
