import { expect, test } from 'vitest';
import type { WorkloadEvidence } from '../../src/analysis/result.js';
import type { Language } from '../../src/frontends/frontend.js';
import type { LambdaFunction } from '../../src/inventory/lambda-function.js';
import { adviseOn } from '../../src/readiness/advice/advise.js';
import type { Advice } from '../../src/readiness/readiness.js';
import { memoryCopyIssues } from '../../src/platform/settings/memory-copies.js';
import { settingIssues } from '../../src/platform/settings/setting-issues.js';
import { functionIn } from './function-example.js';
import { evidenceOf, randomEvidence, randomFunction, randomLibraries } from './random-function.js';
import { randomFrom } from './random.js';

function evidence(...kinds: readonly WorkloadEvidence['kind'][]): WorkloadEvidence[] {
  return kinds.map((kind, index) => evidenceOf(kind, index + 1));
}

function advise(fn: LambdaFunction, workload: readonly WorkloadEvidence[] = [], libraries: readonly string[] = [], needsOne = false): Advice {
  return adviseOn(fn, { language: fn.language!, evidence: workload, libraries, needsOne });
}

/** What AWS accepts. */
function expectLegal({ memory, memoryPerVcpu, vcpus, maxConcurrency, minEnvironments, maxEnvironments, ephemeralStorage, architecture }: Advice): void {
  const [megabytes, ratio, concurrency] = [memory.value, memoryPerVcpu.value, maxConcurrency.value];
  expect([2, 4, 8]).toContain(ratio);
  expect(megabytes).toBeGreaterThanOrEqual(2048);
  expect(megabytes).toBeLessThanOrEqual(32_768);
  expect(Number.isInteger(vcpus) && vcpus >= 1).toBe(true);
  expect(megabytes).toBe(vcpus * ratio * 1024);
  expect(vcpus).toBeLessThanOrEqual({ 2: 16, 4: 8, 8: 4 }[ratio]!);
  expect(Number.isInteger(concurrency) && concurrency >= 1 && concurrency <= 1600).toBe(true);
  expect(concurrency).toBeLessThanOrEqual(64 * vcpus);
  expect(Number.isInteger(minEnvironments.value) && minEnvironments.value >= 1).toBe(true);
  expect(Number.isInteger(maxEnvironments.value) && maxEnvironments.value <= 15_000).toBe(true);
  expect(maxEnvironments.value).toBeGreaterThanOrEqual(minEnvironments.value);
  expect(Number.isInteger(ephemeralStorage.value) && ephemeralStorage.value >= 512 && ephemeralStorage.value <= 10_240).toBe(true);
  expect(['x86_64', 'arm64']).toContain(architecture.value);
  for (const { reason, source } of [memory, memoryPerVcpu, maxConcurrency, minEnvironments, maxEnvironments, ephemeralStorage, architecture]) {
    expect(reason).not.toMatch(/undefined|NaN|Infinity|^[A-Z]| {2}|\.$/);
    expect(source).toMatch(/^https:/);
  }
}

test('whatever the settings and the code, the advice is legal', () => {
  const random = randomFrom(11);
  for (let round = 0; round < 5000; round++) {
    const fn = randomFunction(random);
    expectLegal(advise(fn, randomEvidence(random), randomLibraries(random), random.below(8) === 0));
  }
});

test('more memory per request never lowers the advised memory', () => {
  const random = randomFrom(12);
  for (let round = 0; round < 5000; round++) {
    const fn = randomFunction(random);
    const less = randomEvidence(random);
    const libraries = randomLibraries(random);
    const memoryOf = (evidence: readonly WorkloadEvidence[], one = fn): number => advise(one, evidence, libraries).memory.value;
    const before = memoryOf(less);
    const more = { ...evidenceOf('memory'), ...(random.below(3) === 0 ? {} : { megabytes: random.below(3000) }) };
    expect(memoryOf([...less, more]), JSON.stringify({ fn, less, more })).toBeGreaterThanOrEqual(before);
    const [first, ...others] = less.filter(({ kind, megabytes }) => kind === 'memory' && megabytes !== undefined);
    if (first) expect(memoryOf([...less.filter((one) => one.kind !== 'memory'), ...others, { ...first, megabytes: first.megabytes! * 2 }])).toBeGreaterThanOrEqual(memoryOf([...less.filter((one) => one.kind !== 'memory'), ...others, first]));
    // What one invocation of a candidate may take today is what it may need.
    if (fn.managedInstances === undefined && (fn.memory?.value ?? 0) >= 128) {
      expect(memoryOf(less, { ...fn, memory: { value: fn.memory!.value + random.below(4000) } }), JSON.stringify({ fn, less })).toBeGreaterThanOrEqual(before);
    }
  }
});

