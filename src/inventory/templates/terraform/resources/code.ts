/** Where the code of a function lies: behind an archive that the configuration makes, an object in a bucket, an image. */
import { folderOf } from '../../../files/files-below.js';
import type { CodeSource } from '../../declared-function.js';
import type { Declared } from '../configuration/module.js';
import { readableOf, textOf, type Value } from '../language/values.js';
import { noteUnknown, propertiesOf, section, sections, text, valueAt, valueOf, type Properties } from './properties.js';
import type { ResourceIndex } from './resource-index.js';

/** The code, and whether it is built before it is packaged. */
export interface Code {
  readonly code: CodeSource;
  readonly buildMethod?: string;
}

const ELSEWHERE: Code = { code: { kind: 'elsewhere' } };
const ARCHIVES: ReadonlySet<string> = new Set(['archive_file']);
const OBJECTS: ReadonlySet<string> = new Set(['aws_s3_object', 'aws_s3_bucket_object']);
/** Resources that build an image, with the block that says from what; and modules that do so with arguments of their own. */
const IMAGES: ReadonlySet<string> = new Set(['docker_image', 'docker_registry_image']);
const IMAGE_MODULE = /\/\/modules\/docker-build$/;
const SOURCE_FILE = /\.(?:[cm]?[jt]sx?|py|java|cs)$/;

/** The code that `filename` or `s3_key` of a resource lead to. */
export function packagedCode(properties: Properties, index: ResourceIndex): Code {
  for (const name of ['filename', 's3_key']) {
    const value = valueOf(properties, name);
    if (value === undefined) continue;
    const code = codeBehind(value, index, properties) ?? (name === 'filename' ? archiveAt(value, properties, name) : undefined);
    if (code !== undefined) return code;
  }
  return ELSEWHERE;
}

/** The code of the package that `value` names, as what it was taken from says. */
export function codeBehind(value: Value, index: ResourceIndex, properties: Properties): Code | undefined {
  const declared = index.behind(value) ?? sameText(value, index);
  if (declared === undefined) return undefined;
  if (ARCHIVES.has(declared.type)) return archived(propertiesOf(declared), properties);
  if (OBJECTS.has(declared.type)) {
    const source = valueOf(propertiesOf(declared), 'source');
    return source && (codeBehind(source, index, properties) ?? archiveAt(source, properties, 'source'));
  }
  return undefined;
}

/** The archive, or the object in a bucket, that has the name that is only written once more. */
function sameText(value: Value, index: ResourceIndex): Declared | undefined {
  const name = normalized(readableOf(value));
  if (name === '') return undefined;
  const named = (types: ReadonlySet<string>, argument: string): Declared | undefined => [...types].flatMap((type) => index.ofType(type))
    .find((declared) => normalized(readableOf(valueOf(propertiesOf(declared), argument) ?? value)) === name && valueOf(propertiesOf(declared), argument) !== undefined);
  return named(ARCHIVES, 'output_path') ?? named(OBJECTS, 'key');
}

function normalized(path: string): string {
  return path.replace(/^(?:\.\/)+/, '').replaceAll('/./', '/');
}

/** An archive that is made elsewhere, or lies in the repository. */
function archiveAt(value: Value, properties: Properties, name: string): Code | undefined {
  const path = textOf(value);
  if (path === undefined) noteUnknown(properties, name, value);
  return path === undefined ? undefined : localCode(path, value);
}

function archived(archive: Properties, properties: Properties): Code {
  const folder = valueOf(archive, 'source_dir');
  if (folder !== undefined) return pathOrUnknown(folder, 'source_dir', properties);
  const file = valueOf(archive, 'source_file');
  if (file !== undefined) return pathOrUnknown(file, 'source_file', properties);
  const contents = sections(archive, 'source').flatMap((source) => valueOf(source, 'content') ?? []);
  const content = contents.find((each) => each.kind === 'scalar' && SOURCE_FILE.test(each.contentOf ?? '')) ?? contents[0] ?? valueOf(archive, 'source_content');
  if (content === undefined) return ELSEWHERE;
  if (content.kind !== 'scalar') return pathOrUnknown(content, 'source', properties);
  return content.contentOf === undefined ? { code: { kind: 'inline', from: content.at } } : localCode(content.contentOf, content);
}

function pathOrUnknown(value: Value, name: string, properties: Properties): Code {
  const path = textOf(value);
  if (path !== undefined) return localCode(path, value);
  noteUnknown({ ...properties, path: 'archive_file.' }, name, value);
  return ELSEWHERE;
}

/** A folder or archive, or the folder of a source file. */
function localCode(path: string, { at }: Value): Code {
  if (path.startsWith('/') || /^\w+:/.test(path)) return ELSEWHERE;
  return { code: { kind: 'local', path: SOURCE_FILE.test(path) ? folderOf(path) || '.' : path, from: at } };
}

/** The code that a module packs: a path, or a list of paths and of maps with a path and commands. */
export function sourceOfModule(value: Value, handler: string | undefined, properties: Properties, index: ResourceIndex): Code {
  const parts = (value.kind === 'list' ? value.items : [value]).flatMap((item) => partOf(item, properties, index) ?? []);
  const module = handler?.replace(/\.[^./]*$/, '');
  const fits = parts.find(({ code }) => module !== undefined && code.kind === 'local' && hasModule(code.path, module, properties));
  const chosen = fits ?? parts[0];
  if (chosen === undefined) noteUnknown(properties, 'source_path', value);
  return chosen ?? ELSEWHERE;
}

function partOf(item: Value, properties: Properties, index: ResourceIndex): Code | undefined {
  if (item.kind !== 'map') {
    const path = textOf(item);
    return path === undefined ? codeBehind(item, index, properties) : localCode(path, item);
  }
  const path = item.entries.get('path');
  const code = path && textOf(path) !== undefined ? localCode(textOf(path)!, path) : undefined;
  const isBuilt = ['commands', 'prefix_in_zip', 'npm_requirements'].some((name) => item.entries.has(name));
  return code && isBuilt ? { ...code, buildMethod: 'package' } : code;
}

function hasModule(folder: string, module: string, { scope: { files } }: Properties): boolean {
  return files.below(folder).some((name) => name.startsWith(`${module}.`) || name.startsWith(`${module}/`));
}

/** The image of a function, with the folder that it is built from when the configuration builds it. */
export function imageOf(image: Value | undefined, command: Value | undefined, index: ResourceIndex): CodeSource {
  const [first] = command?.kind === 'list' ? command.items : [];
  const builder = index.behind(image);
  return { kind: 'image', ...(builder === undefined ? {} : builtFrom(builder)), command: textOf(first) };
}

function builtFrom(builder: Declared): { readonly context?: string; readonly dockerfile?: string } {
  const properties = propertiesOf(builder);
  if (IMAGE_MODULE.test(builder.type)) return { context: text(properties, ['source_path'])?.value, dockerfile: text(properties, ['docker_file_path'])?.value };
  const build = IMAGES.has(builder.type) ? section(properties, 'build') : undefined;
  if (build === undefined) return {};
  const context = text(build, ['context'])?.value ?? textOf(valueAt(build, ['path']));
  const dockerfile = text(build, ['dockerfile'])?.value;
  return { ...(context === undefined ? {} : { context }), ...(dockerfile === undefined ? {} : { dockerfile }) };
}
