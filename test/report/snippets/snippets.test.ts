import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { Language, Parser, type Node } from 'web-tree-sitter';
import { parse } from 'yaml';
import { functionIn } from '../../readiness/function-example.js';
import { randomFrom } from '../../readiness/random.js';
import { SNIPPET_FORMATS, snippet, type SnippetFormat } from '../../../src/report/snippets/index.js';
import { exampleReport } from '../example-report.js';
import { expectGolden } from '../golden.js';
import { expectLegal } from './legal.js';
import { randomReport } from './random-report.js';
import { readTemplate, schemaErrors, type Template } from './template.js';

const ROUNDS = 150;

/** Snippets of many reports, in one format. */
function* snippets(format: SnippetFormat): Generator<string> {
  const random = randomFrom(71);
  for (let round = 0; round < ROUNDS; round++) yield snippet(randomReport(random), format);
}

test.each(SNIPPET_FORMATS)('the example in %s', (format) => expectGolden(`snippet-${format}.txt`, snippet(exampleReport, format)));

test.each(SNIPPET_FORMATS)('no function in %s', (format) => {
  const text = snippet({ functions: [{ function: functionIn(undefined), findings: [], readiness: { ...exampleReport.functions[0]!.readiness, advice: undefined } }] }, format);
  expect(text).toContain('Not in it: Orders:');
});

test.each(SNIPPET_FORMATS)('nothing hidden gets into %s', (format) => {
  for (const text of snippets(format)) {
    expect(text).not.toMatch(/[\u2028\r]/);
    expect(text.replaceAll(/^ *(?:#|\/\/).*/gm, '')).not.toMatch(/undefined|NaN/);
  }
});

type Properties = Readonly<Record<string, unknown>>;

/** The functions of a template, with the architecture of the provider that is in it. */
function functionsIn({ Resources = {} }: Partial<Template>): readonly { readonly properties: Properties; readonly providerArchitecture: (arn: unknown) => string | undefined }[] {
  const providerArchitecture = (arn: unknown): string | undefined => {
    const { Properties } = Resources[String(arn).split(':').at(-1) ?? ''] ?? {};
    return (Properties?.['InstanceRequirements'] as { Architectures: string[] } | undefined)?.Architectures[0];
  };
  return Object.values(Resources).flatMap(({ Type, Properties }) => (/::Function$/.test(Type) ? [{ properties: Properties, providerArchitecture }] : []));
}

function expectLegalFunction(properties: Properties, settings: Properties, providerArchitecture: string | undefined): void {
  const { MemorySize, EphemeralStorage, Architectures, FunctionScalingConfig: scaling } = properties as never as { MemorySize: number; EphemeralStorage: { Size: number }; Architectures: [string]; FunctionScalingConfig: Record<string, number> };
  expectLegal({
    memory: MemorySize, ratio: settings['ExecutionEnvironmentMemoryGiBPerVCpu'] as never, concurrency: settings['PerExecutionEnvironmentMaxConcurrency'] as never,
    min: scaling['MinExecutionEnvironments']!, max: scaling['MaxExecutionEnvironments']!, storage: EphemeralStorage.Size, architecture: Architectures[0],
    ...(providerArchitecture === undefined ? {} : { providerArchitecture }),
  });
}

test('SAM snippets are valid, with flat settings', () => {
  for (const text of snippets('sam')) {
    const template = readTemplate(text);
    expect(schemaErrors(template), text).toEqual([]);
    for (const { properties, providerArchitecture } of functionsIn(template)) {
      const settings = properties['CapacityProviderConfig'] as Properties;
      expectLegalFunction(properties, settings, providerArchitecture(settings['Arn']));
    }
  }
});

test('CloudFormation snippets are valid, with nested settings', () => {
  for (const text of snippets('cloudformation')) {
    const template = readTemplate(text);
    expect(schemaErrors(template), text).toEqual([]);
    for (const { properties, providerArchitecture } of functionsIn(template)) {
      const settings = (properties['CapacityProviderConfig'] as Properties)['LambdaManagedInstancesCapacityProviderConfig'] as Properties;
      expectLegalFunction(properties, settings, providerArchitecture(settings['CapacityProviderArn']));
    }
  }
});

test('the validation refuses what it should', () => {
  const text = snippet(exampleReport, 'sam');
  const nested = text.replace(/^ {8}Arn:/m, '        LambdaManagedInstancesCapacityProviderConfig: {}\n        Arn:');
  expect(schemaErrors(readTemplate(nested))).not.toEqual([]);
  expect(() => readTemplate(text.replace(/!Ref \w+/, '!Ref Nothing'))).toThrow();
});

/** The keys of https://www.serverless.com/framework/docs/providers/aws/guide/managed-instances and of functions beside it. */
const DOCUMENTED = new Set([
  'provider', 'provider.name', 'provider.capacityProviders', 'provider.capacityProviders.*',
  ...['vpc', 'vpc.subnetIds', 'vpc.securityGroupIds', 'instanceRequirements', 'instanceRequirements.architectures', 'scaling', 'scaling.maxVCpuCount'].map((key) => `provider.capacityProviders.*.${key}`),
  'functions', 'functions.*', ...['handler', 'image', 'runtime', 'architecture', 'memorySize', 'timeout', 'ephemeralStorageSize'].map((key) => `functions.*.${key}`),
  'functions.*.capacityProvider', ...['name', 'maxConcurrency', 'memoryPerVCpu', 'scaling', 'scaling.min', 'scaling.max'].map((key) => `functions.*.capacityProvider.${key}`),
]);

function keysOf(value: unknown, at = ''): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const name = at === 'functions' || at === 'provider.capacityProviders' ? '*' : key;
    const path = at === '' ? name : `${at}.${name}`;
    return [path, ...keysOf(inner, path)];
  });
}

