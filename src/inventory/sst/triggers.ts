/** What a component of SST calls functions for. */
import { isSet, section, setting, type Properties } from '../cdk/properties.js';
import { numberOf, propertyOf, textOf, truthOf, type Made, type StaticValue } from '../evaluation/values.js';
import type { Trigger, TriggerKind } from '../lambda-function.js';
import { DEFAULT_VISIBILITY } from '../templates/trigger-kinds.js';
import { secondsOf } from './function-settings.js';

/** Components and what they call functions for; the same names in both versions. */
const KINDS: ReadonlyMap<string, TriggerKind> = new Map([
  ['Cron', 'schedule'], ['CronV2', 'schedule'], ['Queue', 'sqs'], ['SnsTopic', 'sns'], ['Topic', 'sns'], ['Bucket', 's3'], ['Bus', 'events'], ['EventBus', 'events'], ['Dynamo', 'dynamodb'], ['Table', 'dynamodb'],
  ['KinesisStream', 'kinesis'], ['ApiGatewayV1', 'http'], ['ApiGatewayV2', 'http'], ['ApiGatewayWebSocket', 'websocket'], ['Api', 'http'], ['WebSocketApi', 'websocket'],
  ['CognitoUserPool', 'cognito'], ['Cognito', 'cognito'], ['Realtime', 'iot'], ['Auth', 'http'], ['Router', 'http'], ['GraphQLApi', 'http'],
]);
/** Their records come in batches. */
const BATCHES: ReadonlySet<TriggerKind> = new Set(['sqs', 'kinesis', 'dynamodb']);

/** A component that calls functions. */
export interface Caller {
  readonly component: string;
  readonly name: string;
  /** The component, or the call of its method that names the function. */
  readonly at: Made['at'];
  /** Of the component itself. */
  readonly props: StaticValue | undefined;
  /** Of the subscription, where it has its own. */
  readonly options?: StaticValue | undefined;
}

export function triggerOf({ component, name, at, props, options }: Caller): Trigger {
  const kind = KINDS.get(component) ?? 'other';
  const schedule = propertyOf(options, 'schedule') ?? propertyOf(props, 'schedule');
  const text = textOf(schedule?.value);
  return {
    kind, name: KINDS.has(component) ? name : component, at,
    ...(text === undefined ? {} : { schedule: { value: text, from: schedule?.at ?? at } }),
    ...(BATCHES.has(kind) ? batchOf({ props: options ?? props, at, unknown: [] }) : {}),
    ...(kind === 'sqs' ? queueOf({ props, at, unknown: [] }) : {}),
  };
}

/** `{ batch: { size: 5, partialResponses: true } }`; version 2 has CDK's properties of the event source. */
function batchOf(properties: Properties): Pick<Trigger, 'batchSize' | 'reportsItemFailures'> {
  const batch = section(properties, 'batch');
  const source = section(section(section(properties, 'consumer'), 'cdk'), 'eventSource');
  const partial = propertyOf(batch.props, 'partialResponses')?.value ?? propertyOf(source.props, 'reportBatchItemFailures')?.value;
  const isUnknown = partial?.kind === 'unknown' || batch.props?.kind === 'unknown' || source.props?.kind === 'unknown';
  const batchSize = setting(batch, 'size', numberOf) ?? setting(source, 'batchSize', numberOf);
  return { ...(batchSize ? { batchSize } : {}), ...(isUnknown ? {} : { reportsItemFailures: truthOf(partial) === true }) };
}

function queueOf(properties: Properties): Pick<Trigger, 'visibilityTimeout' | 'failureDestination'> {
  const ofCdk = section(section(properties, 'cdk'), 'queue');
  // A queue that is made elsewhere has settings of its own.
  if (properties.props?.kind === 'unknown' || (ofCdk.props !== undefined && ofCdk.props.kind !== 'record')) return {};
  const holder = isSet(ofCdk, 'visibilityTimeout') ? ofCdk : properties;
  const written = propertyOf(holder.props, 'visibilityTimeout');
  const visibilityTimeout = written === undefined ? { value: DEFAULT_VISIBILITY, from: properties.at } : setting(holder, 'visibilityTimeout', secondsOf);
  const letters = [[properties, 'dlq'], [ofCdk, 'deadLetterQueue']] as const;
  const dead = letters.find(([each, name]) => isSet(each, name));
  return { ...(visibilityTimeout ? { visibilityTimeout } : {}), ...(dead ? { failureDestination: { value: dead[1], from: section(dead[0], dead[1]).at } } : {}) };
}