/** The function with the settings that are advised. */
function asAdvised(fn: LambdaFunction, { memory, memoryPerVcpu, maxConcurrency, minEnvironments, maxEnvironments, ephemeralStorage, architecture }: Advice): LambdaFunction {
  const managedInstances = { ...fn.managedInstances, memoryPerVcpu, maxConcurrency, minEnvironments, maxEnvironments };
  return { ...fn, memory, ephemeralStorage, architecture, managedInstances };
}

test('who follows the advice is told nothing else about these settings', () => {
  const random = randomFrom(13);
  const topics = (fn: LambdaFunction, libraries: readonly string[]): readonly string[] =>
    [...settingIssues(fn), ...memoryCopyIssues(fn, libraries)].filter(({ topic }) => topic === 'limits' || topic === 'memory-copies').map(({ problem }) => problem);
  for (let round = 0; round < 5000; round++) {
    const fn = { ...randomFunction(random), acceleratorMemory: undefined };
    const libraries = randomLibraries(random);
    const advised = asAdvised(fn, advise(fn, randomEvidence(random), libraries));
    expect(topics(advised, libraries).filter((problem) => !problem.includes('are sparc')), JSON.stringify({ fn, libraries })).toEqual([]);
  }
});

test('what imports take is counted in the advice as in the finding', () => {
  const { memoryPerVcpu, maxConcurrency } = advise(functionIn('python'), evidence('io'), ['boto3', 'PIL', 'sklearn', 'pandas', 'matplotlib', 'selenium']);
  expect([memoryPerVcpu.value, maxConcurrency.value]).toEqual([8, 8]);
  expect(maxConcurrency.reason).toBe('as many as fit into the memory, 858 MB each (by its imports: 512 MB for a browser, 53 MB for scikit-learn, 47 MB for SciPy)');
});

function figures(language: Language, kinds: readonly WorkloadEvidence['kind'][], more: Partial<LambdaFunction> = {}): readonly (string | number)[] {
  const { workload, memory, memoryPerVcpu, maxConcurrency } = advise(functionIn(language, more), evidence(...kinds));
  return [workload, memory.value, memoryPerVcpu.value, maxConcurrency.value];
}

test.each<[Language, readonly WorkloadEvidence['kind'][], readonly (string | number)[]]>([
  ['node', [], ['unknown', 2048, 2, 64]],
  ['node', ['io'], ['io-bound', 2048, 2, 64]],
  ['node', ['blocking'], ['io-bound', 2048, 2, 8]],
  ['node', ['cpu'], ['cpu-bound', 4096, 2, 4]],
  ['node', ['cpu', 'io'], ['mixed', 2048, 2, 4]],
  ['node', ['memory', 'io'], ['memory-heavy', 8192, 8, 56]],
  ['java', ['io'], ['io-bound', 2048, 2, 32]],
  ['java', ['memory'], ['memory-heavy', 8192, 8, 28]],
  ['dotnet', ['io', 'blocking'], ['io-bound', 2048, 2, 32]],
  ['python', ['io'], ['io-bound', 4096, 4, 16]],
  ['python', ['cpu'], ['cpu-bound', 8192, 4, 4]],
  ['python', ['memory', 'io'], ['memory-heavy', 8192, 8, 16]],
  ['python', ['memory', 'cpu', 'io'], ['memory-heavy', 4096, 4, 4]],
])('%s with %j', (language, kinds, expected) => expect(figures(language, kinds)).toEqual(expected));

test('memory that an invocation has today bounds what it needs', () => {
  expect(figures('python', ['memory'], { memory: { value: 1024 } })).toEqual(['memory-heavy', 8192, 8, 8]);
  expect(figures('python', ['memory'], { memory: { value: 10_240 } })).toEqual(['memory-heavy', 16_384, 8, 1]);
  expect(figures('java', ['memory'], { memory: { value: 128 } })).toEqual(['memory-heavy', 8192, 8, 32]);
});

test('settings stay where nothing argues against them, and are corrected where something does', () => {
  const set = (memory: number, ratio: number, concurrency: number): Partial<LambdaFunction> => ({
    memory: { value: memory }, managedInstances: { memoryPerVcpu: { value: ratio }, maxConcurrency: { value: concurrency } },
  });
  expect(figures('node', ['io'], set(8192, 4, 40))).toEqual(['io-bound', 8192, 4, 40]);
  expect(figures('python', ['io'], set(2048, 2, 16))).toEqual(['io-bound', 4096, 4, 16]);
  expect(figures('java', ['cpu'], set(8192, 8, 100))).toEqual(['cpu-bound', 8192, 2, 8]);
  expect(figures('node', ['io'], set(3000, 2, 900))).toEqual(['io-bound', 4096, 2, 128]);
});

