/** The settings as a function of CDK code in TypeScript, for aws-cdk-lib 2.235 or later. */
import { commented, heading, joined, withReason } from './comments.js';
import { camelCase } from './names.js';
import type { NewProvider, PlannedFunction, SnippetPlan } from './plan.js';
import { quoted } from './quoted.js';

/** A value that the snippet cannot know: a property of what the function is given. */
interface Given {
  readonly name: string;
  readonly type: string;
  readonly what: string;
}

export function cdkSnippet(plan: SnippetPlan): string {
  const given = [...givenForProviders(plan), ...plan.functions.flatMap(givenFor)];
  return joined([
    ...heading('//', 'CDK code (aws-cdk-lib 2.235 or later)', 'Take along what a function has besides: environment, layers, permissions and event sources.', plan),
    ...(plan.functions.length === 0 ? ['export {};'] : [
      `import { ${plan.functions.some(({ timeout }) => timeout !== undefined) ? 'Duration, ' : ''}Size } from 'aws-cdk-lib';`,
      ...(plan.providers.some(({ kind }) => kind === 'new') ? ["import type * as ec2 from 'aws-cdk-lib/aws-ec2';"] : []),
      "import * as lambda from 'aws-cdk-lib/aws-lambda';", "import type { Construct } from 'constructs';", '',
      'export interface Given {', ...given.flatMap(({ name, type, what }) => [`  /** ${what} */`, `  readonly ${name}: ${type};`]), '}', '',
      'export function onManagedInstances(scope: Construct, given: Given): void {',
      ...plan.providers.flatMap((provider) => (provider.kind === 'new' ? providerLines(provider) : [])),
      ...plan.functions.flatMap(functionLines),
      '}',
    ]),
  ]);
}

function givenForProviders({ providers }: SnippetPlan): readonly Given[] {
  const network: readonly Given[] = [
    { name: 'subnets', type: 'ec2.ISubnet[]', what: 'Where the instances run: one in each of three Availability Zones.' },
    { name: 'securityGroups', type: 'ec2.ISecurityGroup[]', what: 'Of the instances.' },
  ];
  return [
    ...(providers.some(({ kind }) => kind === 'new') ? network : []),
    ...providers.flatMap((provider): readonly Given[] => (provider.kind === 'present' ? [{ name: camelCase(provider.id), type: 'lambda.CapacityProvider', what: 'The capacity provider that there is.' }] : [])),
  ];
}

function givenFor({ id, isImage, codeFolder, handler }: PlannedFunction): readonly Given[] {
  const key = camelCase(id);
  if (isImage) return [{ name: `${key}Image`, type: 'lambda.DockerImageCode', what: 'Its image.' }];
  return [
    ...(codeFolder === undefined ? [{ name: `${key}Code`, type: 'lambda.Code', what: 'Its package.' }] : []),
    ...(handler === undefined ? [{ name: `${key}Handler`, type: 'string', what: 'Its handler.' }] : []),
  ];
}

function providerLines({ id, architecture, maxVcpus }: NewProvider): readonly string[] {
  return [
    `  const ${camelCase(id)} = new lambda.CapacityProvider(scope, '${id}', {`, '    subnets: given.subnets,', '    securityGroups: given.securityGroups,', `    architectures: [${architectureText(architecture)}],`,
    ...withReason('//', '    ', maxVcpus.reason, `maxVCpuCount: ${maxVcpus.value},`), '  });', '',
  ];
}

function functionLines(fn: PlannedFunction): readonly string[] {
  const { id, name, remarks, isImage, timeout, provider, advice } = fn;
  const { memory, memoryPerVcpu, maxConcurrency, minEnvironments, maxEnvironments, ephemeralStorage, architecture } = advice;
  const key = camelCase(id);
  // A name alone may be a word of the language.
  const variable = `${key}Function`;
  const owner = provider.kind === 'new' ? camelCase(provider.id) : `given.${camelCase(provider.id)}`;
  return [
    ...remarks.flatMap((remark, index) => commented('//', '  ', index === 0 ? `${name}: ${remark}` : `- ${remark}`)),
    `  const ${variable} = new lambda.${isImage ? 'DockerImageFunction' : 'Function'}(scope, '${id}', {`,
    ...codeLines(fn, key),
    ...withReason('//', '    ', architecture.reason, `architecture: ${architectureText(architecture.value)},`),
    ...withReason('//', '    ', memory.reason, `memorySize: ${memory.value},`),
    ...(timeout === undefined ? [] : [`    timeout: Duration.seconds(${timeout}),`]),
    ...withReason('//', '    ', ephemeralStorage.reason, `ephemeralStorageSize: Size.mebibytes(${ephemeralStorage.value}),`),
    '  });',
    `  ${owner}.addFunction(${variable}, {`,
    ...withReason('//', '    ', memoryPerVcpu.reason, `executionEnvironmentMemoryGiBPerVCpu: ${memoryPerVcpu.value},`),
    ...withReason('//', '    ', maxConcurrency.reason, `perExecutionEnvironmentMaxConcurrency: ${maxConcurrency.value},`),
    ...commented('//', '    ', 'Managed instances run published versions only.'), '    publishToLatestPublished: true,',
    '    latestPublishedScalingConfig: {',
    ...withReason('//', '      ', minEnvironments.reason, `minExecutionEnvironments: ${minEnvironments.value},`),
    ...withReason('//', '      ', maxEnvironments.reason, `maxExecutionEnvironments: ${maxEnvironments.value},`),
    '    },', '  });', '',
  ];
}

function codeLines({ isImage, runtime, handler, codeFolder }: PlannedFunction, key: string): readonly string[] {
  if (isImage) return [`    code: given.${key}Image,`];
  return [
    ...(runtime ? withReason('//', '    ', runtime.reason, `runtime: lambda.Runtime.${runtimeConstant(runtime.value)},`) : []),
    `    handler: ${handler === undefined ? `given.${key}Handler` : quoted(handler)},`,
    `    code: ${codeFolder === undefined ? `given.${key}Code` : `lambda.Code.fromAsset(${quoted(codeFolder)})`},`,
  ];
}

function architectureText(architecture: NewProvider['architecture']): string {
  return `lambda.Architecture.${architecture.toUpperCase().replace('ARM64', 'ARM_64')}`;
}

/** `nodejs22.x` → `NODEJS_22_X`, `python3.13` → `PYTHON_3_13`. */
function runtimeConstant(runtime: string): string {
  return runtime.replace(/(?<=[a-z])(?=\d)/, '_').replaceAll('.', '_').toUpperCase();
}
