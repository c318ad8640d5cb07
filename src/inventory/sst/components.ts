/** Components of SST that are functions, or hold the handlers of some. https://sst.dev/docs/component/aws/function */
import type { Run } from '../evaluation/run.js';
import { isThere, numberOf, propertyOf, textOf, type Made, type StaticValue } from '../evaluation/values.js';
import { relativeTo } from '../cdk/code.js';
import { isSet, nameOf, noteUnknown, section, setting, type Properties } from '../cdk/properties.js';
import type { Setting, Trigger, TriggerKind } from '../lambda-function.js';
import type { DeclaredFunction } from '../templates/declared-function.js';

/** Components and what they call functions for; the same names in both versions. */
const KINDS: ReadonlyMap<string, TriggerKind> = new Map([
  ['Cron', 'schedule'], ['CronV2', 'schedule'], ['Queue', 'sqs'], ['SnsTopic', 'sns'], ['Topic', 'sns'], ['Bucket', 's3'], ['Bus', 'events'], ['EventBus', 'events'], ['Dynamo', 'dynamodb'], ['Table', 'dynamodb'],
  ['KinesisStream', 'kinesis'], ['ApiGatewayV1', 'http'], ['ApiGatewayV2', 'http'], ['ApiGatewayWebSocket', 'websocket'], ['Api', 'http'], ['WebSocketApi', 'websocket'],
  ['CognitoUserPool', 'cognito'], ['Realtime', 'iot'],
]);
const COMPONENT = /^(?:sst\.aws|sst\/constructs|@serverless-stack\/resources)\.(\w+)$/;
/** Methods that take a handler. */
const METHODS: ReadonlySet<string> = new Set(['subscribe', 'route', 'notify', 'subscribeQueue', 'addRoutes', 'addConsumer', 'addSubscribers', 'addRules', 'addNotifications', 'addTargets']);
/** Properties below which handlers stand. */
const HOLDERS = /^(?:job|function|consumer|handler|subscriber|subscribers|targets|rules|routes|notifications|triggers|authorizer|consumers)$/;
const HANDLER = /^(?!https?:)[\w@./$-]+\.[A-Za-z_$][\w$]*$/;
const MAX_DEPTH = 6;

/** A place where a handler is written. */
interface Found {
  readonly handler: StaticValue;
  /** What stands around it, for a name: `GET /orders`. */
  readonly name: readonly string[];
}

/** The functions that the components of an application declare; handlers are seen from `folder`. */
export function functionsOfComponents({ evaluator, isExtra }: Run, folder: string): readonly DeclaredFunction[] {
  return evaluator.made.filter((made) => !isExtra(made)).flatMap((made) => functionsOf(made, folder));
}

function functionsOf(made: Made, folder: string): readonly DeclaredFunction[] {
  const component = componentOf(made);
  if (component !== undefined) {
    const scopeFirst = !made.by.startsWith('sst.aws.');
    const [id, props] = scopeFirst ? made.args.slice(1) : made.args;
    const name = textOf(id) ?? component;
    if (component === 'Function') return [functionOf({ handler: props ?? { kind: 'unknown' }, name: [name] }, made, folder, undefined)];
    return handlersIn(props, [], 0).map((found) => functionOf({ ...found, name: [name, ...found.name] }, made, folder, triggerOf(component, name, made, props)));
  }
  const owner = made.receiver?.kind === 'made' ? made.receiver : undefined;
  const ownerComponent = owner && componentOf(owner);
  if (owner === undefined || ownerComponent === undefined || !METHODS.has(made.by)) return [];
  const name = nameOf(owner) ?? ownerComponent;
  const texts = made.args.flatMap((arg) => textOf(arg) ?? []);
  const label = texts.filter((text, i) => i < texts.length - 1 || !HANDLER.test(text));
  const handler = made.args.findLast((arg) => (textOf(arg) !== undefined && HANDLER.test(textOf(arg) ?? '')) || propertyOf(arg, 'handler') !== undefined);
  const found = handler ? [{ handler, name: label }] : made.args.flatMap((arg) => handlersIn(arg, label, 0));
  return found.map((each) => functionOf({ ...each, name: [name, ...each.name] }, made, folder, triggerOf(ownerComponent, name, made, made.args.at(-1))));
}

function componentOf({ by, receiver }: Made): string | undefined {
  return receiver === undefined ? COMPONENT.exec(by)?.[1] : undefined;
}