test('behind a web adapter Python has one process', () => {
  expect(figures('python', ['memory'], { webAdapter: 'lambda-web-adapter' })).toEqual(['memory-heavy', 8192, 8, 16]);
  expect(advise(functionIn('python', { webAdapter: 'lambda-web-adapter' })).memory.reason).not.toContain('process');
});

test('one invocation at a time stays where more would do harm', () => {
  const one = { managedInstances: { maxConcurrency: { value: 1 } } };
  expect(advise(functionIn('node', one), [], [], true).maxConcurrency.value).toBe(1);
  expect(advise(functionIn('node', one)).maxConcurrency.value).toBe(64);
});

test.each<[string, Partial<LambdaFunction>, readonly [number, number]]>([
  ['nothing set', {}, [3, 30]],
  ['set', { managedInstances: { minEnvironments: { value: 4 }, maxEnvironments: { value: 20 } } }, [4, 20]],
  ['switched off', { managedInstances: { minEnvironments: { value: 0 }, maxEnvironments: { value: 0 } } }, [3, 30]],
  ['the wrong way round', { managedInstances: { minEnvironments: { value: 9 }, maxEnvironments: { value: 5 } } }, [3, 5]],
  ['a provider with a limit', { managedInstances: { provider: { name: 'Pool', at: evidenceOf('io').at, maxVcpus: { value: 48 }, unknown: [] } } }, [3, 48]],
])('environments: %s', (_, more, expected) => {
  const { minEnvironments, maxEnvironments } = advise(functionIn('node', more));
  expect([minEnvironments.value, maxEnvironments.value]).toEqual(expected);
});

test.each<[string, Language, Partial<LambdaFunction>, readonly WorkloadEvidence['kind'][], number, RegExp]>([
  ['nothing is written', 'node', {}, [], 512, /default/],
  ['files are written', 'python', {}, ['disk'], 1024, /16 invocations at once share it, 64 MB each \(an estimate\) for what `disk.call` writes/],
  ['files are written by an invocation that has more today', 'python', { ephemeralStorage: { value: 2048 } }, ['disk'], 10_240, /leaves 640 MB to each/],
  ['it is set for managed instances, and too small for what the code writes', 'python', { ephemeralStorage: { value: 1024 }, managedInstances: { maxConcurrency: { value: 4 } } }, ['disk', 'disk'], 1280, /4 invocations at once share it, 300 MB each \(as the code says\)/],
  ['it is set for managed instances', 'python', { ephemeralStorage: { value: 2048 }, managedInstances: {} }, ['disk'], 2048, /as it is set/],
])('ephemeral storage: %s', (_, language, more, kinds, value, reason) => {
  // A second file is one of a size that the code says.
  const { ephemeralStorage } = advise(functionIn(language, more), evidence(...kinds).map((one, index) => (index === 0 ? one : { ...one, megabytes: 300 })));
  expect(ephemeralStorage.value).toBe(value);
  expect(ephemeralStorage.reason).toMatch(reason);
});

test.each<[string, Partial<LambdaFunction>, string]>([
  ['nothing says what it needs', {}, 'arm64'],
  ['it is set', { architecture: { value: 'x86_64' } }, 'x86_64'],
  ['a value that there is not', { architecture: { value: 'sparc' } }, 'arm64'],
  ['its provider has another', { architecture: { value: 'arm64' }, managedInstances: { provider: { name: 'Pool', at: evidenceOf('io').at, unknown: [] } } }, 'x86_64'],
  ['a layer from elsewhere', { layers: [{ value: 'arn:aws:lambda:eu-west-1:111122223333:layer:Fonts:3' }] }, 'x86_64'],
  ['a layer for arm64', { layers: [{ value: 'arn:aws:lambda:eu-west-1:111122223333:layer:Fonts-Arm64:3' }] }, 'arm64'],
  ['a layer of the repository', { layers: [{ value: 'FontsLayer' }] }, 'arm64'],
  ['an image for x86', { baseImage: { value: 'public.ecr.aws/lambda/python:3.13-x86_64' } }, 'x86_64'],
  ['a GPU', { architecture: { value: 'arm64' }, acceleratorMemory: { value: 6 } }, 'x86_64'],
])('architecture: %s', (_, more, expected) => expect(advise(functionIn('node', more)).architecture.value).toBe(expected));
