/** The same functions declared in each language: `fixtures/declared-in/README.md`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import type { CapacityProvider, LambdaFunction, Setting, Trigger } from '../../src/inventory/index.js';

const FAMILY = join(import.meta.dirname, '../../fixtures/declared-in');

type View = Readonly<Record<string, unknown>>;
type Views = Readonly<Record<string, View>>;

/** As the JSON report shows a function. */
interface Reported {
  readonly name: string;
  readonly declared: Omit<LambdaFunction, 'environment'> & { readonly environment: readonly string[] };
}

const languages = readdirSync(FAMILY, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

/** What a tool says otherwise than `expected.json`, by the name of a property. */
type Otherwise = Readonly<Record<string, { readonly value: unknown; readonly because: string }>>;

const MANAGED = ['memoryPerVcpu', 'maxConcurrency'];

describe.each(languages)('declared in %s', (language) => {
  const excused = readJson<Readonly<Record<string, string>>>(join(FAMILY, language, 'cannot-say.json')) ?? {};
  const otherwise = readJson<Otherwise>(join(FAMILY, language, 'says-otherwise.json')) ?? {};

  it('are the same functions with the same settings', async () => {
    const report = await reportOn(join(FAMILY, language));
    const views = Object.fromEntries(report.functions.map((fn) => [fn.name, viewOf(fn, `fixtures/declared-in/${language}/`)]));
    const expected = readJson<Views>(join(FAMILY, 'expected.json')) ?? {};
    expect(views).toEqual(without(changed(expected, otherwise), excused));
    expect(report.problems).toEqual([]);
  });

  const managed = MANAGED.every((property) => property in excused) ? 0 : 6;
  it(`and each of ${managed} settings of managed instances has its place in a file of the project`, async () => {
    const { functions } = await reportOn(join(FAMILY, language));
    const settings = functions.flatMap(({ declared: { memory, managedInstances } }): readonly (Setting<unknown> | undefined)[] => (managedInstances ? [memory, managedInstances.memoryPerVcpu, managedInstances.maxConcurrency] : []));
    expect(settings).toHaveLength(managed);
    expect(functions.flatMap(({ declared }) => declared.conflicts ?? [])).toEqual([]);
    for (const setting of settings) expect(setting?.from?.file).toMatch(new RegExp(`^fixtures/declared-in/${language}/`));
  });
});

it('are more than one language', () => {
  expect(languages).toEqual(expect.arrayContaining(['cloudformation', 'sam']));
});

async function reportOn(folder: string): Promise<{ readonly functions: readonly Reported[]; readonly problems: readonly unknown[] }> {
  const chunks: string[] = [];
  const stdout = new Writable({ write: (chunk: Buffer, _encoding, done) => { chunks.push(chunk.toString('utf8')); done(); } });
  const stderr = new Writable({ write: (_chunk, _encoding, done) => done() });
  await main([folder, '--format', 'json', '--no-progress'], { stdout, stderr, cwd: FAMILY, env: {} });
  return JSON.parse(chunks.join('')) as { functions: Reported[]; problems: unknown[] };
}

function viewOf({ declared }: Reported, prefix: string): View {
  const { runtime, entries, memory, timeout, ephemeralStorage, architecture, environment, managedInstances, publishes, failureDestination, triggers = [] } = declared;
  return present({
    runtime: runtime?.value,
    entries: entries.map(({ file, symbol }) => `${file.replace(prefix, '')}#${symbol}`),
    memory: memory?.value, timeout: timeout?.value, ephemeralStorage: ephemeralStorage?.value, architecture: architecture?.value, environment,
    memoryPerVcpu: managedInstances?.memoryPerVcpu?.value, maxConcurrency: managedInstances?.maxConcurrency?.value,
    minEnvironments: managedInstances?.minEnvironments?.value, maxEnvironments: managedInstances?.maxEnvironments?.value,
    provider: managedInstances?.provider && providerView(managedInstances.provider),
    published: publishes && true, failureDestination: failureDestination && true,
    triggers: triggers.map(triggerView),
  });
}

function providerView({ architecture, maxVcpus, allowedTypes }: CapacityProvider): View {
  return present({ architecture: architecture?.value, maxVcpus: maxVcpus?.value, allowedTypes: allowedTypes?.value });
}

function triggerView({ kind, schedule, batchSize, reportsItemFailures, visibilityTimeout }: Trigger): View {
  return present({ kind, schedule: schedule?.value, batchSize: batchSize?.value, reportsItemFailures, visibilityTimeout: visibilityTimeout?.value });
}

function present(view: View): View {
  return Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined));
}

/** `expected` without what the language cannot say: of all functions, or of one, or of its triggers. */
function without(expected: Views, excused: Readonly<Record<string, string>>): Views {
  const kept = (view: View, ...paths: readonly string[]): View => Object.fromEntries(Object.entries(view)
    .filter(([property]) => !paths.some((path) => `${path}${property}` in excused))
    .map(([property, value]) => [property, property === 'triggers' ? (value as readonly View[]).map((trigger) => kept(trigger, ...paths.map((path) => `${path}triggers.`))) : value]));
  return Object.fromEntries(Object.entries(expected).map(([name, view]) => [name, kept(view, '', `${name}.`)]));
}

/** `expected` with what the language says otherwise. */
function changed(expected: Views, otherwise: Otherwise): Views {
  return Object.fromEntries(Object.entries(expected).map(([name, view]) => {
    const own = Object.entries(otherwise).flatMap(([path, { value }]) => (path.startsWith(`${name}.`) ? [[path.slice(name.length + 1), value] as const] : path.includes('.') ? [] : [[path, value] as const]));
    return [name, { ...view, ...Object.fromEntries(own) }];
  }));
}

function readJson<T>(file: string): T | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as T : undefined;
}
