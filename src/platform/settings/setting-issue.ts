/** What is wrong with one setting of a function: a finding where the function has settings for managed instances, a step of its migration otherwise. */
import type { PlatformHarm } from '../../analysis/hazard.js';
import type { LambdaFunction } from '../../inventory/index.js';
import type { Location } from '../../ir/index.js';

type SettingHarm = Extract<PlatformHarm, { readonly kind: 'setting' }>;

export interface SettingIssue extends Omit<SettingHarm, 'kind'> {
  /** What is said there, as people would say it: `512 MB of memory`. Decides `problem` and `remedy`. */
  readonly subject: string;
  /** How much work the remedy is. */
  readonly effort: 'setting' | 'upgrade' | 'rebuild';
  /** Address of the text that asks for it. */
  readonly source: string;
  /** Where the value stands; nothing when it is absent. */
  readonly at?: Location;
  /** Where a second value stands without which the first would be right. */
  readonly besides?: Location;
}

/** Looks at one kind of setting of a function that has settings for managed instances, or is looked at as if it had. */
export type SettingCheck = (fn: LambdaFunction) => readonly SettingIssue[];
