/**
 * Functions of a Pulumi program that are given to a resource instead of being declared: `bucket.onObjectCreated('zip', async (event) => …)`.
 * https://www.pulumi.com/docs/iac/concepts/functions/function-serialization/
 */
import type { Location } from '../../ir/index.js';
import { propertyOf, textOf, type Made, type StaticValue } from '../evaluation/values.js';
import type { EntryReference, Trigger, TriggerKind } from '../lambda-function.js';
import type { DeclaredFunction } from '../templates/declared-function.js';
import { inputsOf, resourceMeant, resourceName } from './resource-names.js';

/** Resources with a method that takes a name and a handler. */
const SUBSCRIBED: ReadonlyMap<string, TriggerKind> = new Map([
  ['s3.Bucket', 's3'], ['s3.BucketV2', 's3'], ['sns.Topic', 'sns'], ['sqs.Queue', 'sqs'], ['dynamodb.Table', 'dynamodb'], ['kinesis.Stream', 'kinesis'],
  ['cloudwatch.EventRule', 'events'], ['cloudwatch.LogGroup', 'logs'],
]);
const METHOD = /^on(?:Event|ObjectCreated|ObjectRemoved)$/;

/** What hands a handler to a resource, and as what it is called. */
interface Subscription {
  readonly name: string | undefined;
  readonly handler: StaticValue | undefined;
  readonly trigger: Trigger;
}

/** The entry that a closure of the program is. */
export function callbackEntry(value: StaticValue | undefined, at: Location): EntryReference | undefined {
  if (value?.kind !== 'closure') return undefined;
  const end = value.function.indexOf('#');
  return { file: value.function.slice(0, end), symbol: value.function.slice(end + 1), at };
}

/** The functions that `resource` is given as closures. */
export function callbacksIn(resource: Made): readonly DeclaredFunction[] {
  return subscriptionsOf(resource).flatMap(({ name, handler, trigger }) => {
    const entry = callbackEntry(handler, resource.at);
    const id = name ?? trigger.name;
    return entry === undefined ? [] : [{
      template: resource.at.file, logicalId: id, format: 'Pulumi', at: resource.at, name: id, language: 'node', entry, code: { kind: 'elsewhere' },
      environment: new Map(), layers: [], conflicts: [], triggers: [trigger], entryPoints: [], unknown: [],
    }];
  });
}

/** How `resource` calls `fn`, where it was given it. */
export function subscriptionTo(fn: Made, resource: Made): readonly Trigger[] {
  return subscriptionsOf(resource).flatMap(({ handler, trigger }) => (resourceMeant(handler) === fn ? [trigger] : []));
}

function subscriptionsOf(resource: Made): readonly Subscription[] {
  return [...methodSubscription(resource), ...scheduled(resource), ...routesOf(resource)];
}

/** `topic.onEvent(name, handler)` */
function methodSubscription({ by, receiver, args, at }: Made): readonly Subscription[] {
  const source = receiver?.kind === 'made' ? receiver : undefined;
  const kind = source && METHOD.test(by) ? SUBSCRIBED.get(resourceName(source) ?? '') : undefined;
  if (source === undefined || kind === undefined) return [];
  const schedule = propertyOf(inputsOf(source), 'scheduleExpression');
  const name = textOf(args[0]);
  const text = textOf(schedule?.value);
  const trigger: Trigger = text === undefined ? { kind, name: name ?? by, at } : { kind: 'schedule', name: name ?? by, at, schedule: { value: text, from: schedule?.at ?? at } };
  return [{ name, handler: args[1], trigger }];
}

/** `aws.cloudwatch.onSchedule(name, schedule, handler)` */
function scheduled({ by, receiver, args, at }: Made): readonly Subscription[] {
  if (receiver !== undefined || !/^@pulumi\/aws\.(?:default\.)?cloudwatch\.onSchedule$/.test(by)) return [];
  const [name, schedule] = [textOf(args[0]), textOf(args[1])];
  return [{ name, handler: args[2], trigger: { kind: 'schedule', name: name ?? 'onSchedule', at, ...(schedule === undefined ? {} : { schedule: { value: schedule, from: at } }) } }];
}

/** `new RestAPI('api', { routes: [{ path, eventHandler }] })` */
function routesOf(resource: Made): readonly Subscription[] {
  const routes = resourceName(resource) === 'RestAPI' ? propertyOf(inputsOf(resource), 'routes')?.value : undefined;
  const api = textOf(resource.args[0]) ?? 'RestAPI';
  return (routes?.kind === 'list' ? routes.items : []).map((route) => {
    const [method, path] = [textOf(propertyOf(route, 'method')?.value), textOf(propertyOf(route, 'path')?.value)];
    return { name: [api, method, path].filter((part) => part !== undefined).join(' '), handler: propertyOf(route, 'eventHandler')?.value, trigger: { kind: 'http', name: api, at: resource.at } };
  });
}
