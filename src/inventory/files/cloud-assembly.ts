/**
 * What `cdk synth` leaves in `cdk.out`: the templates that its manifest names, and the folders of code that they deploy. Templates of
 * earlier runs stay in the folder and are in no manifest. https://docs.aws.amazon.com/cdk/v2/guide/apps.html
 */
import { readFileSync, realpathSync, statSync, type Stats } from 'node:fs';
import path from 'node:path';
import { unreadLanguageOf } from './unread-programs.js';

export interface CloudAssembly {
  /** Relative to the walk's root. */
  readonly templates: readonly string[];
  /** Folders with the code of functions, where no source is there that could be read instead. */
  readonly assets: readonly string[];
}

const MAX_BYTES = 16 << 20;
const MAX_MANIFESTS = 100;

/** The assembly in the folder `name` below `root`; nothing when it holds none. */
export function cloudAssemblyIn(root: string, name: string): CloudAssembly | undefined {
  if (path.posix.basename(name) !== 'cdk.out') return undefined;
  const templates = new Set<string>();
  const assets = new Set<string>();
  const waiting = [name];
  for (let count = 0; waiting.length > 0 && count < MAX_MANIFESTS; count++) {
    const folder = waiting.shift() ?? name;
    for (const { type, properties } of artifactsIn(root, folder)) {
      const within = (written: unknown): string | undefined => inside(name, folder, written);
      const [template, nested, manifest] = [within(properties['templateFile']), within(properties['directoryName']), within(properties['file'])];
      if (type === 'aws:cloudformation:stack' && template !== undefined) templates.add(template);
      if (type === 'cdk:cloud-assembly' && nested !== undefined) waiting.push(nested);
      for (const asset of type === 'cdk:asset-manifest' && manifest !== undefined ? assetsIn(root, manifest) : []) {
        const file = within(asset);
        if (file !== undefined) (file.endsWith('.template.json') ? templates : assets).add(file);
      }
    }
  }
  if (templates.size === 0) return undefined;
  const there = (names: ReadonlySet<string>, isWanted: (stats: Stats) => boolean): readonly string[] => [...names].filter((each) => isPlain(root, each) && isWanted(statSync(path.join(root, each)))).sort();
  return {
    templates: there(templates, (stats) => stats.isFile()),
    assets: hasReadableSource(root, path.posix.dirname(name)) ? [] : there(assets, (stats) => stats.isDirectory()),
  };
}

/** The application beside its output, in a language whose constructs are read. */
function hasReadableSource(root: string, folder: string): boolean {
  const command = member(jsonIn(root, path.posix.join(folder, 'cdk.json')), 'app');
  return typeof command === 'string' && unreadLanguageOf(command) === undefined;
}

interface Artifact {
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

function artifactsIn(root: string, folder: string): readonly Artifact[] {
  const artifacts = member(jsonIn(root, `${folder}/manifest.json`), 'artifacts');
  return Object.values(isRecord(artifacts) ? artifacts : {}).flatMap((artifact) => {
    const [type, properties] = [member(artifact, 'type'), member(artifact, 'properties')];
    return typeof type === 'string' ? [{ type, properties: isRecord(properties) ? properties : {} }] : [];
  });
}

/** Paths of files and folders that are uploaded, relative to the folder of their manifest. */
function assetsIn(root: string, manifest: string): readonly unknown[] {
  const files = member(jsonIn(root, manifest), 'files');
  return Object.values(isRecord(files) ? files : {}).map((file) => member(member(file, 'source'), 'path'));
}

/** A path that stays within the assembly. */
function inside(assembly: string, folder: string, written: unknown): string | undefined {
  if (typeof written !== 'string' || written.startsWith('/') || written.includes('\\')) return undefined;
  const target = path.posix.normalize(`${folder}/${written}`);
  return target.startsWith(`${assembly}/`) ? target : undefined;
}

function jsonIn(root: string, name: string): unknown {
  const file = path.join(root, name);
  try {
    return !isPlain(root, name) || statSync(file).size > MAX_BYTES ? undefined : JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch {
    return undefined; // No manifest, or one that was not written to its end.
  }
}

function member(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether no symbolic link leads to it. */
function isPlain(root: string, name: string): boolean {
  try {
    return realpathSync(path.join(root, name)) === path.join(realpathSync(root), name);
  } catch {
    return false; // It is not there.
  }
}
