/** Event sources that hand over batches: queues and streams, with what is set for their failures. */
import { camelCase, isThere, numberOf, propertyOf, textOf, truthOf, type Made, type StaticValue } from '../evaluation/values.js';
import type { Setting, Trigger, TriggerKind } from '../lambda-function.js';
import { DEFAULT_VISIBILITY, kindOfArn } from '../templates/trigger-kinds.js';
import { destinationName, propsOf } from './function-construct.js';
import { constructName, madeIn } from './names.js';
import { isSet, nameOf, secondsOf, section, setting, type Properties } from './properties.js';

const CONSTRUCTS: ReadonlyMap<string, TriggerKind> = new Map([
  ['sqs.Queue', 'sqs'], ['sqs.CfnQueue', 'sqs'], ['kinesis.Stream', 'kinesis'], ['kinesis.CfnStream', 'kinesis'], ['dynamodb.Table', 'dynamodb'], ['dynamodb.TableV2', 'dynamodb'],
  ['dynamodb.CfnTable', 'dynamodb'], ['msk.Cluster', 'kafka'], ['msk.CfnCluster', 'kafka'], ['msk.CfnServerlessCluster', 'kafka'], ['amazonmq.CfnBroker', 'mq'], ['docdb.DatabaseCluster', 'documentdb'],
]);

/** Properties that only one kind of source has, where the source itself is not known. */
const PROPERTIES: ReadonlyMap<string, TriggerKind> = new Map([['queueArn', 'sqs'], ['tableStreamArn', 'dynamodb']]);

/** The kind of source behind an ARN, by the construct that it belongs to, by its text, or by the property that it is. */
export function kindOfSource(arn: StaticValue | undefined): TriggerKind {
  const made = sourceOf(arn);
  return CONSTRUCTS.get(constructName(made?.by ?? '')?.replace(/\.from\w+$/, '') ?? '') ?? kindOfArn(nameOf(arn)) ?? (arn?.kind === 'member' ? PROPERTIES.get(camelCase(arn.name)) : undefined) ?? 'other';
}

/** The source that `properties` describe, from the queue or stream `source` or its ARN. */
export function batchTrigger(named: Pick<Trigger, 'kind' | 'name' | 'at'>, source: StaticValue | undefined, properties: Properties): Trigger {
  const queue = sourceOf(source);
  const ofQueue = queue !== undefined && /^sqs\.(?:Cfn)?Queue$/.test(constructName(queue.by) ?? '') ? { props: propsOf(queue), at: queue.at, unknown: properties.unknown } : undefined;
  return {
    ...named,
    batchSize: setting(properties, 'batchSize', numberOf),
    reportsItemFailures: reportsItemFailures(properties),
    ...(ofQueue === undefined ? {} : { visibilityTimeout: visibilityOf(ofQueue) }),
    failureDestination: onFailure(properties) ?? (ofQueue && redriveOf(ofQueue)),
  };
}

function sourceOf(value: StaticValue | undefined): Made | undefined {
  return madeIn(value?.kind === 'member' ? value.of : value);
}

function reportsItemFailures({ props }: Properties): boolean {
  const types = propertyOf(props, 'functionResponseTypes')?.value;
  return truthOf(propertyOf(props, 'reportBatchItemFailures')?.value) === true || (types?.kind === 'list' && types.items.some((item) => textOf(item) === 'ReportBatchItemFailures'));
}

/** Seconds; a queue that says nothing has the service's default. */
function visibilityOf(queue: Properties): Setting<number> | undefined {
  const written = propertyOf(queue.props, 'visibilityTimeout');
  return written === undefined || written.value.kind === 'nothing' ? { value: DEFAULT_VISIBILITY, from: queue.at } : setting(queue, 'visibilityTimeout', secondsOf);
}

function onFailure(properties: Properties): Setting<string> | undefined {
  const written = section(properties, 'onFailure');
  if (isThere(written.props)) return { value: destinationName(written.props) ?? 'onFailure', from: written.at };
  const config = section(section(properties, 'destinationConfig'), 'onFailure');
  return isSet(config, 'destination') ? { value: nameOf(section(config, 'destination').props) ?? 'destinationConfig', from: config.at } : undefined;
}

function redriveOf(queue: Properties): Setting<string> | undefined {
  const letters = ['deadLetterQueue', 'redrivePolicy'].find((name) => isSet(queue, name));
  const written = letters === undefined ? undefined : section(queue, letters);
  return written && { value: nameOf(propertyOf(written.props, 'queue')?.value) ?? nameOf(propertyOf(written.props, 'deadLetterTargetArn')?.value) ?? letters ?? '', from: written.at };
}
