/** What calls the functions of a CDK application: constructs and methods that name a function as their target. */
import { argumentOf, camelCase, propertyOf, textOf, type Made, type StaticValue } from '../evaluation/values.js';
import type { Trigger, TriggerKind } from '../lambda-function.js';
import { withPermitted } from '../templates/trigger-kinds.js';
import { batchTrigger, kindOfSource } from './batch-sources.js';
import { idOf } from './construct-path.js';
import { functionKind, propsOf } from './function-construct.js';
import { functionMeant } from './function-meant.js';
import { madeBy, madeIn } from './names.js';
import { nameOf, section, type Properties } from './properties.js';
import { permittedCaller, type Caller } from './permissions.js';
import { scheduleIn } from './schedules.js';

/** Where a construct names its function: an argument by its number, or a property. */
interface Target {
  readonly kind: TriggerKind;
  readonly fn: number | readonly string[];
  /** The service, for people; default: the id of the construct. */
  readonly service?: string;
}

const TARGETS: ReadonlyMap<string, Target> = new Map<string, Target>([
  ['apigateway.LambdaIntegration', { kind: 'http', fn: 0, service: 'API route' }],
  ['apigateway.LambdaRestApi', { kind: 'http', fn: ['handler'] }],
  ['apigateway.TokenAuthorizer', { kind: 'http', fn: ['handler'] }], ['apigateway.RequestAuthorizer', { kind: 'http', fn: ['handler'] }],
  ['apigatewayv2integrations.HttpLambdaIntegration', { kind: 'http', fn: 1 }], ['apigatewayv2integrations.LambdaProxyIntegration', { kind: 'http', fn: ['handler'] }],
  ['apigatewayv2integrations.WebSocketLambdaIntegration', { kind: 'websocket', fn: 1 }], ['apigatewayv2integrations.LambdaWebSocketIntegration', { kind: 'websocket', fn: ['handler'] }],
  ['apigatewayv2authorizers.HttpLambdaAuthorizer', { kind: 'http', fn: 1 }], ['apigatewayv2authorizers.WebSocketLambdaAuthorizer', { kind: 'websocket', fn: 1 }],
  ['apigatewayv2.CfnIntegration', { kind: 'http', fn: ['integrationUri'] }],
  ['snssubscriptions.LambdaSubscription', { kind: 'sns', fn: 0, service: 'SNS topic' }], ['sns.Subscription', { kind: 'sns', fn: ['endpoint'] }], ['sns.CfnSubscription', { kind: 'sns', fn: ['endpoint'] }],
  ['s3notifications.LambdaDestination', { kind: 's3', fn: 0, service: 'S3 bucket' }],
  ['logsdestinations.LambdaDestination', { kind: 'logs', fn: 0, service: 'CloudWatch Logs' }], ['logs.CfnSubscriptionFilter', { kind: 'logs', fn: ['destinationArn'] }],
  ['elasticloadbalancingv2targets.LambdaTarget', { kind: 'load-balancer', fn: 0, service: 'load balancer' }],
  ['iotactions.LambdaFunctionAction', { kind: 'iot', fn: 0, service: 'IoT rule' }],
  ['stepfunctionstasks.LambdaInvoke', { kind: 'other', fn: ['lambdaFunction'], service: 'Step Functions' }],
  ['customresources.Provider', { kind: 'other', fn: ['onEventHandler', 'isCompleteHandler'], service: 'custom resource' }],
  ['cloudwatchactions.LambdaAction', { kind: 'other', fn: 0, service: 'CloudWatch alarm' }],
  ['codepipelineactions.LambdaInvokeAction', { kind: 'other', fn: ['lambda'], service: 'CodePipeline' }],
  ['lambdadestinations.LambdaDestination', { kind: 'other', fn: 0, service: 'destination of a function' }],
  ['sesactions.Lambda', { kind: 'other', fn: ['function'], service: 'SES' }],
  ['appsync.LambdaDataSource', { kind: 'other', fn: ['lambdaFunction'], service: 'AppSync' }],
  ['pipes.CfnPipe', { kind: 'other', fn: ['target', 'enrichment'], service: 'EventBridge Pipes' }], ['pipestargets.LambdaFunction', { kind: 'other', fn: 0, service: 'EventBridge Pipes' }],
  ['lambda.FunctionUrl', { kind: 'function-url', fn: ['function'] }], ['lambda.CfnUrl', { kind: 'function-url', fn: ['targetFunctionArn'] }],
]);

/** Methods that are given a function. */
const GIVEN: ReadonlyMap<string, Target> = new Map<string, Target>([
  ['addTrigger', { kind: 'cognito', fn: 1, service: 'Cognito user pool' }],
  ['addLambdaDataSource', { kind: 'other', fn: 1, service: 'AppSync' }],
]);

