/**
 * What a caller needs to know of a function: accesses and file operations with relative paths, the returned value, what it
 * leaves in places its caller can reach, and the locks it leaves held or released.
 */
import type { Span } from '../../ir/index.js';
import type { Access, FileOperation, Site } from './access.js';
import type { AccessPath } from './access-path.js';
import type { Effect } from './effect.js';
import { internTable, whenEmptied } from './interning.js';
import type { Loan, LostLoan } from './loan.js';
import type { LockEvent } from './lock-event.js';
import type { HeldLock } from './lock-set.js';
import type { Marks } from './marks.js';
import type { DoneWrite, PendingRead } from './state.js';
import { NO_LOCKED_LOOKS } from './locked-looks.js';
import type { LockedLooks } from './locked-looks.js';
import { NO_THREAD_VALUES } from './thread-values.js';
import type { ThreadValues } from './thread-values.js';
import type { ReadId, Value } from './value.js';
import type { HandedWork, Work } from './work.js';
import { EMPTY } from './value.js';

/** A place the caller can see, and what it holds when the function returns. */
export interface ExitEntry {
  readonly path: AccessPath;
  readonly value: Value;
}

/** A call of a method that nothing is known of: the object may keep what it is given. */
export interface Handover {
  /** The object. */
  readonly path: AccessPath;
  /** Marks of the arguments. */
  readonly marks: Marks;
  readonly into: string;
  readonly site: Site;
}

/** What a caller needs to know of what a function has taken from pools and given back. */
export interface LoansOfCallee {
  readonly lost: readonly LostLoan[];
  /** Handed to the caller. */
  readonly lent: readonly Loan[];
  /** Places of what somebody else had taken and the function has given back. */
  readonly takenBack: readonly AccessPath[];
  /** Places of objects that somebody else may have now. */
  readonly givenAway: readonly AccessPath[];
}

export interface Summary {
  readonly handovers: readonly Handover[];
  readonly accesses: readonly Access[];
  readonly files: readonly FileOperation[];
  /** Calls and reads that concern the process, the worker or the event loop, whatever memory they touch. */
  readonly effects: readonly Effect[];
  /** Locks that are taken and long waits, with the locks that are held then. */
  readonly lockEvents: readonly LockEvent[];
  readonly returns: Value;
  /** Work behind what it returns. */
  readonly handedWork: HandedWork | undefined;
  /** Work that it has begun and that nobody can wait for. */
  readonly works: readonly Work[];
  /** It waits until what others do is done: a latch, the end of an executor. */
  readonly waitsForAll: boolean;
  /** It answers a callback that it was given, or settles a promise of others. */
  readonly completes: boolean;
  readonly exit: readonly ExitEntry[];
  readonly exitWrites: ReadonlyMap<string, DoneWrite>;
  /** Reads that the returned value, or what it leaves in places of its caller, derives from. */
  readonly returnedReads: ReadonlyMap<ReadId, PendingRead>;
  /** Fresh objects of the function that live on in places of the caller. */
  readonly published: ReadonlyMap<string, readonly AccessPath[]>;
  /** Locks that it leaves held. */
  readonly acquired: readonly HeldLock[];
  /** Places of locks that its caller has taken and it gives back. */
  readonly released: readonly AccessPath[];
  /** What it has certainly looked at under a lock when it returns. */
  readonly lockedLooks: LockedLooks;
  readonly maySuspend: boolean;
  /** What it leaves in places of its thread, or has removed from there, when it returns. */
  readonly threadValues: ThreadValues;
  /** What it leaves there when an exception leaves it. */
  readonly thrownValues: ThreadValues;
  /** What it has taken from pools. */
  readonly loans: LoansOfCallee;
  /** An exception may leave it. */
  readonly mayThrow: boolean;
  /** It calls out of the process, or throws itself. */
  readonly mayFail: boolean;
  /** It makes a promise that such a call settles, and may hand it on. */
  readonly promisesFail: boolean;
  /** Never comes back normally. */
  readonly diverges: boolean;
}

export const EMPTY_SUMMARY: Summary = {
  handovers: [], accesses: [], files: [], effects: [], lockEvents: [], returns: EMPTY, handedWork: undefined, works: [], waitsForAll: false, completes: false, exit: [], exitWrites: new Map(), returnedReads: new Map(), published: new Map(),
  acquired: [], released: [], lockedLooks: NO_LOCKED_LOOKS, maySuspend: false, threadValues: NO_THREAD_VALUES, thrownValues: NO_THREAD_VALUES, loans: { lost: [], lent: [], takenBack: [], givenAway: [] }, mayThrow: false, mayFail: false, promisesFail: false, diverges: false,
};

const siteNames = internTable<string>();
let named = 0;
/** By the span object of the node, which is one and the same at every visit. */
let namesOfSpans = new WeakMap<Span, { readonly function: string; readonly name: string }>();
whenEmptied(() => { namesOfSpans = new WeakMap(); });

/** Identity of a source place: a short name, since call chains are made of them. */
export function siteKey(site: Site): string {
  const seen = namesOfSpans.get(site.at);
  if (seen?.function === site.function) return seen.name;
  const place = `${site.function}@${site.at.start}-${site.at.end}`;
  let name = siteNames.get(place);
  if (name === undefined) siteNames.set(place, (name = `s${named++}`));
  namesOfSpans.set(site.at, { function: site.function, name });
  return name;
}

export function siteOf(fn: string, at: Span): Site {
  return { function: fn, at };
}
