/** What the analysis says of one Lambda function besides its hazards: how much was understood, and what it shares. */
import type { Location } from '../ir/index.js';

/** How much of the code that an entry point reaches was understood. Counts are of distinct places in the source. */
export interface Coverage {
  readonly reachedFunctions: number;
  readonly calls: number;
  /** Calls whose target is code of the repository or a fact of the knowledge. */
  readonly resolvedCalls: number;
  /** Calls with receiver whose type is known. */
  readonly receivers: number;
  readonly resolvedReceivers: number;
  /** Unresolved calls by name, most frequent first. */
  readonly unresolved: readonly { readonly name: string; readonly count: number; readonly at: Location }[];
  /** Places where request data goes into code that was not looked into. */
  readonly escapes: readonly { readonly into: string; readonly at: Location }[];
  readonly unknownNodes: number;
  /** Bounds that cut something off, in words. */
  readonly bounds: readonly string[];
  /** Files that could not be read or parsed. */
  readonly unreadFiles: readonly string[];
  /** Libraries that reached code imports and the knowledge says nothing about, sorted. */
  readonly unknownLibraries: readonly string[];
}

/** One shared root that the function reaches, and why it is safe or not: what a reviewer would list by hand. */
export interface SharedState {
  /** As people say it: `cache` in src/a.ts, `Orders.client`. */
  readonly name: string;
  readonly what: string;
  readonly declaredAt?: Location;
  readonly writtenAt: readonly { readonly phase: 'init' | 'invocation'; readonly location: Location }[];
  readonly judgement: 'safe' | 'hazard' | 'unknown';
  /** `only written at init`, `guarded by lock`, `thread-safe type`, `atomic between suspension points`, … */
  readonly because: string;
}

/** A line of code that says what kind of work the function does. */
export interface WorkloadEvidence {
  /** `body`: it takes something whole into memory whose size nothing says. `disk`: it leaves data in the file system. */
  readonly kind: 'cpu' | 'io' | 'memory' | 'blocking' | 'body' | 'disk';
  /** The call or import: `PIL.Image.open`. */
  readonly what: string;
  readonly at: Location;
  /** What the invocation holds because of it, where the code says so: a buffer of a constant size. */
  readonly megabytes?: number;
}
