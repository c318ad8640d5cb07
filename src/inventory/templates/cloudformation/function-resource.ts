/** One function of a template: its settings, code, and what concerns managed instances. */
import type { Setting } from '../../lambda-function.js';
import type { CodeSource, DeclaredFunction } from '../declared-function.js';
import type { MapNode, TemplateNode } from '../document.js';
import { readConflicts, readManagedInstances } from './managed-instances.js';
import { mapIn } from '../merged-map.js';
import { list, number, plainText, property, referenceOf, section, text, variables, type Properties } from './properties.js';
import { nameOf } from './resolve.js';
import { propertiesOf, type Resource, type Template } from './template.js';

/** The forms in which a template declares a function. */
export type TemplateForm = 'SAM' | 'CloudFormation';

/** What other resources of the template say of the function. */
type FromElsewhere = 'triggers' | 'publishes' | 'failureDestination' | 'conflicts';

/** The function that `resource` declares, as its own properties say. */
export function readFunction(template: Template, resource: Resource, format: TemplateForm): Omit<DeclaredFunction, Exclude<FromElsewhere, 'conflicts'>> {
  const unknown: string[] = [];
  const properties = propertiesOf(template, resource, unknown);
  const metadata = mapIn(resource.node, 'Metadata');
  const packageType = readPackageType(properties);
  return {
    template: template.file, logicalId: resource.logicalId, format, at: resource.node.at, packageType,
    name: text(properties, 'FunctionName')?.value ?? resource.logicalId,
    runtime: text(properties, 'Runtime'),
    handler: text(properties, 'Handler'),
    code: readCode(properties, metadata, format, packageType?.value === 'Image'),
    memory: number(properties, 'MemorySize'),
    timeout: number(properties, 'Timeout'),
    ephemeralStorage: number(section(properties, 'EphemeralStorage'), 'Size'),
    architecture: firstText(properties, 'Architectures'),
    environment: variables(section(section(properties, 'Environment'), 'Variables')),
    layers: list(properties, 'Layers', { additive: true }).flatMap((layer) => referenceOf(layer, template.scope) ?? []),
    acceleratorMemory: number(section(properties, 'AcceleratorConfig'), 'AcceleratorMemorySize'),
    managedInstances: readManagedInstances(template, properties, format),
    conflicts: readConflicts(properties, format),
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

function readCode(properties: Properties, metadata: MapNode | undefined, format: TemplateForm, isImage: boolean): CodeSource {
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

function entryPointsOf(metadata: MapNode | undefined): readonly string[] {
  const node = mapIn(metadata, 'BuildProperties')?.get('EntryPoints');
  const items: readonly TemplateNode[] = node?.kind === 'list' ? node.items() : [];
  return items.flatMap((item) => nameOf(item) ?? []);
}
