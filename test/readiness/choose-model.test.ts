/** Which model a function runs under, and how many invocations share one copy of its memory. */
import { describe, expect, it } from 'vitest';
import type { LambdaFunction } from '../../src/inventory/index.js';
import { chooseModel, type RunSettings } from '../../src/runtimes/choose-model.js';

type Settings = Partial<Pick<LambdaFunction, 'webAdapter' | 'managedInstances' | 'memory' | 'baseImage'>>;

function settings(environment: Readonly<Record<string, string>>, others: Settings = {}): RunSettings {
  return { environment: new Map(Object.entries(environment).map(([name, value]) => [name, { value }])), ...others };
}

const EXPERIMENTAL = { baseImage: { value: 'public.ecr.aws/lambda/python:3.14-experimental' } };

describe('the model of a Python function', () => {
  it.each([
    ['python-processes', settings({})],
    ['python-processes', settings({}, { baseImage: { value: 'public.ecr.aws/lambda/python:3.14' } })],
    ['python-processes', settings({ AWS_LAMBDA_CONCURRENCY_MODE: 'process' }, EXPERIMENTAL)],
    ['python-shared', settings({}, EXPERIMENTAL)],
    ['python-shared', settings({ AWS_LAMBDA_CONCURRENCY_MODE: 'thread' })],
    ['python-shared', settings({}, { webAdapter: 'lambda-web-adapter' })],
    ['python-hybrid', settings({ AWS_LAMBDA_CONCURRENCY_MODE: 'hybrid' }, EXPERIMENTAL)],
  ])('is %s', (model, fn) => expect(chooseModel('python', fn).id).toBe(model));
});

describe('invocations that share memory', () => {
  const lmi = (maxConcurrency: number, memory: number): Settings => ({ managedInstances: { maxConcurrency: { value: maxConcurrency } }, memory: { value: memory } });

  it.each([
    ['node', settings({}), 8], ['node', settings({}, lmi(16, 2048)), 2], ['node', settings({}, lmi(128, 4096)), 8], ['node', settings({ AWS_LAMBDA_NODEJS_WORKER_COUNT: '1' }), 64],
    ['java', settings({}), 32], ['java', settings({}, lmi(10, 2048)), 10], ['dotnet', settings({}), 32],
    ['python', settings({}), 1], ['python', settings({ AWS_LAMBDA_CONCURRENCY_MODE: 'thread' }), 16], ['python', settings({ AWS_LAMBDA_CONCURRENCY_MODE: 'hybrid' }, lmi(32, 4096)), 16],
  ] as const)('under %s: %o', (language, fn, count) => expect(chooseModel(language, fn).load?.invocations).toBe(count));
});
