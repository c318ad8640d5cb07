/** How many connections a database takes at most: what its parameters say, or what holds for its memory by default. */
import type { Database } from '../inventory/lambda-function.js';
import type { ConnectionLimit } from './execution-model.js';

/** What an engine takes by default with so many GiB of memory. */
type ByDefault = (gibibytes: number) => number;

const GIB = 1024 ** 3;
/** So many bytes for each connection, up to `most`. */
const perConnection = (bytes: number, most: number): ByDefault => (gibibytes) => Math.min(most, Math.floor(gibibytes * GIB / bytes));

/**
 * RDS: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html#RDS_Limits.MaxConnections
 * Aurora: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Managing.html and
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Performance.html
 */
const DEFAULTS: ReadonlyMap<string, ByDefault> = new Map([
  ['postgres', perConnection(9_531_392, 5000)],
  ['mysql', perConnection(12_582_880, 100_000)],
  ['mariadb', perConnection(12_582_880, 100_000)],
  ['aurora-postgresql', perConnection(9_531_392, 5000)],
  ['aurora-mysql', auroraMysql],
]);

/** GiB and connections as the table of the engine has them; memory in between counts as the next larger. */
const AURORA_MYSQL: readonly (readonly [gibibytes: number, connections: number])[] = [[4, 90], [8, 135], [16, 1000], [32, 2000], [64, 3000], [128, 4000], [256, 5000]];
const MOST_OF_AURORA_MYSQL = 16_000;

function auroraMysql(gibibytes: number): number {
  return AURORA_MYSQL.find(([most]) => gibibytes <= most)?.[1] ?? MOST_OF_AURORA_MYSQL;
}

/** GiB of memory by family and size: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Summary.html */
const MEMORY: readonly { readonly families: RegExp; readonly sizes: Readonly<Record<string, number>> }[] = [
  { families: /^db\.t[34]g?$/, sizes: { micro: 1, small: 2, medium: 4, large: 8, xlarge: 16, '2xlarge': 32 } },
  { families: /^db\.m[5-8](?:g|i|gd|d|id)?$/, sizes: { large: 8, xlarge: 16, '2xlarge': 32, '4xlarge': 64 } },
  { families: /^db\.r[5-8](?:g|i|gd|d|id)?$/, sizes: { large: 16, xlarge: 32, '2xlarge': 64, '4xlarge': 128 } },
];
const SERVERLESS = 'db.serverless';
/** GiB of a capacity unit: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.how-it-works.html */
const GIB_PER_UNIT = 2;

/** Nothing where it is not certain. The default counts the memory that the engine gets, which is a little less than that of the instance. */
export function connectionLimit({ name, engine, instanceClass, maxCapacity, maxConnections, hasDefaultParameters }: Database): ConnectionLimit | undefined {
  if (maxConnections) return { database: name, limit: maxConnections.value, because: '`max_connections` of its parameters' };
  const byDefault = DEFAULTS.get(engine?.value ?? '');
  const isServerless = instanceClass?.value === SERVERLESS;
  const memory = isServerless ? maxCapacity && maxCapacity.value * GIB_PER_UNIT : memoryOf(instanceClass?.value ?? '');
  if (!hasDefaultParameters || !byDefault || memory === undefined) return undefined;
  const size = isServerless ? `${maxCapacity?.value ?? ''} capacity units` : instanceClass?.value ?? '';
  return { database: name, limit: byDefault(memory), because: `the most that ${engine?.value ?? ''} takes by default on ${size}` };
}

function memoryOf(instanceClass: string): number | undefined {
  const dot = instanceClass.lastIndexOf('.');
  return MEMORY.find(({ families }) => families.test(instanceClass.slice(0, dot)))?.sizes[instanceClass.slice(dot + 1)];
}
