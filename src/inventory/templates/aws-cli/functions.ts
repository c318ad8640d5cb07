/** Functions and capacity providers that scripts create, with what other calls of the same scripts say of them. */
import type { SourceProject } from '../../../frontends/frontend.js';
import type { CapacityProvider, ManagedInstancesSettings, PlatformConflict, Setting } from '../../lambda-function.js';
import type { CodeSource, DeclaredFunction } from '../declared-function.js';
import { itemsIn, number, numberIn, readable, readableIn, structure, text, textIn, type Call } from './calls.js';
import { functionNameIn, triggersOf } from './triggers.js';
import { codeOfPackage } from './packages.js';
import { isList, valueBelow } from './shorthand.js';

const INSTANCES = 'LambdaManagedInstancesCapacityProviderConfig';

/** What the calls of one folder's scripts declare. */
export function declaredBy(all: readonly Call[], project: SourceProject): { readonly functions: readonly DeclaredFunction[]; readonly capacityProviders: readonly CapacityProvider[] } {
  const calls = all.filter(({ service }) => service === 'lambda');
  const others = all.filter(({ service }) => service !== 'lambda');
  const capacityProviders = of(calls, 'create-capacity-provider').map(capacityProvider);
  const taken = new Set<string>();
  const functions = of(calls, 'create-function').flatMap((call) => {
    const about = calls.filter((other) => isAbout(other, call));
    const fn = declaredFunction(call, about, { providers: capacityProviders, others, project });
    // Branches of a script may create the same function in several ways.
    if (taken.has(fn.logicalId)) return [];
    taken.add(fn.logicalId);
    return [fn];
  });
  return { functions, capacityProviders };
}

function of(calls: readonly Call[], ...operations: readonly string[]): readonly Call[] {
  return calls.filter(({ operation }) => operations.includes(operation));
}

/** Whether both calls name the same function. */
function isAbout(other: Call, call: Call): boolean {
  const name = functionNameIn(readable(call, 'function-name')?.value);
  return name !== undefined && functionNameIn(readable(other, 'function-name')?.value) === name;
}

/** What stands beside the calls for one function. */
interface Beside {
  readonly providers: readonly CapacityProvider[];
  /** Calls of other services. */
  readonly others: readonly Call[];
  readonly project: SourceProject;
}

function declaredFunction(call: Call, about: readonly Call[], { providers, others, project }: Beside): DeclaredFunction {
  const unknown: string[] = [];
  const name = text(call, 'function-name', unknown)?.value;
  const written = readable(call, 'function-name')?.value;
  // What changes the configuration later holds in the end.
  const configurations = [...of(about, 'update-function-configuration').toReversed(), call];
  const first = <T>(read: (from: Call) => T | undefined): T | undefined => configurations.map(read).find((value) => value !== undefined);
  const packageType = text(call, 'package-type', unknown)?.value === 'Image' || valueBelow(structure(call, 'code')?.value, ['ImageUri']) !== undefined;
  return {
    template: call.file, logicalId: name ?? `create-function at line ${call.at.line}`, format: 'AWS CLI', at: call.at, name: name ?? written ?? `create-function at line ${call.at.line}`,
    runtime: first((from) => text(from, 'runtime', unknown)),
    handler: first((from) => text(from, 'handler', unknown)),
    ...(packageType ? { packageType: { value: 'Image' as const, from: call.at } } : {}),
    code: codeOf(call, packageType, project, unknown),
    memory: first((from) => number(from, 'memory-size', unknown)),
    timeout: first((from) => number(from, 'timeout', unknown)),
    ephemeralStorage: first((from) => numberIn(structure(from, 'ephemeral-storage', unknown), ['Size'], unknown)),
    architecture: text(call, 'architectures', unknown),
    environment: first((from) => environmentOf(from, unknown)) ?? new Map(),
    layers: first((from) => layersOf(from)) ?? [],
    managedInstances: managedInstancesOf(call, about, providers, unknown),
    conflicts: configurations.flatMap((from) => conflictsOf(from)).concat(of(about, 'put-provisioned-concurrency-config').map(({ at }) => ({ value: 'provisioned-concurrency', from: at }))),
    triggers: triggersOf(functionNameIn(written), about, others),
    publishes: publishedBy(call, about),
    failureDestination: first((from) => readableIn(structure(from, 'dead-letter-config'), ['TargetArn'])) ?? destinationIn(about),
    acceleratorMemory: numberIn(structure(call, 'accelerator-config'), ['AcceleratorMemorySize'], unknown),
    entryPoints: [], unknown: [...new Set(unknown)],
  };
}

function codeOf(call: Call, isImage: boolean, project: SourceProject, unknown: string[]): CodeSource {
  if (isImage) {
    const command = textIn(structure(call, 'image-config'), ['Command'], unknown)?.value;
    return { kind: 'image', ...(command === undefined ? {} : { command }) };
  }
  const [archive] = call.options.get('zip-file') ?? [];
  if (archive?.unknown !== undefined) unknown.push(`--zip-file: ${archive.unknown}`);
  return archive === undefined ? { kind: 'elsewhere' } : codeOfPackage(call, archive, project);
}

