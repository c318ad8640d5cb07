/** One function of a configuration: its settings, code, and what concerns managed instances. */
import type { CapacityProvider, ManagedInstancesSettings, PlatformConflict, Setting } from '../../../lambda-function.js';
import type { CodeSource, DeclaredFunction } from '../../declared-function.js';
import type { Declared } from '../configuration/module.js';
import { booleanOf, isNull, textOf, type Value } from '../language/values.js';
import { KNOWN_MODULES, RESOURCE_ARGUMENTS, RESOURCE_TYPE, withoutProtocol, type ArgumentNames, type KnownModule } from './argument-names.js';
import { codeBehind, imageOf, packagedCode, sourceOfModule, type Code } from './code.js';
import { databasesIn } from './databases.js';
import { noteUnknown, number, propertiesOf, reference, references, section, text, valueAt, valueOf, type Path, type Properties } from './properties.js';
import type { ResourceIndex } from './resource-index.js';

/** What other resources say of the function. */
type FromElsewhere = 'triggers' | 'managedInstances' | 'conflicts' | 'publishes' | 'failureDestination';

/** A function as its own arguments say; the rest is said by others too. */
export interface FunctionReading {
  readonly declared: Declared;
  readonly name: string | undefined;
  readonly own: Omit<DeclaredFunction, FromElsewhere>;
  readonly managedInstances: ManagedInstancesSettings | undefined;
  readonly conflicts: readonly Setting<PlatformConflict>[];
  readonly publishes: Setting<string> | undefined;
  readonly failureDestination: Setting<string> | undefined;
}

/** The function that `declared` is, a resource or a module that makes one; nothing when it is something else. */
export function readFunction(declared: Declared, index: ResourceIndex, providers: ReadonlyMap<Declared, CapacityProvider>): FunctionReading | undefined {
  const module = declared.mode === 'module' ? moduleThatMakes(declared) : undefined;
  if (module === undefined && (declared.mode !== 'resource' || declared.type !== RESOURCE_TYPE)) return undefined;
  const names = module?.names ?? RESOURCE_ARGUMENTS;
  const properties = propertiesOf(declared);
  const name = text(properties, names.name);
  const handler = text(properties, names.handler);
  const isImage = text(properties, names.packageType)?.value === 'Image' || valueAt(properties, names.imageUri) !== undefined;
  const code = isImage ? { code: imageOf(valueAt(properties, names.imageUri), valueAt(properties, names.imageCommand), index) }
    : packedByOwn(codeOf(properties, handler?.value, module, index), declared, handler?.value, properties, index);
  return {
    declared, name: name?.value,
    own: {
      template: declared.module.call?.file ?? declared.block.at.file, logicalId: declared.address, format: 'Terraform', at: declared.block.at,
      name: name?.value ?? declared.address, handler: handlerIn(code.code) ?? handler, ...code,
      runtime: text(properties, names.runtime),
      packageType: packageTypeOf(properties, names),
      memory: number(properties, names.memory), timeout: number(properties, names.timeout), ephemeralStorage: number(properties, names.ephemeralStorage),
      architecture: architectureOf(properties, names),
      environment: environmentOf(properties, names.environment), layers: references(properties, names.layers),
      acceleratorMemory: number(properties, names.acceleratorMemory),
      databases: databasesIn(valueAt(properties, names.environment), index),
      entryPoints: [], unknown: properties.unknown,
    },
    managedInstances: managedInstancesOf(properties, names, index, providers),
    conflicts: conflictsOf(properties, names),
    publishes: publishedBy(properties, names),
    failureDestination: reference(properties, names.deadLetter) ?? reference(properties, names.onFailure),
  };
}

function moduleThatMakes(declared: Declared): KnownModule | undefined {
  const source = withoutProtocol(declared.type);
  const module = KNOWN_MODULES.find((known) => known.source.test(source));
  const { body, scope } = propertiesOf(declared);
  const properties = { body, scope, at: declared.block.at, unknown: [], path: '' };
  const says = (name: string, truth: boolean): boolean => booleanOf(valueOf(properties, name)) === truth;
  return module && !module.onlyIf.some((name) => says(name, false)) && !module.unless.some((name) => says(name, true)) ? module : undefined;
}

/** A module that is in the repository may pack its code with a program of its own: then it is asked as if it came from the registry. */
function packedByOwn(code: Code, { module }: Declared, handler: string | undefined, properties: Properties, index: ResourceIndex): Code {
  const { variables } = module.text;
  const known = code.code.kind === 'elsewhere' ? KNOWN_MODULES.find(({ sources, packages }) => sources.length > 0 && [...sources, ...packages].every((name) => variables.has(name))) : undefined;
  const source = known?.sources.map((name) => module.variable(name, properties.at)).find((value) => value.kind !== 'unknown' && !isNull(value));
  return source === undefined ? code : sourceOfModule(source, handler, properties, index);
}

function codeOf(properties: Properties, handler: string | undefined, module: KnownModule | undefined, index: ResourceIndex): Code {
  if (module === undefined) return packagedCode(properties, index);
  for (const name of module.packages) {
    const value = valueOf(properties, name);
    const code = value && packageOf(value, name, properties, index);
    if (code !== undefined) return code;
  }
  const source = module.sources.map((name) => valueOf(properties, name)).find((value) => value !== undefined);
  return source === undefined ? packagedCode(properties, index) : sourceOfModule(source, handler, properties, index);
}

