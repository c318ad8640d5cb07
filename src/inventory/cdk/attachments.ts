/** What CDK code adds to a function after its construct: versions, a capacity provider, destinations, variables, overrides of the resource. */
import type { Evaluator } from '../evaluation/evaluator.js';
import { argumentOf, camelCase, isThere, numberOf, plain, propertyOf, textOf, truthOf, type Made, type Property, type RecordValue, type StaticValue } from '../evaluation/values.js';
import type { CapacityProvider, ManagedInstancesSettings, PlatformConflict, Setting } from '../lambda-function.js';
import { providerMeant, providerName } from './capacity-providers.js';
import { idOf } from './construct-path.js';
import { destinationName, propsOf } from './function-construct.js';
import { functionMeant } from './function-meant.js';
import { layerOf } from './layers.js';
import { madeBy, madeIn } from './names.js';
import { isSet, noteUnknown, section, setting, type Properties } from './properties.js';
import { environmentsIn } from './resource-properties.js';

/** What was added to one function. */
export interface Attachment {
  publishes?: Setting<string>;
  failureDestination?: Setting<string>;
  managedInstances?: ManagedInstancesSettings;
  readonly conflicts: Setting<PlatformConflict>[];
  readonly environment: Map<string, Setting<string | undefined>>;
  /** What its variables were set to. */
  readonly variables: StaticValue[];
  readonly layers: Setting<string>[];
  /** Properties of the resource that were set past the construct, as CloudFormation calls them. */
  readonly overrides: RecordValue;
  readonly unknown: string[];
}

/** A call of a method on a function, or with one. */
type Reader = (attachment: Attachment, call: Made, providers: ReadonlyMap<Made, CapacityProvider>) => void;

const MAX_OVERRIDE_DEPTH = 12;

const METHODS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['addAlias', (attachment, call) => {
    attachment.publishes ??= { value: 'addAlias', from: call.at };
    noteProvisioned(attachment, optionsOf(call));
  }],
  ['addVersion', (attachment, call) => { attachment.publishes ??= { value: 'addVersion', from: call.at }; }],
  ['addAutoScaling', (attachment, call) => { attachment.conflicts.push({ value: 'provisioned-concurrency', from: call.at }); }],
  ['configureAsyncInvoke', (attachment, call) => noteFailures(attachment, optionsOf(call))],
  ['addEnvironment', (attachment, call) => {
    const name = textOf(argumentOf(call, 0, 'key'));
    const value = argumentOf(call, 1, 'value');
    if (name !== undefined) attachment.environment.set(name, { value: textOf(value), from: call.at });
    if (value !== undefined) attachment.variables.push(value);
  }],
  ['addLayers', (attachment, call) => { for (const layer of call.args) attachment.layers.push(...[layerOf(layer, call.at)].flatMap((each) => each ?? [])); }],
  ['addPropertyOverride', (attachment, call) => override(attachment, textOf(argumentOf(call, 0, 'propertyPath')), { value: argumentOf(call, 1, 'value') ?? plain(''), at: call.at })],
  ['addOverride', (attachment, call) => {
    const path = textOf(argumentOf(call, 0, 'path'));
    if (path?.startsWith('Properties.')) override(attachment, path.slice('Properties.'.length), { value: argumentOf(call, 1, 'value') ?? plain(''), at: call.at });
  }],
]);

/** What `evaluator` saw being added to functions. */
export function attachmentsOf({ made, assigned, read }: Evaluator, providers: ReadonlyMap<Made, CapacityProvider>): (fn: Made) => Attachment | undefined {
  const found = new Map<Made, Attachment>();
  const to = (fn: Made): Attachment => {
    const known = found.get(fn) ?? { conflicts: [], environment: new Map(), variables: [], layers: [], overrides: emptyRecord(), unknown: [] };
    found.set(fn, known);
    return known;
  };
  for (const call of made) {
    if (call.receiver === undefined) noteConstruct(call, to);
    else noteCall(call, call.receiver, to, providers);
  }
  for (const { object, name, value, at } of assigned) {
    const fn = functionMeant(object);
    if (fn) to(fn).overrides.entries.set(name, { value, at });
  }
  for (const { of, name, at } of read) {
    const fn = camelCase(name) === 'currentVersion' ? functionMeant(of) : undefined;
    if (fn) to(fn).publishes ??= { value: 'currentVersion', from: at };
  }
  return (fn) => found.get(fn);
}

