/** What becomes of invocations that are refused, fail or take too long: queues, streams and asynchronous callers need an answer to that. */
import type { LambdaFunction, Trigger, TriggerKind } from '../../inventory/index.js';
import type { SettingIssue } from './setting-issue.js';
import { isUnread } from './unread.js';

const VISIBILITY_SOURCE = 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html';
const BATCH_SOURCE = 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html';
const ASYNC_SOURCE = 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html';

const ISSUE = { topic: 'backpressure', effort: 'setting' } as const;

/** Records of one invocation when nothing is said; others have no partial answers. */
const BATCHES: Readonly<Partial<Record<TriggerKind, { readonly name: string; readonly size: number }>>> = {
  sqs: { name: 'SQS', size: 10 }, kinesis: { name: 'Kinesis', size: 100 }, dynamodb: { name: 'DynamoDB', size: 100 },
};

/** Callers that hand an event over and do not wait; a schedule comes again by itself. */
const ASYNCHRONOUS: Readonly<Partial<Record<TriggerKind, { readonly name: string; readonly grade: SettingIssue['grade'] }>>> = {
  s3: { name: 'S3', grade: 'poor' }, sns: { name: 'SNS', grade: 'poor' }, events: { name: 'EventBridge', grade: 'poor' }, iot: { name: 'IoT', grade: 'poor' }, schedule: { name: 'a schedule', grade: 'advice' },
};

/** One of each kind, however many triggers have it. */
export function backpressureIssues(fn: LambdaFunction): readonly SettingIssue[] {
  return [...visibilityIssues(fn), ...batchIssues(fn), ...asynchronousIssues(fn)];
}

function visibilityIssues({ timeout, triggers = [] }: LambdaFunction): readonly SettingIssue[] {
  if (timeout === undefined) return [];
  return firstOf(triggers, ({ kind, visibilityTimeout }) => {
    if (kind !== 'sqs' || visibilityTimeout === undefined || visibilityTimeout.value >= timeout.value) return undefined;
    return {
      ...ISSUE, grade: 'poor', source: VISIBILITY_SOURCE, subject: `${visibilityTimeout.value} seconds for ${timeout.value}`, at: visibilityTimeout.from, besides: timeout.from,
      problem: `Messages of the queue are hidden for ${visibilityTimeout.value} seconds, and an invocation may take ${timeout.value}: they are handed out again while the first invocation still works on them.`,
      remedy: `Set the visibility timeout of the queue to ${timeout.value} seconds at least; AWS advises six times the timeout.`,
    };
  });
}

function batchIssues({ triggers = [] }: LambdaFunction): readonly SettingIssue[] {
  return firstOf(triggers, ({ kind, batchSize, reportsItemFailures, failureDestination, at }) => {
    const batches = BATCHES[kind];
    const size = batchSize?.value ?? batches?.size ?? 1;
    if (batches === undefined || reportsItemFailures !== false || size < 2) return undefined;
    const ends = failureDestination === undefined ? 'until they are too old' : 'until they are put aside';
    return {
      ...ISSUE, grade: failureDestination === undefined ? 'poor' : 'advice', source: BATCH_SOURCE, subject: `batches of ${batches.name}`, at,
      problem: `One record of ${batches.name} that fails, or an invocation that times out, brings back the whole batch of up to ${size}, ${ends}.`,
      remedy: `Report the items that failed (ReportBatchItemFailures)${failureDestination === undefined ? ', and give the source a place for what cannot be worked off' : ''}.`,
    };
  });
}

function asynchronousIssues(fn: LambdaFunction): readonly SettingIssue[] {
  if (fn.failureDestination !== undefined || isUnread(fn, 'failureDestination')) return [];
  return firstOf(fn.triggers ?? [], ({ kind, at, failureDestination }) => {
    const caller = ASYNCHRONOUS[kind];
    if (caller === undefined || failureDestination !== undefined) return undefined;
    return {
      ...ISSUE, grade: caller.grade, source: ASYNC_SOURCE, subject: `events of ${caller.name}`, at,
      problem: `Events of ${caller.name} are lost when the function is throttled for too long, or fails three times: nothing keeps them.`,
      remedy: 'Give the function a destination for failures, or a dead-letter queue.',
    };
  });
}

/** The gravest, and of those the first. */
function firstOf(triggers: readonly Trigger[], judge: (trigger: Trigger) => SettingIssue | undefined): readonly SettingIssue[] {
  const found = triggers.flatMap((trigger) => judge(trigger) ?? []);
  return found.filter(({ grade }) => grade === 'poor').concat(found).slice(0, 1);
}
