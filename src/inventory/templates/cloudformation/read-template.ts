/** The functions of a SAM or CloudFormation template. */
import type { Problem } from '../../../ir/index.js';
import type { CapacityProvider, ManagedInstancesSettings, PlatformConflict, Setting } from '../../lambda-function.js';
import { FUNCTION_TYPES, type CodeSource, type DeclaredFunction } from '../declared-function.js';
import { parseTemplate, type MapNode, type TemplateNode } from '../document.js';
import {
  isPresent, list, number, plainText, property, reference, referenceOf, section, text, variables, type Properties,
} from './properties.js';
import { nameOf, type Scope } from './resolve.js';

export interface TemplateReading {
  /** In the order of the text. Nothing when the file is no template with resources. */
  readonly functions?: readonly DeclaredFunction[];
  readonly capacityProviders: readonly CapacityProvider[];
  readonly problems: readonly Problem[];
}

/** Types of resource that make a file worth reading. */
export const RESOURCE_TYPES: readonly string[] = [...FUNCTION_TYPES.keys()];

type Format = 'SAM' | 'CloudFormation';

const MAX_RESOURCES = 5000;
const RESOLUTION_STEPS = 100_000;

/** Reads the template `file`. Never throws. */
export function readTemplate(file: string, source: string): TemplateReading {
  const { root, problem } = parseTemplate(file, source);
  if (problem) return { capacityProviders: [], problems: [problem] };
  const resources = root.kind === 'map' ? root.get('Resources') : undefined;
  if (root.kind !== 'map' || resources?.kind !== 'map') return { capacityProviders: [], problems: [] };
  const scope: Scope = {
    parameters: sectionOf(root, 'Parameters'), mappings: sectionOf(root, 'Mappings'), conditions: sectionOf(root, 'Conditions'),
    budget: { steps: RESOLUTION_STEPS },
  };
  const globals = sectionOf(sectionOf(root, 'Globals'), 'Function');
  const functions = resources.keys.slice(0, MAX_RESOURCES).flatMap((logicalId) => {
    const resource = resources.get(logicalId);
    const format = resource?.kind === 'map' ? FUNCTION_TYPES.get(plainText(resource, 'Type') ?? '') : undefined;
    if (resource?.kind !== 'map' || !format) return [];
    return [readFunction({ file, logicalId, resource, format, globals: format === 'SAM' ? globals : undefined, scope })];
  });
  return { functions, capacityProviders: [], problems: notExpanded(file, resources) };
}

/** `Fn::ForEach` makes resources that are not written down one by one. */
function notExpanded(file: string, resources: MapNode): readonly Problem[] {
  return resources.keys.filter((key) => key.startsWith('Fn::ForEach')).map((key) => ({
    kind: 'unsupported-construct', file, line: resources.get(key)?.at.line ?? resources.at.line,
    message: `${key} is not expanded: functions that it makes are not listed`,
  }));
}

interface FunctionResource {
  readonly file: string;
  readonly logicalId: string;
  readonly resource: MapNode;
  readonly format: Format;
  readonly globals: MapNode | undefined;
  readonly scope: Scope;
}

function readFunction({ file, logicalId, resource, format, globals, scope }: FunctionResource): DeclaredFunction {
  const unknown: string[] = [];
  const properties: Properties = { own: sectionOf(resource, 'Properties'), globals, scope, unknown, path: '' };
  const metadata = sectionOf(resource, 'Metadata');
  const packageType = readPackageType(properties);
  return {
    template: file, logicalId, format, at: resource.at, packageType,
    name: text(properties, 'FunctionName')?.value ?? logicalId,
    runtime: text(properties, 'Runtime'),
    handler: text(properties, 'Handler'),
    code: readCode(properties, metadata, format, packageType?.value === 'Image'),
    memory: number(properties, 'MemorySize'),
    timeout: number(properties, 'Timeout'),
    ephemeralStorage: number(section(properties, 'EphemeralStorage'), 'Size'),
    architecture: firstText(properties, 'Architectures'),
    environment: variables(section(section(properties, 'Environment'), 'Variables')),
    layers: list(properties, 'Layers', { additive: true }).flatMap((layer) => referenceOf(layer, scope) ?? []),
    managedInstances: readManagedInstances(properties, format),
    conflicts: readConflicts(properties),
    triggers: [],
    buildMethod: plainText(metadata, 'BuildMethod'),
    entryPoints: entryPointsOf(metadata),
    construct: plainText(metadata, 'aws:cdk:path'),
    unknown,
  };
}

