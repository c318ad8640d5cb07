import { expect, test } from 'vitest';
import type { LambdaFunction } from '../../src/inventory/lambda-function.js';
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

test('memory that is not set is what the tool sets', () => {
  const raised = (declaredAs: LambdaFunction['declaredAs']): string | undefined => steps({ declaredAs, runtime: { value: 'nodejs22.x' } }).find((step) => step.startsWith('Raise'))?.replace(/\D+/, '').split(' ')[0];
  expect((['SAM', 'Terraform', 'Serverless Framework', 'SST', 'Architect', 'Amplify', 'Zappa', 'Chalice'] as const).map(raised)).toEqual(['128', '128', '1024', '1024', '1152', '512', '512', '128']);
});

test('a function that only the code shows has to be declared', () => {
  expect(steps({})).toEqual(['Declare it with a capacity provider']);
});

test('what a candidate would be refused for is a step too, and what is not known is none', () => {
  const at = { file: 'template.yaml', line: 4, column: 1, endLine: 4, endColumn: 9 };
  expect(steps({ runtime: { value: 'java21' }, memory: { value: 3000, from: at }, conflicts: [{ value: 'snap-start', from: at }], publishes: { value: 'AutoPublishAlias' } })).toEqual([
    'Set the memory to a multiple of 2048 MB.',
    'Remove SnapStart',
    'Create it as a new function with a capacity provider',
  ]);
  expect(steps({ runtime: { value: 'java21' }, unknown: ['MemorySize: the parameter Memory, which has no default'] })[0]).toBe('Create it as a new function with a capacity provider');
});

test('a function with a capacity provider has no migration before it; the platform takes it or not', () => {
  const managed = (memory: number): LambdaFunction => functionIn('node', { memory: { value: memory }, managedInstances: {} });
  expect(platformReadiness(managed(2048))).toEqual({ ready: true, steps: [] });
  expect(platformReadiness(managed(1024))).toEqual({ ready: false, steps: [] });
  expect(platformReadiness({ ...managed(2048), runtime: { value: 'nodejs18.x' } })).toEqual({ ready: false, steps: [] });
});
