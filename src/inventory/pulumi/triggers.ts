/** What calls a function of a Pulumi program. */
import { propertyOf, numberOf, textOf, type Made, type StaticValue } from '../evaluation/values.js';
import { section, setting, type Properties } from '../cdk/properties.js';
import type { Trigger, TriggerKind } from '../lambda-function.js';
import { DEFAULT_VISIBILITY, kindOfArn, kindOfPrincipal } from '../templates/trigger-kinds.js';
import { subscriptionTo } from './callbacks.js';
import { inputsOf, resourceBehind, resourceMeant, resourceName } from './resource-names.js';

const SOURCES: ReadonlyMap<string, TriggerKind> = new Map([
  ['sqs.Queue', 'sqs'], ['kinesis.Stream', 'kinesis'], ['dynamodb.Table', 'dynamodb'], ['msk.Cluster', 'kafka'], ['mq.Broker', 'mq'], ['docdb.Cluster', 'documentdb'],
]);
/** Resources that name the function in one property. */
const CALLERS: ReadonlyMap<string, { readonly property: string; readonly kind: TriggerKind }> = new Map([
  ['lambda.FunctionUrl', { property: 'functionName', kind: 'function-url' }], ['apigatewayv2.Integration', { property: 'integrationUri', kind: 'http' }], ['apigateway.Integration', { property: 'uri', kind: 'http' }],
  ['sns.TopicSubscription', { property: 'endpoint', kind: 'sns' }], ['cloudwatch.LogSubscriptionFilter', { property: 'destinationArn', kind: 'logs' }], ['lb.TargetGroupAttachment', { property: 'targetId', kind: 'load-balancer' }],
]);

/** The triggers of `fn` among the resources of its program. */
export function triggersOf(fn: Made, made: readonly Made[]): readonly Trigger[] {
  const named = made.flatMap((resource) => triggerIn(resource, fn));
  const kinds = new Set(named.map(({ kind }) => kind));
  const permitted = made.filter((resource) => resourceName(resource) === 'lambda.Permission' && isOf(resource, 'function', fn)).flatMap((resource): readonly Trigger[] => {
    const kind = kindOfPrincipal(textOf(propertyOf(inputsOf(resource), 'principal')?.value));
    return kind === undefined || kinds.has(kind) || (kind === 'events' && kinds.has('schedule')) ? [] : [{ kind, ...called(resource) }];
  });
  return [...named, ...permitted];
}

function triggerIn(resource: Made, fn: Made): readonly Trigger[] {
  const name = resourceName(resource) ?? '';
  const caller = CALLERS.get(name);
  if (caller) return isOf(resource, caller.property, fn) ? [{ kind: caller.kind, ...called(resource) }] : [];
  switch (name) {
    case 'lambda.EventSourceMapping': return isOf(resource, 'functionName', fn) ? [mapping(resource)] : [];
    case 'cloudwatch.EventTarget': return isOf(resource, 'arn', fn) ? [ruleTrigger(resource)] : [];
    case 's3.BucketNotification': {
      const items = propertyOf(inputsOf(resource), 'lambdaFunctions')?.value;
      return items?.kind === 'list' && items.items.some((item) => resourceMeant(propertyOf(item, 'lambdaFunctionArn')?.value) === fn) ? [{ kind: 's3', ...called(resource) }] : [];
    }
    case 'scheduler.Schedule': {
      const properties = propertiesOf(resource);
      const schedule = setting(properties, 'scheduleExpression', textOf);
      return resourceMeant(propertyOf(section(properties, 'target').props, 'arn')?.value) === fn ? [{ kind: 'schedule', ...called(resource), ...(schedule ? { schedule } : {}) }] : [];
    }
    default: return subscriptionTo(fn, resource);
  }
}

function called(resource: Made): Pick<Trigger, 'name' | 'at'> {
  return { name: textOf(resource.args[0]) ?? resourceName(resource) ?? '', at: resource.at };
}

function propertiesOf(resource: Made): Properties {
  return { props: inputsOf(resource), at: resource.at, unknown: [] };
}

function isOf(resource: Made, property: string, fn: Made): boolean {
  return resourceMeant(propertyOf(inputsOf(resource), property)?.value) === fn;
}

function mapping(resource: Made): Trigger {
  const properties = propertiesOf(resource);
  const arn = propertyOf(properties.props, 'eventSourceArn')?.value;
  const source = resourceMeant(arn);
  const queue = source && resourceName(source) === 'sqs.Queue' ? propertiesOf(source) : undefined;
  const types = propertyOf(properties.props, 'functionResponseTypes')?.value;
  const kind = (source && SOURCES.get(resourceName(source) ?? '')) ?? kindOfArn(textOf(arn)) ?? 'other';
  return {
    kind, ...called(resource), batchSize: setting(properties, 'batchSize', numberOf),
    reportsItemFailures: types?.kind === 'list' && types.items.some((item) => textOf(item) === 'ReportBatchItemFailures'),
    ...(queue ? { visibilityTimeout: propertyOf(queue.props, 'visibilityTimeoutSeconds') ? setting(queue, 'visibilityTimeoutSeconds', numberOf) : { value: DEFAULT_VISIBILITY, from: queue.at } } : {}),
    failureDestination: destinationOf(section(section(properties, 'destinationConfig'), 'onFailure')) ?? (queue && redriveOf(queue)),
  };
}

function destinationOf({ props, at }: Properties): Trigger['failureDestination'] {
  const arn: StaticValue | undefined = propertyOf(props, 'destinationArn')?.value;
  return arn === undefined || arn.kind === 'unknown' || arn.kind === 'nothing' ? undefined : { value: resourceBehind(arn) ?? 'destinationConfig', from: at };
}

function redriveOf(queue: Properties): Trigger['failureDestination'] {
  const policy = propertyOf(queue.props, 'redrivePolicy');
  return policy === undefined || policy.value.kind === 'nothing' ? undefined : { value: 'redrivePolicy', from: policy.at ?? queue.at };
}

function ruleTrigger(target: Made): Trigger {
  const rule = resourceMeant(propertyOf(inputsOf(target), 'rule')?.value);
  const schedule = rule && setting(propertiesOf(rule), 'scheduleExpression', textOf);
  return { kind: schedule ? 'schedule' : 'events', ...called(rule ?? target), ...(schedule ? { schedule } : {}) };
}
