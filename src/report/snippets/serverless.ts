/** The settings as a part of a `serverless.yml`, of the fourth version of the framework. */
import { commented, heading, joined, withReason } from './comments.js';
import { camelCase } from './names.js';
import type { NewProvider, PlannedFunction, SnippetPlan } from './plan.js';
import { yamlText } from './quoted.js';

/** How many subnets are asked for: one in each of so many Availability Zones. */
const SUBNETS = 3;

export function serverlessSnippet(plan: SnippetPlan): string {
  const made = plan.providers.flatMap((provider) => (provider.kind === 'new' ? [provider] : []));
  return joined([
    ...heading('#', 'a part of a serverless.yml', 'Take along what a function has besides: events, environment, layers and the like. Values of ${param:…} come from params or --param.', plan),
    'provider:', '  name: aws',
    ...(made.length === 0 ? [] : ['  capacityProviders:', ...made.flatMap(providerLines)]),
    ...(plan.functions.length === 0 ? [] : ['functions:', ...plan.functions.flatMap(functionLines)]),
  ]);
}

/** The framework makes the operator role. */
function providerLines({ id, architecture, maxVcpus }: NewProvider): readonly string[] {
  const subnets = Array.from({ length: SUBNETS }, (_, index) => `          - ${parameter(`subnetId${index + 1}`)}`);
  return [
    `    ${camelCase(id)}:`, '      vpc:', ...commented('#', '        ', 'One in each of three Availability Zones.'), '        subnetIds:', ...subnets,
    '        securityGroupIds:', `          - ${parameter('securityGroupId')}`,
    '      instanceRequirements:', `        architectures: [${architecture}]`,
    '      scaling:', ...withReason('#', '        ', maxVcpus.reason, `maxVCpuCount: ${maxVcpus.value}`),
  ];
}

function functionLines(fn: PlannedFunction): readonly string[] {
  const { id, name, remarks, runtime, timeout, provider, advice } = fn;
  const { memory, memoryPerVcpu, maxConcurrency, minEnvironments, maxEnvironments, ephemeralStorage, architecture } = advice;
  const key = camelCase(id);
  return [
    ...remarks.flatMap((remark, index) => commented('#', '  ', index === 0 ? `${name}: ${remark}` : `- ${remark}`)),
    `  ${key}:`, codeLine(fn, key),
    ...(runtime ? withReason('#', '    ', runtime.reason, `runtime: ${runtime.value}`) : []),
    ...withReason('#', '    ', architecture.reason, `architecture: ${architecture.value}`),
    ...withReason('#', '    ', memory.reason, `memorySize: ${memory.value}`),
    ...(timeout === undefined ? [] : [`    timeout: ${timeout}`]),
    ...withReason('#', '    ', ephemeralStorage.reason, `ephemeralStorageSize: ${ephemeralStorage.value}`),
    '    capacityProvider:',
    `      name: ${provider.kind === 'new' ? camelCase(provider.id) : known(provider.name, `${camelCase(provider.id)}Arn`)}`,
    ...withReason('#', '      ', maxConcurrency.reason, `maxConcurrency: ${maxConcurrency.value}`),
    ...withReason('#', '      ', memoryPerVcpu.reason, `memoryPerVCpu: ${memoryPerVcpu.value}`),
    '      scaling:',
    ...withReason('#', '        ', minEnvironments.reason, `min: ${minEnvironments.value}`),
    ...withReason('#', '        ', maxEnvironments.reason, `max: ${maxEnvironments.value}`),
  ];
}

function codeLine({ isImage, handler }: PlannedFunction, key: string): string {
  return isImage ? `    image: ${parameter(`${key}Image`)}` : `    handler: ${known(handler, `${key}Handler`)}`;
}

/** The text, unless the framework would take it for a variable. */
function known(text: string | undefined, otherwise: string): string {
  return text === undefined || text.includes('${') ? parameter(otherwise) : yamlText(text);
}

function parameter(name: string): string {
  return `\${param:${name}}`;
}
