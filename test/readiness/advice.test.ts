import { expect, test } from 'vitest';
import type { WorkloadEvidence } from '../../src/analysis/result.js';
import type { Language } from '../../src/frontends/frontend.js';
import type { LambdaFunction } from '../../src/inventory/lambda-function.js';
import { adviseOn } from '../../src/readiness/advice.js';
import type { Advice } from '../../src/readiness/readiness.js';
import { functionIn } from './function-example.js';
import { randomFrom, type Random } from './random.js';

const LANGUAGES: readonly Language[] = ['node', 'python', 'java', 'dotnet'];
const KINDS: readonly WorkloadEvidence['kind'][] = ['cpu', 'io', 'memory', 'blocking'];

function evidence(...kinds: readonly WorkloadEvidence['kind'][]): WorkloadEvidence[] {
  return kinds.map((kind, index) => ({ kind, what: `${kind}.call`, at: { file: 'a', line: index + 1, column: 1, endLine: index + 1, endColumn: 2 } }));
}

/** What AWS accepts. */
function expectLegal({ memory, memoryPerVcpu, vcpus, maxConcurrency }: Advice): void {
  const [megabytes, ratio, concurrency] = [memory.value, memoryPerVcpu.value, maxConcurrency.value];
  expect([2, 4, 8]).toContain(ratio);
  expect(megabytes).toBeGreaterThanOrEqual(2048);
  expect(megabytes).toBeLessThanOrEqual(32_768);
  expect(Number.isInteger(vcpus) && vcpus >= 1).toBe(true);
  expect(megabytes).toBe(vcpus * ratio * 1024);
  expect(vcpus).toBeLessThanOrEqual({ 2: 16, 4: 8, 8: 4 }[ratio]!);
  expect(Number.isInteger(concurrency) && concurrency >= 1 && concurrency <= 1600).toBe(true);
  expect(concurrency).toBeLessThanOrEqual(64 * vcpus);
  for (const { reason, source } of [memory, memoryPerVcpu, maxConcurrency]) {
    expect(reason).not.toMatch(/undefined|NaN|Infinity|^[A-Z]| {2}/);
    expect(source).toMatch(/^https:/);
  }
}

function randomFunction(random: Random): LambdaFunction {
  const memory = random.pick([undefined, 0, 128, 512, 1769, 2048, 3000, 4096, 10_240, 32_768, 99_999]);
  const managed = random.below(2) === 0 ? {} : {
    managedInstances: {
      memoryPerVcpu: { value: random.pick([0, 1, 2, 3, 4, 8, 16]) },
      maxConcurrency: { value: random.pick([-1, 0, 1, 2, 7.5, 16, 64, 200, 1600, 5000, Number.NaN]) },
    },
  };
  return functionIn(random.pick(LANGUAGES), {
    ...(memory === undefined ? {} : { memory: { value: memory } }), ...managed,
    ...(random.below(4) === 0 ? { webAdapter: 'lambda-web-adapter' } : {}),
  });
}

test('whatever the settings and the code, the advice is legal', () => {
  const random = randomFrom(11);
  for (let round = 0; round < 4000; round++) {
    const fn = randomFunction(random);
    expectLegal(adviseOn(fn, fn.language!, evidence(...KINDS.filter(() => random.below(2) === 0))));
  }
});

function figures(language: Language, kinds: readonly WorkloadEvidence['kind'][], more: Partial<LambdaFunction> = {}): readonly (string | number)[] {
  const { workload, memory, memoryPerVcpu, maxConcurrency } = adviseOn(functionIn(language, more), language, evidence(...kinds));
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
  expect(adviseOn(functionIn('python', { webAdapter: 'lambda-web-adapter' }), 'python', []).memory.reason).not.toContain('process');
});
