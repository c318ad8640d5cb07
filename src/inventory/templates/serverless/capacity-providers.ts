/** Capacity providers of a Serverless service, and the settings of functions that run on one. */
import type { CapacityProvider, ManagedInstancesSettings, Setting } from '../../lambda-function.js';
import { readCapacityProvider } from '../cloudformation/capacity-providers.js';
import { list, number, property, reference, referenceOf, section, text, type Properties } from '../cloudformation/properties.js';
import { resourceMeant } from '../cloudformation/template.js';
import type { TemplateNode } from '../document.js';
import { entriesOf, type Service } from './service.js';

/** A provider of this name exists without being declared, in the network of all functions. */
const DEFAULT_PROVIDER = 'default';

/** In the order of the text. */
export function capacityProvidersOf(service: Service): readonly CapacityProvider[] {
  return entriesOf(service.provider?.get('capacityProviders')).map(([name, node]) => providerOf(service, name, node));
}

/** The settings of a function that runs on a provider: a name, an ARN, or a mapping with the name in it. */
export function managedInstancesOf(service: Service, properties: Properties): ManagedInstancesSettings | undefined {
  const node = property(properties, 'capacityProvider');
  if (!node || (node.kind === 'scalar' && node.value === null)) return undefined;
  if (node.kind !== 'map') {
    const name = reference(properties, 'capacityProvider');
    return { at: node.at, capacityProvider: name, provider: providerNamed(service, name?.value, node) ?? providerInStack(service, node) };
  }
  const settings = section(properties, 'capacityProvider');
  const scaling = section(settings, 'scaling');
  const name = reference(settings, 'name');
  return {
    at: node.at, capacityProvider: name, provider: providerNamed(service, name?.value, node) ?? providerInStack(service, property(settings, 'name')),
    memoryPerVcpu: number(settings, 'memoryPerVCpu'),
    maxConcurrency: number(settings, 'maxConcurrency'),
    minEnvironments: number(scaling, 'min'),
    maxEnvironments: number(scaling, 'max'),
  };
}

function providerNamed(service: Service, name: string | undefined, use: TemplateNode): CapacityProvider | undefined {
  const declared = entriesOf(service.provider?.get('capacityProviders')).find(([key]) => key === name);
  if (declared) return providerOf(service, ...declared);
  return name === DEFAULT_PROVIDER ? providerOf(service, name, { kind: 'scalar', value: null, at: use.at }) : undefined;
}

/** A provider that the raw CloudFormation of the service declares. */
function providerInStack({ stack }: Service, node: TemplateNode | undefined): CapacityProvider | undefined {
  const resource = resourceMeant(stack, node);
  return resource && readCapacityProvider(stack, resource);
}

/** What a provider does not say for itself it has from the service: network and architecture. */
function providerOf(service: Service, name: string, node: TemplateNode): CapacityProvider {
  const unknown: string[] = node.kind === 'unknown' ? [`capacityProviders.${name}: ${node.reason}`] : [];
  const own: Properties = { own: node.kind === 'map' ? node : undefined, globals: undefined, scope: service.stack.scope, unknown, path: `capacityProviders.${name}.` };
  const ofService: Properties = { ...own, own: service.provider, path: '' };
  const instances = section(own, 'instanceRequirements');
  const network = section(own, 'vpc');
  return {
    name, at: node.at,
    architecture: firstOf(instances, 'architectures') ?? text(ofService, 'architecture'),
    allowedTypes: textsOf(instances, 'allowedInstanceTypes'),
    excludedTypes: textsOf(instances, 'excludedInstanceTypes'),
    maxVcpus: number(section(own, 'scaling'), 'maxVCpuCount'),
    subnets: textsOf(network.own ? network : section(ofService, 'vpc'), 'subnetIds'),
    // The framework makes a role when none is given.
    operatorRole: reference(section(own, 'permissions'), 'operatorRole') ?? { value: 'made by the Serverless Framework' },
    unknown,
  };
}

function firstOf(properties: Properties, name: string): Setting<string> | undefined {
  const [first] = list(properties, name, { additive: false });
  return first && referenceOf(first, properties.scope);
}

/** The items of a list, as far as they are written down; a list that is a reference is one item. */
function textsOf(properties: Properties, name: string): Setting<readonly string[]> | undefined {
  const node = property(properties, name);
  if (!node) return undefined;
  const items = node.kind === 'list' ? node.items() : [node];
  const value = items.flatMap((item) => referenceOf(item, properties.scope)?.value ?? []);
  return value.length === 0 ? undefined : { value, from: node.at };
}