/** Sources that `addEventSource` takes. */
const EVENT_SOURCES: ReadonlyMap<string, TriggerKind> = new Map([
  ['SqsEventSource', 'sqs'], ['SnsEventSource', 'sns'], ['DynamoEventSource', 'dynamodb'], ['KinesisEventSource', 'kinesis'], ['KinesisConsumerEventSource', 'kinesis'],
  ['S3EventSource', 's3'], ['S3EventSourceV2', 's3'], ['ApiEventSource', 'http'], ['ManagedKafkaEventSource', 'kafka'], ['SelfManagedKafkaEventSource', 'kafka'],
]);

/** The triggers of each function, in the order of the code, each once: a loop may add one several times. */
export function eventSources(made: readonly Made[]): ReadonlyMap<Made, readonly Trigger[]> {
  const schedules = rulesOfTargets(made);
  const named = byFunction(made.flatMap((each) => callersIn(each, schedules)));
  const permitted = byFunction(made.flatMap((each) => permittedCaller(each) ?? []));
  return new Map([...new Set([...named.keys(), ...permitted.keys()])].map((fn) => [fn, withPermitted([...named.get(fn)?.values() ?? []], [...permitted.get(fn)?.values() ?? []])]));
}

/** By the name and place of the trigger. */
function byFunction(callers: readonly Caller[]): ReadonlyMap<Made, ReadonlyMap<string, Trigger>> {
  const found = new Map<Made, Map<string, Trigger>>();
  for (const { fn, trigger } of callers) {
    const target = functionMeant(fn);
    if (!target) continue;
    const known = found.get(target) ?? new Map<string, Trigger>();
    found.set(target, known);
    const key = JSON.stringify([trigger.kind, trigger.name, trigger.at]);
    if (!known.has(key)) known.set(key, trigger);
  }
  return found;
}

function callersIn(made: Made, rules: ReadonlyMap<Made, Made>): readonly Caller[] {
  if (made.receiver !== undefined) return callersByMethod(made, camelCase(made.by), made.receiver);
  const name = madeBy(made) ?? '';
  const target = TARGETS.get(name);
  if (target) return functionsNamed(made, target).map((fn) => ({ fn, trigger: { kind: target.kind, name: target.service ?? (target.fn === 1 ? textOf(argumentOf(made, 0, 'id')) : idOf(made)) ?? name, at: made.at } }));
  switch (name) {
    case 'eventstargets.LambdaFunction': case 'schedulertargets.LambdaInvoke': return [{ fn: made.args[0], trigger: ruleTrigger(rules.get(made), made, name.startsWith('scheduler')) }];
    case 'events.CfnRule': return itemsOf(propertyOf(propsOf(made), 'targets')?.value).map((item) => ({ fn: propertyOf(item, 'arn')?.value, trigger: ruleTrigger(made, made, false) }));
    case 'scheduler.CfnSchedule': return [{ fn: propertyOf(propertyOf(propsOf(made), 'target')?.value, 'arn')?.value, trigger: ruleTrigger(made, made, true) }];
    case 'lambda.EventSourceMapping': case 'lambda.CfnEventSourceMapping': return [mapping(made, propertiesIn(made, propsOf(made)))];
    case 'cognito.UserPool': return recordValues(propertyOf(propsOf(made), 'lambdaTriggers')?.value).map((fn) => ({ fn, trigger: { kind: 'cognito', name: nameOf(made) ?? 'Cognito user pool', at: made.at } }));
    case 'cloudfront.Distribution': return edgeFunctions(made);
    case 'cloudfront.experimental.EdgeFunction': return [{ fn: made, trigger: { kind: 'edge', name: 'CloudFront', at: made.at } }];
    default: return functionKind(made) ? itemsOf(propertyOf(propsOf(made), 'events')?.value).flatMap((source) => eventSource(made, source, made)) : [];
  }
}

function callersByMethod(made: Made, method: string, receiver: StaticValue): readonly Caller[] {
  const given = GIVEN.get(method);
  if (given) return functionsNamed(made, given).map((fn) => ({ fn, trigger: { kind: given.kind, name: given.service ?? method, at: made.at } }));
  switch (method) {
    case 'addEventSource': return eventSource(made, argumentOf(made, 0, 'source'), receiver);
    case 'addEventSourceMapping': return [{ ...mapping(made, propertiesIn(made, made.args.at(-1))), fn: receiver }];
    case 'addFunctionUrl': return [{ fn: receiver, trigger: { kind: 'function-url', name: 'function URL', at: made.at } }];
    default: return [];
  }
}

