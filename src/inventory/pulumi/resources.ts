/** Resources of Pulumi's AWS provider that are functions, run them or call them. Their properties are those of Terraform. */
import { relativeTo } from '../cdk/code.js';
import { isSet, noteUnknown, section, setting, type Properties } from '../cdk/properties.js';
import { environmentsIn } from '../cdk/resource-properties.js';
import { numberOf, propertyOf, textOf, type Made, type StaticValue } from '../evaluation/values.js';
import { joinPath } from '../files/files-below.js';
import type { CapacityProvider, ManagedInstancesSettings } from '../lambda-function.js';
import type { CodeSource, DeclaredFunction } from '../templates/declared-function.js';
import { callbackEntry, callbacksIn } from './callbacks.js';
import { settingsIn } from './function-settings.js';
import { inputsOf, resourceBehind, resourceMeant, resourceName } from './resource-names.js';
import { triggersOf } from './triggers.js';

export interface PulumiDeclarations {
  readonly functions: readonly DeclaredFunction[];
  readonly capacityProviders: readonly CapacityProvider[];
}

/** What the resources that a program has made declare; relative paths start in `folder`, that of its Pulumi.yaml. */
export function declarationsIn(made: readonly Made[], folder: string): PulumiDeclarations {
  const providers = providersIn(made);
  const functions = made.filter((each) => /^lambda\.(?:Callback)?Function$/.test(resourceName(each) ?? ''));
  return {
    functions: [...functions.map((each) => functionOf(each, made, providers, folder)), ...made.flatMap(callbacksIn)],
    capacityProviders: [...new Map([...providers.values()].map((provider) => [`${provider.at.file}:${provider.at.line}:${provider.name}`, provider])).values()],
  };
}

/** Capacity providers by the resources that they are. */
export function providersIn(made: readonly Made[]): ReadonlyMap<Made, CapacityProvider> {
  return new Map(made.filter((each) => resourceName(each) === 'lambda.CapacityProvider').map((each) => [each, providerOf(each)]));
}

function functionOf(resource: Made, made: readonly Made[], providers: ReadonlyMap<Made, CapacityProvider>, folder: string): DeclaredFunction {
  const { at, args } = resource;
  const unknown: string[] = [];
  const properties: Properties = { props: inputsOf(resource), at, unknown };
  const id = textOf(args[0]);
  if (id === undefined) noteUnknown(properties, 'id');
  const isCallback = resourceName(resource) === 'lambda.CallbackFunction';
  const code = isCallback ? callback(properties) : codeOf(properties, at.file, folder);
  const settings = settingsIn(properties, providers);
  return {
    template: at.file, logicalId: id ?? 'Function', format: 'Pulumi', at, name: textOf(propertyOf(properties.props, 'name')?.value) ?? id ?? 'Function',
    ...settings, handler: setting(properties, 'handler', textOf), ...code, entryPoints: [],
    ...(isSet(properties, 'imageUri') ? { packageType: { value: 'Image' as const, from: section(properties, 'imageUri').at } } : {}),
    managedInstances: scaled(settings.managedInstances, resource, made),
    triggers: triggersOf(resource, made),
    unknown,
  };
}

/** With the bounds that a resource of their own gives. */
export function scaled(settings: ManagedInstancesSettings | undefined, fn: Made, made: readonly Made[]): ManagedInstancesSettings | undefined {
  const scaling = made.find((each) => resourceName(each) === 'lambda.FunctionScalingConfig' && resourceMeant(propertyOf(inputsOf(each), 'functionName')?.value) === fn);
  if (!settings || !scaling) return settings;
  return { ...settings, ...environmentsIn(section({ props: inputsOf(scaling), at: scaling.at, unknown: [] }, 'functionScalingConfig')) };
}

/** A function of the program itself, which Pulumi packs with what it captures. What a factory makes is not followed. */
function callback(properties: Properties): Pick<DeclaredFunction, 'code' | 'language' | 'entry'> {
  const property = propertyOf(properties.props, 'callback');
  const entry = callbackEntry(property?.value, property?.at ?? properties.at);
  if (entry === undefined) noteUnknown(properties, 'code', 'a callback that is not written down');
  return { code: { kind: 'elsewhere' }, language: 'node', ...(entry ? { entry } : {}) };
}

/** `new FileArchive('./app')`, or an archive that has one at its root. */
function codeOf(properties: Properties, file: string, folder: string): { readonly code: CodeSource } {
  if (isSet(properties, 'imageUri')) return { code: { kind: 'image' } };
  const path = archivePath(propertyOf(properties.props, 'code')?.value);
  const target = path === undefined ? undefined : joinPath(path.isAbsolute ? '' : folder, path.text);
  if (target !== undefined) return { code: { kind: 'local', path: relativeTo(file, target), from: section(properties, 'code').at } };
  noteUnknown(properties, 'code', 'not a folder of the repository');
  return { code: { kind: 'elsewhere' } };
}

interface ArchivePath {
  readonly text: string;
  readonly isAbsolute: boolean;
}

function archivePath(value: StaticValue | undefined): ArchivePath | undefined {
  if (value?.kind === 'path') return { text: value.path, isAbsolute: true };
  if (value?.kind === 'plain') return { text: String(value.value), isAbsolute: false };
  if (value?.kind !== 'made') return undefined;
  if (/\bFile(?:Archive|Asset)$/.test(value.by)) return archivePath(value.args[0]);
  const [entries] = /\bAssetArchive$/.test(value.by) ? value.args : [];
  if (entries?.kind !== 'record') return undefined;
  const only = entries.entries.get('.') ?? (entries.entries.size === 1 ? [...entries.entries.values()][0] : undefined);
  const path = archivePath(only?.value);
  // An archive of one file has the folder of the file as its root.
  return path && !entries.entries.has('.') && /\.\w+$/.test(path.text) ? { ...path, text: path.text.replace(/\/?[^/]*$/, '') || '.' } : path;
}

function providerOf(resource: Made): CapacityProvider {
  const unknown: string[] = [];
  const properties: Properties = { props: inputsOf(resource), at: resource.at, unknown };
  const instances = section(properties, 'instanceRequirements');
  return {
    name: textOf(resource.args[0]) ?? 'CapacityProvider', at: resource.at, unknown,
    architecture: setting(instances, 'architectures', (value) => (value?.kind === 'list' ? textOf(value.items[0]) : undefined)),
    allowedTypes: setting(instances, 'allowedInstanceTypes', textsOf), excludedTypes: setting(instances, 'excludedInstanceTypes', textsOf),
    maxVcpus: setting(section(properties, 'capacityProviderScalingConfig'), 'maxVcpuCount', numberOf),
    subnets: setting(section(properties, 'vpcConfig'), 'subnetIds', textsOf),
    operatorRole: setting(section(properties, 'permissionsConfig'), 'capacityProviderOperatorRoleArn', resourceBehind),
  };
}

function textsOf(value: StaticValue | undefined): readonly string[] | undefined {
  const names = value?.kind === 'list' && value.isWhole ? value.items.map(resourceBehind) : [undefined];
  return names.includes(undefined) ? undefined : names.flatMap((name) => name ?? []);
}
