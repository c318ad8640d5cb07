/**
 * What a caller needs to know of a function: accesses and file operations with relative paths, the returned value, what it
 * leaves in places its caller can reach, and the locks it leaves held or released.
 */
import type { Span } from '../../ir/index.js';
import type { Access, FileOperation, Site } from './access.js';
import type { AccessPath } from './access-path.js';
import type { HeldLock } from './lock-set.js';
import type { DoneWrite, PendingRead } from './state.js';
import type { ReadId, Value } from './value.js';
import { EMPTY } from './value.js';

/** A place the caller can see, and what it holds when the function returns. */
export interface ExitEntry {
  readonly path: AccessPath;
  readonly value: Value;
}

/** A use of something whose harm does not depend on a place: evidence for readiness, process-wide effects. */
export interface Effect {
  readonly kind: 'cpu' | 'io' | 'memory' | 'blocking' | 'request-escape';
  readonly what: string;
  readonly site: Site;
}

export interface Summary {
  readonly accesses: readonly Access[];
  readonly files: readonly FileOperation[];
  readonly effects: readonly Effect[];
  readonly returns: Value;
  readonly exit: readonly ExitEntry[];
  readonly exitWrites: ReadonlyMap<string, DoneWrite>;
  /** Reads that the returned value derives from. */
  readonly returnedReads: ReadonlyMap<ReadId, PendingRead>;
  /** Fresh objects of the function that live on in places of the caller. */
  readonly published: ReadonlyMap<string, readonly AccessPath[]>;
  readonly acquired: readonly HeldLock[];
  readonly released: readonly AccessPath[];
  readonly maySuspend: boolean;
  /** Never comes back normally. */
  readonly diverges: boolean;
}

export const EMPTY_SUMMARY: Summary = {
  accesses: [], files: [], effects: [], returns: EMPTY, exit: [], exitWrites: new Map(), returnedReads: new Map(), published: new Map(),
  acquired: [], released: [], maySuspend: false, diverges: false,
};

/** Identity of a source place inside one program. */
export function siteKey(site: Site): string {
  return `${site.function}@${site.at.start}-${site.at.end}`;
}

export function siteOf(fn: string, at: Span): Site {
  return { function: fn, at };
}
