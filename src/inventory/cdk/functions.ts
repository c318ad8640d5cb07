/** Functions that CDK code declares: constructs of the AWS Construct Library, with the settings that are written down. */
import type { SourceProject } from '../../frontends/frontend.js';
import type { Location } from '../../ir/index.js';
import { folderOf, joinPath } from '../files/files-below.js';
import type { Setting } from '../lambda-function.js';
import type { CodeSource, DeclaredFunction } from '../templates/declared-function.js';
import type { Made } from '../evaluation/evaluator.js';
import { entryOf, memberOf, numberOf, textOf, type StaticValue } from '../evaluation/values.js';

/** A construct that is a function. Version 1 and version 2 of the library, imported whole or by module. */
const FUNCTION = /^(?:aws-cdk-lib|@aws-cdk|monocdk)[./]aws[-_]lambda(?<nodejs>[-_]nodejs)?\.(?<construct>NodejsFunction|Function|DockerImageFunction)$/;
/** What the default entry of a NodejsFunction may end in, in the order in which it is looked for. */
const DEFAULT_ENTRIES = ['.ts', '.js', '.mjs', '.mts', '.cts', '.cjs'];

export function isFunctionConstruct(type: string): boolean {
  return FUNCTION.test(type);
}

/** The function that a construct declares; nothing when it is another construct or has no name of its own here. */
export function functionOfConstruct({ type, args, at }: Made, project: SourceProject): DeclaredFunction | undefined {
  const construct = FUNCTION.exec(type)?.groups?.['construct'];
  const id = textOf(args[1]);
  if (construct === undefined || id === undefined) return undefined;
  const properties: Properties = { props: args[2], at, unknown: [] };
  const handler = setting(properties, 'handler', textOf);
  const code = construct === 'NodejsFunction' ? bundledCode(properties, id, handler, project) : packagedCode(properties, handler, construct === 'DockerImageFunction', project);
  return {
    template: at.file, logicalId: id, format: 'CDK', at,
    name: textOf(entryOf(args[2], 'functionName')) ?? id,
    runtime: setting(properties, 'runtime', runtimeOf),
    memory: setting(properties, 'memorySize', numberOf),
    timeout: setting(properties, 'timeout', secondsOf),
    ephemeralStorage: setting(properties, 'ephemeralStorageSize', mebibytesOf),
    architecture: setting(properties, 'architecture', (value) => (memberOf(value) === 'ARM_64' ? 'arm64' : memberOf(value) === 'X86_64' ? 'x86_64' : undefined)),
    environment: environmentOf(properties), layers: [], triggers: [],
    conflicts: isPresent(entryOf(args[2], 'vpc')) ? [{ value: 'vpc-config', from: at }] : [],
    ...code, unknown: properties.unknown,
  };
}

function isPresent(value: StaticValue | undefined): boolean {
  return value !== undefined && value.kind !== 'nothing' && value.kind !== 'unknown';
}

interface Properties {
  readonly props: StaticValue | undefined;
  readonly at: Location;
  readonly unknown: string[];
}

/** A property as `read` understands it; what is there and not understood is noted as unknown. */
function setting<T>({ props, at, unknown }: Properties, name: string, read: (value: StaticValue | undefined) => T | undefined): Setting<T> | undefined {
  const value = entryOf(props, name);
  const known = read(value);
  if (known !== undefined) return { value: known, from: at };
  if (value !== undefined && value.kind !== 'nothing') unknown.push(`${name}: no literal value`);
  return undefined;
}

type Code = Pick<DeclaredFunction, 'code' | 'entryPoints' | 'handler' | 'packageType' | 'buildMethod'>;

/** `NodejsFunction` bundles an entry file; its handler is a name that the file exports. */
function bundledCode(properties: Properties, id: string, handler: Setting<string> | undefined, project: SourceProject): Code {
  const { props, at } = properties;
  const written = entryOf(props, 'entry');
  const entry = written === undefined || written.kind === 'nothing' ? defaultEntry(at.file, id, project) : fileOf(written, at.file, project);
  const base: Code = { code: { kind: 'elsewhere' }, entryPoints: [], buildMethod: 'esbuild' };
  if (entry === undefined) {
    properties.unknown.push('Handler: its entry file is not known');
    return base;
  }
  const isUnknown = handler === undefined && entryOf(props, 'handler') !== undefined;
  const name = handler?.value ?? 'handler';
  return {
    ...base, code: { kind: 'local', path: relativeTo(at.file, folderOf(entry)) }, entryPoints: [entry.slice(entry.lastIndexOf('/') + 1)],
    ...(isUnknown ? {} : { handler: { value: `index.${name.slice(name.indexOf('.') + 1)}`, from: at } }),
  };
}

