/** Where a construct says that the code of its function is. */
import type { SourceProject } from '../../frontends/frontend.js';
import { memberOf, propertyOf, textOf, type Made, type StaticValue } from '../evaluation/values.js';
import { filesBelow, folderOf, isBelow, joinPath } from '../files/files-below.js';
import type { Setting } from '../lambda-function.js';
import type { CodeSource, DeclaredFunction } from '../templates/declared-function.js';
import { madeBy, madeIn } from './names.js';
import { isSet, noteUnknown, section, setting, type Properties } from './properties.js';

/** What a construct says of the code. */
export type Code = Pick<DeclaredFunction, 'code' | 'entryPoints' | 'handler' | 'packageType' | 'buildMethod'>;

/** The files, and the folder in which the application is started. */
export interface Started {
  readonly project: SourceProject;
  readonly folder?: string;
}

/** How constructs name their code. `bundled`: an entry file for esbuild; `folder`: an entry folder with an index; `project`: a folder that is built. */
export type CodeForm = 'packaged' | 'image' | 'bundled' | 'folder' | 'project' | 'resource';

/** What the default entry of a NodejsFunction may end in, in the order in which it is looked for. */
const DEFAULT_ENTRIES = ['.ts', '.js', '.mjs', '.mts', '.cts', '.cjs'];

const READERS: Readonly<Record<CodeForm, (construct: Made, properties: Properties, started: Started) => Code>> = {
  packaged: packagedCode, image: imageCode, bundled: bundledCode, folder: folderCode, project: projectCode, resource: resourceCode,
};

/** The code of the function `construct`. */
export function codeOf(form: CodeForm, construct: Made, properties: Properties, started: Started): Code {
  return READERS[form](construct, properties, started);
}

function handlerIn(properties: Properties): Setting<string> | undefined {
  return setting(properties, 'handler', textOf);
}

/** `NodejsFunction` bundles an entry file; its handler is a name that the file exports. */
function bundledCode({ at, args }: Made, properties: Properties, started: Started): Code {
  const handler = handlerIn(properties);
  const base: Code = { code: { kind: 'elsewhere' }, entryPoints: [], buildMethod: 'esbuild' };
  if (isSet(properties, 'code')) return { ...packagedCode({ at }, properties, started), buildMethod: 'esbuild' };
  const written = propertyOf(properties.props, 'entry')?.value;
  const id = textOf(args[1]) ?? '';
  const entry = written === undefined || written.kind === 'nothing' ? defaultEntry(at.file, id, started) : fileMeant(written, at.file, started);
  if (entry === undefined) {
    noteUnknown(properties, 'Handler', 'its entry file is not known');
    return base;
  }
  const isUnknown = handler === undefined && propertyOf(properties.props, 'handler') !== undefined;
  const name = handler?.value ?? 'handler';
  return {
    ...base, code: { kind: 'local', path: relativeTo(at.file, folderOf(entry)), from: section(properties, 'entry').at }, entryPoints: [entry.slice(entry.lastIndexOf('/') + 1)],
    ...(isUnknown ? {} : { handler: { value: `index.${name.slice(name.indexOf('.') + 1)}`, from: handler?.from ?? at } }),
  };
}

/** `stack.orders.ts` for the function `orders` of `stack.ts`. */
function defaultEntry(file: string, id: string, { project }: Started): string | undefined {
  return DEFAULT_ENTRIES.map((extension) => `${file.replace(/\.[^./]+$/, '')}.${id}${extension}`).find((name) => project.has(name));
}

/** `PythonFunction`: a folder, a file in it and a name in that. */
function folderCode({ at }: Made, properties: Properties, started: Started): Code {
  const [index, handler] = [setting(properties, 'index', textOf), handlerIn(properties)];
  const folder = fileMeant(propertyOf(properties.props, 'entry')?.value, at.file, started);
  if (folder === undefined) noteUnknown(properties, 'code', 'not a folder of the repository');
  const isUnknown = properties.unknown.some((note) => /^(?:index|handler):/.test(note));
  const file = (index?.value ?? 'index.py').replace(/\.py$/, '');
  return {
    code: folder === undefined ? { kind: 'elsewhere' } : { kind: 'local', path: relativeTo(at.file, folder), from: section(properties, 'entry').at }, entryPoints: [],
    ...(isUnknown ? {} : { handler: { value: `${file}.${handler?.value ?? 'handler'}`, from: handler?.from ?? index?.from ?? at } }),
  };
}