function environmentOf(call: Call, unknown: string[]): DeclaredFunction['environment'] | undefined {
  const found = structure(call, 'environment', unknown);
  const variables = found && valueBelow(found.value, ['Variables']);
  if (found === undefined || variables === undefined || typeof variables === 'string' || isList(variables)) return undefined;
  return new Map(Object.entries(variables).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => {
    const isLiteral = typeof value === 'string' && !/\$\{/.test(value);
    return [name, { value: isLiteral ? value : undefined, from: found.at }];
  }));
}

function layersOf(call: Call): readonly Setting<string>[] | undefined {
  const words = call.options.get('layers');
  return words?.flatMap(({ text: layers, at }) => layers.split(/[\s,]+/).filter((layer) => layer !== '').map((value) => ({ value, from: at })));
}

function managedInstancesOf(call: Call, about: readonly Call[], providers: readonly CapacityProvider[], unknown: string[]): ManagedInstancesSettings | undefined {
  const config = structure(call, 'capacity-provider-config', unknown);
  if (config === undefined) return undefined;
  const capacityProvider = readableIn(config, [INSTANCES, 'CapacityProviderArn']) ?? readableIn(config, ['CapacityProviderArn']);
  const path = valueBelow(config.value, [INSTANCES]) === undefined ? [] : [INSTANCES];
  const [scaling] = of(about, 'put-function-scaling-config').map((other) => structure(other, 'function-scaling-config', unknown));
  const named = providers.filter(({ name }) => capacityProvider?.value.endsWith(`:${name}`));
  return {
    at: config.at, capacityProvider,
    // An ARN in a variable may be that of the one provider that is made here.
    provider: named[0] ?? (capacityProvider !== undefined && /^\$\{[^}]*\}$/.test(capacityProvider.value) && providers.length === 1 ? providers[0] : undefined),
    memoryPerVcpu: numberIn(config, [...path, 'ExecutionEnvironmentMemoryGiBPerVCpu'], unknown),
    maxConcurrency: numberIn(config, [...path, 'PerExecutionEnvironmentMaxConcurrency'], unknown),
    minEnvironments: numberIn(scaling, ['MinExecutionEnvironments'], unknown),
    maxEnvironments: numberIn(scaling, ['MaxExecutionEnvironments'], unknown),
  };
}

/** Settings that managed instances refuse. */
function conflictsOf(call: Call): readonly Setting<PlatformConflict>[] {
  const when = (value: PlatformConflict, option: string, path: readonly string[], holds: (text: string) => boolean): readonly Setting<PlatformConflict>[] => {
    const found = structure(call, option);
    const first = itemsIn(found, path)?.value[0];
    return found !== undefined && first !== undefined && holds(first) ? [{ value, from: found.at }] : [];
  };
  const config = structure(call, 'capacity-provider-config');
  const isFlat = config !== undefined && valueBelow(config.value, ['CapacityProviderArn']) !== undefined;
  return [
    ...when('snap-start', 'snap-start', ['ApplyOn'], (value) => value === 'PublishedVersions'),
    ...when('text-logs', 'logging-config', ['LogFormat'], (value) => value === 'Text'),
    ...when('vpc-config', 'vpc-config', ['SubnetIds'], () => true),
    ...when('file-system', 'file-system-configs', ['Arn'], () => true),
    ...(isFlat ? [{ value: 'foreign-settings' as const, from: config.at }] : []),
  ];
}

function publishedBy(call: Call, about: readonly Call[]): Setting<string> | undefined {
  for (const option of ['publish', 'publish-to']) if (call.options.has(option)) return { value: `--${option}`, from: call.at };
  const [other] = about.filter(({ operation, options }) => operation === 'publish-version' || (operation === 'update-function-code' && options.has('publish')));
  return other && { value: other.operation, from: other.at };
}

function destinationIn(about: readonly Call[]): Setting<string> | undefined {
  const configs = of(about, 'put-function-event-invoke-config', 'update-function-event-invoke-config');
  return configs.map((config) => readableIn(structure(config, 'destination-config'), ['OnFailure', 'Destination'])).find((destination) => destination !== undefined);
}

function capacityProvider(call: Call): CapacityProvider {
  const unknown: string[] = [];
  const requirements = structure(call, 'instance-requirements', unknown);
  const scaling = structure(call, 'capacity-provider-scaling-config', unknown);
  const architectures = itemsIn(requirements, ['Architectures']);
  return {
    name: text(call, 'capacity-provider-name', unknown)?.value ?? `create-capacity-provider at line ${call.at.line}`, at: call.at,
    architecture: architectures?.value[0] === undefined ? undefined : { value: architectures.value[0], from: architectures.from },
    allowedTypes: itemsIn(requirements, ['AllowedInstanceTypes']), excludedTypes: itemsIn(requirements, ['ExcludedInstanceTypes']),
    maxVcpus: numberIn(scaling, ['MaxVCpuCount'], unknown),
    subnets: itemsIn(structure(call, 'vpc-config', unknown), ['SubnetIds']),
    operatorRole: readableIn(structure(call, 'permissions-config', unknown), ['CapacityProviderOperatorRoleArn']),
    unknown,
  };
}
