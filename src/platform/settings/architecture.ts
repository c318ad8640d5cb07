/** The processor that code was built for, against that of the capacity provider's machines. */
import type { LambdaFunction } from '../../inventory/index.js';
import { PROVIDER_SOURCE } from '../../runtimes/platform.js';
import type { SettingIssue } from './setting-issue.js';
import { isUnread } from './unread.js';

/** Of functions and of capacity providers that say nothing. */
const DEFAULT_ARCHITECTURE = 'x86_64';

/** Nothing when it is not known. */
export function architectureOf(fn: LambdaFunction): string | undefined {
  return fn.architecture?.value ?? (isUnread(fn, 'architecture') ? undefined : DEFAULT_ARCHITECTURE);
}

export function architectureIssues(fn: LambdaFunction): readonly SettingIssue[] {
  const provider = fn.managedInstances?.provider;
  const own = architectureOf(fn);
  if (provider === undefined || own === undefined) return [];
  const theirs = provider.architecture?.value ?? (isUnread(provider, 'architecture') ? undefined : DEFAULT_ARCHITECTURE);
  if (theirs === undefined || theirs === own) return [];
  const says = (setting: unknown): string => (setting === undefined ? ' by default' : '');
  return [{
    topic: 'limits', grade: 'refused', effort: 'setting', source: PROVIDER_SOURCE,
    subject: `${own} on ${provider.name}`, at: fn.architecture?.from, besides: provider.architecture?.from ?? provider.at,
    problem: `The function is built for ${own}${says(fn.architecture)}, and the machines of its capacity provider \`${provider.name}\` are ${theirs}${says(provider.architecture)}.`,
    remedy: `Give the function the architecture ${theirs}, or name a capacity provider with machines for ${own}.`,
  }];
}
