/** Whether a version is published: `$LATEST` itself cannot be invoked. */
import type { LambdaFunction } from '../../inventory/index.js';
import { PUBLISHING_SOURCE } from '../../runtimes/platform.js';
import { defaultsOf } from './declaration-defaults.js';
import type { SettingIssue } from './setting-issue.js';
import { isUnread } from './unread.js';

export const UNPUBLISHED: SettingIssue = {
  topic: 'limits', grade: 'refused', subject: 'no published version', effort: 'setting', source: PUBLISHING_SOURCE,
  problem: 'No version is published: $LATEST of a function with a capacity provider cannot be invoked.', remedy: 'Publish a version: $LATEST cannot be invoked on managed instances.',
};

export function publishingIssues(fn: LambdaFunction): readonly SettingIssue[] {
  const isPublished = fn.publishes !== undefined || defaultsOf(fn.declaredAs).publishesOnlyWhenAsked !== true;
  return isPublished || isUnread(fn, 'publishes') ? [] : [UNPUBLISHED];
}
