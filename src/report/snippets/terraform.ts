/** The settings as a Terraform file, for version 6.25 or later of the provider hashicorp/aws. */
import { commented, heading, joined, withReason } from './comments.js';
import { snakeCase } from './names.js';
import type { NewProvider, PlannedFunction, PlannedProvider, SnippetPlan } from './plan.js';
import { quoted, terraformText } from './quoted.js';

interface Variable {
  readonly name: string;
  readonly type: 'string' | 'list(string)';
  readonly description: string;
}

export function terraformSnippet(plan: SnippetPlan): string {
  return joined([
    ...heading('#', 'a Terraform file (hashicorp/aws 6.25 or later)', 'Take along what a function has besides: environment, layers, its permissions and the event sources that name it.', plan),
    ...[...providerVariables(plan), ...plan.functions.flatMap(codeVariables)].flatMap(variableLines),
    ...plan.providers.flatMap((provider) => (provider.kind === 'new' ? providerLines(provider) : [])),
    ...plan.functions.flatMap(functionLines),
  ]);
}

function providerVariables({ providers }: SnippetPlan): readonly Variable[] {
  const network: readonly Variable[] = [
    { name: 'subnet_ids', type: 'list(string)', description: 'Where the instances run; take a subnet in each of three Availability Zones.' },
    { name: 'security_group_ids', type: 'list(string)', description: 'Security groups of the instances.' },
  ];
  return [
    ...(providers.some(({ kind }) => kind === 'new') ? network : []),
    ...providers.flatMap((provider): readonly Variable[] => (provider.kind === 'present' ? [{ name: `${snakeCase(provider.id)}_arn`, type: 'string', description: `ARN of the capacity provider ${provider.name}.` }] : [])),
  ];
}

function codeVariables({ id, name, isImage, handler }: PlannedFunction): readonly Variable[] {
  const variable = (suffix: string, description: string): Variable => ({ name: `${snakeCase(id)}_${suffix}`, type: 'string', description });
  const role = variable('role_arn', `ARN of the execution role of ${name}.`);
  if (isImage) return [role, variable('image_uri', `Image of ${name} in the registry.`)];
  return [role, variable('package', `File with the package of ${name}.`), ...(handler === undefined ? [variable('handler', `Handler of ${name}.`)] : [])];
}

function variableLines({ name, type, description }: Variable): readonly string[] {
  return ['', `variable "${name}" {`, `  description = ${terraformText(description)}`, `  type        = ${type}`, '}'];
}

function providerLines({ id, architecture, maxVcpus }: NewProvider): readonly string[] {
  const name = snakeCase(id);
  return [
    '', `resource "aws_iam_role" "${name}_operator" {`, '  assume_role_policy = jsonencode({', '    Version   = "2012-10-17"',
    '    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]', '  })', '}',
    '', `resource "aws_iam_role_policy_attachment" "${name}_operator" {`, `  role       = aws_iam_role.${name}_operator.name`, '  policy_arn = "arn:aws:iam::aws:policy/AWSLambdaManagedEC2ResourceOperator"', '}',
    '', `resource "aws_lambda_capacity_provider" "${name}" {`, `  name = "${name.replaceAll('_', '-')}"`, '',
    '  vpc_config {', '    subnet_ids         = var.subnet_ids', '    security_group_ids = var.security_group_ids', '  }', '',
    '  permissions_config {', `    capacity_provider_operator_role_arn = aws_iam_role.${name}_operator.arn`, '  }', '',
    '  instance_requirements {', `    architectures = ["${architecture}"]`, '  }', '',
    '  capacity_provider_scaling_config {', ...withReason('#', '    ', maxVcpus.reason, `max_vcpu_count = ${maxVcpus.value}`), '  }', '}',
  ];
}

function providerArn(provider: PlannedProvider): string {
  return provider.kind === 'new' ? `aws_lambda_capacity_provider.${snakeCase(provider.id)}.arn` : `var.${snakeCase(provider.id)}_arn`;
}

function functionLines(fn: PlannedFunction): readonly string[] {
  const { id, name, remarks, timeout, provider, advice } = fn;
  const { memory, memoryPerVcpu, maxConcurrency, minEnvironments, maxEnvironments, ephemeralStorage, architecture } = advice;
  const label = snakeCase(id);
  return [
    '', ...remarks.flatMap((remark, index) => commented('#', '', index === 0 ? `${name}: ${remark}` : `- ${remark}`)),
    `resource "aws_lambda_function" "${label}" {`,
    `  function_name = ${quoted(label.replaceAll('_', '-'))}`, `  role = var.${label}_role_arn`, ...codeLines(fn, label),
    ...withReason('#', '  ', architecture.reason, `architectures = ["${architecture.value}"]`),
    ...withReason('#', '  ', memory.reason, `memory_size = ${memory.value}`),
    ...(timeout === undefined ? [] : [`  timeout = ${timeout}`]),
    ...commented('#', '  ', 'Managed instances run published versions only.'), '  publish    = true', '  publish_to = "LATEST_PUBLISHED"', '',
    '  ephemeral_storage {', ...withReason('#', '    ', ephemeralStorage.reason, `size = ${ephemeralStorage.value}`), '  }', '',
    '  capacity_provider_config {', '    lambda_managed_instances_capacity_provider_config {', `      capacity_provider_arn = ${providerArn(provider)}`,
    ...withReason('#', '      ', memoryPerVcpu.reason, `execution_environment_memory_gib_per_vcpu = ${memoryPerVcpu.value}`),
    ...withReason('#', '      ', maxConcurrency.reason, `per_execution_environment_max_concurrency = ${maxConcurrency.value}`),
    '    }', '  }', '}',
    '', `resource "aws_lambda_function_scaling_config" "${label}" {`, `  function_name = aws_lambda_function.${label}.function_name`, '  qualifier     = "$LATEST.PUBLISHED"', '',
    '  function_scaling_config {',
    ...withReason('#', '    ', minEnvironments.reason, `min_execution_environments = ${minEnvironments.value}`),
    ...withReason('#', '    ', maxEnvironments.reason, `max_execution_environments = ${maxEnvironments.value}`),
    '  }', '}',
  ];
}

function codeLines({ isImage, runtime, handler }: PlannedFunction, label: string): readonly string[] {
  if (isImage) return ['  package_type = "Image"', `  image_uri    = var.${label}_image_uri`];
  return [
    `  filename = var.${label}_package`,
    ...(runtime ? withReason('#', '  ', runtime.reason, `runtime = ${terraformText(runtime.value)}`) : []),
    `  handler = ${handler === undefined ? `var.${label}_handler` : terraformText(handler)}`,
  ];
}
