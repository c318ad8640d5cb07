/** What to know about the move of this function that asks for no setting: only what applies to it, each with its source. */
import type { LambdaFunction, Trigger, TriggerKind } from '../inventory/lambda-function.js';
import { CAPACITY_PROVIDER_SOURCE, ENVIRONMENT_SOURCE, QUOTAS_SOURCE } from '../runtimes/platform.js';
import type { MigrationNote } from './readiness.js';

interface TriggerTraits {
  /** Failed invocations are made again, by the service that makes them. */
  readonly retries: boolean;
  /** What managed instances take from it at most, for the whole sentence. */
  readonly limit?: string;
}

const ASYNCHRONOUS: TriggerTraits = { retries: true, limit: 'asynchronous invocations bring at most 5 MB/s' };
const SYNCHRONOUS: TriggerTraits = { retries: false };

const TRAITS: Readonly<Record<TriggerKind, TriggerTraits>> = {
  'http': SYNCHRONOUS, 'websocket': SYNCHRONOUS, 'function-url': SYNCHRONOUS, 'load-balancer': SYNCHRONOUS, 'cognito': SYNCHRONOUS, 'alexa': SYNCHRONOUS, 'edge': SYNCHRONOUS, 'other': SYNCHRONOUS,
  's3': ASYNCHRONOUS, 'sns': ASYNCHRONOUS, 'events': ASYNCHRONOUS, 'schedule': ASYNCHRONOUS, 'logs': ASYNCHRONOUS, 'iot': ASYNCHRONOUS,
  'sqs': { retries: true, limit: 'a queue brings at most 5 MB/s' },
  'kinesis': { retries: true, limit: 'a Kinesis stream brings at most 25 MB/s' },
  'dynamodb': { retries: true, limit: 'a DynamoDB stream brings at most 10 MB/s' },
  'kafka': { retries: true, limit: 'Kafka brings at most 1 MB/s' },
  'mq': { retries: true, limit: 'Amazon MQ is not among the event sources that are named for them' },
  'documentdb': { retries: true, limit: 'DocumentDB is not among the event sources that are named for them' },
};

export function notesOn(fn: LambdaFunction): readonly MigrationNote[] {
  if (fn.claimedSafe) return [];
  const { triggers = [] } = fn;
  return [...(fn.managedInstances === undefined ? besides(fn) : []), ...limits(triggers), ...twins(triggers)];
}

function besides(fn: LambdaFunction): readonly MigrationNote[] {
  return [note('No alias can lead to a function of each compute type: run the new one beside the old one, and shift the traffic where it comes from.', CAPACITY_PROVIDER_SOURCE, fn)];
}

function limits(triggers: readonly Trigger[]): readonly MigrationNote[] {
  const first = new Map<string, Trigger>();
  for (const trigger of triggers) {
    const { limit } = TRAITS[trigger.kind];
    if (limit !== undefined && !first.has(limit)) first.set(limit, trigger);
  }
  return [...first].map(([limit, trigger]) => note(`On managed instances ${limit} (\`${trigger.name}\`).`, QUOTAS_SOURCE, trigger));
}

function twins(triggers: readonly Trigger[]): readonly MigrationNote[] {
  const retrying = triggers.find(({ kind }) => TRAITS[kind].retries);
  if (!retrying) return [];
  return [note(`A timeout ends the answer and not the code: what \`${retrying.name}\` sends again may run beside the invocation that timed out, so that both must be able to do the same work.`, ENVIRONMENT_SOURCE, retrying)];
}

function note(what: string, source: string, { at }: Pick<Trigger, 'at'>): MigrationNote {
  return { what, source, ...(at ? { at } : {}) };
}
