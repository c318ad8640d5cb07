/**
 * Effects: what a function does that concerns the process, the worker or the event loop, whoever else touches the same memory.
 * Which calls are effects is a matter of knowledge; what is wrong with one is decided where all of them are known
 * (src/analysis/conflicts/effects).
 */
import type { CallFact, SymbolFact } from '../../knowledge/schema.js';
import type { AccessPath } from './access-path.js';
import type { Site, Thread } from './access.js';
import type { Marks } from './marks.js';
import type { Text } from './text.js';

interface Done {
  /** The qualified name of what is called or read. */
  readonly name: string;
  readonly site: Site;
  /** Call sites from the summarised function down to `site`, outermost first. */
  readonly chain: readonly Site[];
  readonly thread: Thread;
  /** Inside a loop, of the function itself or of one that calls it. */
  readonly inLoop: boolean;
  /** Places whose contents decide whether it happens. */
  readonly decidedBy: readonly AccessPath[];
  /** Some condition decides whether it happens. */
  readonly isGuarded: boolean;
  /** It happens only when something has failed. */
  readonly isRecovery: boolean;
  /** A handler around it catches what it throws. */
  readonly isCaught: boolean;
  /** What the call lets run reaches the call again. */
  readonly recurs?: boolean;
}

/** A call of a library. */
export interface CallEffect extends Done {
  readonly kind: 'call';
  readonly fact: CallFact;
  /** It waits for a promise that is not known to be settled. */
  readonly isUnsettled?: boolean;
  /** Places of the object that it is a method of. */
  readonly receiver: readonly AccessPath[];
  /** Marks of each argument; keyword arguments come after the positional ones. */
  readonly marks: readonly Marks[];
  /** Characters of the positional arguments, where they are known. */
  readonly texts: readonly (Text | undefined)[];
  /** Type of the request that it sends, where the fact says that there is one. */
  readonly request?: string;
  /** How many callers at once what it makes serves, where that is known. */
  readonly capacity?: Capacity;
}

/** A number that is written down or holds by default, and the object literal in which it is, when it is in one. */
export interface Capacity {
  readonly limit: Text;
  readonly more: number;
  /** Nothing says how many: it is what the library takes then. */
  readonly isDefault?: boolean;
  readonly writtenIn?: Site;
}

/** A read of a constant, variable or property that a library or the platform keeps. */
export interface SymbolEffect extends Done {
  readonly kind: 'symbol';
  readonly fact: SymbolFact;
}

export type Effect = CallEffect | SymbolEffect;

export function isCall(effect: Effect): effect is CallEffect {
  return effect.kind === 'call';
}

/** Facts of calls that say something about the process, the worker or the event loop. */
const NOTED_OF_CALLS: readonly (keyof CallFact)[] = ['asksOnPool', 'awaitable', 'binds', 'blocks', 'capacity', 'deadline', 'expires', 'holds', 'keepsCount', 'legacy', 'opens', 'prints', 'process', 'registers', 'returnsArity', 'takesWhole', 'timer', 'workload'];
const NOTED_OF_SYMBOLS: readonly (keyof SymbolFact)[] = ['deadline', 'legacy'];

export function isNotedCall(fact: CallFact): boolean {
  return NOTED_OF_CALLS.some((key) => fact[key] !== undefined);
}

export function isNotedSymbol(fact: SymbolFact): boolean {
  return NOTED_OF_SYMBOLS.some((key) => fact[key] !== undefined);
}
