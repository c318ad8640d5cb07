/** Event sources that hand over batches: queues and streams, with what is set for their failures. */
import type { Setting, Trigger, TriggerKind } from '../../../lambda-function.js';
import { DEFAULT_VISIBILITY, kindOfArn } from '../../trigger-kinds.js';
import type { Declared } from '../configuration/module.js';
import { readableOf, type Value } from '../language/values.js';
import { number, propertiesOf, reference, references, section, valueOf, type Properties } from './properties.js';
import type { ResourceIndex } from './resource-index.js';

const RESOURCES: ReadonlyMap<string, TriggerKind> = new Map([
  ['aws_sqs_queue', 'sqs'], ['aws_kinesis_stream', 'kinesis'], ['aws_kinesis_stream_consumer', 'kinesis'], ['aws_dynamodb_table', 'dynamodb'],
  ['aws_msk_cluster', 'kafka'], ['aws_msk_serverless_cluster', 'kafka'], ['aws_mq_broker', 'mq'], ['aws_docdb_cluster', 'documentdb'],
]);

/** The source of an `aws_lambda_event_source_mapping`. */
export function batchTrigger(properties: Properties, named: Pick<Trigger, 'name' | 'at'>, index: ResourceIndex): Trigger {
  const arn = valueOf(properties, 'event_source_arn');
  const source = index.behind(arn);
  const queue = source?.type === 'aws_sqs_queue' && source.mode === 'resource' ? source : undefined;
  return {
    kind: kindOf(arn, source, properties), ...named,
    batchSize: number(properties, ['batch_size']),
    reportsItemFailures: references(properties, ['function_response_types']).some(({ value }) => value === 'ReportBatchItemFailures'),
    visibilityTimeout: queue && visibilityOf(queue),
    failureDestination: reference(properties, ['destination_config', 'on_failure', 'destination_arn']) ?? (queue && redriveOf(queue, index)),
  };
}

/** By the resource behind the ARN, by its text, or by an argument that only one kind of source has. */
function kindOf(arn: Value | undefined, source: Declared | undefined, properties: Properties): TriggerKind {
  if (section(properties, 'self_managed_event_source') !== undefined || valueOf(properties, 'topics') !== undefined) return 'kafka';
  const known = (source && RESOURCES.get(source.type)) ?? (arn && kindOfArn(readableOf(arn)));
  return known ?? (valueOf(properties, 'queues') === undefined ? 'other' : 'mq');
}

function visibilityOf(queue: Declared): Setting<number> | undefined {
  const properties = propertiesOf(queue);
  if (valueOf(properties, 'visibility_timeout_seconds') === undefined) return { value: DEFAULT_VISIBILITY, from: queue.block.at };
  return number(properties, ['visibility_timeout_seconds']);
}

/** A policy of the queue itself, or a resource of its own. */
function redriveOf(queue: Declared, index: ResourceIndex): Setting<string> | undefined {
  const own = valueOf(propertiesOf(queue), 'redrive_policy');
  if (own !== undefined) return { value: readableOf(own) || 'redrive_policy', from: own.at };
  const policy = index.ofType('aws_sqs_queue_redrive_policy').find((declared) => index.behind(valueOf(propertiesOf(declared), 'queue_url')) === queue);
  return policy && { value: policy.address, from: policy.block.at };
}
