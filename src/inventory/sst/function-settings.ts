/** The settings of a function as SST's components take them; what goes past them is written as Pulumi does. */
import { isSet, nameOf, noteUnknown, section, secondsOf as secondsOfDuration, setting, type Properties } from '../cdk/properties.js';
import { isThere, numberOf, textOf, type Made, type StaticValue } from '../evaluation/values.js';
import type { CapacityProvider, Setting, Trigger } from '../lambda-function.js';
import { settingsIn, type ResourceSettings } from '../pulumi/function-settings.js';
import type { DeclaredFunction } from '../templates/declared-function.js';

type Settings = ResourceSettings;

/** What settings of one function may come from beside itself. */
export interface SettingsContext {
  readonly providers: ReadonlyMap<Made, CapacityProvider>;
  /** Version 2: those of `setDefaultFunctionProps`. */
  readonly defaults: readonly Properties[];
}

/** What applications and stacks of version 2 say for all their functions. */
export function defaultsIn(made: readonly Made[]): readonly Properties[] {
  return made.filter(({ by, receiver }) => by === 'setDefaultFunctionProps' && receiver !== undefined).map(({ args, at }) => ({ props: args[0], at, unknown: [] }));
}

/** Of the function itself, with what its component (`defaults`) and its application say where it does not, and what goes past them. */
export function functionSettings(properties: Properties, { providers, defaults }: SettingsContext, ofComponent: StaticValue | undefined): Settings {
  const [first, ...others] = defaults;
  // Which of several stacks a function belongs to is not known.
  if (others.length > 0) noteUnknown(properties, 'defaults', 'setDefaultFunctionProps is called more than once');
  const fallbacks = [...(ofComponent === undefined ? [] : [{ ...properties, props: ofComponent }]), ...(first && others.length === 0 ? [first] : [])];
  const own = fallbacks.map(componentSettings).reduce(withFallback, componentSettings(properties));
  const transform = section(properties, 'transform');
  const resource = section(transform, 'function');
  if (resource.props?.kind !== 'record') {
    if (isSet(transform, 'function')) noteUnknown(properties, 'transform', 'a function changes the settings of the resource');
    return own;
  }
  return withFallback(settingsIn(resource, providers), own);
}

/** The first settings win where they say something; lists are put together. */
function withFallback(first: Settings, fallback: Settings): Settings {
  const said = Object.fromEntries(Object.entries(first).filter(([, value]) => value !== undefined)) as Partial<Settings>;
  return {
    ...fallback, ...said,
    environment: new Map([...fallback.environment, ...first.environment]), layers: [...fallback.layers, ...first.layers], conflicts: [...fallback.conflicts, ...first.conflicts],
  };
}

function componentSettings(properties: Properties): Settings {
  return {
    runtime: setting(properties, 'runtime', textOf),
    memory: setting(properties, 'memory', megabytesOf) ?? setting(properties, 'memorySize', megabytesOf),
    timeout: setting(properties, 'timeout', secondsOf),
    ephemeralStorage: setting(properties, 'storage', megabytesOf) ?? setting(properties, 'diskSize', megabytesOf),
    architecture: setting(properties, 'architecture', textOf),
    environment: environmentOf(section(properties, 'environment')),
    layers: itemsOf(section(properties, 'layers').props).flatMap((layer): readonly Setting<string>[] => { const layerName = nameOf(layer); return layerName === undefined ? [] : [{ value: layerName, from: section(properties, 'layers').at }]; }),
    conflicts: [
      ...(isSet(properties, 'vpc') ? [{ value: 'vpc-config' as const, from: section(properties, 'vpc').at }] : []),
      ...(isSet(properties, 'volume') ? [{ value: 'file-system' as const, from: section(properties, 'volume').at }] : []),
      ...(isSet(section(properties, 'concurrency'), 'provisioned') ? [{ value: 'provisioned-concurrency' as const, from: section(properties, 'concurrency').at }] : []),
    ],
    ...(isSet(properties, 'versioning') ? { publishes: { value: 'versioning', from: section(properties, 'versioning').at } } : {}),
  };
}

/** The URL that a function itself has. */
export function urlOf(properties: Properties): readonly Trigger[] {
  return isSet(properties, 'url') ? [{ kind: 'function-url', name: 'url', at: section(properties, 'url').at }] : [];
}

function environmentOf({ props, at }: Properties): DeclaredFunction['environment'] {
  return new Map(props?.kind === 'record' ? [...props.entries].map(([name, property]) => [name, { value: textOf(property.value), from: property.at ?? at }] as const) : []);
}

function itemsOf(value: StaticValue | undefined): readonly StaticValue[] {
  return value?.kind === 'list' ? value.items.filter(isThere) : [];
}

/** `1024 MB`, `2 GB`, 1024 */
function megabytesOf(value: StaticValue | undefined): number | undefined {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*(MB|GB)$/.exec(textOf(value) ?? '') ?? [];
  return amount === undefined ? numberOf(value) : Number(amount) * (unit === 'GB' ? 1024 : 1);
}

const SECONDS: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3600 };

/** `20 seconds`, `5 minutes`, 20; version 2 also takes durations of CDK. */
export function secondsOf(value: StaticValue | undefined): number | undefined {
  const [, amount, unit = ''] = /^(\d+)\s*(second|minute|hour)s?$/.exec(textOf(value) ?? '') ?? [];
  return amount === undefined ? numberOf(value) ?? secondsOfDuration(value) : Number(amount) * (SECONDS[unit] ?? 1);
}
