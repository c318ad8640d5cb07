/** Functions and workloads of all kinds, with settings that are legal, illegal, or nonsense: for tests of what holds for any of them. */
import type { WorkloadEvidence } from '../../src/analysis/result.js';
import type { Language } from '../../src/frontends/frontend.js';
import type { CapacityProvider, LambdaFunction } from '../../src/inventory/lambda-function.js';
import { IMPORT_FOOTPRINTS } from '../../src/runtimes/import-footprints.js';
import { functionIn } from './function-example.js';
import type { Random } from './random.js';

const LANGUAGES: readonly Language[] = ['node', 'python', 'java', 'dotnet'];
const KINDS: readonly WorkloadEvidence['kind'][] = ['cpu', 'io', 'memory', 'blocking', 'body', 'disk'];
const COUNTS = [-1, 0, 1, 2, 3, 7.5, 16, 64, 200, 1600, 5000, 15_000, 99_999, Number.NaN];

export function evidenceOf(kind: WorkloadEvidence['kind'], line = 1): WorkloadEvidence {
  return { kind, what: `${kind}.call`, at: { file: 'a', line, column: 1, endLine: line, endColumn: 2 } };
}

export function randomEvidence(random: Random): readonly WorkloadEvidence[] {
  return KINDS.filter(() => random.below(2) === 0).map((kind, index) => ({
    ...evidenceOf(kind, index + 1), ...((kind === 'memory' || kind === 'disk') && random.below(2) === 0 ? { megabytes: random.below(1500) + 0.5 } : {}),
  }));
}

const LIBRARIES = Object.values(IMPORT_FOOTPRINTS).flatMap((table) => table.flatMap(({ imports }) => imports));

export function randomLibraries(random: Random): readonly string[] {
  const most = random.pick([0, 1, 3, LIBRARIES.length]);
  return LIBRARIES.filter(() => random.below(LIBRARIES.length) < most);
}

export function randomFunction(random: Random): LambdaFunction {
  const maybe = <Key extends string, T>(key: Key, values: readonly T[]): { readonly [_ in Key]?: { readonly value: T } } =>
    (random.below(2) === 0 ? {} : { [key]: { value: random.pick(values) } }) as { readonly [_ in Key]?: { readonly value: T } };
  const provider: CapacityProvider = {
    name: 'Pool', at: evidenceOf('io').at, unknown: [], ...maybe('architecture', ['arm64', 'x86_64', 'sparc']), ...maybe('maxVcpus', COUNTS),
  };
  const managed = {
    ...maybe('memoryPerVcpu', [0, 1, 2, 3, 4, 8, 16, Number.NaN]), ...maybe('maxConcurrency', COUNTS), ...maybe('minEnvironments', COUNTS), ...maybe('maxEnvironments', COUNTS),
    ...(random.below(2) === 0 ? { provider } : {}),
  };
  return functionIn(random.pick(LANGUAGES), {
    ...maybe('memory', [0, 128, 512, 1769, 2048, 3000, 4096, 10_240, 32_768, 99_999, Number.NaN]),
    ...maybe('ephemeralStorage', [0, 512, 600, 2048, 10_240, 20_000, Number.NaN]),
    ...maybe('architecture', ['arm64', 'x86_64', 'sparc']),
    ...(random.below(2) === 0 ? {} : { managedInstances: managed }),
    ...(random.below(4) === 0 ? { webAdapter: 'lambda-web-adapter' } : {}),
    ...(random.below(8) === 0 ? { acceleratorMemory: { value: 6 } } : {}),
  });
}
