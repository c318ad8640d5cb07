/** Features that exclude managed instances. */
import type { LambdaFunction, PlatformConflict, Trigger, TriggerKind } from '../../inventory/index.js';
import { CAPACITY_PROVIDER_SOURCE, CONFLICTS_SOURCE, LOGS_SOURCE, QUOTAS_SOURCE } from '../../runtimes/platform.js';
import type { SettingIssue } from './setting-issue.js';

type Words = Pick<SettingIssue, 'subject' | 'problem' | 'remedy' | 'source'>;

const CONFLICTS: Readonly<Record<PlatformConflict, Words>> = {
  'provisioned-concurrency': {
    subject: 'provisioned concurrency', source: CONFLICTS_SOURCE, problem: 'Provisioned concurrency is refused beside a capacity provider.',
    remedy: 'Remove provisioned concurrency: environments of managed instances are always there.',
  },
  'snap-start': {
    subject: 'SnapStart', source: CONFLICTS_SOURCE, problem: 'SnapStart is refused beside a capacity provider.', remedy: 'Remove SnapStart: managed instances have no snapshots.',
  },
  'vpc-config': {
    subject: 'VpcConfig', source: CONFLICTS_SOURCE, problem: 'A network of the function\'s own is refused beside a capacity provider.',
    remedy: 'Remove the function\'s VpcConfig: the network comes from the capacity provider.',
  },
  'text-logs': {
    subject: 'text logs', source: LOGS_SOURCE, problem: 'Text logs are refused beside a capacity provider.', remedy: 'Set the log format to JSON: managed instances refuse text logs.',
  },
  'file-system': {
    subject: 'a file system', source: CONFLICTS_SOURCE, problem: 'A mounted file system is refused beside a capacity provider.',
    remedy: 'Remove the mounted file system: managed instances have none.',
  },
  'foreign-settings': {
    subject: 'settings of another form', source: CAPACITY_PROVIDER_SOURCE, problem: 'The settings of managed instances have the form of another template language, which this one refuses.',
    remedy: 'Write the settings of managed instances in the form of this template language.',
  },
};

/** Sources of invocations that managed instances do not have, or are not said to have. */
const TRIGGERS: Readonly<Partial<Record<TriggerKind, Words & Pick<SettingIssue, 'grade'>>>> = {
  edge: {
    grade: 'refused', subject: 'Lambda@Edge', source: QUOTAS_SOURCE, problem: 'Lambda@Edge runs no functions with a capacity provider.',
    remedy: 'Leave what CloudFront calls on standard Lambda: managed instances are not at the edge.',
  },
  mq: {
    grade: 'poor', subject: 'Amazon MQ', source: QUOTAS_SOURCE, problem: 'Amazon MQ is not among the event sources that AWS names for managed instances.',
    remedy: 'Try the event source on managed instances first: AWS names SQS, Kinesis, DynamoDB and Kafka, and not Amazon MQ.',
  },
  documentdb: {
    grade: 'poor', subject: 'DocumentDB', source: QUOTAS_SOURCE, problem: 'DocumentDB is not among the event sources that AWS names for managed instances.',
    remedy: 'Try the event source on managed instances first: AWS names SQS, Kinesis, DynamoDB and Kafka, and not DocumentDB.',
  },
};

export function conflictIssues({ conflicts = [], triggers = [] }: LambdaFunction): readonly SettingIssue[] {
  return [
    ...conflicts.map(({ value, from }): SettingIssue => ({ topic: 'conflict', grade: 'refused', effort: 'setting', at: from, ...CONFLICTS[value] })),
    ...triggers.flatMap(triggerIssues),
  ];
}

function triggerIssues({ kind, at }: Trigger): readonly SettingIssue[] {
  const words = TRIGGERS[kind];
  return words === undefined ? [] : [{ topic: 'conflict', effort: 'rebuild', at, ...words }];
}