function readPackageType(properties: Properties): Setting<'Zip' | 'Image'> | undefined {
  const setting = text(properties, 'PackageType');
  if (setting) return { value: setting.value === 'Image' ? 'Image' : 'Zip', from: setting.from };
  const image = property(properties, 'ImageUri') ?? property(section(properties, 'Code'), 'ImageUri');
  return image ? { value: 'Image', from: image.at } : undefined;
}

function firstText(properties: Properties, name: string): Setting<string> | undefined {
  const [first] = list(properties, name, { additive: false });
  return first && referenceOf(first, properties.scope);
}

function readCode(properties: Properties, metadata: MapNode | undefined, format: Format, isImage: boolean): CodeSource {
  if (isImage) return readImage(properties, metadata);
  const inline = format === 'SAM' ? property(properties, 'InlineCode') : property(section(properties, 'Code'), 'ZipFile');
  if (inline) return { kind: 'inline', from: inline.at };
  const asset = plainText(metadata, 'aws:asset:path');
  if (asset && plainText(metadata, 'aws:asset:property') === 'Code') return { kind: 'local', path: asset };
  const node = property(properties, format === 'SAM' ? 'CodeUri' : 'Code');
  if (!node) return format === 'SAM' ? { kind: 'local', path: '.' } : { kind: 'elsewhere' };
  if (node.kind === 'map') return { kind: 'elsewhere' };
  const location = text(properties, format === 'SAM' ? 'CodeUri' : 'Code');
  if (!location || /^(?:s3|https?):/.test(location.value)) return { kind: 'elsewhere' };
  return { kind: 'local', path: location.value, from: location.from };
}

function readImage(properties: Properties, metadata: MapNode | undefined): CodeSource {
  const [command] = list(section(properties, 'ImageConfig'), 'Command', { additive: false });
  return {
    kind: 'image',
    dockerfile: plainText(metadata, 'Dockerfile'),
    context: plainText(metadata, 'DockerContext'),
    command: command && referenceOf(command, properties.scope)?.value,
  };
}

/** Flat in SAM, nested in CloudFormation; the other form is read too, because people copy it. */
function readManagedInstances(properties: Properties, format: Format): ManagedInstancesSettings | undefined {
  const outer = section(properties, 'CapacityProviderConfig');
  const scaling = section(properties, 'FunctionScalingConfig');
  if (!isPresent(outer)) return undefined;
  const nested = section(outer, 'LambdaManagedInstancesCapacityProviderConfig');
  const config = isPresent(nested) ? nested : outer;
  const [arn, otherArn] = format === 'SAM' ? ['Arn', 'CapacityProviderArn'] : ['CapacityProviderArn', 'Arn'];
  return {
    capacityProvider: reference(config, arn) ?? reference(config, otherArn),
    memoryPerVcpu: number(config, 'ExecutionEnvironmentMemoryGiBPerVCpu'),
    maxConcurrency: number(config, 'PerExecutionEnvironmentMaxConcurrency'),
    minEnvironments: number(scaling, 'MinExecutionEnvironments'),
    maxEnvironments: number(scaling, 'MaxExecutionEnvironments'),
  };
}

/** Settings that managed instances refuse. */
function readConflicts(properties: Properties): readonly Setting<PlatformConflict>[] {
  const conflict = (value: PlatformConflict, name: string, holder = properties): readonly Setting<PlatformConflict>[] => {
    const node = property(holder, name);
    return node ? [{ value, from: node.at }] : [];
  };
  const snapStart = section(properties, 'SnapStart');
  const logging = section(properties, 'LoggingConfig');
  return [
    ...conflict('provisioned-concurrency', 'ProvisionedConcurrencyConfig'),
    ...(text(snapStart, 'ApplyOn')?.value === 'PublishedVersions' ? conflict('snap-start', 'ApplyOn', snapStart) : []),
    ...(text(logging, 'LogFormat')?.value === 'Text' ? conflict('text-logs', 'LogFormat', logging) : []),
    ...conflict('vpc-config', 'VpcConfig'),
  ];
}

function entryPointsOf(metadata: MapNode | undefined): readonly string[] {
  const node = sectionOf(metadata, 'BuildProperties')?.get('EntryPoints');
  const items: readonly TemplateNode[] = node?.kind === 'list' ? node.items() : [];
  return items.flatMap((item) => nameOf(item) ?? []);
}

function sectionOf(map: MapNode | undefined, name: string): MapNode | undefined {
  const node = map?.get(name);
  return node?.kind === 'map' ? node : undefined;
}
