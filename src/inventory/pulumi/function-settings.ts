/** The settings of a function in the arguments of Pulumi's `lambda.Function`. */
import { conflictsIn, environmentIn } from '../cdk/function-construct.js';
import { architectureOf, isSet, nameOf, section, setting, type Properties } from '../cdk/properties.js';
import { managedInstancesIn } from '../cdk/resource-properties.js';
import { memberOf, numberOf, propertyOf, textOf, truthOf, type Made, type StaticValue } from '../evaluation/values.js';
import type { CapacityProvider, Setting } from '../lambda-function.js';
import type { DeclaredFunction } from '../templates/declared-function.js';
import { resourceBehind, resourceMeant } from './resource-names.js';

/** What the arguments say of a function, apart from its code and what calls it. */
export type ResourceSettings = Pick<DeclaredFunction,
  'runtime' | 'memory' | 'timeout' | 'ephemeralStorage' | 'architecture' | 'environment' | 'layers' | 'conflicts' | 'managedInstances' | 'publishes' | 'failureDestination'>;

export function settingsIn(properties: Properties, providers: ReadonlyMap<Made, CapacityProvider>): ResourceSettings {
  return {
    runtime: setting(properties, 'runtime', runtimeOf),
    memory: setting(properties, 'memorySize', numberOf), timeout: setting(properties, 'timeout', numberOf),
    ephemeralStorage: setting(section(properties, 'ephemeralStorage'), 'size', numberOf),
    architecture: setting(properties, 'architectures', (value) => (value?.kind === 'list' ? architectureOf(value.items[0]) : undefined)),
    environment: environmentIn(section(section(properties, 'environment'), 'variables')),
    layers: layersOf(section(properties, 'layers')),
    conflicts: conflictsIn(properties),
    managedInstances: managedInstancesIn(properties, (value) => providerIn(value, providers)),
    ...(truthOf(propertyOf(properties.props, 'publish')?.value) === true ? { publishes: { value: 'publish', from: section(properties, 'publish').at } } : {}),
    failureDestination: deadLetters(section(properties, 'deadLetterConfig')),
  };
}

/** `Runtime.NodeJS22dX`, `Runtime.PYTHON3D13`, or the text. */
function runtimeOf(value: StaticValue | undefined): string | undefined {
  const system = /^Custom(AL2023|AL2)?$|^CUSTOM_(AL2023|AL2)$/.exec(memberOf(value) ?? '');
  if (system) return ['provided', ...[system[1] ?? system[2]].flatMap((name) => name?.toLowerCase() ?? [])].join('.');
  const [, family, version] = /^(NodeJS|NODE_JS|Python|PYTHON|Java|JAVA|Dotnet|DOTNET)_?(\w*)$/.exec(memberOf(value) ?? '') ?? [];
  return family === undefined || version === undefined ? textOf(value) : `${family.replace('_', '').toLowerCase()}${version.toLowerCase().replace('d', '.')}`;
}

function layersOf({ props, at }: Properties): readonly Setting<string>[] {
  return props?.kind === 'list' ? props.items.flatMap((item) => { const name = nameOf(item); return name === undefined ? [] : [{ value: name, from: at }]; }) : [];
}

function deadLetters(properties: Properties): Setting<string> | undefined {
  return isSet(properties, 'targetArn') ? { value: resourceBehind(section(properties, 'targetArn').props) ?? 'deadLetterConfig', from: section(properties, 'targetArn').at } : undefined;
}

function providerIn(value: StaticValue | undefined, providers: ReadonlyMap<Made, CapacityProvider>): { readonly provider?: CapacityProvider } {
  const made = resourceMeant(value);
  const provider = made && providers.get(made);
  return provider ? { provider } : {};
}

