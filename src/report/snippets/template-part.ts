/** What SAM and CloudFormation templates have in common: parameters, and the values of a function's resource. */
import type { Advice } from '../../readiness/readiness.js';
import { commented, withReason } from './comments.js';
import type { NewProvider, PlannedFunction, PlannedProvider, SnippetPlan } from './plan.js';
import { yamlText } from './quoted.js';

/** A value that the snippet cannot know: who deploys it says it. */
export interface Parameter {
  readonly name: string;
  readonly type: 'String' | 'List<AWS::EC2::Subnet::Id>' | 'List<AWS::EC2::SecurityGroup::Id>';
  /** One sentence. */
  readonly description: string;
}

/** Indents of a resource, its properties, and what is in one. */
const [RESOURCE, PROPERTY, INNER] = ['  ', '      ', '        '];

export function parameterLines(parameters: readonly Parameter[]): readonly string[] {
  if (parameters.length === 0) return [];
  return ['Parameters:', ...parameters.flatMap(({ name, type, description }) => [`${RESOURCE}${name}:`, `    Type: ${type}`, `    Description: ${yamlText(description)}`])];
}

/** Network of the providers that are made, and the ARNs of those that there are. */
export function providerParameters({ providers }: SnippetPlan): readonly Parameter[] {
  const network: readonly Parameter[] = [
    { name: 'SubnetIds', type: 'List<AWS::EC2::Subnet::Id>', description: 'Where the instances run; take a subnet in each of three Availability Zones.' },
    { name: 'SecurityGroupIds', type: 'List<AWS::EC2::SecurityGroup::Id>', description: 'Security groups of the instances.' },
  ];
  return [
    ...(providers.some(({ kind }) => kind === 'new') ? network : []),
    ...providers.flatMap((provider): readonly Parameter[] => (provider.kind === 'present' ? [{ name: `${provider.id}Arn`, type: 'String', description: `ARN of the capacity provider ${provider.name}.` }] : [])),
  ];
}

export function providerArn(provider: PlannedProvider): string {
  return provider.kind === 'new' ? `!GetAtt ${provider.id}.Arn` : `!Ref ${provider.id}Arn`;
}

export function imageParameter({ id, name }: PlannedFunction): Parameter {
  return { name: `${id}ImageUri`, type: 'String', description: `Image of ${name} in the registry.` };
}

export function networkLines(): readonly string[] {
  return [`${PROPERTY}VpcConfig:`, `${INNER}SubnetIds: !Ref SubnetIds`, `${INNER}SecurityGroupIds: !Ref SecurityGroupIds`];
}

export function architectureLines({ architecture }: NewProvider): readonly string[] {
  return [`${PROPERTY}InstanceRequirements:`, `${INNER}Architectures: [${architecture}]`];
}

export function maxVcpusLines({ maxVcpus }: NewProvider, property: string): readonly string[] {
  return [`${PROPERTY}${property}:`, ...withReason('#', INNER, maxVcpus.reason, `MaxVCpuCount: ${maxVcpus.value}`)];
}

export function resourceHead({ id, name, remarks }: PlannedFunction, type: string): readonly string[] {
  return [...remarks.flatMap((remark, index) => commented('#', RESOURCE, index === 0 ? `${name}: ${remark}` : `- ${remark}`)), `${RESOURCE}${id}:`, `    Type: ${type}`, '    Properties:'];
}

/** Runtime and handler, which images do not have. */
export function runtimeLines({ runtime, handler, isImage }: PlannedFunction): readonly string[] {
  if (isImage) return [`${PROPERTY}PackageType: Image`];
  return [
    ...(runtime ? withReason('#', PROPERTY, runtime.reason, `Runtime: ${runtime.value}`) : []),
    ...(handler === undefined ? [] : [`${PROPERTY}Handler: ${yamlText(handler)}`]),
  ];
}

export function valueLines({ timeout, advice }: PlannedFunction): readonly string[] {
  const { memory, architecture, ephemeralStorage } = advice;
  return [
    ...withReason('#', PROPERTY, architecture.reason, `Architectures: [${architecture.value}]`),
    ...withReason('#', PROPERTY, memory.reason, `MemorySize: ${memory.value}`),
    ...(timeout === undefined ? [] : [`${PROPERTY}Timeout: ${timeout}`]),
    `${PROPERTY}EphemeralStorage:`, ...withReason('#', INNER, ephemeralStorage.reason, `Size: ${ephemeralStorage.value}`),
  ];
}

/** Ratio and concurrency, and how many environments there are. `indent`: of the settings of the capacity provider. */
export function concurrencyLines({ memoryPerVcpu, maxConcurrency }: Advice, indent: string): readonly string[] {
  return [
    ...withReason('#', indent, memoryPerVcpu.reason, `ExecutionEnvironmentMemoryGiBPerVCpu: ${memoryPerVcpu.value}`),
    ...withReason('#', indent, maxConcurrency.reason, `PerExecutionEnvironmentMaxConcurrency: ${maxConcurrency.value}`),
  ];
}

export function scalingLines({ minEnvironments, maxEnvironments }: Advice): readonly string[] {
  return [
    `${PROPERTY}FunctionScalingConfig:`,
    ...withReason('#', INNER, minEnvironments.reason, `MinExecutionEnvironments: ${minEnvironments.value}`),
    ...withReason('#', INNER, maxEnvironments.reason, `MaxExecutionEnvironments: ${maxEnvironments.value}`),
  ];
}
