/** Harms that invocations do to the process or worker they run in, by what they change or register there. */
import type { LegacyFact } from '../knowledge/schema.js';
import type { SettingPart } from './domain/process-part.js';
import type { Point } from './hazard.js';

export type ProcessHarm =
  | SettingHarm
  /** A call that fails there, or a hook that is never run. */
  | { readonly kind: 'refused'; readonly isUnheard: boolean; readonly atInit: boolean; /** The code goes on where it fails. */ readonly isCaught: boolean }
  /** Each invocation adds a function to those that are called when something happens; `keepsRequest`: what it holds derives from the event; `keeper`: a place of the repository that keeps them. */
  | { readonly kind: 'registers'; readonly keepsRequest: boolean; readonly keeper: string | undefined }
  /** Something that the platform offered when one invocation ran at a time. */
  | { readonly kind: 'legacy'; readonly what: LegacyFact['what'] }
  /** Lines go to the log without the id of their request, which `logger` would add. */
  | { readonly kind: 'prints'; readonly logger: string }
  /** The platform does not accept a handler with so many parameters; `isWrapper`: a library has made it. */
  | { readonly kind: 'callback-handler'; readonly parameters: number; readonly isWrapper: boolean };

/** A setting of the process, or of a library for the whole process, is changed. */
export interface SettingHarm {
  readonly kind: 'setting';
  readonly setting: SettingKind;
  /**
   * What is set: data of the request, those of the request that comes first, one and the same value where the request asks for
   * it, nothing any more, or one and the same value each time.
   */
  readonly from: 'request' | 'first-request' | 'choice' | 'removal' | 'constant';
  /** Who comes across it: invocations that run at the same time, or only those that follow. */
  readonly relation: 'overlapping' | 'later';
  /** A later invocation may find it instead of a value of its own. */
  readonly stays: boolean;
  /** Changed under a lock. */
  readonly isGuarded: boolean;
  /** Where it is read, if that is in the repository. */
  readonly read?: Point;
}

/** Of the process, or `function`: a function of a library that is replaced. */
export type SettingKind = SettingPart | 'function';
