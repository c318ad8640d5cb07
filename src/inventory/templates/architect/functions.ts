/** Functions of an Architect application: what a section lists has its code in a folder of that name (arc.codes). */
import type { SourceProject } from '../../../frontends/frontend.js';
import { behindOutput } from '../../conventions/source-paths.js';
import { filesBelow, folderOf, joinPath } from '../../files/files-below.js';
import type { PlatformConflict, Setting, Trigger, TriggerKind } from '../../lambda-function.js';
import type { DeclaredFunction } from '../declared-function.js';
import { readManifest, type Entry, type Manifest } from './manifest.js';

interface Kind {
  readonly trigger: TriggerKind;
  /** Below `src`. */
  readonly folder: string;
}

const SECTIONS: ReadonlyMap<string, Kind> = new Map([
  ['http', { trigger: 'http', folder: 'http' }], ['ws', { trigger: 'websocket', folder: 'ws' }], ['events', { trigger: 'sns', folder: 'events' }], ['queues', { trigger: 'sqs', folder: 'queues' }],
  ['scheduled', { trigger: 'schedule', folder: 'scheduled' }], ['tables-streams', { trigger: 'dynamodb', folder: 'tables-streams' }],
]);
/** Every application with WebSockets has these. */
const WEBSOCKET_ROUTES = ['connect', 'default', 'disconnect'];
/** Seconds. */
const DEFAULT_TIMEOUT = 5;
const FUNCTION_SETTINGS = /(?:^|\/)(?:config|arc-config|\.arc-config)\.arc$/;
const SOURCES: readonly string[] = ['.ts', '.js', '.mts', '.mjs'];
/** Files that hold the handler, in the order in which they are looked for, and how the handler is named in them. */
const HANDLERS: readonly (readonly [RegExp, string])[] = [
  [/^index\.[cm]?[jt]sx?$/, 'index.handler'], [/^lambda\.py$/, 'lambda.handler'], [/^handler\.py$/, 'handler.handler'], [/^index\.py$/, 'index.handler'], [/^handler\.[cm]?[jt]s$/, 'handler.handler'],
];

/** In the order of the manifest. */
export function functionsOf(file: string, manifest: Manifest, project: SourceProject): readonly DeclaredFunction[] {
  return [...manifest].flatMap(([section, entries]) => {
    if (section === 'tables') return entries.filter(({ settings }) => settings.get('stream')?.[0] === 'true').map((entry) => declared(file, manifest, entry, { trigger: 'dynamodb', folder: 'tables' }, project));
    const kind = SECTIONS.get(section);
    // Plugins have sections of their own: what names its source there is a function.
    if (!kind) return entries.filter(({ settings }) => settings.has('src')).map((entry) => declared(file, manifest, entry, { trigger: 'other', folder: section }, project));
    const missing = section === 'ws' ? WEBSOCKET_ROUTES.filter((route) => !entries.some(({ words }) => words[0] === route)) : [];
    const ownFolder = (route: string): string => joinPath(folderOf(file), `src/ws/${route}`) ?? '';
    const implied = missing.filter((route) => filesBelow(project.files, ownFolder(route)).length > 0).map((route): Entry => ({ words: [route], settings: new Map(), at: entries[0]?.at ?? { file, line: 1, column: 1, endLine: 1, endColumn: 1 } }));
    return [...entries, ...implied].filter(({ words }) => words.length > 0).map((entry) => declared(file, manifest, entry, kind, project));
  });
}

function declared(file: string, manifest: Manifest, entry: Entry, kind: Kind, project: SourceProject): DeclaredFunction {
  const name = kind.trigger === 'http' ? nameOfRoute(entry) : entry.words[0] ?? '';
  const path = sourceOf(file, entry.settings.get('src')?.[0] ?? `src/${kind.folder}/${name}`, project);
  const folder = joinPath(folderOf(file), path);
  const files = folder === undefined ? [] : filesBelow(project.files, folder).filter((each) => folderOf(each) === folder);
  const settings = settingsFor(manifest, files, project);
  const named = HANDLERS.find(([pattern]) => files.some((each) => pattern.test(each.slice((folder ?? '').length + 1))))?.[1];
  const source = named === undefined ? sourceBeside(file, path, project) : undefined;
  return {
    template: file, logicalId: `${kind.folder}/${name}`, format: 'Architect', at: entry.at, name,
    ...(files.length === 0 && source === undefined ? {} : { handler: { value: named ?? (source === undefined ? 'index.handler' : `${source.module}.handler`), from: entry.at } }),
    code: { kind: 'local', path: source?.path ?? path, from: entry.at },
    runtime: textSetting(settings, 'runtime', /^(?:nodejs|python|ruby)[\d.]+/),
    memory: numberSetting(settings, 'memory'), timeout: numberSetting(settings, 'timeout'), ephemeralStorage: numberSetting(settings, 'storage'),
    architecture: textSetting(settings, 'architecture', /^(?:arm64|x86_64)$/),
    environment: new Map(), layers: layersOf(settings),
    conflicts: conflictsOf(settings), triggers: [{ ...triggerOf(entry, kind, name), ...queueOf(kind, settings) }], entryPoints: [],
    unknown: files.length === 0 && source === undefined ? [`Handler: there is no folder ${path}`] : [],
  };
}