interface ServerlessFunction {
  readonly memorySize: number;
  readonly ephemeralStorageSize: number;
  readonly architecture: string;
  readonly capacityProvider: { readonly name: string; readonly maxConcurrency: number; readonly memoryPerVCpu: number; readonly scaling: { readonly min: number; readonly max: number } };
}

interface ServerlessFile {
  readonly provider: { readonly capacityProviders?: Readonly<Record<string, { readonly instanceRequirements: { readonly architectures: readonly [string] }; readonly scaling: { readonly maxVCpuCount: number } }>> };
  readonly functions?: Readonly<Record<string, ServerlessFunction>>;
}

test('Serverless snippets load, with documented keys and legal values', () => {
  for (const text of snippets('serverless')) {
    const file = parse(text) as ServerlessFile;
    expect(keysOf(file).filter((key) => !DOCUMENTED.has(key))).toEqual([]);
    expect(text.replaceAll(/^ *#.*/gm, '')).not.toMatch(/\$\{(?!param:)/);
    for (const { scaling } of Object.values(file.provider.capacityProviders ?? {})) expect(scaling.maxVCpuCount >= 12 && scaling.maxVCpuCount <= 15_000).toBe(true);
    for (const { memorySize, ephemeralStorageSize, architecture, capacityProvider: { name, maxConcurrency, memoryPerVCpu, scaling } } of Object.values(file.functions ?? {})) {
      const provider = file.provider.capacityProviders?.[name];
      expectLegal({
        memory: memorySize, ratio: memoryPerVCpu, concurrency: maxConcurrency, ...scaling, storage: ephemeralStorageSize, architecture,
        ...(provider ? { providerArchitecture: provider.instanceRequirements.architectures[0] } : {}),
      });
    }
  }
});

test('Terraform snippets parse without an error', async () => {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(path.join(import.meta.dirname, '../../../node_modules/@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm')));
  for (const text of snippets('terraform')) {
    const tree = parser.parse(text);
    expect(tree?.rootNode.hasError, text).toBe(false);
    expect(templatesIn(tree!.rootNode), text).toEqual([]);
    tree?.delete();
  }
});

/** Parts of strings that Terraform would replace: there should be none. */
function templatesIn(node: Node): readonly string[] {
  return node.descendantsOfType(['template_interpolation', 'template_directive']).flatMap((one) => (one ? [one.text] : []));
}

test('CDK snippets parse', () => {
  for (const text of snippets('cdk')) {
    const { diagnostics } = ts.transpileModule(text, { reportDiagnostics: true, compilerOptions: { module: ts.ModuleKind.ESNext } });
    expect(diagnostics?.map(({ messageText }) => messageText), text).toEqual([]);
    expect(text).not.toContain('process.exit() /*\n');
  }
});
