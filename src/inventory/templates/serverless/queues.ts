/** Queues among the resources of a Serverless service, as the events of its functions mean them. */
import type { Trigger } from '../../lambda-function.js';
import { number, reference, section, text, type Properties } from '../cloudformation/properties.js';
import { nameOf } from '../cloudformation/resolve.js';
import type { Service } from './service.js';

/** What a queue adds to a trigger. */
export type QueueSettings = Pick<Trigger, 'visibilityTimeout' | 'failureDestination'>;

/** The settings of the queue that `source` means: its logical id with an attribute, or an ARN that ends in its name. */
export function queueBehind({ resources, scope }: Service, source: string | undefined): QueueSettings | undefined {
  if (!resources || source === undefined) return undefined;
  const name = source.slice(source.lastIndexOf(':') + 1);
  const [id = ''] = name.replace(/^\$\{|\}$/g, '').split('.');
  for (const key of [id, ...resources.keys]) {
    const resource = resources.get(key);
    if (resource?.kind !== 'map' || nameOf(resource.get('Type')) !== 'AWS::SQS::Queue') continue;
    const own = resource.get('Properties');
    const properties: Properties = { own: own?.kind === 'map' ? own : undefined, globals: undefined, scope, unknown: [], path: '' };
    if (key !== id && text(properties, 'QueueName')?.value !== name) continue;
    return { visibilityTimeout: number(properties, 'VisibilityTimeout'), failureDestination: reference(section(properties, 'RedrivePolicy'), 'deadLetterTargetArn') };
  }
  return undefined;
}