/** The folder that is written, or, where that is one of output, the only one in the repository that what follows leads to. */
function sourceOf(file: string, written: string, project: SourceProject): string {
  const folder = joinPath(folderOf(file), written);
  const rest = folder === undefined || filesBelow(project.files, folder).length > 0 ? undefined : behindOutput(written);
  const found = rest === undefined ? [] : filesBelow(project.files, folderOf(file)).filter((each) => /\/index\.[cm]?[jt]sx?$/.test(each) && folderOf(each).endsWith(`/${rest}`));
  const [only, ...others] = new Set(found.map(folderOf));
  return only === undefined || others.length > 0 ? written : only.slice(folderOf(file) === '' ? 0 : folderOf(file).length + 1);
}

/** The source file that a bundler makes the folder `path` of, as web frameworks do: `server.ts` of `server/index.js` or `build/server/index.js`. */
function sourceBeside(file: string, path: string, project: SourceProject): { readonly path: string; readonly module: string } | undefined {
  const found = [path, behindOutput(path) ?? path].find((each) => SOURCES.some((extension) => project.has(joinPath(folderOf(file), each + extension) ?? '')));
  if (found === undefined) return undefined;
  const slash = found.lastIndexOf('/');
  return { path: slash < 0 ? '.' : found.slice(0, slash), module: found.slice(slash + 1) };
}

/** `get /orders/:id` has its code in `get-orders-000id`; a route may also stand above its method. */
function nameOfRoute({ words, settings }: Entry): string {
  const [method = '', path = '/'] = words.length > 1 ? words : [settings.get('method')?.[0] ?? 'any', words[0]];
  const route = path === '/' ? '-index' : path.replaceAll('/', '-').replaceAll('.', '_').replaceAll(/[:{]/g, '000').replaceAll('}', '').replace(/-$/, '').replaceAll('*', 'catchall');
  return method.toLowerCase() + route;
}

function triggerOf({ words, settings, at }: Entry, { trigger }: Kind, name: string): Trigger {
  if (trigger !== 'schedule') return { kind: trigger, name, at };
  const written = words.slice(1).join(' ') || (['rate', 'cron'] as const).flatMap((key) => (settings.has(key) ? [`${key}(${settings.get(key)!.join(' ')})`] : []))[0];
  return { kind: trigger, name, at, ...(written === undefined ? {} : { schedule: { value: written, from: at } }) };
}

/** Its queues hide messages for the timeout of the function, and failed batches come back as a whole (github.com/architect/package). */
function queueOf({ trigger }: Kind, settings: readonly Entry[]): Partial<Trigger> {
  return trigger === 'sqs' ? { visibilityTimeout: numberSetting(settings, 'timeout') ?? { value: DEFAULT_TIMEOUT }, reportsItemFailures: false } : {};
}

/** Settings of all functions, then those of the function's own file. */
function settingsFor(manifest: Manifest, files: readonly string[], project: SourceProject): readonly Entry[] {
  const own = files.find((each) => FUNCTION_SETTINGS.test(each));
  const text = own === undefined ? undefined : project.read(own);
  return [...(manifest.get('aws') ?? []), ...(own === undefined || text === undefined ? [] : readManifest(own, text).get('aws') ?? [])];
}

function textSetting(settings: readonly Entry[], name: string, form: RegExp): Setting<string> | undefined {
  const entry = settings.findLast(({ words }) => words[0] === name);
  const value = entry?.words[1];
  return entry && value !== undefined && form.test(value) ? { value, from: entry.at } : undefined;
}

function numberSetting(settings: readonly Entry[], name: string): Setting<number> | undefined {
  const setting = textSetting(settings, name, /^\d{1,6}$/);
  return setting && { value: Number(setting.value), from: setting.from };
}

function layersOf(settings: readonly Entry[]): readonly Setting<string>[] {
  return settings.filter(({ words }) => words[0] === 'layers' || words[0] === 'layer').flatMap(({ words, settings: below, at }) =>
    [...words.slice(1), ...below.keys()].map((value) => ({ value, from: at })));
}

function conflictsOf(settings: readonly Entry[]): readonly Setting<PlatformConflict>[] {
  const provisioned = numberSetting(settings, 'provisionedConcurrency');
  return provisioned && provisioned.value > 0 ? [{ value: 'provisioned-concurrency', from: provisioned.from }] : [];
}
