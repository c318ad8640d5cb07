/** Settings one by one, with what is not literal beside them. */
import { expect, test } from 'vitest';
import type { CapacityProvider, LambdaFunction, ManagedInstancesSettings, Trigger } from '../../src/inventory/index.js';
import { footprintOf } from '../../src/platform/footprint.js';
import { memoryCopyIssues } from '../../src/platform/settings/memory-copies.js';
import { settingIssues, surroundingIssues } from '../../src/platform/settings/setting-issues.js';
import { functionIn } from '../readiness/function-example.js';

const AT = { file: 'template.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };

function issues(settings: ManagedInstancesSettings, more: Partial<LambdaFunction> = {}): readonly string[] {
  return settingIssues(functionIn('node', { managedInstances: settings, ...more })).map(({ grade, subject }) => `${grade}: ${subject}`);
}

const sized = (memory: number, ratio?: number, concurrency?: number): readonly string[] => issues(
  { ...(ratio === undefined ? {} : { memoryPerVcpu: { value: ratio } }), ...(concurrency === undefined ? {} : { maxConcurrency: { value: concurrency } }) },
  { memory: { value: memory } },
);

test.each<[string, readonly string[], readonly string[]]>([
  ['one vCPU at 2:1', sized(2048, 2, 64), []],
  ['sixteen vCPUs', sized(32_768, 2, 1024), []],
  ['eight vCPUs at 4:1', sized(32_768, 4, 512), []],
  ['four vCPUs at 8:1', sized(32_768, 8, 256), []],
  ['nothing set', issues({}), []],
  ['half a vCPU', sized(2048, 4, 16), ['refused: 2048 MB of memory at 4 GiB per vCPU']],
  ['one and a half', sized(3072), ['refused: 3072 MB of memory at 2 GiB per vCPU']],
  ['a ratio that there is not', sized(6144, 3, 16), ['refused: 3 GiB per vCPU']],
  ['too little memory', sized(1024, 2, 16), ['refused: 1024 MB of memory']],
  ['too little memory for its ratio, too', sized(1024, 8), ['refused: 1024 MB of memory at 8 GiB per vCPU']],
  ['too much memory', sized(65_536, 2), ['refused: 65536 MB of memory']],
  ['more at once than is advised', sized(2048, 2, 65), ['poor: a concurrency of 65 on one vCPU']],
  ['more at once than is possible', sized(2048, 2, 1601), ['refused: a concurrency of 1601']],
  ['none at once', sized(2048, 2, 0), ['refused: a concurrency of 0']],
  ['a part of an invocation', sized(2048, 2, 1.5), ['refused: a concurrency of 1.5']],
])('size: %s', (_, found, expected) => expect(found).toEqual(expected));

test('what is only known at deployment is not judged, and neither is what depends on it', () => {
  expect(issues({ maxConcurrency: { value: 100 } }, { unknown: ['MemorySize: the parameter Memory, which has no default'] })).toEqual([]);
  expect(issues({}, { memory: { value: 3072 }, unknown: ['CapacityProviderConfig.ExecutionEnvironmentMemoryGiBPerVCpu: the parameter Ratio'] })).toEqual([]);
  expect(issues({ minEnvironments: { value: 3 } }, { unknown: ['FunctionScalingConfig.MaxExecutionEnvironments: the parameter Most'] })).toEqual([]);
  expect(issues({}, { declaredAs: 'Terraform', publishes: { value: 'publish = true' }, unknown: ['memory_size: the variable memory'] })).toEqual([]);
});

test('a tool that asks for 128 MB by itself is refused', () => {
  expect(issues({}, { declaredAs: 'Terraform' })).toEqual(['refused: 128 MB of memory', 'refused: no published version']);
  expect(issues({}, { declaredAs: 'CloudFormation' })).toEqual([]);
});

const environments = (min: number | undefined, max: number | undefined): readonly string[] => issues({
  ...(min === undefined ? {} : { minEnvironments: { value: min } }), ...(max === undefined ? {} : { maxEnvironments: { value: max } }),
});

test.each<[string, readonly string[], readonly string[]]>([
  ['three to many', environments(3, 30), []],
  ['switched off', environments(0, 0), []],
  ['scaled to zero', environments(0, 5), ['refused: 0 to 5 environments']],
  ['the wrong way round', environments(10, 5), ['refused: 10 to 5 environments']],
  ['at least one', environments(1, 5), ['poor: at least one environment']],
  ['a least without a greatest number', environments(2, undefined), ['poor: a least number of environments alone', 'poor: at least 2 environments']],
  ['a greatest without a least number', environments(undefined, 5), ['poor: a greatest number of environments alone']],
  ['more than there are', environments(3, 15_001), ['refused: 15001 environments']],
])('environments: %s', (_, found, expected) => expect(found).toEqual(expected));

const provider = (more: Partial<CapacityProvider>): CapacityProvider => ({ name: 'Pool', at: AT, unknown: [], ...more });

test('function and capacity provider have one architecture', () => {
  const on = (more: Partial<CapacityProvider>, own: Partial<LambdaFunction>): readonly string[] => issues({ provider: provider(more) }, own);
  expect(on({}, {})).toEqual([]);
  expect(on({ architecture: { value: 'arm64' } }, { architecture: { value: 'arm64' } })).toEqual([]);
  expect(on({ architecture: { value: 'arm64' } }, {})).toEqual(['refused: x86_64 on Pool']);
  expect(on({}, { architecture: { value: 'arm64' } })).toEqual(['refused: arm64 on Pool']);
  expect(on({ unknown: ['InstanceRequirements.Architectures: the parameter Arch'] }, { architecture: { value: 'arm64' } })).toEqual([]);
  expect(on({ architecture: { value: 'arm64' } }, { unknown: ['Architectures: the parameter Arch'] })).toEqual([]);
});

test('a GPU needs a container image on x86_64', () => {
  const image = { packageType: { value: 'Image' } } as const;
  expect(issues({}, { ...image, acceleratorMemory: { value: 24 } })).toEqual([]);
  expect(issues({}, { ...image, acceleratorMemory: { value: 10 } })).toEqual(['refused: a GPU of 10 GiB']);
  expect(issues({}, { ...image, architecture: { value: 'arm64' }, acceleratorMemory: { value: 24 } })).toEqual(['refused: a GPU on arm64']);
  expect(issues({}, { acceleratorMemory: { value: 24 } })).toEqual(['refused: a GPU for a zip archive']);
});

test('a timeout above 15 minutes is for callers that do not wait', () => {
  const behind = (seconds: number, ...kinds: readonly Trigger['kind'][]): readonly string[] =>
    issues({}, { timeout: { value: seconds }, triggers: kinds.map((kind) => ({ kind, name: kind })) });
  expect(behind(3600)).toEqual([]);
  expect(behind(3600, 'sqs', 's3')).toEqual([]);
  expect(behind(900, 'http')).toEqual([]);
  expect(behind(3600, 'sqs', 'http')).toEqual(['poor: a timeout of 3600 seconds behind an API']);
  expect(behind(6000, 'sqs')).toEqual(['refused: a timeout of 6000 seconds']);
});

test('features and sources of events that exclude managed instances', () => {
  const conflicts = ['provisioned-concurrency', 'snap-start', 'text-logs', 'vpc-config', 'file-system', 'foreign-settings'] as const;
  const found = settingIssues(functionIn('node', { managedInstances: {}, conflicts: conflicts.map((value) => ({ value, from: AT })), triggers: [{ kind: 'edge', name: 'viewer', at: AT }, { kind: 'mq', name: 'orders', at: AT }, { kind: 'sqs', name: 'orders', at: AT }] }));
  expect(found.map(({ topic, grade, at }) => [topic, grade, at])).toEqual([...conflicts.map(() => ['conflict', 'refused', AT]), ['conflict', 'refused', AT], ['conflict', 'poor', AT]]);
});

test('what imports take is counted once for each library, with what it loads itself', () => {
  expect(footprintOf('python', []).loaded).toBe(20);
  expect(footprintOf('python', ['boto3', 'boto3.dynamodb.conditions', 'json']).loaded).toBe(55);
  expect(footprintOf('python', ['pandas', 'numpy'])).toMatchObject({ loaded: 67, work: 46 });
  expect(footprintOf('python', ['PIL.Image', 'openpyxl'])).toMatchObject({ loaded: 20 + 7 + 19, work: 58 });
  expect(footprintOf('java', ['com.amazonaws.services.s3'])).toMatchObject({ loaded: 0, work: 0 });
});

test.each<[string, ManagedInstancesSettings, Partial<LambdaFunction>, readonly string[], readonly string[]]>([
  ['the default set-up with pictures', {}, {}, ['boto3', 'PIL'], ['Raise the memory to 4096 MB at 4 GiB per vCPU, or lower the concurrency to 15 or less.']],
  ['the default set-up with a client', {}, {}, ['boto3'], []],
  ['twice the memory', { memoryPerVcpu: { value: 4 } }, { memory: { value: 4096 } }, ['boto3', 'PIL'], []],
  ['more than any ratio gives', { maxConcurrency: { value: 64 } }, {}, ['boto3', 'pandas'], ['Take more memory per vCPU, and lower the concurrency to 12 or less.']],
  ['a web server of one process', {}, { webAdapter: 'lambda-web-adapter' }, ['boto3', 'PIL'], []],
  ['memory that is refused', {}, { memory: { value: 1024 } }, ['boto3', 'PIL'], []],
])('copies of memory: %s', (_, settings, more, libraries, expected) => {
  const fn = functionIn('python', { managedInstances: settings, ...more });
  expect(memoryCopyIssues(fn, libraries).map(({ remedy }) => remedy)).toEqual(expected);
});

test('only as many workers do the work of a library as there are invocations', () => {
  const browsers = (concurrency: number): readonly string[] =>
    memoryCopyIssues(functionIn('node', { memory: { value: 4096 }, managedInstances: { memoryPerVcpu: { value: 4 }, maxConcurrency: { value: concurrency } } }), ['puppeteer']).map(({ problem }) => problem);
  expect(browsers(4)).toEqual([]);
  expect(browsers(7)[0]).toContain('the code needs about 21 MB in each and 512 MB more in 7 of them at once: 512 MB for a browser');
  expect(browsers(64)[0]).toContain('the code needs about 533 MB in each');
});

test('trouble of triggers is told once for each kind', () => {
  const around = (more: Partial<LambdaFunction>): readonly string[] => surroundingIssues(functionIn('node', { managedInstances: {}, ...more })).map(({ grade, subject }) => `${grade}: ${subject}`);
  const queue = { kind: 'sqs', name: 'orders', visibilityTimeout: { value: 30 }, reportsItemFailures: true } as const;
  expect(around({ timeout: { value: 60 }, triggers: [queue, { ...queue, name: 'returns' }] })).toEqual(['poor: 30 seconds for 60']);
  expect(around({ triggers: [queue] })).toEqual([]);
  expect(around({ triggers: [{ kind: 'schedule', name: 'daily' }, { kind: 's3', name: 'files' }] })).toEqual(['poor: events of S3']);
  expect(around({ triggers: [{ kind: 'sns', name: 'news' }], unknown: ['EventInvokeConfig: decided by the condition Prod'] })).toEqual([]);
});
