/** What calls a function, by the names that AWS has for its services. */
import type { Trigger, TriggerKind } from '../lambda-function.js';

/** Services in ARNs of sources that hand over batches. */
const SERVICES: ReadonlyMap<string, TriggerKind> = new Map([['sqs', 'sqs'], ['kinesis', 'kinesis'], ['dynamodb', 'dynamodb'], ['kafka', 'kafka'], ['mq', 'mq'], ['rds', 'documentdb']]);

/** Services that are allowed to call a function. */
const PRINCIPALS: ReadonlyMap<string, TriggerKind> = new Map([
  ['apigateway', 'http'], ['elasticloadbalancing', 'load-balancer'], ['s3', 's3'], ['sns', 'sns'], ['events', 'events'], ['scheduler', 'schedule'], ['logs', 'logs'],
  ['iot', 'iot'], ['cognito-idp', 'cognito'], ['alexa-appkit', 'alexa'], ['alexa-connectedhome', 'alexa'], ['edgelambda', 'edge'],
]);

/** The kind of source that an ARN names: `arn:aws:sqs:…`. */
export function kindOfArn(arn: string | undefined): TriggerKind | undefined {
  return SERVICES.get(/^arn:[^:]*:(\w+):/.exec(arn ?? '')?.[1] ?? '');
}

/** The kind of caller that a principal of a permission is: `s3.amazonaws.com`. */
export function kindOfPrincipal(principal: string | undefined): TriggerKind | undefined {
  return PRINCIPALS.get(/^([\w-]+)(?:\.[\w-]+)*\.amazonaws\.com/.exec(principal ?? '')?.[1] ?? '');
}

/** What is named as calling a function, and services that may call it where none of their kind is named. */
export function withPermitted(named: readonly Trigger[], permitted: readonly Trigger[]): readonly Trigger[] {
  const kinds = new Set(named.map(({ kind }) => kind));
  return [...named, ...permitted.filter(({ kind }) => !kinds.has(kind) && !(kind === 'events' && kinds.has('schedule')) && !(kind === 'http' && kinds.has('websocket')))];
}

/** Seconds for which a message is hidden when the queue does not say it: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html */
export const DEFAULT_VISIBILITY = 30;
