/** Queues among the resources of a Serverless service, as the events of its functions mean them. */
import type { Trigger } from '../../lambda-function.js';
import { queueSettings } from '../cloudformation/batch-sources.js';
import { referenceOf, text } from '../cloudformation/properties.js';
import { propertiesOf, resourceMeant, resourcesOf } from '../cloudformation/template.js';
import type { TemplateNode } from '../document.js';
import type { Service } from './service.js';

/** The settings of the queue that `source` means: by its logical id, or by an ARN that ends in its name. */
export function queueBehind({ stack }: Service, source: TemplateNode | undefined): Pick<Trigger, 'visibilityTimeout' | 'failureDestination'> | undefined {
  const meant = resourceMeant(stack, source);
  if (meant) return queueSettings(stack, meant);
  const arn = source && referenceOf(source, stack.scope)?.value;
  const name = arn?.slice(arn.lastIndexOf(':') + 1);
  return queueSettings(stack, resourcesOf(stack, (type) => type === 'AWS::SQS::Queue').find((queue) => text(propertiesOf(stack, queue), 'QueueName')?.value === name));
}
