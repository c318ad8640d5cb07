/** `aws_lambda_capacity_provider` */
import type { CapacityProvider } from '../../../lambda-function.js';
import type { Declared } from '../configuration/module.js';
import { number, propertiesOf, reference, references, texts } from './properties.js';
import type { ResourceIndex } from './resource-index.js';

/** The capacity providers of a configuration, by their resources. */
export function readCapacityProviders(index: ResourceIndex): ReadonlyMap<Declared, CapacityProvider> {
  return new Map(index.ofType('aws_lambda_capacity_provider').filter(({ mode }) => mode === 'resource').map((declared) => [declared, readCapacityProvider(declared)]));
}

function readCapacityProvider(declared: Declared): CapacityProvider {
  const properties = propertiesOf(declared);
  const requirements = 'instance_requirements';
  return {
    name: declared.address, at: declared.block.at,
    architecture: references(properties, [requirements, 'architectures'])[0],
    allowedTypes: texts(properties, [requirements, 'allowed_instance_types']),
    excludedTypes: texts(properties, [requirements, 'excluded_instance_types']),
    maxVcpus: number(properties, ['capacity_provider_scaling_config', 'max_vcpu_count']),
    subnets: texts(properties, ['vpc_config', 'subnet_ids']),
    operatorRole: reference(properties, ['permissions_config', 'capacity_provider_operator_role_arn']),
    unknown: properties.unknown,
  };
}
