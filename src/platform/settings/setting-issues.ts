/** Everything that is wrong with a function's settings, for managed instances. */
import type { LambdaFunction } from '../../inventory/index.js';
import { acceleratorIssues } from './accelerator.js';
import { architectureIssues } from './architecture.js';
import { concurrencyIssues } from './concurrency.js';
import { conflictIssues } from './conflicts.js';
import { environmentIssues } from './environments.js';
import { publishingIssues } from './publishing.js';
import type { SettingCheck, SettingIssue } from './setting-issue.js';
import { sizeIssues } from './size.js';
import { timeoutIssues } from './timeout.js';

/** In the order in which people would change them. */
const CHECKS: readonly SettingCheck[] = [
  sizeIssues,
  concurrencyIssues,
  environmentIssues,
  architectureIssues,
  acceleratorIssues,
  conflictIssues,
  timeoutIssues,
  publishingIssues,
];

export function settingIssues(fn: LambdaFunction): readonly SettingIssue[] {
  return CHECKS.flatMap((check) => check(fn));
}
