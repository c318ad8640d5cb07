/** Capacity providers that CDK code declares. */
import { isThere, numberOf, type Made, type StaticValue } from '../evaluation/values.js';
import type { CapacityProvider, Setting } from '../lambda-function.js';
import { idOf } from './construct-path.js';
import { propsOf } from './function-construct.js';
import { instanceTypeOf } from './instance-types.js';
import { madeBy, madeIn } from './names.js';
import { architectureOf, isSet, nameOf, section, setting, type Properties } from './properties.js';

/** The capacity provider that a construct declares; nothing when it is another construct. */
export function capacityProviderOf(construct: Made): CapacityProvider | undefined {
  const name = construct.receiver === undefined ? madeBy(construct) : undefined;
  const isResource = name === 'lambda.CfnCapacityProvider';
  if (name !== 'lambda.CapacityProvider' && !isResource) return undefined;
  const unknown: string[] = [];
  const properties: Properties = { props: propsOf(construct), at: construct.at, unknown };
  return {
    name: idOf(construct) ?? name.slice(name.indexOf('.') + 1), at: construct.at,
    ...(isResource ? resourceSettings(properties) : constructSettings(properties)), unknown,
  };
}

type Settings = Omit<CapacityProvider, 'name' | 'at' | 'unknown'>;

function constructSettings(properties: Properties): Settings {
  const filter = section(properties, 'instanceTypeFilter');
  const types = setting({ ...filter, props: properties.props }, 'instanceTypeFilter', filteredTypes);
  const isExcluding = madeBy(filter.props)?.endsWith('.exclude') === true;
  return {
    architecture: setting(properties, 'architectures', firstArchitecture),
    ...(types === undefined ? {} : isExcluding ? { excludedTypes: types } : { allowedTypes: types }),
    maxVcpus: setting(properties, 'maxVCpuCount', numberOf),
    subnets: setting(properties, 'subnets', sources),
    // The construct makes a role when none is given.
    operatorRole: isSet(properties, 'operatorRole') ? setting(properties, 'operatorRole', nameOf) : { value: 'made by CDK' },
  };
}

function resourceSettings(properties: Properties): Settings {
  const instances = section(properties, 'instanceRequirements');
  return {
    architecture: setting(instances, 'architectures', firstArchitecture),
    allowedTypes: setting(instances, 'allowedInstanceTypes', typesIn),
    excludedTypes: setting(instances, 'excludedInstanceTypes', typesIn),
    maxVcpus: setting(section(properties, 'capacityProviderScalingConfig'), 'maxVCpuCount', numberOf),
    subnets: setting(section(properties, 'vpcConfig'), 'subnetIds', sources),
    operatorRole: setting(section(properties, 'permissionsConfig'), 'capacityProviderOperatorRoleArn', nameOf),
  };
}

function firstArchitecture(value: StaticValue | undefined): string | undefined {
  return value?.kind === 'list' ? architectureOf(value.items[0]) : undefined;
}

/** `InstanceTypeFilter.allow([new ec2.InstanceType('m7g.xlarge')])` */
function filteredTypes(value: StaticValue | undefined): readonly string[] | undefined {
  return madeBy(value)?.startsWith('lambda.InstanceTypeFilter.') ? typesIn(madeIn(value)?.args[0]) : undefined;
}

function typesIn(value: StaticValue | undefined): readonly string[] | undefined {
  const list = value?.kind === 'record' ? [...value.entries.values()][0]?.value : value;
  const types = list?.kind === 'list' && list.isWhole ? list.items.map(instanceTypeOf) : [undefined];
  return types.includes(undefined) ? undefined : types.flatMap((type) => type ?? []);
}

/** Subnets by their ids, or by what they are taken from. */
function sources(value: StaticValue | undefined): readonly string[] | undefined {
  if (!isThere(value)) return undefined;
  const names = (value.kind === 'list' ? value.items : [value]).map((item) => (item.kind === 'member' ? `${nameOf(item.of) ?? '?'}.${item.name}` : nameOf(item)));
  return names.length === 0 || names.includes(undefined) ? undefined : names.flatMap((name) => name ?? []);
}

/** What a function says of the provider that `value` means: its settings, where it is declared here. */
export function providerMeant(value: StaticValue | undefined, providers: ReadonlyMap<Made, CapacityProvider>): { readonly provider?: CapacityProvider } {
  const made = madeIn(value?.kind === 'member' ? value.of : value);
  const provider = made && providers.get(made);
  return provider === undefined ? {} : { provider };
}

/** The provider by the name that its code has for it. */
export function providerName(value: StaticValue | undefined, from: Setting<string>['from']): Setting<string> | undefined {
  const name = nameOf(value);
  return name === undefined ? undefined : { value: name, from };
}
