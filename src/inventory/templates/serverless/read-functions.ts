/** The functions of a Serverless service, with what its provider gives to all of them. */
import type { PlatformConflict, Setting, Trigger } from '../../lambda-function.js';
import { list, number, property, reference, referenceOf, section, text, variables, type Properties } from '../cloudformation/properties.js';
import { databasesOf } from '../cloudformation/databases.js';
import { eventSources } from '../cloudformation/event-sources.js';
import { readManagedInstances } from '../cloudformation/managed-instances.js';
import { nameOf } from '../cloudformation/resolve.js';
import { propertiesOf, type Resource } from '../cloudformation/template.js';
import type { BehindLibrary, CodeSource, DeclaredFunction } from '../declared-function.js';
import type { TemplateNode } from '../document.js';
import { managedInstancesOf } from './capacity-providers.js';
import { functionEntries, logicalIdOf, type Service } from './service.js';
import { triggersOf } from './triggers.js';

/** Plugins that make the deployed files of sources. */
const BUNDLERS = /^serverless-(?:webpack|esbuild|bundle|plugin-typescript|parcel|rspack|plugin-optimize|optimizer-plugin|jetpack|vite|swc|tsc)\b|esbuild/;
/** What managed instances get when nothing sets their memory (serverless.com/framework/docs/providers/aws/guide/managed-instances). */
const MEMORY_OF_MANAGED_INSTANCES = 2048;

/** In the order of the text. */
export function functionsOf(service: Service): readonly DeclaredFunction[] {
  const sources = eventSources(service.stack);
  return functionEntries(service.root).map(([name, node]) => {
    const resource = service.stack.resources.get(logicalIdOf(name));
    return functionOf(service, { key: name, node, resource, ofStack: resource === undefined ? [] : sources(resource) });
  });
}

interface Written {
  readonly key: string;
  readonly node: TemplateNode;
  /** The function in the stack, with what the raw CloudFormation adds to it. */
  readonly resource: Resource | undefined;
  readonly ofStack: readonly Trigger[];
}

function functionOf(service: Service, { key, node, resource, ofStack }: Written): DeclaredFunction {
  const unknown: string[] = node.kind === 'unknown' ? [`Handler: ${node.reason}`] : [];
  const own = node.kind === 'map' ? node : undefined;
  const alone: Properties = { own, globals: undefined, scope: service.stack.scope, unknown, path: '' };
  const inherited: Properties = { ...alone, globals: service.provider };
  const managedInstances = managedInstancesOf(service, alone) ?? (resource && readManagedInstances(service.stack, propertiesOf(service.stack, resource), 'CloudFormation'));
  const code = codeOf(service, alone);
  const handler = text(alone, 'handler');
  return {
    template: service.file, logicalId: key, format: 'Serverless Framework', at: node.at,
    name: text(alone, 'name')?.value ?? key,
    runtime: code.kind === 'image' ? undefined : text(inherited, 'runtime'),
    handler, behindLibrary: behindWsgi(service, alone, handler?.value),
    packageType: code.kind === 'image' ? { value: 'Image', from: property(alone, 'image')?.at } : undefined,
    code,
    memory: number(inherited, 'memorySize') ?? (managedInstances ? { value: MEMORY_OF_MANAGED_INSTANCES } : undefined),
    timeout: number(inherited, 'timeout'),
    ephemeralStorage: number(alone, 'ephemeralStorageSize'),
    architecture: text(inherited, 'architecture'),
    environment: variables(section(inherited, 'environment')),
    layers: list(inherited, 'layers', { additive: false }).flatMap((layer) => referenceOf(layer, service.stack.scope) ?? []),
    managedInstances,
    conflicts: conflictsOf(alone, inherited, managedInstances !== undefined),
    triggers: triggersOf(service, alone, ofStack),
    publishes: publishesOf(alone, inherited),
    failureDestination: failureDestinationOf(alone),
    databases: databasesOf(service.stack, section(inherited, 'environment')),
    buildMethod: isBundled(service) ? 'bundler' : undefined,
    entryPoints: [],
    unknown,
  };
}

function codeOf({ root, provider }: Service, properties: Properties): CodeSource {
  const image = property(properties, 'image');
  if (image) return imageOf(provider, properties, image);
  const module = text(properties, 'module');
  if (module) return { kind: 'local', path: module.value, from: module.from };
  const ofService: Properties = { ...properties, own: root };
  const artifact = text(section(properties, 'package'), 'artifact') ?? text(section(ofService, 'package'), 'artifact');
  if (artifact === undefined) return { kind: 'local', path: '.' };
  return /^(?:s3|https?):/.test(artifact.value) ? { kind: 'elsewhere' } : { kind: 'local', path: artifact.value, from: artifact.from };
}