function packageOf(value: Value, name: string, properties: Properties, index: ResourceIndex): Code | undefined {
  const behind = codeBehind(value, index, properties);
  if (behind !== undefined) return behind;
  const builder = index.behind(value);
  const source = builder?.mode === 'module' ? valueOf(propertiesOf(builder), 'source_path') : undefined;
  if (source !== undefined) return sourceOfModule(source, undefined, properties, index);
  const path = textOf(value);
  if (path === undefined) noteUnknown(properties, name, value);
  return path === undefined ? undefined : { code: { kind: 'local', path, from: value.at } };
}

/** An image has no handler but a command. */
function handlerIn(code: CodeSource): Setting<string> | undefined {
  return code.kind === 'image' && code.command !== undefined ? { value: code.command } : undefined;
}

function packageTypeOf(properties: Properties, names: ArgumentNames): Setting<'Zip' | 'Image'> | undefined {
  const setting = text(properties, names.packageType);
  if (setting) return { value: setting.value === 'Image' ? 'Image' : 'Zip', from: setting.from };
  const image = valueAt(properties, names.imageUri);
  return image && { value: 'Image', from: image.at };
}

function architectureOf(properties: Properties, names: ArgumentNames): Setting<string> | undefined {
  const value = valueAt(properties, names.architectures);
  const first = value?.kind === 'list' ? value.items[0] : value;
  const known = textOf(first);
  if (first !== undefined && known === undefined) noteUnknown(properties, names.architectures.join('.'), first);
  return first === undefined || known === undefined ? undefined : { value: known, from: first.at };
}

function environmentOf(properties: Properties, path: Path): DeclaredFunction['environment'] {
  const value = valueAt(properties, path);
  if (value !== undefined && value.kind !== 'map') noteUnknown(properties, path.join('.'), value);
  const entries = value?.kind === 'map' ? [...value.entries].sort(([a], [b]) => (a < b ? -1 : 1)) : [];
  return new Map(entries.map(([name, item]) => [name, { value: textOf(item), from: item.at }] as const));
}

function managedInstancesOf(properties: Properties, names: ArgumentNames, index: ResourceIndex, providers: ReadonlyMap<Declared, CapacityProvider>): ManagedInstancesSettings | undefined {
  const [outer = '', inner] = names.capacityProvider;
  const block = inner === undefined ? undefined : section(properties, outer);
  // The flat form is refused, but people copy it from other languages.
  const flat = block && section(block, inner ?? '') === undefined ? block : undefined;
  const provider = flat ? valueOf(flat, 'capacity_provider_arn') ?? valueOf(flat, 'arn') : valueAt(properties, names.capacityProvider);
  if (block === undefined && provider === undefined) return undefined;
  const [holder, last] = flat ? [flat, (path: Path): Path => path.slice(-1)] : [properties, (path: Path): Path => path];
  const declaredProvider = index.behind(provider);
  return {
    at: block?.at ?? provider?.at,
    capacityProvider: flat ? reference(flat, ['capacity_provider_arn']) ?? reference(flat, ['arn']) : reference(properties, names.capacityProvider),
    provider: declaredProvider && providers.get(declaredProvider),
    memoryPerVcpu: number(holder, last(names.memoryPerVcpu)), maxConcurrency: number(holder, last(names.maxConcurrency)),
  };
}

/** Settings that managed instances refuse. */
function conflictsOf(properties: Properties, names: ArgumentNames): readonly Setting<PlatformConflict>[] {
  const when = (value: PlatformConflict, path: Path, holds: (value: Value) => boolean): readonly Setting<PlatformConflict>[] => {
    const found = valueAt(properties, path);
    return found !== undefined && holds(found) ? [{ value, from: found.at }] : [];
  };
  const [outer = '', inner] = names.capacityProvider;
  const block = inner === undefined ? undefined : section(properties, outer);
  const foreign = block && section(block, inner ?? '') === undefined ? [{ value: 'foreign-settings' as const, from: block.at }] : [];
  return [
    ...when('provisioned-concurrency', names.provisionedConcurrency, (value) => Number(textOf(value)) > 0),
    ...when('snap-start', names.snapStart, (value) => ['PublishedVersions', 'true'].includes(textOf(value) ?? '')),
    ...when('text-logs', names.logFormat, (value) => textOf(value) === 'Text'),
    ...when('vpc-config', names.subnets, isThere),
    ...when('file-system', names.fileSystem, isThere),
    ...foreign,
  ];
}

/** A literal that is not empty, or an attribute of something that is declared: what depends on a condition may be absent. */
function isThere(value: Value): boolean {
  switch (value.kind) {
    case 'list': return value.items.length > 0;
    case 'map': return value.entries.size > 0;
    case 'scalar': return value.value !== null && value.value !== '';
    case 'handle': return true;
    case 'unknown': return value.from !== undefined;
  }
}

function publishedBy(properties: Properties, names: ArgumentNames): Setting<string> | undefined {
  const target = text(properties, names.publishTo);
  if (target) return { value: `${names.publishTo.join('.')} = ${JSON.stringify(target.value)}`, from: target.from };
  const publish = text(properties, names.publish);
  return publish?.value === 'true' ? { value: 'publish = true', from: publish.from } : undefined;
}
