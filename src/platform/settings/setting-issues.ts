/** What is wrong with a function's settings, for managed instances. */
import type { LambdaFunction } from '../../inventory/index.js';
import { acceleratorIssues } from './accelerator.js';
import { architectureIssues } from './architecture.js';
import { backpressureIssues } from './backpressure.js';
import { concurrencyIssues } from './concurrency.js';
import { conflictIssues } from './conflicts.js';
import { environmentIssues } from './environments.js';
import { permissionIssues } from './permissions.js';
import { publishingIssues } from './publishing.js';
import type { SettingCheck, SettingIssue } from './setting-issue.js';
import { sizeIssues } from './size.js';
import { timeoutIssues } from './timeout.js';

/** What decides whether the function can be created and invoked, in the order in which people would change it. */
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

/** What a function with a capacity provider needs besides. */
const SURROUNDINGS: readonly SettingCheck[] = [
  backpressureIssues,
  permissionIssues,
];

/** Of a candidate, too: what would be wrong if it had a capacity provider. */
export function settingIssues(fn: LambdaFunction): readonly SettingIssue[] {
  return CHECKS.flatMap((check) => check(fn));
}

/** Of what calls the function, and of what it runs on. */
export function surroundingIssues(fn: LambdaFunction): readonly SettingIssue[] {
  return SURROUNDINGS.flatMap((check) => check(fn));
}
