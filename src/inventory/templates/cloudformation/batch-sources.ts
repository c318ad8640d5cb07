/** Event sources that hand over batches: queues and streams, with what is set for their failures. */
import type { Setting, Trigger, TriggerKind } from '../../lambda-function.js';
import type { TemplateNode } from '../document.js';
import { DEFAULT_VISIBILITY, kindOfArn } from '../trigger-kinds.js';
import { isPresent, list, number, property, reference, referenceOf, section, type Properties } from './properties.js';
import { propertiesOf, resourceMeant, type Resource, type Template } from './template.js';

const RESOURCES: ReadonlyMap<string, TriggerKind> = new Map([
  ['AWS::SQS::Queue', 'sqs'], ['AWS::Kinesis::Stream', 'kinesis'], ['AWS::Kinesis::StreamConsumer', 'kinesis'], ['AWS::DynamoDB::Table', 'dynamodb'], ['AWS::DynamoDB::GlobalTable', 'dynamodb'],
  ['AWS::Serverless::SimpleTable', 'dynamodb'], ['AWS::MSK::Cluster', 'kafka'], ['AWS::MSK::ServerlessCluster', 'kafka'], ['AWS::AmazonMQ::Broker', 'mq'], ['AWS::DocDB::DBCluster', 'documentdb'],
]);

/** The kind of source behind the ARN, by the resource that it belongs to or by its text. */
export function kindOfSource(template: Template, arn: TemplateNode | undefined): TriggerKind {
  const resource = resourceMeant(template, arn);
  const known = resource && RESOURCES.get(resource.type);
  return known ?? kindOfArn(arn && referenceOf(arn, template.scope)?.value) ?? 'other';
}

/** The source that `properties` of a mapping describe. */
export function batchTrigger(template: Template, properties: Properties, { kind, name, at, source }: Pick<Trigger, 'kind' | 'name' | 'at'> & { readonly source: TemplateNode | undefined }): Trigger {
  const queue = queueSettings(template, resourceMeant(template, source));
  return {
    kind, name, at,
    batchSize: number(properties, 'BatchSize'),
    reportsItemFailures: list(properties, 'FunctionResponseTypes', { additive: false }).some((item) => referenceOf(item, properties.scope)?.value === 'ReportBatchItemFailures'),
    visibilityTimeout: queue?.visibilityTimeout,
    failureDestination: reference(section(section(properties, 'DestinationConfig'), 'OnFailure'), 'Destination') ?? queue?.failureDestination,
  };
}

/** What a queue says for those who read it; nothing when the resource is no queue. */
export function queueSettings(template: Template, resource: Resource | undefined): Pick<Trigger, 'visibilityTimeout' | 'failureDestination'> | undefined {
  if (resource?.type !== 'AWS::SQS::Queue') return undefined;
  const queue = propertiesOf(template, resource);
  return { visibilityTimeout: visibilityOf(queue, resource.node.at), failureDestination: redriveOf(queue) };
}

function visibilityOf(queue: Properties, at: Setting<number>['from']): Setting<number> | undefined {
  if (!property(queue, 'VisibilityTimeout')) return { value: DEFAULT_VISIBILITY, from: at };
  return number(queue, 'VisibilityTimeout');
}

function redriveOf(queue: Properties): Setting<string> | undefined {
  const policy = section(queue, 'RedrivePolicy');
  return isPresent(policy) ? reference(policy, 'deadLetterTargetArn') ?? { value: 'RedrivePolicy', from: property(queue, 'RedrivePolicy')?.at } : undefined;
}
