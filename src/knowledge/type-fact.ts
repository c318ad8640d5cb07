/** What is known of a type of a library: how it behaves when several use one object, what it holds, what it means as an annotation. */
import type { Below } from './below.js';

/** How instances behave when several invocations use one of them. */
export type Concurrency =
  /** Safe for use by overlapping invocations; compound operations are still two steps (`get` then `put`). */
  | 'safe'
  /** Never changes. */
  | 'immutable'
  /** Concurrent use corrupts it or gives wrong results (collections, formatters, digests, parsers, streams, random). */
  | 'unsafe'
  /** Safe as long as nobody configures it after it is in use: whatever changes its properties or contents configures it. */
  | 'safe-once-configured'
  /** One session with a server: transactions and session settings of invocations mix. */
  | 'connection'
  /** Hands out connections; made to be shared. */
  | 'pool'
  /** Keeps a value per thread. */
  | 'per-thread'
  /** Keeps a value per asynchronous flow of control (AsyncLocalStorage, AsyncLocal, contextvars). */
  | 'per-flow'
  /** A lock or semaphore. */
  | 'lock';

export interface TypeFact {
  readonly names: readonly string[];
  readonly concurrency: Concurrency;
  /** Container whose contents are its state; `array`: of fixed length, so that each element is a variable of its own. */
  readonly collection?: 'map' | 'list' | 'set' | 'queue' | 'text' | 'array';
  /** A bound or expiry that its constructor or options give it (Caffeine, LRU caches). */
  readonly bounded?: boolean;
  /** Each call is safe, and an iteration still fails or goes wrong when the collection is changed meanwhile (`Collections.synchronizedList`). */
  readonly failFast?: boolean;
  /** What asynchronous functions and calls with `returnsPromise` give, where it has members that wait for it or look at it; or what waits for one. */
  readonly promise?: 'itself' | 'awaiter';
  /** A promise: types of the functions that settle it. */
  readonly settledBy?: readonly string[];
  /** An annotation whose argument names the lock that guards what is annotated. */
  readonly namesLock?: boolean;
  /** An annotation: a call of a method with it returns at once, and the method runs on another thread. */
  readonly runsAside?: boolean;
  /** An annotation: what a function with it has returned for the same arguments is kept, and given again. */
  readonly memoizes?: boolean;
  /** A class above those that a host starts before the first request and lets run to the end; an annotation: a container runs the method with it over and over. */
  readonly runsInBackground?: boolean;
  /** A framework makes an instance of it, or of a class marked with it, for each request. */
  readonly perRequest?: boolean;
  /** Holders of values per thread (`per-thread` types) that each of its methods reads: a logger adds the thread's context to every line. */
  readonly reads?: readonly string[];
  /** An annotation: when a function that has it is left, what these holders keep for the thread is removed; where it says so, only with this argument set. */
  readonly clears?: { readonly holders: readonly string[]; readonly when?: string };
  /** An annotation: a method with it runs on an object that the scope of the invocation gives, as it is registered. */
  readonly fromScope?: boolean;
  /** An annotation: a container sets the field, or calls the constructor or method, with what it holds. */
  readonly injects?: boolean;
  /** An annotation: abstract methods of the type give what a container holds for their return type. */
  readonly isComponent?: boolean;
  /** A dependency-injection container; the type as which the container of the whole process is known. */
  readonly container?: string;
  /** Supertypes whose method facts hold here too. */
  readonly extends?: readonly string[];
  readonly below?: Below;
  /** What a cautious person would use instead, for the advice. */
  readonly instead?: string;
  readonly source?: string;
  readonly note?: string;
}
