/** What calls the functions of a Serverless service: the entries of `events`, and their own addresses. */
import type { Setting, Trigger, TriggerKind } from '../../lambda-function.js';
import { kindOfSource } from '../cloudformation/batch-sources.js';
import { list, number, property, reference, referenceOf, section, text, type Properties } from '../cloudformation/properties.js';
import { nameOf } from '../cloudformation/resolve.js';
import type { TemplateNode } from '../document.js';
import { queueBehind } from './queues.js';
import type { Service } from './service.js';

/** Events by their keys (serverless.com/framework/docs/providers/aws/guide/events). */
const KINDS: ReadonlyMap<string, TriggerKind> = new Map([
  ['http', 'http'], ['httpApi', 'http'], ['websocket', 'websocket'], ['schedule', 'schedule'], ['sqs', 'sqs'], ['activemq', 'mq'], ['rabbitmq', 'mq'], ['kafka', 'kafka'], ['msk', 'kafka'],
  ['s3', 's3'], ['sns', 'sns'], ['eventBridge', 'events'], ['cloudwatchEvent', 'events'], ['cloudwatchLog', 'logs'], ['iot', 'iot'], ['iotFleetProvisioning', 'iot'],
  ['cognitoUserPool', 'cognito'], ['alexaSkill', 'alexa'], ['alexaSmartHome', 'alexa'], ['alb', 'load-balancer'], ['cloudFront', 'edge'], ['stream', 'other'],
]);
/** Events that hand over batches. */
const BATCHES: ReadonlySet<TriggerKind> = new Set(['sqs', 'kinesis', 'dynamodb', 'kafka', 'mq', 'documentdb']);
const MAX_EVENTS = 500;

/** In the order of the text, then what the raw resources of the service say; `ofStack` gives that of a function's resource. */
export function triggersOf(service: Service, fn: Properties, ofStack: readonly Trigger[]): readonly Trigger[] {
  const url = property(fn, 'url');
  const events = list(fn, 'events', { additive: false }).slice(0, MAX_EVENTS);
  const own: readonly Trigger[] = [
    ...(url && !(url.kind === 'scalar' && (url.value === null || url.value === false)) ? [{ kind: 'function-url', name: 'url', at: url.at } as const] : []),
    ...events.flatMap((event) => triggersOfEvent(service, fn, event)),
  ];
  return [...own, ...ofStack.filter(({ kind }) => !own.some((each) => each.kind === kind))];
}

/** `- sqs: …`, `- alexaSkill`; a mapping of several keys is one that was not indented. */
function triggersOfEvent(service: Service, fn: Properties, event: TemplateNode): readonly Trigger[] {
  if (event.kind !== 'map') {
    const name = nameOf(event);
    return name === undefined ? [] : [{ kind: KINDS.get(name) ?? 'other', name, at: event.at }];
  }
  const name = event.keys.find((key) => KINDS.has(key)) ?? event.keys[0];
  if (name === undefined) return [];
  const written = event.get(name);
  const node = written?.kind === 'scalar' && written.value === null && event.keys.length > 1 ? event : written ?? event;
  const settings: Properties = { ...fn, own: node.kind === 'map' ? node : undefined, path: `events.${name}.` };
  const trigger: Trigger = { kind: KINDS.get(name) ?? 'other', name, at: event.at };
  switch (name) {
    case 'schedule': return schedulesOf(settings, node).map((schedule) => ({ ...trigger, ...(schedule ? { schedule } : {}) }));
    case 'eventBridge': {
      const schedule = text(settings, 'schedule');
      return [schedule ? { ...trigger, kind: 'schedule', schedule } : trigger];
    }
    case 'stream': return [withBatches(service, { ...trigger, kind: kindOfStream(service, settings, node) }, settings, node)];
    default: return [BATCHES.has(trigger.kind) ? withBatches(service, trigger, settings, node) : trigger];
  }
}

/** One expression, a list of them, or a mapping with either as its `rate`. */
function schedulesOf(settings: Properties, node: TemplateNode): readonly (Setting<string> | undefined)[] {
  const written = settings.own ? property(settings, 'rate') : node;
  const expressions = written?.kind === 'list' ? written.items() : written ? [written] : [];
  const schedules = expressions.map((expression) => referenceOf(expression, settings.scope));
  return schedules.length > 0 ? schedules : [undefined];
}

/** A stream says its type, or what it comes from does. */
function kindOfStream({ stack }: Service, settings: Properties, node: TemplateNode): TriggerKind {
  const said = text(settings, 'type')?.value;
  return said === 'kinesis' || said === 'dynamodb' ? said : kindOfSource(stack, sourceOf(settings, node));
}

function sourceOf(settings: Properties, node: TemplateNode): TemplateNode | undefined {
  return settings.own ? property(settings, 'arn') : node;
}

function withBatches(service: Service, trigger: Trigger, settings: Properties, node: TemplateNode): Trigger {
  const destinations = section(settings, 'destinations');
  const destination = section(destinations, 'onFailure');
  const queue = trigger.kind === 'sqs' ? queueBehind(service, sourceOf(settings, node)) : undefined;
  return {
    ...trigger,
    batchSize: number(settings, 'batchSize'),
    reportsItemFailures: text(settings, 'functionResponseType')?.value === 'ReportBatchItemFailures',
    failureDestination: (destination.own ? reference(destination, 'arn') : reference(destinations, 'onFailure')) ?? queue?.failureDestination,
    visibilityTimeout: queue?.visibilityTimeout,
  };
}
