/** Functions of a Chalice application with the settings of its configuration. */
import type { PlatformConflict, Setting, Trigger, TriggerKind } from '../../lambda-function.js';
import { list, number, property, referenceOf, variables, type Properties } from '../cloudformation/properties.js';
import type { Scope } from '../cloudformation/resolve.js';
import type { DeclaredFunction } from '../declared-function.js';
import type { MapNode, TemplateNode } from '../document.js';
import { mapIn, mergedMap } from '../merged-map.js';
import type { Decorated } from './decorators.js';

const KINDS: Readonly<Record<string, TriggerKind>> = {
  route: 'http', schedule: 'schedule', authorizer: 'http', on_s3_event: 's3', on_sns_message: 'sns', on_sqs_message: 'sqs', on_cw_event: 'events', on_kinesis_record: 'kinesis',
  on_dynamodb_record: 'dynamodb', on_ws_connect: 'websocket', on_ws_message: 'websocket', on_ws_disconnect: 'websocket',
};
const UNITS: Readonly<Record<string, string>> = { MINUTES: 'minute', HOURS: 'hour', DAYS: 'day' };
const STEPS = 10_000;

/** An application, and the file that stands for its declarations. */
export interface Application {
  readonly file: string;
  /** The folder of the application, as written from the file's. */
  readonly path: string;
}

/** All routes are served by one function. */
export function restApi(application: Application, settings: readonly MapNode[], routes: readonly Decorated[]): DeclaredFunction {
  const at = routes[0]!.at;
  return {
    ...declared(application, settings, { name: 'api_handler', handler: 'app.app', at }), behindLibrary: { adapter: 'chalice', handlers: routes.map(({ handler }) => handler) },
    triggers: [{ kind: 'http', name: 'api_handler', at }],
  };
}

/** A function of its own. */
export function functionOf(application: Application, settings: readonly MapNode[], decorated: Decorated): DeclaredFunction {
  const own = declared(application, settings, decorated);
  return { ...own, triggers: triggersOf(decorated), unknown: [...own.unknown, ...(decorated.isNameUnknown ? ['name: no literal value'] : [])] };
}

function declared({ file, path }: Application, settings: readonly MapNode[], { name, handler, at }: Pick<Decorated, 'name' | 'handler' | 'at'>): DeclaredFunction {
  const scope: Scope = { parameters: undefined, mappings: undefined, conditions: undefined, budget: { steps: STEPS } };
  const unknown: string[] = [];
  const properties: Properties = { own: mergedMap(settings), globals: undefined, scope, unknown, path: '' };
  const environment = mergedMap(settings.map((each) => mapIn(each, 'environment_variables')));
  return {
    template: file, logicalId: name, format: 'Chalice', at, name, language: 'python',
    handler: { value: handler, from: at }, code: { kind: 'local', path },
    memory: number(properties, 'lambda_memory_size'),
    timeout: number(properties, 'lambda_timeout'),
    ephemeralStorage: number(properties, 'lambda_ephemeral_storage_size'),
    environment: variables({ ...properties, own: environment }),
    layers: list(properties, 'layers', { additive: false }).flatMap((layer) => referenceOf(layer, scope) ?? []),
    conflicts: conflictOf('vpc-config', property(properties, 'subnet_ids')),
    triggers: [], entryPoints: [], unknown,
  };
}

function conflictOf(value: PlatformConflict, node: TemplateNode | undefined): readonly Setting<PlatformConflict>[] {
  return node?.kind === 'list' && node.items().length > 0 ? [{ value, from: node.at }] : [];
}

function triggersOf({ kind, name, at, annotation, text }: Decorated): readonly Trigger[] {
  const known = KINDS[kind];
  if (known === undefined) return [];
  const argument = (wanted: string): string | number | boolean | null | undefined => annotation.args.find((each) => each.name === wanted)?.value;
  const batchSize = argument('batch_size');
  const expression = known === 'schedule' ? scheduleOf(annotation.args[0]?.value, text) : undefined;
  return [{
    kind: known, name, at,
    ...(typeof batchSize === 'number' ? { batchSize: { value: batchSize, from: at } } : {}),
    ...(expression === undefined ? {} : { schedule: { value: expression, from: at } }),
  }];
}

/** `'rate(1 day)'`, `Rate(1, unit=Rate.DAYS)`, `Cron(0, 18, '?', '*', 'MON-FRI', '*')` */
function scheduleOf(literal: unknown, text: string): string | undefined {
  if (typeof literal === 'string') return literal;
  const [, amount, unit = ''] = /\bRate\(\s*(?:value\s*=\s*)?(\d+),\s*(?:unit\s*=\s*)?(?:[\w.]+\.)?(MINUTES|HOURS|DAYS)\b/.exec(text) ?? [];
  if (amount !== undefined) return `rate(${amount} ${UNITS[unit]}${amount === '1' ? '' : 's'})`;
  const fields = /\bCron\(([^()]*)\)/.exec(text)?.[1]?.split(',').map((field) => field.trim().replace(/^(['"])(.*)\1$/, '$2'));
  return fields?.length === 6 && fields.every((field) => /^[\w*?/,#-]+$/.test(field)) ? `cron(${fields.join(' ')})` : undefined;
}
