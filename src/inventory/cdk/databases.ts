/** The databases of CDK code whose address a function's variables hold. */
import { memberOf, numberOf, propertyOf, textOf, type Made, type StaticValue } from '../evaluation/values.js';
import type { Database, Setting } from '../lambda-function.js';
import { idOf } from './construct-path.js';
import { propsOf } from './function-construct.js';
import { instanceTypeOf } from './instance-types.js';
import { constructName, madeBy, madeIn } from './names.js';
import { section, setting, type Properties } from './properties.js';

/** What the library takes when nothing is said: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_rds.DatabaseInstance.html */
const CLASS_OF_INSTANCE = 'db.m5.large';
const PROXY = /^rds\.(?:Cfn)?(?:DatabaseProxy|DBProxy)$/;
const MAX_STEPS = 8;
/** What addresses all replicas together, which take more than one of them. */
const REPLICAS = /^cluster(?:ReadEndpoint)$|^attrReadEndpoint/;

/** Engines as constructs call them, by the name of the service. */
const ENGINES: Readonly<Record<string, string>> = { auroraMysql: 'aurora-mysql', auroraPostgres: 'aurora-postgresql', mariaDb: 'mariadb', mysql: 'mysql', postgres: 'postgres' };

/** Those that `variables` lead to; nothing when there is none, or a proxy stands in front of it. */
export function databasesMeant(variables: readonly StaticValue[], made: readonly Made[]): readonly Database[] | undefined {
  const meant = new Set(variables.flatMap((value) => constructBehind(value) ?? []));
  if ([...meant].some((construct) => isProxy(construct))) return undefined;
  const databases = [...meant].flatMap((construct) => readDatabase(construct, made) ?? []);
  return databases.length > 0 ? databases : undefined;
}

/** The construct that an address, an endpoint or a secret was taken from. */
function constructBehind(value: StaticValue): Made | undefined {
  let current: StaticValue | undefined = value;
  for (let step = 0; current !== undefined && step < MAX_STEPS; step++) {
    if (current.kind === 'member') {
      if (REPLICAS.test(current.name)) return undefined;
      current = current.of;
      continue;
    }
    const made = madeIn(current);
    if (made === undefined || made.receiver === undefined || made.by === 'addProxy' || made.by === 'add_proxy') return made;
    current = made.receiver;
  }
  return undefined;
}

function isProxy({ by, receiver }: Made): boolean {
  return receiver === undefined ? PROXY.test(constructName(by) ?? '') : by === 'addProxy' || by === 'add_proxy';
}

function readDatabase(construct: Made, made: readonly Made[]): Database | undefined {
  const properties: Properties = { props: propsOf(construct), at: construct.at, unknown: [] };
  const name = idOf(construct) ?? constructName(construct.by) ?? construct.by;
  switch (construct.receiver === undefined ? constructName(construct.by) : undefined) {
    case 'rds.DatabaseInstance': return {
      name, engine: setting(properties, 'engine', engineOf), instanceClass: classIn(properties, 'instanceType') ?? byDefault(properties, 'instanceType', CLASS_OF_INSTANCE), ...parametersOf(properties),
    };
    case 'rds.DatabaseCluster': return {
      name, engine: setting(properties, 'engine', engineOf), instanceClass: classOfWriter(section(properties, 'writer')),
      maxCapacity: setting(properties, 'serverlessV2MaxCapacity', numberOf) ?? byDefault(properties, 'serverlessV2MaxCapacity', 2), ...parametersOf(properties, section(properties, 'writer')),
    };
    case 'rds.CfnDBInstance': return {
      name, engine: setting(properties, 'engine', textOf), instanceClass: setting(properties, 'dbInstanceClass', textOf), hasDefaultParameters: isUnsaid(properties, 'dbParameterGroupName'),
    };
    case 'rds.CfnDBCluster': return {
      name, engine: setting(properties, 'engine', textOf), instanceClass: classOfInstances(construct, made),
      maxCapacity: setting(section(properties, 'serverlessV2ScalingConfiguration'), 'maxCapacity', numberOf), hasDefaultParameters: isUnsaid(properties, 'dbClusterParameterGroupName'),
    };
    default: return undefined;
  }
}