function functionsNamed(made: Made, { fn }: Target): readonly StaticValue[] {
  const props = made.args.at(-1);
  const named = typeof fn === 'number' ? [argumentOf(made, fn, 'handler') ?? argumentOf(made, fn, 'fn')] : fn.map((name) => propertyOf(props, name)?.value);
  return named.flatMap((value) => value ?? []);
}

function propertiesIn({ at }: Made, props: StaticValue | undefined): Properties {
  return { props, at, unknown: [] };
}

function eventSource(call: Made, value: StaticValue | undefined, fn: StaticValue): readonly Caller[] {
  const source = madeIn(value);
  const name = madeBy(source)?.replace(/^lambdaeventsources\./, '');
  if (source === undefined || name === undefined) return value?.kind === 'unknown' || value?.kind === 'made' ? [{ fn, trigger: { kind: 'other', name: 'event source', at: call.at } }] : [];
  const kind = EVENT_SOURCES.get(name) ?? 'other';
  const at = source.at;
  const isBatch = kind === 'sqs' || kind === 'kinesis' || kind === 'dynamodb' || kind === 'kafka';
  const from = argumentOf(source, 0, kind === 'sqs' ? 'queue' : kind === 'sns' ? 'topic' : kind === 's3' ? 'bucket' : kind === 'dynamodb' ? 'table' : 'stream');
  const named = { kind, name: nameOf(from) ?? name, at };
  return [{ fn, trigger: isBatch ? batchTrigger(named, from, propertiesIn(source, source.args.at(-1)?.kind === 'record' ? source.args.at(-1) : undefined)) : named }];
}

function mapping(made: Made, properties: Properties): Caller {
  const source = propertyOf(properties.props, 'eventSourceArn')?.value;
  const kind = propertyOf(properties.props, 'kafkaBootstrapServers') ?? propertyOf(properties.props, 'selfManagedEventSource') ? 'kafka' : kindOfSource(source);
  const fn = propertyOf(properties.props, 'target')?.value ?? propertyOf(properties.props, 'functionName')?.value;
  return { fn, trigger: batchTrigger({ kind, name: (made.receiver === undefined ? idOf(made) : textOf(argumentOf(made, 0, 'id'))) ?? nameOf(source) ?? 'event source mapping', at: made.at }, source, properties) };
}

/** The rules and schedules whose targets are among `made`. */
function rulesOfTargets(made: readonly Made[]): ReadonlyMap<Made, Made> {
  const rules = new Map<Made, Made>();
  for (const each of made) {
    const isAdded = each.receiver !== undefined && camelCase(each.by) === 'addTarget';
    const rule = isAdded ? madeIn(each.receiver) : each;
    const targets = isAdded ? [each.args[0]] : [...itemsOf(propertyOf(propsOf(each), 'targets')?.value), propertyOf(propsOf(each), 'target')?.value];
    for (const target of targets) {
      const construct = madeIn(target);
      if (construct && rule && construct !== rule) rules.set(construct, rule);
    }
  }
  return rules;
}

function ruleTrigger(rule: Made | undefined, target: Made, isSchedule: boolean): Trigger {
  if (!rule) return { kind: isSchedule ? 'schedule' : 'events', name: nameOf(target.args[1]) ?? (isSchedule ? 'EventBridge schedule' : 'EventBridge rule'), at: target.at };
  const properties = propertiesIn(rule, propsOf(rule));
  const schedule = scheduleIn(properties);
  const hasSchedule = isSchedule || schedule !== undefined || ['schedule', 'scheduleExpression'].some((name) => section(properties, name).props !== undefined && section(properties, name).props?.kind !== 'nothing');
  return { kind: hasSchedule ? 'schedule' : 'events', name: idOf(rule) ?? (isSchedule ? 'EventBridge schedule' : 'EventBridge rule'), at: rule.at, ...(schedule === undefined ? {} : { schedule }) };
}

function edgeFunctions(distribution: Made): readonly Caller[] {
  const props = propsOf(distribution);
  const behaviours = [propertyOf(props, 'defaultBehavior')?.value, ...recordValues(propertyOf(props, 'additionalBehaviors')?.value)];
  return behaviours.flatMap((behaviour) => itemsOf(propertyOf(behaviour, 'edgeLambdas')?.value)).map((item) => ({
    fn: propertyOf(item, 'functionVersion')?.value, trigger: { kind: 'edge', name: nameOf(distribution) ?? 'CloudFront distribution', at: distribution.at },
  }));
}

function itemsOf(value: StaticValue | undefined): readonly StaticValue[] {
  return value?.kind === 'list' ? value.items : [];
}

function recordValues(value: StaticValue | undefined): readonly StaticValue[] {
  return value?.kind === 'record' ? [...value.entries.values()].map((property) => property.value) : [];
}
