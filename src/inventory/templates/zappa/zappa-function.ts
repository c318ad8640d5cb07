/** The function of one stage of Zappa's settings. */
import { folderOf, joinPath } from '../../files/files-below.js';
import type { PlatformConflict, Setting, Trigger } from '../../lambda-function.js';
import { list, number, property, reference, referenceOf, section, text, variables, type Properties } from '../cloudformation/properties.js';
import { nameOf } from '../cloudformation/resolve.js';
import type { BehindLibrary, DeclaredFunction } from '../declared-function.js';
import type { MapNode, TemplateNode } from '../document.js';

const STEPS = 10_000;
/** What its handler is called where the settings name no other (github.com/zappa/Zappa). */
const HANDLER = 'handler.lambda_handler';
const SOURCES: readonly (readonly [RegExp, Trigger['kind']])[] = [
  [/:sqs:/, 'sqs'], [/:sns:/, 'sns'], [/:s3:/, 's3'], [/:dynamodb:/, 'dynamodb'], [/:kinesis:/, 'kinesis'],
];

/** Nothing when the stage neither serves an application nor calls a function. */
export function functionOfStage(file: string, name: string, stage: MapNode, isFile: (name: string) => boolean): DeclaredFunction | undefined {
  const unknown: string[] = [];
  const properties: Properties = { own: stage, globals: undefined, scope: { parameters: undefined, mappings: undefined, conditions: undefined, budget: { steps: STEPS } }, unknown, path: '' };
  const own = text(properties, 'lambda_handler');
  const behindLibrary = own ? undefined : behindZappa(properties, (module) => isFile(joinPath(folderOf(file), `${module.replaceAll('.', '/')}.py`) ?? ''));
  if (!own && !behindLibrary) return undefined;
  const project = text(properties, 'project_name')?.value;
  return {
    template: file, logicalId: name, format: 'Zappa', at: stage.at, name: project === undefined ? name : `${project}-${name}`, language: 'python', behindLibrary,
    runtime: text(properties, 'runtime'),
    handler: own ?? { value: HANDLER },
    code: { kind: 'local', path: '.' },
    memory: number(properties, 'memory_size'),
    timeout: number(properties, 'timeout_seconds'),
    ephemeralStorage: number(section(properties, 'ephemeral_storage'), 'Size'),
    architecture: architectureOf(properties),
    environment: new Map([...variables(section(properties, 'environment_variables')), ...variables(section(properties, 'aws_environment_variables'))]),
    layers: list(properties, 'layers', { additive: false }).flatMap((layer) => referenceOf(layer, properties.scope) ?? []),
    conflicts: conflictsOf(properties),
    triggers: triggersOf(properties),
    publishes: { value: 'each deployment' },
    failureDestination: reference(properties, 'dead_letter_arn'),
    entryPoints: [], unknown,
  };
}

function behindZappa(properties: Properties, isModule: (module: string) => boolean): BehindLibrary | undefined {
  const application = text(properties, 'app_function')?.value ?? djangoApplication(properties, isModule);
  const handlers = events(properties).flatMap((event) => nameOf(event.get('function')) ?? []);
  if (application === undefined && handlers.length === 0) return undefined;
  return { adapter: 'zappa', ...(application === undefined ? {} : { application }), handlers: [...new Set(handlers)] };
}

/** Django's own application object lies beside its settings, or above them when they are a package. */
function djangoApplication(properties: Properties, isModule: (module: string) => boolean): string | undefined {
  const parts = text(properties, 'django_settings')?.value.split('.').slice(0, -1) ?? [];
  const candidates = parts.map((_, i) => `${parts.slice(0, parts.length - i).join('.')}.wsgi`);
  const module = candidates.find(isModule) ?? candidates[0];
  return module === undefined ? undefined : `${module}.application`;
}

function architectureOf(properties: Properties): Setting<string> | undefined {
  const node = property(properties, 'architecture');
  const value = nameOf(node?.kind === 'list' ? node.items()[0] : node);
  return node && value !== undefined ? { value, from: node.at } : undefined;
}

function conflictsOf(properties: Properties): DeclaredFunction['conflicts'] {
  const conflict = (value: PlatformConflict, node: TemplateNode | undefined, holds = true): readonly Setting<PlatformConflict>[] => (node && holds ? [{ value, from: node.at }] : []);
  const network = property(section(properties, 'vpc_config'), 'SubnetIds');
  const snapStart = property(properties, 'snap_start');
  return [
    ...conflict('snap-start', snapStart, nameOf(snapStart) === 'PublishedVersions'),
    ...conflict('vpc-config', network, network?.kind === 'list' && network.items().length > 0),
    ...conflict('file-system', property(properties, 'efs_config')),
  ];
}

function triggersOf(properties: Properties): readonly Trigger[] {
  const isOn = (name: string, byDefault: boolean): boolean => {
    const node = property(properties, name);
    return node === undefined ? byDefault : node.kind === 'scalar' && node.value === true;
  };
  const at = properties.own?.at;
  const serves = text(properties, 'app_function') ?? text(properties, 'django_settings');
  return [
    ...(serves && isOn('apigateway_enabled', true) ? [{ kind: 'http', name: 'apigateway_enabled', at } as const] : []),
    ...(isOn('alb_enabled', false) ? [{ kind: 'load-balancer', name: 'alb_enabled', at } as const] : []),
    ...(isOn('function_url_enabled', false) ? [{ kind: 'function-url', name: 'function_url_enabled', at } as const] : []),
    ...events(properties).flatMap((event) => triggersOfEvent({ ...properties, own: event, path: 'events.' })),
  ];
}

function events(properties: Properties): readonly MapNode[] {
  return list(properties, 'events', { additive: false }).flatMap((event) => (event.kind === 'map' ? [event] : []));
}

function triggersOfEvent(event: Properties): readonly Trigger[] {
  const name = text(event, 'function')?.value ?? 'event';
  const at = event.own?.at;
  const expressions = [property(event, 'expression'), ...list(event, 'expressions', { additive: false })].flatMap((node) => (node ? referenceOf(node, event.scope) ?? [] : []));
  if (expressions.length > 0) return expressions.map((schedule) => ({ kind: 'schedule', name, at, schedule }));
  const source = section(event, 'event_source');
  const arn = reference(source, 'arn')?.value ?? '';
  return source.own ? [{ kind: SOURCES.find(([pattern]) => pattern.test(arn))?.[1] ?? 'other', name, at, batchSize: number(source, 'batch_size') }] : [];
}
