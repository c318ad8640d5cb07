/** Timeouts, which depend on who waits for the answer. */
import type { LambdaFunction, TriggerKind } from '../../inventory/index.js';
import { LIMITS, TIMEOUT_SOURCE } from '../../runtimes/platform.js';
import type { SettingIssue } from './setting-issue.js';

/** Sources whose invocations end after 15 minutes, however long the function may run. */
const SHORT: Readonly<Partial<Record<TriggerKind, string>>> = {
  'http': 'an API', 'websocket': 'an API', 'function-url': 'a function URL', 'load-balancer': 'a load balancer', 'cognito': 'Cognito', 'alexa': 'Alexa', 'kafka': 'Kafka',
};

export function timeoutIssues({ timeout, triggers = [] }: LambdaFunction): readonly SettingIssue[] {
  if (timeout === undefined) return [];
  const { sync, max } = LIMITS.timeout;
  const issue = { topic: 'limits', at: timeout.from, effort: 'setting', source: TIMEOUT_SOURCE } as const;
  if (timeout.value < 1 || timeout.value > max) {
    return [{
      ...issue, grade: 'refused', subject: `a timeout of ${timeout.value} seconds`, problem: `A timeout of ${timeout.value} seconds is refused: 1 to ${max} are possible.`,
      remedy: `Set the timeout between 1 and ${max} seconds.`,
    }];
  }
  const short = triggers.find(({ kind }) => SHORT[kind] !== undefined);
  const caller = short && SHORT[short.kind];
  if (timeout.value <= sync || short === undefined || caller === undefined) return [];
  return [{
    ...issue, grade: 'poor', subject: `a timeout of ${timeout.value} seconds behind ${caller}`, besides: short.at,
    problem: `The timeout of ${timeout.value} seconds is not kept for invocations by ${caller}: they end after ${sync}. Only asynchronous ones and those of SQS, Kinesis and DynamoDB may take longer.`,
    remedy: `Set the timeout to ${sync} seconds or less, or take the long work from a queue.`,
  }];
}
