/** How many connections a database takes at most: what its parameters say, or what holds for its memory by default. */
import type { Database } from '../inventory/lambda-function.js';
import type { ConnectionLimit } from './execution-model.js';

/** Bytes of memory for each connection in the default parameters, and the most there are: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html#RDS_Limits.MaxConnections */
const DEFAULTS: ReadonlyMap<string, { readonly bytes: number; readonly most: number }> = new Map([
  ['postgres', { bytes: 9_531_392, most: 5000 }],
  ['mysql', { bytes: 12_582_880, most: 100_000 }],
  ['mariadb', { bytes: 12_582_880, most: 100_000 }],
]);

/** GiB of memory by family and size: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Summary.html */
const MEMORY: readonly { readonly families: RegExp; readonly sizes: Readonly<Record<string, number>> }[] = [
  { families: /^db\.t[34]g?$/, sizes: { micro: 1, small: 2, medium: 4, large: 8, xlarge: 16, '2xlarge': 32 } },
  { families: /^db\.m[5-8](?:g|i|gd|d|id)?$/, sizes: { large: 8, xlarge: 16, '2xlarge': 32, '4xlarge': 64 } },
  { families: /^db\.r[5-8](?:g|i|gd|d|id)?$/, sizes: { large: 16, xlarge: 32, '2xlarge': 64, '4xlarge': 128 } },
];
const GIB = 1024 ** 3;

/** Nothing where it is not certain. The default counts the memory that the engine gets, which is a little less than that of the instance. */
export function connectionLimit({ name, engine, instanceClass, maxConnections, hasDefaultParameters }: Database): ConnectionLimit | undefined {
  if (maxConnections) return { database: name, limit: maxConnections.value, because: '`max_connections` of its parameters' };
  const byDefault = DEFAULTS.get(engine?.value ?? '');
  const memory = memoryOf(instanceClass?.value ?? '');
  if (!hasDefaultParameters || !byDefault || memory === undefined) return undefined;
  return { database: name, limit: Math.min(byDefault.most, Math.floor(memory * GIB / byDefault.bytes)), because: `the most that ${engine?.value ?? ''} takes by default on ${instanceClass?.value ?? ''}` };
}

function memoryOf(instanceClass: string): number | undefined {
  const dot = instanceClass.lastIndexOf('.');
  return MEMORY.find(({ families }) => families.test(instanceClass.slice(0, dot)))?.sizes[instanceClass.slice(dot + 1)];
}