function noteCall(call: Made, receiver: StaticValue, to: (fn: Made) => Attachment, providers: ReadonlyMap<Made, CapacityProvider>): void {
  const method = camelCase(call.by);
  if (method === 'addFunction') {
    const fn = functionMeant(argumentOf(call, 0, 'func'));
    if (fn) attachProvider(to(fn), call, receiver, providers);
    return;
  }
  const reader = METHODS.get(method);
  const fn = reader && functionMeant(receiver);
  if (fn) reader(to(fn), call, providers);
}

/** `provider.addFunction(fn, options)`; it publishes to `$LATEST.PUBLISHED` unless it is told not to. */
function attachProvider(attachment: Attachment, call: Made, provider: StaticValue, providers: ReadonlyMap<Made, CapacityProvider>): void {
  const options = optionsOf(call, attachment.unknown);
  const name = providerName(provider, call.at);
  if (name === undefined) noteUnknown(options, 'capacityProvider');
  attachment.managedInstances = {
    at: call.at, ...(name === undefined ? {} : { capacityProvider: name }), ...providerMeant(provider, providers),
    memoryPerVcpu: setting(options, 'executionEnvironmentMemoryGiBPerVCpu', numberOf),
    maxConcurrency: setting(options, 'perExecutionEnvironmentMaxConcurrency', numberOf),
    ...environmentsIn(section(options, 'latestPublishedScalingConfig')),
  };
  const publishing = setting(options, 'publishToLatestPublished', truthOf);
  const isUnknown = publishing === undefined && propertyOf(options.props, 'publishToLatestPublished') !== undefined;
  if (publishing?.value !== false && !isUnknown) attachment.publishes ??= publishing ? { value: 'publishToLatestPublished', from: publishing.from } : { value: 'addFunction', from: call.at };
}

function noteConstruct(construct: Made, to: (fn: Made) => Attachment): void {
  const name = madeBy(construct) ?? '';
  const isVersion = /^lambda\.(?:Cfn)?(?:Alias|Version)$/.test(name);
  if (!isVersion && name !== 'lambda.EventInvokeConfig' && name !== 'lambda.CfnEventInvokeConfig') return;
  const props = propsOf(construct);
  const fn = functionMeant(isVersion ? construct : propertyOf(props, 'function')?.value ?? propertyOf(props, 'functionName')?.value);
  if (!fn) return;
  const attachment = to(fn);
  const properties: Properties = { props, at: construct.at, unknown: attachment.unknown };
  if (!isVersion) return noteFailures(attachment, properties);
  attachment.publishes ??= { value: idOf(construct) ?? name, from: construct.at };
  noteProvisioned(attachment, properties);
}

function noteProvisioned(attachment: Attachment, properties: Properties): void {
  const name = ['provisionedConcurrentExecutions', 'provisionedConcurrencyConfig'].find((each) => isSet(properties, each));
  if (name !== undefined) attachment.conflicts.push({ value: 'provisioned-concurrency', from: section(properties, name).at });
}

function noteFailures(attachment: Attachment, properties: Properties): void {
  const own = section(properties, 'onFailure');
  const resource = section(section(section(properties, 'destinationConfig'), 'onFailure'), 'destination');
  const written = isThere(own.props) ? own : resource;
  if (isThere(written.props)) attachment.failureDestination ??= { value: destinationName(written.props) ?? 'onFailure', from: written.at };
}

function optionsOf({ args, at }: Made, unknown: string[] = []): Properties {
  const last = args.at(-1);
  return { props: last?.kind === 'record' || (last?.kind === 'unknown' && args.length > 1) || madeIn(last)?.receiver === undefined ? last : undefined, at, unknown };
}

/** `CapacityProviderConfig.LambdaManagedInstancesCapacityProviderConfig.X` */
function override({ overrides, unknown }: Attachment, path: string | undefined, property: Property): void {
  const names = path?.split('.') ?? [];
  if (names.length === 0 || names.length > MAX_OVERRIDE_DEPTH) return noteUnknown({ unknown }, 'addPropertyOverride');
  let record = overrides;
  for (const name of names.slice(0, -1)) {
    const inner = record.entries.get(name)?.value;
    const next = inner?.kind === 'record' ? inner : emptyRecord();
    if (next !== inner) record.entries.set(name, { value: next, ...(property.at === undefined ? {} : { at: property.at }) });
    record = next;
  }
  record.entries.set(names.at(-1) ?? '', property);
}

function emptyRecord(): RecordValue {
  return { kind: 'record', entries: new Map(), isWhole: true };
}

