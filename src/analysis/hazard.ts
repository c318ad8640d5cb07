/**
 * Hazards: what two invocations can do to each other at one place. A hazard lists every harm that was found there; rules pick
 * theirs, word it and rate it.
 */
import type { Location } from '../ir/index.js';
import type { CapacityFact, ChangeFact, Concurrency, OpensFact } from '../knowledge/schema.js';
import type { ConnectionLimit, ExecutionModel, Load } from '../runtimes/execution-model.js';
import type { LostLoan } from './domain/loan.js';
import type { ProcessHarm } from './process-harm.js';

/** An access or operation as a rule may speak of it. */
export interface Point {
  readonly location: Location;
  /** Call sites from the entry point down, outermost first. */
  readonly calls: readonly Location[];
  /** The line of source, shortened: `this.cache.put(key, value)`. */
  readonly code: string;
  readonly kind: string;
  readonly guardedByLock: boolean;
}

export type Harm =
  /** Request data is kept where another invocation overwrites or sees it; without `read` it is code of others that looks there. */
  | { readonly kind: 'leak'; readonly write: Point; readonly read: Point | undefined; readonly acrossSuspension: boolean; readonly carriesContext: boolean; readonly relation: 'overlapping' | 'later'; /** It piles up, and need not come from the request. */ readonly pilesUp?: boolean }
  /** Request data in a place that each thread has for itself, where another invocation finds them or this one no longer does. */
  | {
      readonly kind: 'thread-value'; readonly write: Point; readonly read: Point;
      /** Not removed at all, or not when an exception comes; read on another thread, or after a suspension behind which another thread may go on. */
      readonly why: 'kept' | 'kept-when-thrown' | 'moved' | 'resumed';
      /** The source does not name the place where it is read: a logger adds it to its lines. */
      readonly isImplicit: boolean;
    }
  /** A container or object whose own state breaks under concurrent use. */
  | { readonly kind: 'corruption'; readonly write: Point; readonly other: Point; readonly type: string; readonly keyed: boolean; readonly isCollection: boolean }
  /** Somebody goes through a collection while another invocation changes it; with `isFailFast` each single call is safe. */
  | { readonly kind: 'iteration'; readonly iterate: Point; readonly change: Point; readonly type: string; readonly isFailFast: boolean; readonly acrossSuspension: boolean }
  /** One instance of a type that must not be used by two invocations at once. */
  | { readonly kind: 'unsafe-object'; readonly use: Point; readonly type: string; readonly instead: string | undefined }
  /** Settings of an object that all invocations use are changed by one of them. */
  | {
      readonly kind: 'configured'; readonly change: Point; readonly use: Point | undefined; readonly instead: string | undefined;
      readonly fromRequest: boolean;
      /** Only where a look has found that nobody has done it yet. */
      readonly once: boolean;
      readonly relation: 'overlapping' | 'later';
    }
  | { readonly kind: 'connection'; readonly use: Point; readonly type: string; readonly session: boolean; readonly closes: boolean }
  | { readonly kind: 'lost-update'; readonly read: Point; readonly write: Point; readonly isCounter: boolean; /** What was read does not go into what is written: it has allowed the write. */ readonly isCheck?: boolean; /** The value is put back as it was, after another one was there for a while. */ readonly isRestored?: boolean; readonly acrossSuspension: boolean; readonly onAtomicType: boolean }
  /** Created on first use by whoever comes first, without mutual exclusion. */
  | {
      readonly kind: 'lazy-init'; readonly check: Point; readonly write: Point; readonly acrossSuspension: boolean;
      /** `first-request`: what is created comes from the request that happens to be first. */
      readonly grade: 'idempotent' | 'connection' | 'first-request' | 'guard-first' | 'guarded-by-other' | 'half-built' | 'plain-value';
      /** What depends on the guard, or completes the object later. */
      readonly later: Point | undefined;
    }
  /** Overlapping misses of one key all do the work. */
  | { readonly kind: 'stampede'; readonly check: Point; readonly write: Point; readonly keyFromRequest: boolean; /** What was there had expired. */ readonly refreshes: boolean }
  /** A container that invocations fill and nobody empties. */
  | { readonly kind: 'growth'; readonly write: Point; readonly keyFromRequest: boolean; readonly keyed: boolean }
  /** A list of objects that nobody uses at the moment, from which two invocations may take the same: after a look, or with a step that is none. */
  | { readonly kind: 'taken-twice'; readonly take: Point; readonly look: Point | undefined }
  /** A pool that an invocation closes while others use it. */
  | { readonly kind: 'pool-closed'; readonly use: Point; readonly other: Point }
  /** A lock guards the place at one access, and keeps nobody out at another that conflicts with it. */
  | {
      readonly kind: 'inconsistent-lock'; readonly guarded: Point; readonly unprotected: Point;
      /** The lock that is held at `guarded`, as people would say it. */
      readonly lock: string;
      /**
       * No lock, another lock, a lock that lets several read, a lock of the invocation's own, a lock that invocations replace, one
       * of many locks that a key chooses, the same lock taken anew after what was read under it, or taken only after what is
       * written back was read.
       */
      readonly why: 'no-lock' | 'other-lock' | 'read-lock' | 'own-lock' | 'replaced-lock' | 'one-of-many' | 'released-between' | 'read-before'
        /** The field's declaration names the lock. */
        | 'declared';
      /** What goes wrong is that a value is seen which was just replaced, and nothing else. */
      readonly onlyStale: boolean;
    }
  /** Two writes that belong together, and a read that may come between them. */
  | { readonly kind: 'torn'; readonly first: Point; readonly second: Point; readonly read: Point }
  /** Two invocations touch the same memory, one writes, and nothing orders them. */
  | {
      readonly kind: 'race'; readonly write: Point; readonly other: Point;
      /** Each invocation stores different values there in turn, so that one reads what another is about to replace. */
      readonly varies: boolean;
      /** A container is emptied first and filled again afterwards. */
      readonly isEmptied?: boolean;
    };

