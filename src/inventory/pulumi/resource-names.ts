/** Resources of Pulumi's AWS provider by their names, and values that refer to them. */
import { textOf, type Made, type StaticValue } from '../evaluation/values.js';

/** SST's programs have the provider as a global name. */
const RESOURCE = /^(?:@pulumi\/aws|pulumi_aws|aws)[./](?:default\.)?([a-z0-9_]+)[./](\w+)$/;
/** Components that make an API of routes and functions. */
const REST_API = /^(?:@pulumi\/aws-apigateway|pulumi_aws_apigateway)\.(?:default\.)?RestAPI$|^@pulumi\/awsx\.(?:classic\.)?apigateway\.API$/;

/** `lambda.Function`, `sqs.Queue`, `RestAPI`; nothing for what is no resource of AWS. */
export function resourceName({ by, receiver }: Made): string | undefined {
  if (receiver === undefined && REST_API.test(by)) return 'RestAPI';
  const [, module, name] = receiver === undefined ? RESOURCE.exec(by) ?? [] : [];
  return module === undefined ? undefined : `${module.replace(/_$/, '')}.${name}`;
}

/** Arguments by name: the second one, or those that are named in the call. */
export function inputsOf({ args }: Made): StaticValue | undefined {
  return args.slice(1).find((arg) => arg.kind === 'record') ?? args[1];
}

/** The name of the resource that a value is of: `queue.arn`. */
export function resourceBehind(value: StaticValue | undefined): string | undefined {
  const made = resourceMeant(value);
  return made ? textOf(made.args[0]) : textOf(value);
}

/** Properties of a component that are its resource: `orders.nodes.function`. */
const NODES: ReadonlySet<string> = new Set(['nodes', 'function', 'queue', 'bucket', 'table', 'topic', 'stream']);

/** The resource that a value is, or a property of; of a component its main resource. */
export function resourceMeant(value: StaticValue | undefined): Made | undefined {
  let owner = value?.kind === 'member' ? value.of : value;
  while (owner?.kind === 'member' && NODES.has(owner.name)) owner = owner.of;
  return owner?.kind === 'made' ? owner : undefined;
}
