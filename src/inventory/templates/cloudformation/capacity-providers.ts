/** Capacity providers that a template declares: `AWS::Lambda::CapacityProvider` and SAM's short form of it. */
import type { CapacityProvider, Setting } from '../../lambda-function.js';
import { list, number, property, reference, referenceOf, section, type Properties } from './properties.js';
import { propertiesOf, type Resource, type Template } from './template.js';

/** Names of the same properties in the two forms. */
interface Names {
  readonly allowed: string;
  readonly excluded: string;
  readonly scaling: string;
  readonly role: (properties: Properties) => Setting<string> | undefined;
}

const NAMES: ReadonlyMap<string, Names> = new Map([
  ['AWS::Lambda::CapacityProvider', {
    allowed: 'AllowedInstanceTypes', excluded: 'ExcludedInstanceTypes', scaling: 'CapacityProviderScalingConfig',
    role: (properties: Properties) => reference(section(properties, 'PermissionsConfig'), 'CapacityProviderOperatorRoleArn'),
  }],
  ['AWS::Serverless::CapacityProvider', {
    allowed: 'AllowedTypes', excluded: 'ExcludedTypes', scaling: 'ScalingConfig',
    // SAM makes a role when none is given.
    role: (properties: Properties) => reference(properties, 'OperatorRole') ?? { value: 'made by SAM' },
  }],
]);

export function isCapacityProvider(type: string): boolean {
  return NAMES.has(type);
}

/** The capacity provider that `resource` is; nothing when it is another resource. */
export function readCapacityProvider(template: Template, resource: Resource): CapacityProvider | undefined {
  const names = NAMES.get(resource.type);
  if (!names) return undefined;
  const unknown: string[] = [];
  const properties = propertiesOf(template, resource, unknown);
  const instances = section(properties, 'InstanceRequirements');
  return {
    name: resource.logicalId, at: resource.node.at,
    architecture: texts(instances, 'Architectures', first),
    allowedTypes: texts(instances, names.allowed, all),
    excludedTypes: texts(instances, names.excluded, all),
    maxVcpus: number(section(properties, names.scaling), 'MaxVCpuCount'),
    subnets: texts(section(properties, 'VpcConfig'), 'SubnetIds', all),
    operatorRole: names.role(properties),
    unknown,
  };
}

/** The items of a list, as far as they are written down; a list that is a reference is one item. */
function texts<T>(properties: Properties, name: string, pick: (values: readonly string[]) => T | undefined): Setting<T> | undefined {
  const node = property(properties, name);
  if (!node) return undefined;
  const items = node.kind === 'list' ? list(properties, name, { additive: false }) : [node];
  const value = pick(items.flatMap((item) => referenceOf(item, properties.scope)?.value ?? []));
  return value === undefined ? undefined : { value, from: node.at };
}

function first(values: readonly string[]): string | undefined {
  return values[0];
}

function all(values: readonly string[]): readonly string[] | undefined {
  return values.length === 0 ? undefined : values;
}