/** `image` names an image of `provider.ecr.images`, or one in a registry. */
function imageOf(provider: Service['provider'], properties: Properties, node: TemplateNode): CodeSource {
  const asProperties = (own: TemplateNode | undefined): Properties => ({ ...properties, own: own?.kind === 'map' ? own : undefined, path: 'image.' });
  const settings = asProperties(node);
  const name = node.kind === 'map' ? text(settings, 'name')?.value : nameOf(node);
  const images = section(section({ ...properties, own: provider }, 'ecr'), 'images');
  const image = asProperties(name === undefined ? undefined : property(images, name));
  const written = property(settings, 'command');
  const first = written?.kind === 'list' ? written.items()[0] : written;
  const command = first && referenceOf(first, properties.scope)?.value;
  const context = text(image, 'path')?.value;
  return { kind: 'image', command, dockerfile: text(image, 'file')?.value, ...(image.own && context !== undefined ? { context } : {}) };
}

/** serverless-wsgi brings a handler that serves the application of `custom.wsgi.app`. */
function behindWsgi({ root }: Service, properties: Properties, handler: string | undefined): BehindLibrary | undefined {
  if (!/^wsgi(?:_handler)?\.handler$/.test(handler ?? '')) return undefined;
  const application = text(section(section({ ...properties, own: root }, 'custom'), 'wsgi'), 'app')?.value;
  return application === undefined ? undefined : { adapter: 'wsgi', application, handlers: [] };
}

function isBundled({ root }: Service): boolean {
  const plugins = root.get('plugins');
  const listed = plugins?.kind === 'map' ? plugins.get('modules') : plugins;
  const names = listed?.kind === 'list' ? listed.items().flatMap((item) => nameOf(item) ?? []) : [];
  return names.some((name) => BUNDLERS.test(name)) || root.keys.includes('build');
}

/** Settings that managed instances refuse. Serverless leaves the network of a function out when it runs on them. */
function conflictsOf(alone: Properties, inherited: Properties, isManaged: boolean): DeclaredFunction['conflicts'] {
  const conflict = (value: PlatformConflict, node: TemplateNode | undefined, holds = true): readonly Setting<PlatformConflict>[] =>
    (node && holds && !isOff(node) ? [{ value, from: node.at }] : []);
  const network = property(alone, 'vpc');
  const logs = [section(alone, 'logs'), section(section({ ...alone, own: inherited.globals }, 'logs'), 'lambda')];
  const logFormat = logs.map((each) => property(each, 'logFormat')).find((node) => node !== undefined);
  return [
    ...conflict('provisioned-concurrency', property(alone, 'provisionedConcurrency')),
    ...conflict('snap-start', property(alone, 'snapStart')),
    ...conflict('text-logs', logFormat, nameOf(logFormat)?.toLowerCase() === 'text'),
    ...conflict('vpc-config', network && isOff(network) ? undefined : property(section(inherited, 'vpc'), 'subnetIds'), !isManaged),
    ...conflict('file-system', property(alone, 'fileSystemConfig')),
    ...conflict('foreign-settings', property(alone, 'capacityProviderConfig') ?? property(alone, 'CapacityProviderConfig')),
  ];
}

/** `snapStart: false`, `provisionedConcurrency: 0`, `vpc: ~` */
function isOff(node: TemplateNode): boolean {
  return node.kind === 'scalar' && (node.value === null || node.value === false || node.value === 0);
}

/** Versions are published unless that is turned off. */
function publishesOf(alone: Properties, inherited: Properties): DeclaredFunction['publishes'] {
  const node = property(alone, 'versionFunction') ?? property(inherited, 'versionFunctions');
  if (node === undefined) return { value: 'versionFunctions, which is on by default' };
  return isOff(node) ? undefined : { value: 'versionFunctions', from: node.at };
}

function failureDestinationOf(properties: Properties): Setting<string> | undefined {
  const destinations = section(properties, 'destinations');
  const destination = section(destinations, 'onFailure');
  return (destination.own ? reference(destination, 'arn') : reference(destinations, 'onFailure')) ?? reference(properties, 'onError');
}
