/**
 * Execution models: what overlapping invocations share and where they can interleave, per way of running a function. Rules and
 * engine ask the model and never a language. Facts: AWS's runtime pages and the open-source runtime clients (facts with
 * sources in ARCHITECTURE.md, section "Execution models").
 */
import type { CallFact, Uniqueness } from '../knowledge/schema.js';

type ProcessPart = NonNullable<CallFact['process']>;

/** How far a place is seen, from narrow to wide. */
export type Scope = 'invocation' | 'thread' | 'worker' | 'process' | 'environment';

/** Where work of another invocation may come between two steps of one. */
export type Interleaving = 'anywhere' | 'at-suspension' | 'never';

/** What becomes of data that are kept per thread when the thread serves several invocations. */
export interface ThreadData {
  /** `stay`: the next invocation on the thread finds them. `stay-behind`: so it does, and after a suspension this one may go on without them. */
  readonly become: 'stay' | 'stay-behind';
  /** One sentence that says why. */
  readonly why: string;
}

/** How well a part of a name tells overlapping invocations of one environment apart. */
export type Distinction = 'unique' | 'weak' | 'none';

/** What overlaps: invocations of a function, each with a request of its own, or calls of a class's methods, whose arguments are the callers' own. */
export type Unit = 'invocation' | 'call';

/** How many invocations run at once and share one copy of memory, and the arithmetic behind it, in words. */
export interface Load {
  /** Those that share one copy of memory. */
  readonly invocations: number;
  readonly because: string;
  /** Those of one environment, and how that number comes about: `a concurrency of 100`. */
  readonly concurrency: number;
  readonly often: string;
  /** Copies of memory in one environment, and what has them: `workers`. */
  readonly copies: number;
  readonly copiesOf: string;
  /** Environments that run at the same time: without `max` there may be any number. Known where the function has settings of managed instances. */
  readonly environments: { readonly min: number; readonly max?: number; readonly isKnown: boolean };
}

/** How many connections a database takes, and why that is known, in words. */
export interface ConnectionLimit {
  readonly database: string;
  readonly limit: number;
  readonly because: string;
}

export interface ExecutionModel {
  readonly id: string;
  /** For people: `Node.js worker threads`. */
  readonly name: string;
  readonly unit: Unit;
  /** One sentence that says why two invocations meet in memory, or why they never do. */
  readonly whyMemory: string;
  readonly whyFiles: string;
  /** Who else feels what is done to the process, or to the worker thread. */
  readonly whyProcess: string;
  /** How long memory is kept. */
  readonly whyKept: string;
  /** Why what runs in the background meets invocations. */
  readonly whyBackground: string;
  /** Scope of memory that outlives an invocation (module variables, statics, the handler object). */
  readonly memoryScope: Scope;
  /** Interleaving of accesses to that memory. */
  readonly memory: Interleaving;
  /** Interleaving of operations on files. */
  readonly files: Interleaving;
  /** Absent where invocations have no threads of their own, so that nothing follows from it. */
  readonly threadData?: ThreadData;
  /** Scope within which process-wide settings (environment variables, locale) are seen. */
  readonly processScope: Scope;
  readonly distinguishes: (unique: Uniqueness) => Distinction;
  /** Type of the context argument when the source does not declare one, and its position. */
  readonly context: { readonly type: string; readonly parameter: number };
  /** Several workers or processes of one environment run the initialisation, at the same time. */
  readonly initialisesAtOnce: boolean;
  /** Whose thread is held up by a call that blocks: that of all invocations of a worker, one of the pool that all invocations use, or the invocation's own. */
  readonly blockedThread: 'event-loop' | 'pool' | 'own';
  /** A call of an asynchronous function begins its work; otherwise only who awaits it does. */
  readonly asyncCallsBegin: boolean;
  /** Outside of managed instances a handler may answer through a callback instead of its result. */
  readonly callbacksAnswer: boolean;
  /** What becomes of a failure that nobody is told: of a promise that nobody looks at, and of a function whose promise does not exist. In words: what it ends. */
  readonly unseenFailure: { readonly promise: 'ends' | 'lost'; readonly ends: string };
  /** Changes to the process that fail there. */
  readonly refuses: ReadonlySet<ProcessPart>;
  /** Hooks that are never run. */
  readonly unheard: ReadonlySet<ProcessPart>;
  /** A handler that declares more parameters is not accepted; absent: their number does not matter. */
  readonly mostParameters?: number;
  /** Whose lines carry the id of the request that they belong to, for people; absent where nothing is known to add it. */
  readonly logger?: string;
  /** Copies of module memory in one environment, in words. */
  readonly copies: string;
  /** Copies of module memory in one environment: one, one for each invocation, or so many for each vCPU unless a variable says otherwise. */
  readonly copiesOfMemory: { readonly kind: 'one' | 'per-invocation' } | { readonly kind: 'per-vcpu'; readonly count: number; readonly of: string; readonly setBy: string };
  /** Invocations of one function that share a copy, where its settings are known. */
  readonly load?: Load;
  /** Invocations of one unit of memory follow each other or overlap: what `later` means for state that is kept. */
  readonly laterOn: 'thread' | 'worker' | 'process';
}

const RANDOM_ENOUGH_BITS = 48;
const RANDOM_WEAK_BITS = 24;

/** Distinction by random bits, the same for every model. */
export function randomDistinction(bits: number | undefined): Distinction {
  if (bits === undefined || bits >= RANDOM_ENOUGH_BITS) return 'unique';
  return bits >= RANDOM_WEAK_BITS ? 'weak' : 'none';
}

/** What holds in every model: names made by the system or by chance. */
export function commonDistinction(unique: Uniqueness): Distinction | undefined {
  switch (unique.source) {
    case 'random': return randomDistinction(unique.bits);
    case 'request-id': case 'created-file': case 'created-directory': return 'unique';
    case 'unreserved-name': case 'time': return 'weak';
    case 'process-id': case 'thread-id': case 'counter': return undefined;
  }
}