/** `stack.orders.ts` for the function `orders` of `stack.ts`. */
function defaultEntry(file: string, id: string, project: SourceProject): string | undefined {
  return DEFAULT_ENTRIES.map((extension) => `${file.replace(/\.[^./]+$/, '')}.${id}${extension}`).find((name) => project.has(name));
}

function packagedCode({ props, at, unknown }: Properties, handler: Setting<string> | undefined, isImage: boolean, project: SourceProject): Code {
  const made = entryOf(props, 'code');
  const [, how] = made?.kind === 'made' ? /\.(?:Asset)?(?:DockerImage)?Code\.(\w+)$/.exec(made.by) ?? [] : [];
  const [first, options] = made?.kind === 'made' ? made.args : [];
  const base = { entryPoints: [], handler };
  if (isImage) {
    const context = how === 'fromImageAsset' ? fileOf(first, at.file, project) : undefined;
    const [command] = commandOf(options);
    return { ...base, packageType: { value: 'Image', from: at }, code: { kind: 'image', ...(context === undefined ? {} : { context: relativeTo(at.file, context) }), dockerfile: textOf(entryOf(options, 'file')), command } };
  }
  if (how === 'fromInline' || how === 'inline') return { ...base, code: { kind: 'inline', from: at } };
  const folder = how === 'fromAsset' || how === 'asset' ? fileOf(first, at.file, project) : undefined;
  if (folder === undefined) unknown.push('code: not a folder of the repository');
  const code: CodeSource = folder === undefined ? { kind: 'elsewhere' } : { kind: 'local', path: relativeTo(at.file, folder), from: at };
  return { ...base, code, ...(entryOf(options, 'bundling') === undefined ? {} : { buildMethod: 'bundling' }) };
}

function commandOf(options: StaticValue | undefined): readonly string[] {
  const command = entryOf(options, 'cmd');
  return command?.kind === 'list' ? command.items.flatMap((item) => textOf(item) ?? []) : [];
}

/** A path as the CDK application means it: what is relative starts where the application is run, in the folder of its `cdk.json` or package. */
function fileOf(value: StaticValue | undefined, file: string, project: SourceProject): string | undefined {
  if (value?.kind === 'path') return value.path;
  const text = textOf(value);
  if (text === undefined || text.startsWith('/')) return undefined;
  for (const manifest of ['cdk.json', 'package.json']) {
    for (let folder = folderOf(file); ; folder = folderOf(folder)) {
      if (project.has(joinPath(folder, manifest) ?? '')) return joinPath(folder, text);
      if (folder === '') break;
    }
  }
  return joinPath(folderOf(file), text);
}

/** `folder` as it is written from the folder of `file`. */
export function relativeTo(file: string, folder: string): string {
  const depth = file.split('/').length - 1;
  return `${'../'.repeat(depth)}${folder}` || '.';
}

/** `Runtime.NODEJS_22_X` is `nodejs22.x`. */
function runtimeOf(value: StaticValue | undefined): string | undefined {
  const parts = /^(NODEJS|PYTHON|JAVA|DOTNET|RUBY|GO|PROVIDED)_?(?:CORE_)?(.*)$/.exec(memberOf(value) ?? '');
  if (!parts || parts[2] === 'LATEST') return undefined;
  const [, family = '', version = ''] = parts;
  const name = family.toLowerCase() + version.toLowerCase().replaceAll('_', '.');
  return family === 'PROVIDED' ? `provided${version === '' ? '' : `.${version.toLowerCase()}`}` : name;
}

const SECONDS: Readonly<Record<string, number>> = { millis: 0.001, seconds: 1, minutes: 60, hours: 3600, days: 86_400 };
const MEBIBYTES: Readonly<Record<string, number>> = { mebibytes: 1, gibibytes: 1024 };

function secondsOf(value: StaticValue | undefined): number | undefined {
  return measured(value, 'Duration', SECONDS);
}

function mebibytesOf(value: StaticValue | undefined): number | undefined {
  return measured(value, 'Size', MEBIBYTES);
}

/** `Duration.minutes(5)`, `Size.gibibytes(2)` */
function measured(value: StaticValue | undefined, type: string, units: Readonly<Record<string, number>>): number | undefined {
  const [owner, unit = ''] = value?.kind === 'made' ? value.by.split('.').slice(-2) : [];
  const amount = value?.kind === 'made' && owner === type ? numberOf(value.args[0]) : undefined;
  const factor = Object.hasOwn(units, unit) ? units[unit] : undefined;
  return amount === undefined || factor === undefined ? undefined : amount * factor;
}

function environmentOf({ props, at }: Properties): DeclaredFunction['environment'] {
  const written = entryOf(props, 'environment');
  const entries = written?.kind === 'record' ? [...written.entries] : [];
  return new Map(entries.map(([name, value]) => [name, { value: textOf(value), from: at }] as const));
}
