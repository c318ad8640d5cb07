/**
 * What functions are called and what their settings are called: the resource of the AWS provider, and modules that many people use instead.
 * Sources: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function and the pages of the modules.
 */
import type { Path } from './properties.js';

export interface ArgumentNames {
  readonly name: Path;
  readonly runtime: Path;
  readonly handler: Path;
  readonly memory: Path;
  readonly timeout: Path;
  readonly architectures: Path;
  readonly packageType: Path;
  readonly imageUri: Path;
  readonly imageCommand: Path;
  readonly ephemeralStorage: Path;
  readonly environment: Path;
  readonly layers: Path;
  readonly logFormat: Path;
  readonly snapStart: Path;
  readonly subnets: Path;
  readonly fileSystem: Path;
  readonly deadLetter: Path;
  readonly onFailure: Path;
  readonly publish: Path;
  readonly publishTo: Path;
  readonly provisionedConcurrency: Path;
  readonly acceleratorMemory: Path;
  readonly capacityProvider: Path;
  readonly memoryPerVcpu: Path;
  readonly maxConcurrency: Path;
}

const NOT_SAID: Path = [];
const INSTANCES = ['capacity_provider_config', 'lambda_managed_instances_capacity_provider_config'] as const;

export const RESOURCE_TYPE = 'aws_lambda_function';

/** `aws_lambda_function` */
export const RESOURCE_ARGUMENTS: ArgumentNames = {
  name: ['function_name'], runtime: ['runtime'], handler: ['handler'], memory: ['memory_size'], timeout: ['timeout'], architectures: ['architectures'],
  packageType: ['package_type'], imageUri: ['image_uri'], imageCommand: ['image_config', 'command'], ephemeralStorage: ['ephemeral_storage', 'size'],
  environment: ['environment', 'variables'], layers: ['layers'], logFormat: ['logging_config', 'log_format'], snapStart: ['snap_start', 'apply_on'],
  subnets: ['vpc_config', 'subnet_ids'], fileSystem: ['file_system_config', 'arn'], deadLetter: ['dead_letter_config', 'target_arn'], onFailure: NOT_SAID,
  publish: ['publish'], publishTo: ['publish_to'], provisionedConcurrency: NOT_SAID, acceleratorMemory: ['accelerator_config', 'accelerator_memory_size'],
  capacityProvider: [...INSTANCES, 'capacity_provider_arn'], memoryPerVcpu: [...INSTANCES, 'execution_environment_memory_gib_per_vcpu'],
  maxConcurrency: [...INSTANCES, 'per_execution_environment_max_concurrency'],
};

/** https://registry.terraform.io/modules/terraform-aws-modules/lambda/aws */
const COMMUNITY_ARGUMENTS: ArgumentNames = {
  name: ['function_name'], runtime: ['runtime'], handler: ['handler'], memory: ['memory_size'], timeout: ['timeout'], architectures: ['architectures'],
  packageType: ['package_type'], imageUri: ['image_uri'], imageCommand: ['image_config_command'], ephemeralStorage: ['ephemeral_storage_size'],
  environment: ['environment_variables'], layers: ['layers'], logFormat: ['logging_log_format'], snapStart: ['snap_start'],
  subnets: ['vpc_subnet_ids'], fileSystem: ['file_system_arn'], deadLetter: ['dead_letter_target_arn'], onFailure: ['destination_on_failure'],
  publish: ['publish'], publishTo: NOT_SAID, provisionedConcurrency: ['provisioned_concurrent_executions'], acceleratorMemory: NOT_SAID,
  capacityProvider: ['managed_instances_capacity_provider_arn'], memoryPerVcpu: NOT_SAID, maxConcurrency: NOT_SAID,
};

/** https://registry.terraform.io/modules/DataDog/lambda-datadog/aws */
const DATADOG_ARGUMENTS: ArgumentNames = {
  ...COMMUNITY_ARGUMENTS, imageUri: NOT_SAID, imageCommand: NOT_SAID, logFormat: ['logging_config_log_format'], snapStart: ['snap_start_apply_on'], subnets: ['vpc_config_subnet_ids'],
  fileSystem: ['file_system_config_arn'], deadLetter: ['dead_letter_config_target_arn'], onFailure: NOT_SAID, provisionedConcurrency: NOT_SAID, capacityProvider: NOT_SAID,
};

/** https://registry.terraform.io/modules/cloudposse/lambda-function/aws */
const CLOUDPOSSE_ARGUMENTS: ArgumentNames = {
  ...COMMUNITY_ARGUMENTS, imageCommand: ['image_config', 'command'], environment: ['lambda_environment', 'variables'], logFormat: NOT_SAID, snapStart: NOT_SAID,
  subnets: ['vpc_config', 'subnet_ids'], fileSystem: NOT_SAID, deadLetter: ['dead_letter_config_target_arn'], onFailure: NOT_SAID, provisionedConcurrency: NOT_SAID, capacityProvider: NOT_SAID,
};

/** A module of a registry that makes one function. */
export interface KnownModule {
  /** Registry address or repository, without version and protocol. */
  readonly source: RegExp;
  readonly names: ArgumentNames;
  /** Arguments that make no function of it: when the first are not true, when the second are. */
  readonly onlyIf: readonly string[];
  readonly unless: readonly string[];
  /** Arguments that name a package; and, in the order in which they win, those that say where the code is that the module packs. */
  readonly packages: readonly string[];
  readonly sources: readonly string[];
}

export const KNOWN_MODULES: readonly KnownModule[] = [
  {
    source: /^(?:[\w.-]+\/)?terraform-aws-modules\/(?:lambda\/aws|terraform-aws-lambda)$/, names: COMMUNITY_ARGUMENTS,
    onlyIf: ['create', 'create_function'], unless: ['create_layer'], packages: ['local_existing_package'], sources: ['source_path'],
  },
  { source: /^(?:[\w.-]+\/)?DataDog\/(?:lambda-datadog\/aws|terraform-aws-lambda-datadog)$/i, names: DATADOG_ARGUMENTS, onlyIf: [], unless: [], packages: [], sources: [] },
  { source: /^(?:[\w.-]+\/)?cloudposse\/(?:lambda-function\/aws|terraform-aws-lambda-function)$/, names: CLOUDPOSSE_ARGUMENTS, onlyIf: ['enabled'], unless: [], packages: [], sources: [] },
];

/** `git::https://github.com/owner/name.git?ref=v1` is `github.com/owner/name`. */
export function withoutProtocol(source: string): string {
  return source.replace(/^git::/, '').replace(/^(?:https?:\/\/|ssh:\/\/|git@)(?:git@)?/, '').replace(/[?#].*$/, '').replace(/(?<=^[\w.-]+):/, '/').replace(/\.git$/, '').replace(/\/+$/, '');
}
