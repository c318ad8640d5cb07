/** The `Events` of a SAM function. */
import type { Trigger, TriggerKind } from '../../lambda-function.js';
import { batchTrigger } from './batch-sources.js';
import { mapIn } from '../merged-map.js';
import { property, propertyNames, section, text } from './properties.js';
import { plainText } from './properties.js';
import { propertiesOf, type Resource, type Template } from './template.js';

/** SAM's types of events; those with a `source` hand over batches of what the property names. */
const EVENTS: ReadonlyMap<string, { readonly kind: TriggerKind; readonly source?: string; readonly schedule?: string }> = new Map([
  ['Api', { kind: 'http' }], ['HttpApi', { kind: 'http' }], ['WebSocket', { kind: 'websocket' }],
  ['Schedule', { kind: 'schedule', schedule: 'Schedule' }], ['ScheduleV2', { kind: 'schedule', schedule: 'ScheduleExpression' }],
  ['SQS', { kind: 'sqs', source: 'Queue' }], ['Kinesis', { kind: 'kinesis', source: 'Stream' }], ['DynamoDB', { kind: 'dynamodb', source: 'Stream' }],
  ['MSK', { kind: 'kafka', source: 'Stream' }], ['SelfManagedKafka', { kind: 'kafka', source: 'KafkaBootstrapServers' }], ['MQ', { kind: 'mq', source: 'Broker' }], ['DocumentDB', { kind: 'documentdb', source: 'Cluster' }],
  ['S3', { kind: 's3' }], ['SNS', { kind: 'sns' }], ['EventBridgeRule', { kind: 'events' }], ['CloudWatchEvent', { kind: 'events' }],
  ['CloudWatchLogs', { kind: 'logs' }], ['IoTRule', { kind: 'iot' }], ['Cognito', { kind: 'cognito' }], ['AlexaSkill', { kind: 'alexa' }],
]);

/** What calls the function, in the order of the text. */
export function samEvents(template: Template, fn: Resource): readonly Trigger[] {
  const properties = propertiesOf(template, fn);
  const events = section(properties, 'Events');
  const url = property(properties, 'FunctionUrlConfig');
  return [
    ...propertyNames(events).flatMap((name): readonly Trigger[] => {
      const event = property(events, name);
      if (event?.kind !== 'map') return [];
      const own = { ...properties, own: mapIn(event, 'Properties'), globals: undefined };
      const type = plainText(event, 'Type') ?? '';
      const { kind, source, schedule } = EVENTS.get(type) ?? { kind: 'other' as const };
      const named = { kind, name: kind === 'other' ? `${name} (${type})` : name, at: event.at };
      if (source !== undefined) return [batchTrigger(template, own, { ...named, source: property(own, source) })];
      return [{ ...named, ...(schedule === undefined ? {} : { schedule: text(own, schedule) }) }];
    }),
    ...(url ? [{ kind: 'function-url' as const, name: 'FunctionUrlConfig', at: url.at }] : []),
  ];
}