export interface MemoryHazard {
  readonly kind: 'memory';
  readonly model: ExecutionModel;
  /** Identity: the cell. */
  readonly place: string;
  /** As people would say it: `Orders.cache`. */
  readonly name: string;
  readonly declaredAt: Location | undefined;
  readonly concurrency: Concurrency | undefined;
  readonly harms: readonly Harm[];
  /** Threads or tasks that one invocation starts do it to each other; it needs no second invocation. */
  readonly ownThreads?: boolean;
  /** Everything else that touches the place, for related locations. */
  readonly accesses: readonly Point[];
}

export type PathClass =
  /** Told apart, between any two invocations. */
  | 'unique'
  /** The same name for all invocations. */
  | 'constant'
  /** Named after something of the request that two invocations in flight can share. */
  | 'request' | 'request-basename'
  /** Distinguished only weakly. */
  | 'time' | 'counter' | 'process-id' | 'thread-id' | 'weak-random' | 'few-random' | 'unreserved-name';

export interface FileHazard {
  readonly kind: 'file';
  readonly model: ExecutionModel;
  /** Identity: the rendered path. */
  readonly place: string;
  /** For people: `/tmp/<key>`. */
  readonly name: string;
  /** Further names that the operation may use instead, by a choice the code makes. */
  readonly otherNames: readonly string[];
  readonly pathClass: PathClass;
  /** `growth`: the file is never removed; `profile`: a program's own directory, whose name follows in `tool`. */
  readonly harm: 'shared-path' | 'check-then-fill' | 'sweep' | 'growth' | 'profile';
  readonly tool?: string;
  /** The operation that writes or deletes. */
  readonly operation: Point;
  readonly effect: string;
  /** What else is done to the same path, in source order. */
  readonly others: readonly (Point & { readonly effect: string })[];
  readonly isDeleted: boolean;
  readonly isReadBack: boolean;
  /** What is written derives from the request. */
  readonly contentFromRequest: boolean;
  /** Only ever put in place whole, under this name. */
  readonly atomicReplace: boolean;
  /** The operation runs before the first invocation, in each worker or process of the environment. */
  readonly atInit: boolean;
}

/** A lock under which invocations stop each other for good or for long. */
export interface LockHazard {
  readonly kind: 'lock';
  readonly model: ExecutionModel;
  /** Identity: the locks. */
  readonly place: string;
  /** For people: `Orders.stock and Orders.prices`. */
  readonly name: string;
  /** `order`: two locks are taken in opposite orders; `wait`: one is held during a long wait. */
  readonly harm: 'order' | 'wait';
  /** Where the lock is taken that is held at `point`. */
  readonly held: Point;
  /** Where the second lock is taken, or what is waited for. */
  readonly point: Point;
  /** The other order. */
  readonly opposite: { readonly outer: Point; readonly inner: Point } | undefined;
  /** The call that waits. */
  readonly what: string;
  /** Further waits under the same lock, in source order. */
  readonly others: readonly Point[];
}

/** What code does to the process, the worker or the event loop that other invocations run in, whatever memory it touches. */
export interface EffectHazard {
  readonly kind: 'effect';
  readonly model: ExecutionModel;
  /** Identity, together with the harm. */
  readonly place: string;
  /** For people: `process.exit`. */
  readonly name: string;
  readonly harm: EffectHarm;
  /** What is to be reported. */
  readonly point: Point;
  /** Further places of the same, in source order. */
  readonly others: readonly Point[];
  /** Why it concerns other invocations, in one sentence. */
  readonly why: string;
}

