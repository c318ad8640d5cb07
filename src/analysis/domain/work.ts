/** Work that goes on when the call that has begun it returns: promises, tasks, threads. */
import type { Site } from './access.js';

/** Identity of a piece of work inside one function's analysis: the place where it is begun. */
export type WorkId = string;

/**
 * Who could wait for it: whoever holds what the call returns, or whoever joins the thread; `void`: nobody, since its promise is
 * thrown away by the code that runs it.
 */
export type WorkKind = 'promise' | 'thread' | 'void';

export interface Work {
  readonly kind: WorkKind;
  readonly site: Site;
  /** Call sites from the summarised function down to `site`, outermost first. */
  readonly chain: readonly Site[];
  /** The call that begins it. */
  readonly what: string;
  /** It may fail, and nothing there is told. */
  readonly mayFailUnseen: boolean;
  /** It answers a callback or settles a promise of its own, so that somebody may wait for it after all. */
  readonly completes: boolean;
}

/** What a function hands to its caller of the work that it has begun. */
export interface HandedWork {
  readonly kind: WorkKind;
  readonly mayFailUnseen: boolean;
  readonly completes: boolean;
}