/** `DotNetFunction`, `GoFunction`, `RustFunction`: a folder that is built. */
function projectCode({ at }: Made, properties: Properties, started: Started): Code {
  const name = ['projectDir', 'entry', 'manifestPath'].find((each) => isSet(properties, each));
  const folder = name === undefined ? undefined : fileMeant(propertyOf(properties.props, name)?.value, at.file, started);
  if (folder === undefined) noteUnknown(properties, 'code', 'not a folder of the repository');
  return {
    code: folder === undefined ? { kind: 'elsewhere' } : { kind: 'local', path: relativeTo(at.file, folder), from: section(properties, name ?? '').at },
    entryPoints: [], handler: handlerIn(properties), buildMethod: 'bundling',
  };
}

function packagedCode({ at }: Pick<Made, 'at'>, properties: Properties, started: Started): Code {
  const place = section(properties, 'code').at;
  const { method, source, options } = codeMade(propertyOf(properties.props, 'code')?.value);
  const base = { entryPoints: [], handler: handlerIn(properties) };
  if (method === 'image') {
    // The image says both.
    for (const name of ['handler', 'runtime']) if (memberOf(propertyOf(properties.props, name)?.value) === 'FROM_IMAGE') properties.unknown.splice(0, properties.unknown.length, ...properties.unknown.filter((note) => !note.startsWith(`${name}:`)));
    return imageOf(source, options, at.file, started, place);
  }
  if (method === 'inline') return { ...base, ...inlineCode(source, base.handler, at.file, started, place) };
  const folder = method === 'asset' ? fileMeant(source, at.file, started) : undefined;
  if (folder === undefined) noteUnknown(properties, 'code', 'not a folder of the repository');
  const code: CodeSource = folder === undefined ? { kind: 'elsewhere' } : { kind: 'local', path: relativeTo(at.file, folder), from: place };
  return { ...base, code, ...(propertyOf(options, 'bundling') === undefined && method !== 'build' ? {} : { buildMethod: 'bundling' }) };
}

/** Inline code that is read from a file of the repository is that file; deployed it is called `index`. */
function inlineCode(source: StaticValue | undefined, handler: Setting<string> | undefined, file: string, started: Started, from: Made['at']): Pick<Code, 'code' | 'handler'> {
  const path = fileRead(source, file, started);
  if (path === undefined || handler === undefined) return { code: { kind: 'inline', from } };
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  return { code: { kind: 'local', path: relativeTo(file, folderOf(path)), from }, handler: { ...handler, value: handler.value.replace(/^index(?=\.)/, () => name) } };
}

/** The file that a text was read from: `readFileSync(path)`, `open(path).read()`. */
function fileRead(value: StaticValue | undefined, file: string, started: Started): string | undefined {
  let current = value;
  while (current?.kind === 'made' && current.receiver !== undefined && /^(?:read|toString|__enter__)$/.test(current.by)) current = current.receiver;
  const isRead = current?.kind === 'made' && /^(?:(?:node:)?fs(?:\.default)?\.readFileSync|open)$/.test(current.by);
  const path = isRead && current?.kind === 'made' ? fileMeant(current.args[0], file, started) : undefined;
  return path !== undefined && started.project.has(path) ? path : undefined;
}

interface MadeCode {
  readonly method: 'asset' | 'inline' | 'image' | 'build' | 'other';
  readonly source: StaticValue | undefined;
  readonly options: StaticValue | undefined;
}

const METHODS: ReadonlyMap<string, MadeCode['method']> = new Map([
  ['Code.fromAsset', 'asset'], ['Code.asset', 'asset'], ['AssetCode', 'asset'], ['AssetCode.fromAsset', 'asset'], ['Code.fromCustomCommand', 'asset'],
  ['Code.fromInline', 'inline'], ['Code.inline', 'inline'], ['InlineCode', 'inline'], ['Code.fromDockerBuild', 'build'],
  ['Code.fromAssetImage', 'image'], ['DockerImageCode.fromImageAsset', 'image'], ['AssetImageCode', 'image'], ['EcrImageCode.fromAssetImage', 'image'], ['EcrImageCode', 'image'], ['Code.fromEcrImage', 'image'], ['DockerImageCode.fromEcr', 'image'],
]);

