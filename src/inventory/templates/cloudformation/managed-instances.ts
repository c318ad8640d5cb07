/** Settings for managed instances of a function, and what in a template excludes them. */
import type { ManagedInstancesSettings, PlatformConflict, Setting } from '../../lambda-function.js';
import { readCapacityProvider } from './capacity-providers.js';
import type { TemplateForm } from './function-resource.js';
import { isPresent, number, property, reference, section, text, type Properties } from './properties.js';
import { resourceMeant, type Template } from './template.js';

const CONFIG = 'CapacityProviderConfig';
const NESTED = 'LambdaManagedInstancesCapacityProviderConfig';

/** Flat in SAM, nested in CloudFormation; the other form is read too, because people copy it. */
export function readManagedInstances(template: Template, properties: Properties, format: TemplateForm): ManagedInstancesSettings | undefined {
  const outer = section(properties, CONFIG);
  const scaling = section(properties, 'FunctionScalingConfig');
  if (!isPresent(outer)) return undefined;
  const nested = section(outer, NESTED);
  const config = isPresent(nested) ? nested : outer;
  const names = format === 'SAM' ? ['Arn', 'CapacityProviderArn'] : ['CapacityProviderArn', 'Arn'];
  const name = names.find((candidate) => property(config, candidate) !== undefined) ?? 'Arn';
  const provider = resourceMeant(template, property(config, name));
  return {
    at: property(properties, CONFIG)?.at,
    capacityProvider: reference(config, name),
    provider: provider && readCapacityProvider(template, provider),
    memoryPerVcpu: number(config, 'ExecutionEnvironmentMemoryGiBPerVCpu'),
    maxConcurrency: number(config, 'PerExecutionEnvironmentMaxConcurrency'),
    minEnvironments: number(scaling, 'MinExecutionEnvironments'),
    maxEnvironments: number(scaling, 'MaxExecutionEnvironments'),
  };
}

/** Settings that managed instances refuse. */
export function readConflicts(properties: Properties, format: TemplateForm): readonly Setting<PlatformConflict>[] {
  const snapStart = section(properties, 'SnapStart');
  const logging = section(properties, 'LoggingConfig');
  return [
    ...conflict('provisioned-concurrency', 'ProvisionedConcurrencyConfig', properties),
    ...(text(snapStart, 'ApplyOn')?.value === 'PublishedVersions' ? conflict('snap-start', 'ApplyOn', snapStart) : []),
    ...(text(logging, 'LogFormat')?.value === 'Text' ? conflict('text-logs', 'LogFormat', logging) : []),
    ...conflict('vpc-config', 'VpcConfig', properties),
    ...conflict('file-system', 'FileSystemConfigs', properties),
    ...foreignSettings(section(properties, CONFIG), format),
  ];
}

/** SAM refuses the nested form, CloudFormation the flat one. */
function foreignSettings(config: Properties, format: TemplateForm): readonly Setting<PlatformConflict>[] {
  const foreign = format === 'SAM' ? [NESTED, 'CapacityProviderArn'] : ['Arn', 'ExecutionEnvironmentMemoryGiBPerVCpu', 'PerExecutionEnvironmentMaxConcurrency', 'CapacityProviderArn'];
  const [first] = foreign.flatMap((name) => conflict('foreign-settings', name, config));
  return first ? [first] : [];
}

function conflict(value: PlatformConflict, name: string, holder: Properties): readonly Setting<PlatformConflict>[] {
  const node = property(holder, name);
  return node ? [{ value, from: node.at }] : [];
}
