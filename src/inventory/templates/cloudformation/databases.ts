/** The databases of the template whose address a function's variables hold, as far as it says how many connections they take. */
import type { Database } from '../../lambda-function.js';
import { isPresent, number, property, propertyNames, referenceOf, section, text, type Properties } from './properties.js';
import { propertiesOf, resourceMeant, resourcesOf, type Resource, type Template } from './template.js';

interface Kind {
  /** Where the parameters are that its engine is run with. */
  readonly parameters: string;
  readonly group: string;
}

const INSTANCE = 'AWS::RDS::DBInstance';
const CLUSTER = 'AWS::RDS::DBCluster';
const DATABASES: ReadonlyMap<string, Kind> = new Map([
  [INSTANCE, { parameters: 'DBParameterGroupName', group: 'AWS::RDS::DBParameterGroup' }],
  [CLUSTER, { parameters: 'DBClusterParameterGroupName', group: 'AWS::RDS::DBClusterParameterGroup' }],
]);
/** What keeps connections for others, so that the database does not see theirs. */
const PROXY = 'AWS::RDS::DBProxy';

/** All replicas together, which take more than one of them. */
const REPLICAS = /\bReadEndpoint\b/;

/** Those that `variables` lead to; nothing when there is none, or a proxy stands in front of it. */
export function databasesOf(template: Template, variables: Properties): readonly Database[] | undefined {
  const values = propertyNames(variables).flatMap((name) => property(variables, name) ?? []);
  const meant = new Set(values.filter((value) => !REPLICAS.test(referenceOf(value, template.scope)?.value ?? '')).flatMap((value) => resourceMeant(template, value) ?? []));
  if ([...meant].some(({ type }) => type === PROXY)) return undefined;
  const databases = [...meant].flatMap((resource) => readDatabase(template, resource) ?? []);
  return databases.length > 0 ? databases : undefined;
}

function readDatabase(template: Template, resource: Resource): Database | undefined {
  const kind = DATABASES.get(resource.type);
  if (!kind) return undefined;
  const properties = propertiesOf(template, resource);
  const instances = resource.type === CLUSTER ? instancesOf(template, resource) : [];
  const instanceClass = sameClass([properties, ...instances].flatMap((each) => text(each, 'DBInstanceClass') ?? []));
  return {
    name: resource.logicalId, engine: text(properties, 'Engine'), instanceClass,
    maxCapacity: number(section(properties, 'ServerlessV2ScalingConfiguration'), 'MaxCapacity'),
    ...parametersOf(template, properties, kind, instances),
  };
}

function instancesOf(template: Template, cluster: Resource): readonly Properties[] {
  return resourcesOf(template, (type) => type === INSTANCE).map((instance) => propertiesOf(template, instance)).filter((properties) => resourceMeant(template, property(properties, 'DBClusterIdentifier')) === cluster);
}

function sameClass(classes: readonly NonNullable<Database['instanceClass']>[]): Database['instanceClass'] {
  const [first, ...others] = classes;
  return others.every(({ value }) => value === first?.value) ? first : undefined;
}

/** What the parameters of a group say, when it is in the template. */
function parametersOf(template: Template, properties: Properties, { parameters, group }: Kind, instances: readonly Properties[]): Pick<Database, 'maxConnections' | 'hasDefaultParameters'> {
  const given = property(properties, parameters);
  // An instance of a cluster may have parameters of its own, which go before those of the cluster.
  const isPlain = instances.every((instance) => property(instance, 'DBParameterGroupName') === undefined);
  if (given === undefined) return { hasDefaultParameters: isPlain };
  const chosen = resourceMeant(template, given);
  const values = chosen?.type === group ? section(propertiesOf(template, chosen), 'Parameters') : undefined;
  const isWritten = values !== undefined && isPlain && isPresent(values);
  if (!isWritten) return { hasDefaultParameters: false };
  return { maxConnections: number(values, 'max_connections'), hasDefaultParameters: property(values, 'max_connections') === undefined };
}