/** `Code.fromAsset('src', { bundling })` */
function codeMade(value: StaticValue | undefined): MadeCode {
  const name = madeBy(value)?.replace(/^lambda\./, '') ?? '';
  const args = madeIn(value)?.args ?? [];
  const named = args.at(-1)?.kind === 'record' ? args.at(-1) : undefined;
  const source = args[0] === named ? propertyOf(named, 'path')?.value ?? propertyOf(named, 'directory')?.value ?? propertyOf(named, 'code')?.value : args[0];
  return { method: METHODS.get(name) ?? 'other', source, options: named };
}

function imageCode({ at }: Made, properties: Properties, started: Started): Code {
  const { method, source, options } = codeMade(propertyOf(properties.props, 'code')?.value);
  return imageOf(method === 'image' ? source : undefined, options, at.file, started, section(properties, 'code').at);
}

function imageOf(source: StaticValue | undefined, options: StaticValue | undefined, file: string, started: Started, at: Made['at']): Code {
  const context = fileMeant(source, file, started);
  const command = propertyOf(options, 'cmd')?.value;
  const [handler] = command?.kind === 'list' ? command.items.flatMap((item) => textOf(item) ?? []) : [];
  return {
    entryPoints: [], packageType: { value: 'Image', from: at },
    code: { kind: 'image', ...(context === undefined ? {} : { context: relativeTo(file, context) }), dockerfile: textOf(propertyOf(options, 'file')?.value), command: handler },
  };
}

/** `CfnFunction` has the properties of the template. */
function resourceCode({ at }: Made, properties: Properties, started: Started): Code {
  const base = { entryPoints: [], handler: handlerIn(properties) };
  const inner = section(properties, 'code');
  const image = section(properties, 'imageConfig');
  const command = propertyOf(image.props, 'command')?.value;
  if (isSet(inner, 'imageUri') || textOf(propertyOf(properties.props, 'packageType')?.value) === 'Image') {
    return { ...base, packageType: { value: 'Image', from: inner.at }, code: { kind: 'image', command: command?.kind === 'list' ? textOf(command.items[0]) : undefined } };
  }
  if (isSet(inner, 'zipFile')) return { ...base, code: { kind: 'inline', from: section(inner, 'zipFile').at } };
  const uri = propertyOf(properties.props, 'codeUri')?.value;
  const folder = textOf(uri)?.startsWith('s3:') ? undefined : fileMeant(uri, at.file, started);
  if (folder !== undefined) return { ...base, code: { kind: 'local', path: relativeTo(at.file, folder), from: section(properties, 'codeUri').at } };
  noteUnknown(properties, 'code', 'not a folder of the repository');
  return { ...base, code: { kind: 'elsewhere' } };
}

/**
 * A path as the CDK application means it: what is relative starts where the application is run. An application that is used from
 * several folders is run in the one that has the file.
 */
export function fileMeant(value: StaticValue | undefined, file: string, { project, folder }: Started): string | undefined {
  if (value?.kind === 'path') return value.path;
  const text = textOf(value);
  if (text === undefined || text.startsWith('/')) return undefined;
  const started = folder === undefined ? undefined : joinPath(folder, text);
  if (started !== undefined && isIn(project, started)) return started;
  const base = nearestWith('cdk.json', file, project) ?? (folder !== undefined && isBelow(file, folder) ? folder : undefined) ?? nearestWith('package.json', file, project) ?? folderOf(file);
  return joinPath(base, text);
}

function isIn(project: SourceProject, path: string): boolean {
  return project.has(path) || filesBelow(project.files, path).length > 0;
}

function nearestWith(manifest: string, file: string, project: SourceProject): string | undefined {
  for (let folder = folderOf(file); ; folder = folderOf(folder)) {
    if (project.has(joinPath(folder, manifest) ?? '')) return folder;
    if (folder === '') return undefined;
  }
}

/** `folder` as it is written from the folder of `file`. */
export function relativeTo(file: string, folder: string): string {
  const depth = file.split('/').length - 1;
  return `${'../'.repeat(depth)}${folder}` || '.';
}