export type EffectHarm =
  /** A thread that other invocations need is held up. */
  | {
      readonly kind: 'holds-thread';
      readonly thread: ExecutionModel['blockedThread'];
      /** A child process, long computation, contents of as many files as the request asks for, anything short; a task that is not done, a call. */
      readonly by: 'process' | 'computation' | 'contents' | 'little' | 'task' | 'call';
      /** What does the same without holding the thread. */
      readonly instead: string | undefined;
      /** Threads that are held keep the runtime client, too, from asking for work. */
      readonly stopsPolling: boolean;
    }
  /** The process or worker ends, with all invocations that it serves. */
  | { readonly kind: 'ends' }
  /** A port or socket of a fixed name is bound, of which the machine has one. */
  | { readonly kind: 'binds'; readonly atInit: boolean }
  /** Calls in loops of a function with a long time limit, which nobody compares with the time that is left. */
  | { readonly kind: 'ignores-deadline'; /** Seconds. */ readonly timeout: number }
  /** Work goes on that nobody waits for. */
  | {
      readonly kind: 'floats';
      /** What a failure of it ends, since nobody is told; absent: the failure is lost. */
      readonly ends: string | undefined;
      /** It answers a callback or settles a promise that somebody may wait for, or belongs to a handler that answers so. */
      readonly isAnswered: boolean;
    }
  /** A place keeps what is good for a while only, or an object that goes on using such a thing. */
  | {
      readonly kind: 'goes-stale'; readonly what: string; readonly seconds: number | undefined;
      /** It does not expire, but is replaced from time to time. */
      readonly rotates: boolean;
      readonly isHeld: boolean;
      readonly since: 'init' | 'first-use';
    }
  /** A timer, a loop that waits, or a service that a host has started goes on beside the invocations: started once for all of them, or anew by each. */
  | { readonly kind: 'runs-beside'; readonly started: 'once' | 'each-time' }
  /** Each invocation opens a session with a database, or makes a pool or client of its own. */
  | { readonly kind: 'opens-each-time'; readonly what: OpensFact['what']; readonly load: Load | undefined; /** Invocations that overlap could share one. */ readonly isSharable: boolean }
  /** All copies of the memory, in all environments, hold more connections together than the database takes: always, or when there are as many environments as there may be. */
  | FullDatabase
  /** Loading a module asks another service, or changes something there, in each worker or process of an environment. */
  | { readonly kind: 'calls-at-init'; readonly change: ChangeFact['what'] | undefined; readonly load: Load | undefined }
  /** A pool, executor or semaphore serves far fewer callers at once than invocations share it. */
  | SmallPool
  /** What was taken from a pool is not given back: never, or not when something fails (the first of `others`). */
  | { readonly kind: 'lost-loan'; readonly of: LostLoan['of']; readonly when: LostLoan['when']; /** Only when what handles the failure fails, too. */ readonly isRepeated: boolean }
  | ProcessHarm;

export interface FullDatabase {
  readonly kind: 'full-database';
  /** Connections of one copy: no more than it has invocations, where they are opened as they are needed. */
  readonly each: number;
  /** Those that it may have. */
  readonly of: number;
  /** Nothing says how many: the library takes so many. */
  readonly isDefault: boolean;
  readonly load: Load;
  readonly database: ConnectionLimit;
  readonly isAlways: boolean;
}

export interface SmallPool {
  readonly kind: 'small-pool';
  readonly of: CapacityFact['of'];
  readonly limit: number;
  /** Nothing says how many: the library takes so many. */
  readonly isDefault: boolean;
  readonly load: Load;
}

/** What a template, manifest or Dockerfile says and managed instances do not go along with. It lies in no code. */
export interface PlatformHazard {
  readonly kind: 'platform';
  /** Identity: what is said there. */
  readonly place: string;
  /** As people would say it: `python3.9`, `AWS SDK for Java 2.x`. */
  readonly name: string;
  readonly harm: PlatformHarm;
  /** Where people change it. */
  readonly point: Point;
  /** Other places that say the same. */
  readonly others: readonly Point[];
}

export type PlatformHarm =
  /** A runtime that managed instances do not run; `least` is the oldest of its kind that they do. */
  | { readonly kind: 'runtime'; readonly runtime: string; readonly least: string | undefined }
  /** A library that code uses, a layer or an image, in a version before the first one that goes together with several invocations at once. */
  | {
      readonly kind: 'dependency'; readonly package: string; readonly version: string; readonly lockedIn: string | undefined; readonly library: string; readonly least: string;
      /** What goes wrong before `least`. */
      readonly consequence: string;
      /** That version works, and a later one is better. */
      readonly isAdvice: boolean;
    }
  /** A handler that the code does not have; `looked` says what was looked for. */
  | { readonly kind: 'handler'; readonly looked: string }
  /** A setting that managed instances refuse, or with which they serve a function badly. */
  | {
      readonly kind: 'setting';
      /**
       * The values by themselves; features that exclude managed instances; memory of which each process or worker has a copy; what becomes of
       * invocations that are refused or fail; role and network of the capacity provider.
       */
      readonly topic: 'limits' | 'conflict' | 'memory-copies' | 'backpressure' | 'permissions';
      /** The function cannot be created or invoked; it can, and will suffer; it works, and could work better. */
      readonly grade: 'refused' | 'poor' | 'advice';
      /** What is wrong, in a sentence or two for people. */
      readonly problem: string;
      /** What to do about it, in a sentence. */
      readonly remedy: string;
    };

export type Hazard = MemoryHazard | FileHazard | LockHazard | EffectHazard | PlatformHazard;
