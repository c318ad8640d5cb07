import { expect, test } from 'vitest';
import type { LambdaFunction, TriggerKind } from '../../src/inventory/lambda-function.js';
import { notesOn } from '../../src/readiness/notes.js';
import { functionIn } from './function-example.js';

function notes(more: Partial<LambdaFunction>): readonly string[] {
  return notesOn(functionIn('node', more)).map(({ what }) => what);
}

const triggeredBy = (...kinds: readonly TriggerKind[]): Partial<LambdaFunction> => ({ managedInstances: {}, triggers: kinds.map((kind) => ({ kind, name: `${kind}Source` })) });

test('a candidate has traffic to shift', () => {
  expect(notes({})).toEqual([expect.stringContaining('No alias can lead to')]);
  expect(notes({ managedInstances: {} })).toEqual([]);
});

test('sources that send again meet the invocation that timed out', () => {
  expect(notes(triggeredBy('sqs'))).toEqual(['On managed instances a queue brings at most 5 MB/s (`sqsSource`).', expect.stringMatching(/`sqsSource` sends again may run beside/)]);
  expect(notes(triggeredBy('http', 'function-url', 'load-balancer'))).toEqual([]);
});

test('each limit is said once', () => {
  expect(notes(triggeredBy('sns', 's3', 'schedule', 'kafka')).filter((what) => what.includes('MB/s'))).toEqual([
    'On managed instances asynchronous invocations bring at most 5 MB/s (`snsSource`).', 'On managed instances Kafka brings at most 1 MB/s (`kafkaSource`).',
  ]);
});

test('every note has its source, and a class has none', () => {
  for (const { what, source } of notesOn(functionIn('java', triggeredBy('mq', 'documentdb', 'kinesis', 'dynamodb')))) {
    expect(what).toMatch(/^[A-Z].*\.$/);
    expect(source).toMatch(/^https:/);
  }
  expect(notes({ claimedSafe: { because: 'the class is annotated' } })).toEqual([]);
});
