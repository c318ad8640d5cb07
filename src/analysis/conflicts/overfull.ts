/** Whether the connections of all copies of the memory, in all environments, are more than a database takes. */
import type { ConnectionLimit, Load } from '../../runtimes/execution-model.js';
import type { FullDatabase } from '../hazard.js';

/** The connections of one copy. */
export interface Held {
  readonly limit: number;
  /** Nothing says so: the library takes so many. */
  readonly isDefault: boolean;
  /** All are opened at once; otherwise there are no more than invocations that need one. */
  readonly fillsAtOnce: boolean;
}

export function overfull({ limit, isDefault, fillsAtOnce }: Held, load: Load, database: ConnectionLimit): FullDatabase | undefined {
  const { copies, invocations, environments: { min, max = min } } = load;
  const each = fillsAtOnce ? limit : Math.min(limit, invocations);
  if (each * copies * max <= database.limit) return undefined;
  return { kind: 'full-database', each, of: limit, isDefault, load, database, isAlways: each * copies * min > database.limit };
}
