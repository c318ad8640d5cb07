/** The databases whose address a function's variables hold: resources of the AWS provider, and modules that many people use instead. */
import type { Database, Setting } from '../../../lambda-function.js';
import type { Declared } from '../configuration/module.js';
import { originOf, type Value } from '../language/values.js';
import { withoutProtocol } from './argument-names.js';
import { number, propertiesOf, sections, text, valueOf, type Path, type Properties } from './properties.js';
import type { ResourceIndex } from './resource-index.js';

/** Parameters of a database: a resource that an argument names, or a list of an argument. */
interface Parameters {
  readonly argument: string;
  /** The type of resource that the argument names; absent: the argument is the list. */
  readonly group?: string;
}

interface Kind {
  readonly parameters: Parameters;
  readonly instanceClass: Path;
  readonly maxCapacity: Path;
  /** What says which instances a cluster has: resources that name it, or a map of an argument. */
  readonly instances?: { readonly type: string; readonly cluster: string };
}

const CLUSTER: Kind = {
  parameters: { argument: 'db_cluster_parameter_group_name', group: 'aws_rds_cluster_parameter_group' }, instanceClass: ['db_cluster_instance_class'],
  maxCapacity: ['serverlessv2_scaling_configuration', 'max_capacity'], instances: { type: 'aws_rds_cluster_instance', cluster: 'cluster_identifier' },
};
const RESOURCES: ReadonlyMap<string, Kind> = new Map([
  ['aws_db_instance', { parameters: { argument: 'parameter_group_name', group: 'aws_db_parameter_group' }, instanceClass: ['instance_class'], maxCapacity: [] }],
  ['aws_rds_cluster', CLUSTER],
]);
/** https://registry.terraform.io/modules/terraform-aws-modules/rds/aws */
const MODULE: Kind = { parameters: { argument: 'parameters' }, instanceClass: ['instance_class'], maxCapacity: [] };
const IS_MODULE = /^terraform-aws-modules\/rds\/aws$|\bterraform-aws-rds$/;
/** What keeps connections for others, so that the database does not see theirs. */
const PROXY = /^aws_db_proxy(?:_endpoint)?$|^terraform-aws-modules\/rds-proxy\/aws$|\bterraform-aws-rds-proxy\b/;
/** All replicas together, which take more than one of them. */
const REPLICAS = 'reader_endpoint';

/** Nothing when `variables` lead to none, or a proxy stands in front of it. */
export function databasesIn(variables: Value | undefined, index: ResourceIndex): readonly Database[] | undefined {
  const values = variables?.kind === 'map' ? [...variables.entries.values()] : [];
  const meant = new Set(values.filter((value) => originOf(value)?.attribute !== REPLICAS).flatMap((value) => index.behind(value) ?? []));
  if ([...meant].some(({ type }) => PROXY.test(withoutProtocol(type)))) return undefined;
  const databases = [...meant].flatMap((declared) => readDatabase(declared, index) ?? []);
  return databases.length > 0 ? databases : undefined;
}

function readDatabase(declared: Declared, index: ResourceIndex): Database | undefined {
  const kind = kindOf(declared);
  if (kind === undefined) return undefined;
  const properties = propertiesOf(declared);
  const instances = instancesOf(declared, kind, index);
  return {
    name: declared.address, engine: text(properties, ['engine']),
    instanceClass: sameClass([text(properties, kind.instanceClass), ...instances.map((instance) => text(instance, ['instance_class']))]),
    maxCapacity: number(properties, kind.maxCapacity),
    ...parametersOf(properties, kind.parameters, instances, index),
  };
}

function kindOf({ mode, type }: Declared): Kind | undefined {
  if (mode === 'module') return IS_MODULE.test(withoutProtocol(type)) ? MODULE : undefined;
  return mode === 'resource' ? RESOURCES.get(type) : undefined;
}

function instancesOf(cluster: Declared, { instances }: Kind, index: ResourceIndex): readonly Properties[] {
  if (instances === undefined) return [];
  return index.ofType(instances.type).map(propertiesOf).filter((properties) => index.behind(valueOf(properties, instances.cluster)) === cluster);
}

function sameClass(classes: readonly (Setting<string> | undefined)[]): Setting<string> | undefined {
  const [first, ...others] = classes.flatMap((each) => each ?? []);
  return others.every(({ value }) => value === first?.value) ? first : undefined;
}

function parametersOf(properties: Properties, { argument, group }: Parameters, instances: readonly Properties[], index: ResourceIndex): Pick<Database, 'maxConnections' | 'hasDefaultParameters'> {
  const given = valueOf(properties, argument);
  // An instance of a cluster may have parameters of its own, which go before those of the cluster.
  const isPlain = instances.every((instance) => valueOf(instance, 'db_parameter_group_name') === undefined);
  if (given === undefined) return { hasDefaultParameters: isPlain };
  const chosen = group === undefined ? undefined : index.behind(given);
  const holder = group === undefined ? properties : chosen?.type === group ? propertiesOf(chosen) : undefined;
  if (holder === undefined || !isPlain) return { hasDefaultParameters: false };
  const before = holder.unknown.length;
  const written = sections(holder, group === undefined ? argument : 'parameter');
  const names = written.map((parameter) => text(parameter, ['name'])?.value);
  const meant = written.find((_, i) => names[i] === 'max_connections');
  if (meant !== undefined) return { maxConnections: number(meant, ['value']), hasDefaultParameters: false };
  return { hasDefaultParameters: holder.unknown.length === before && !names.includes(undefined) && (group !== undefined || given.kind === 'list') };
}
