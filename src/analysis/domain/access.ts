/** Accesses to places that may be shared, and operations on files: the snapshots of which summaries consist. */
import type { FunctionId, Span, TypeId } from '../../ir/index.js';
import type { FileEffect } from '../../knowledge/schema.js';
import type { AccessPath } from './access-path.js';
import type { Decision } from './decision.js';
import type { HeldLock } from './lock-set.js';
import type { Marks } from './marks.js';
import type { Shape } from './shape.js';
import type { Text } from './text.js';
import type { ReadId } from './value.js';

/** A place in the source. */
export interface Site {
  readonly function: FunctionId;
  readonly at: Span;
}

export type AccessKind =
  | 'read'
  /** A read that asks whether something is there. */
  | 'check'
  | 'iterate'
  /** Replaces what the place holds. */
  | 'write'
  /** Changes the contents of a container or the state of an object through a method. */
  | 'mutate' | 'remove' | 'clear' | 'atomic' | 'use' | 'configure' | 'session' | 'close';

/** On which thread an access runs, seen from the invocation. */
export type Thread = 'own' | 'later' | 'other-thread';

/** An earlier read that decides the value of a write or whether it happens. */
export interface Dependency {
  readonly read: ReadId;
  readonly path: AccessPath;
  readonly site: Site;
  readonly via: 'value' | 'guard';
  /** A suspension may lie between the read and the write. */
  readonly stale: boolean;
  /** The guard asks whether something is there (null test, `has`). */
  readonly test: boolean;
  /** The guard asks for nothing else. */
  readonly alone?: boolean;
  /** The guard asks whether the time of something is over. */
  readonly expires?: boolean;
  /** The value is put back as it was read; what was there in the meantime, over a suspension, was the writer's own. */
  readonly restores?: boolean;
  readonly locks: readonly HeldLock[];
}

export interface StoredValue {
  readonly marks: Marks;
  readonly shapes: readonly Shape[];
  readonly isNull: boolean;
  /** Made by this invocation and not yet known elsewhere. */
  readonly fresh: boolean;
  /** Objects of which the value is a part, by their names in the function (`p` of `p.latitude()`); `=0` is what parameter 0 is a part of. */
  readonly partOf?: readonly string[];
  /** A time, or computed from one. */
  readonly fromClock?: boolean;
  /** The outcome of arithmetic, or of putting texts together. */
  readonly isComputed?: boolean;
  /** A promise that is settled only after the one that it replaces. */
  readonly isNext?: boolean;
  /** The parameter, or the variable of a function around the writing one, whose value is stored as it is: what it is made of is known to the caller. */
  readonly copyOf?: AccessPath;
  /** What the place held before, unchanged. */
  readonly isPutBack?: boolean;
  /** The value where it is the same in every execution: a constant, or a setting of the environment. */
  readonly plain?: string;
  /** The text of a value that the caller knows: a parameter that is stored. */
  readonly handedIn?: Text;
}

export interface Access {
  readonly id: ReadId;
  readonly path: AccessPath;
  readonly kind: AccessKind;
  readonly site: Site;
  /** Call sites from the summarised function down to `site`, outermost first. */
  readonly chain: readonly Site[];
  readonly locks: readonly HeldLock[];
  /** Places of locks that the summarised function has given back before, though its caller had taken them. */
  readonly released?: readonly AccessPath[];
  readonly thread: Thread;
  /** A suspension may lie between the start of the summarised function and this access. */
  readonly afterSuspension: boolean;
  /** For reads: no certain write to the same place comes before it in this execution. */
  readonly exposed: boolean;
  /** For reads: a write of this execution to the same place comes before it, with a suspension between. */
  readonly afterStaleWrite: boolean;
  /** Reads that decide this write. */
  readonly dependsOn: readonly Dependency[];
  /** For writes: what the conditions around it derive from, on each way to it. */
  readonly decision?: Decision;
  readonly value?: StoredValue;
  readonly key?: { readonly marks: Marks; readonly text?: Text };
  /** Types of the object that is accessed, where known. */
  readonly objectTypes: readonly TypeId[];
  /** The method, for accesses through one. */
  readonly method?: string;
  /** Text of the database statement that is sent. */
  readonly statement?: string;
  /** The method goes on after it has returned its promise. */
  readonly returnsPromise?: boolean;
  /** The store was `x += …` or `x++`. */
  readonly isUpdate?: boolean;
  /** Sets a flag that a look in the same turn has found unset. */
  readonly isClaim?: boolean;
  /** Takes the place of another plain value, which this execution has stored there before. */
  readonly replaces?: boolean;
  /** In an asynchronous function that is called several times without waiting for one before the next. */
  readonly aside?: boolean;
  /** In an object that no other run of the same function is handed: an element of what is gone through. */
  readonly perRun?: boolean;
  /** An iteration with suspensions between its steps. */
  readonly spansSuspension?: boolean;
  /** For reads: if it is the context of the invocation that was read, nothing is taken from it that tells of the request. */
  readonly isIdle?: boolean;
  /** For reads without a lock: the locks under which this execution has certainly looked at the place before. */
  readonly lookedAtUnder?: readonly HeldLock[];
  /** For reads: all that is in the object before the last step is read. */
  readonly isWhole?: boolean;
  /** For reads of a whole: places in it that were certainly written before, in the same turn; whoever wrote them earlier is not read there. */
  readonly settled?: readonly AccessPath[];
  /** The source does not name the place: the callee looks there by itself. */
  readonly isImplicit?: boolean;
  /** Inside a loop of the function that makes it. */
  readonly inLoop?: boolean;
}

/** A file was asked for: whether it is there, or what is in it. */
export interface Look {
  readonly text: Text;
  readonly site: Site;
}

/** Something done to a file. */
export interface FileOperation {
  readonly effect: FileEffect['effect'];
  readonly text: Text;
  /** The text is the address of a database, which names a file or something else. */
  readonly isAddress?: boolean;
  readonly site: Site;
  readonly chain: readonly Site[];
  readonly call: string;
  readonly afterSuspension: boolean;
  /** An existence check of the same path decides whether this happens. */
  readonly guardedByExists: readonly Look[];
  /** What is written derives from the request. */
  readonly contentMarks: Marks;
  readonly locks: readonly HeldLock[];
}