/** `DatabaseInstanceEngine.postgres({ version })`, `DatabaseInstanceEngine.POSTGRES` */
function engineOf(value: StaticValue | undefined): string | undefined {
  const member = memberOf(value) ?? (madeBy(value)?.startsWith('rds.Database') ? madeBy(value)?.split('.').at(-1) : undefined);
  const name = Object.keys(ENGINES).find((each) => each.toLowerCase() === member?.replaceAll('_', '').toLowerCase());
  return name === undefined ? undefined : ENGINES[name];
}

function classIn(properties: Properties, name: string): Setting<string> | undefined {
  const type = setting(properties, name, instanceTypeOf);
  return type && { ...type, value: `db.${type.value}` };
}

/** `ClusterInstance.provisioned('writer', { instanceType })`, `ClusterInstance.serverlessV2('writer')`; without a type nothing is claimed. */
function classOfWriter({ props, at, unknown }: Properties): Setting<string> | undefined {
  const made = madeIn(props);
  switch (madeBy(props)) {
    case 'rds.ClusterInstance.serverlessV2': return { value: 'db.serverless', from: made?.at ?? at };
    case 'rds.ClusterInstance.provisioned': return classIn({ props: made?.args[1], at, unknown }, 'instanceType');
    default: return undefined;
  }
}

function classOfInstances(cluster: Made, made: readonly Made[]): Setting<string> | undefined {
  const instances = made.filter(({ by, receiver }) => receiver === undefined && constructName(by) === 'rds.CfnDBInstance').map((instance): Properties => ({ props: propsOf(instance), at: instance.at, unknown: [] }));
  const own = instances.filter(({ props }) => { const id = propertyOf(props, 'dbClusterIdentifier')?.value; return id !== undefined && constructBehind(id) === cluster; });
  const [first, ...others] = own.map((instance) => setting(instance, 'dbInstanceClass', textOf));
  return others.every((each) => each?.value === first?.value) ? first : undefined;
}

/** Those of the construct, or of the group that it names. */
function parametersOf(properties: Properties, writer?: Properties): Pick<Database, 'maxConnections' | 'hasDefaultParameters'> {
  const group = propertyOf(properties.props, 'parameterGroup')?.value;
  const isOwn = madeBy(group) === 'rds.ParameterGroup';
  const ofWriter = writer === undefined ? undefined : madeIn(writer.props)?.args[1];
  const written = section(isOwn ? { ...properties, props: propsOf(madeIn(group)!) } : properties, 'parameters');
  const isElsewhere = (group !== undefined && !isOwn && group.kind !== 'nothing') || ['parameterGroup', 'parameters'].some((name) => propertyOf(ofWriter, name) !== undefined);
  if (isElsewhere) return { hasDefaultParameters: false };
  const connections = setting(written, 'max_connections', connectionsOf);
  if (connections) return { maxConnections: connections, hasDefaultParameters: false };
  return { hasDefaultParameters: written.props === undefined || (written.props.kind === 'record' && isUnsaid(written, 'max_connections')) };
}

function connectionsOf(value: StaticValue | undefined): number | undefined {
  const text = textOf(value);
  const number = numberOf(value) ?? (text === undefined || text.trim() === '' ? undefined : Number(text));
  return number !== undefined && Number.isInteger(number) ? number : undefined;
}

function byDefault<T>(properties: Properties, name: string, value: T): Setting<T> | undefined {
  return isUnsaid(properties, name) ? { value } : undefined;
}

function isUnsaid(properties: Properties, name: string): boolean {
  const property = propertyOf(properties.props, name);
  return property === undefined || property.value.kind === 'nothing';
}
