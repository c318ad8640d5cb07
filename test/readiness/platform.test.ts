import { expect, test } from 'vitest';
import type { LambdaFunction, PlatformConflict } from '../../src/inventory/lambda-function.js';
import { platformReadiness } from '../../src/readiness/platform.js';
import { runtimeStatus, type RuntimeStatus } from '../../src/runtimes/runtime-status.js';
import { functionIn } from './function-example.js';

test.each<[string, RuntimeStatus]>([
  ['nodejs22.x', 'accepted'], ['nodejs24.x', 'accepted'], ['nodejs26.x', 'newer'], ['nodejs20.x', 'below-minimum'], ['nodejs', 'below-minimum'],
  ['python3.13', 'accepted'], ['python3.9', 'below-minimum'], ['python3.12', 'below-minimum'], ['python3.15', 'newer'], ['python2.7', 'below-minimum'],
  ['java21', 'accepted'], ['java17', 'below-minimum'], ['java8.al2', 'below-minimum'], ['java25', 'accepted'],
  ['dotnet8', 'accepted'], ['dotnet6', 'below-minimum'], ['dotnetcore3.1', 'below-minimum'], ['provided.al2023', 'accepted'],
  ['provided.al2', 'not-offered'], ['ruby3.4', 'not-offered'], ['go1.x', 'not-offered'], ['', 'not-offered'],
])('%s is %s', (identifier, status) => expect(runtimeStatus(identifier)).toBe(status));

function steps(more: Partial<LambdaFunction>): readonly string[] {
  return platformReadiness(functionIn('node', more)).steps.map(({ what }) => what.split(':')[0]!);
}

test('a candidate has a migration before it', () => {
  expect(steps({ runtime: { value: 'nodejs18.x' }, memory: { value: 512 } })).toEqual([
    'Upgrade the runtime from nodejs18.x to nodejs22.x or later.',
    'Raise the memory from 512 MB to at least 2048 MB.',
    'Create it as a new function with a capacity provider',
    'Publish a version',
  ]);
  expect(steps({ memory: { value: 4096 }, packageType: { value: 'Image' } })[0]).toBe('Rebuild the image on a current base image');
});

test('a function that only the code shows has to be declared', () => {
  expect(steps({})).toEqual(['Declare it with a capacity provider']);
});

const managed = (memory: number, ratio: number, concurrency: number): Partial<LambdaFunction> => ({
  memory: { value: memory }, managedInstances: { memoryPerVcpu: { value: ratio }, maxConcurrency: { value: concurrency } },
});

test.each<[string, Partial<LambdaFunction>, readonly RegExp[]]>([
  ['legal settings', managed(4096, 2, 128), []],
  ['half a vCPU', managed(2048, 4, 16), [/multiple of 4096/]],
  ['a ratio that there is not', managed(6144, 3, 16), [/2, 4 or 8/]],
  ['too little memory', managed(1024, 2, 16), [/between 2048 and 32768/]],
  ['too much concurrency', managed(2048, 2, 65), [/between 1 and 64/]],
  ['a least without a greatest number', { managedInstances: { minEnvironments: { value: 3 } } }, [/together/]],
  ['nothing set', { managedInstances: {} }, []],
])('settings of managed instances: %s', (_, more, expected) => {
  const { ready, steps: found } = platformReadiness(functionIn('node', more));
  expect(ready).toBe(expected.length === 0);
  expect(found.map(({ what }) => what)).toEqual(expected.map((pattern) => expect.stringMatching(pattern) as string));
});

test('features that exclude managed instances are named where they stand', () => {
  const at = { file: 'template.yaml', line: 4, column: 1, endLine: 4, endColumn: 9 };
  const conflicts: readonly PlatformConflict[] = ['provisioned-concurrency', 'snap-start', 'text-logs', 'vpc-config'];
  const { steps: found } = platformReadiness(functionIn('node', { managedInstances: {}, conflicts: conflicts.map((value) => ({ value, from: at })) }));
  expect(found).toHaveLength(4);
  expect(found.every((step) => step.at === at && step.effort === 'setting')).toBe(true);
});