/** Handlers below the properties that hold some. */
function handlersIn(value: StaticValue | undefined, name: readonly string[], depth: number): readonly Found[] {
  if (depth > MAX_DEPTH || value === undefined) return [];
  if (value.kind === 'list') return value.items.flatMap((item) => handlersIn(item, name, depth + 1));
  if (value.kind !== 'record') return [];
  return [...value.entries].flatMap(([key, { value: inner }]) => {
    const isHolder = HOLDERS.test(key);
    if (depth === 0 && !isHolder) return [];
    const own = isHolder ? name : [...name, key];
    if (HANDLER.test(textOf(inner) ?? '') || (inner.kind === 'record' && propertyOf(inner, 'handler')?.value.kind === 'plain')) return [{ handler: inner, name: own }];
    return handlersIn(inner, own, depth + 1);
  });
}

function functionOf({ handler, name }: Found, made: Made, folder: string, trigger: Trigger | undefined): DeclaredFunction {
  const { at } = made;
  const unknown: string[] = [];
  const written = textOf(handler);
  const properties: Properties = { props: written === undefined ? handler : undefined, at, unknown };
  const id = name.join(' ');
  const url = isSet(properties, 'url') ? [{ kind: 'function-url' as const, name: 'url', at: section(properties, 'url').at }] : [];
  const entry = written === undefined ? setting(properties, 'handler', textOf) : { value: written, from: at };
  if (entry === undefined) noteUnknown(properties, 'code', 'its handler is no literal value');
  return {
    template: at.file, logicalId: id, format: 'SST', at, name: id,
    runtime: setting(properties, 'runtime', textOf), handler: entry,
    code: entry === undefined ? { kind: 'elsewhere' } : { kind: 'local', path: relativeTo(at.file, folder), from: entry.from }, buildMethod: 'esbuild', entryPoints: [],
    memory: setting(properties, 'memory', megabytesOf) ?? setting(properties, 'memorySize', megabytesOf),
    timeout: setting(properties, 'timeout', secondsOf),
    ephemeralStorage: setting(properties, 'storage', megabytesOf) ?? setting(properties, 'diskSize', megabytesOf),
    architecture: setting(properties, 'architecture', textOf),
    environment: environmentOf(section(properties, 'environment')),
    layers: itemsOf(section(properties, 'layers').props).flatMap((layer): readonly Setting<string>[] => { const layerName = nameOf(layer); return layerName === undefined ? [] : [{ value: layerName, from: section(properties, 'layers').at }]; }),
    conflicts: [
      ...(isSet(properties, 'vpc') ? [{ value: 'vpc-config' as const, from: section(properties, 'vpc').at }] : []),
      ...(isSet(properties, 'volume') ? [{ value: 'file-system' as const, from: section(properties, 'volume').at }] : []),
      ...(isSet(section(properties, 'concurrency'), 'provisioned') ? [{ value: 'provisioned-concurrency' as const, from: section(properties, 'concurrency').at }] : []),
    ],
    ...(isSet(properties, 'versioning') ? { publishes: { value: 'versioning', from: section(properties, 'versioning').at } } : {}),
    triggers: [...(trigger ? [trigger] : []), ...url], unknown,
  };
}

function environmentOf({ props, at }: Properties): DeclaredFunction['environment'] {
  return new Map(props?.kind === 'record' ? [...props.entries].map(([name, property]) => [name, { value: textOf(property.value), from: property.at ?? at }] as const) : []);
}

function triggerOf(component: string, name: string, { at }: Made, props: StaticValue | undefined): Trigger {
  const schedule = propertyOf(props, 'schedule');
  const text = textOf(schedule?.value);
  return { kind: KINDS.get(component) ?? 'other', name: KINDS.has(component) ? name : component, at, ...(text === undefined ? {} : { schedule: { value: text, from: schedule?.at ?? at } }) };
}

function itemsOf(value: StaticValue | undefined): readonly StaticValue[] {
  return value?.kind === 'list' ? value.items.filter(isThere) : [];
}

/** `1024 MB`, `2 GB`, 1024 */
function megabytesOf(value: StaticValue | undefined): number | undefined {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*(MB|GB)$/.exec(textOf(value) ?? '') ?? [];
  return amount === undefined ? numberOf(value) : Number(amount) * (unit === 'GB' ? 1024 : 1);
}

const SECONDS: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3600 };

/** `20 seconds`, `5 minutes`, 20 */
function secondsOf(value: StaticValue | undefined): number | undefined {
  const [, amount, unit = ''] = /^(\d+)\s*(second|minute|hour)s?$/.exec(textOf(value) ?? '') ?? [];
  return amount === undefined ? numberOf(value) : Number(amount) * (SECONDS[unit] ?? 1);
}
