/**
 * What `tsconfig.json`, `jsconfig.json` and `package.json` say about module names. Both are read as data; nothing of the
 * audited repository is executed.
 */
import type { SourceProject } from '../../frontend.js';
import { join, parentFolders } from './paths.js';

/** `paths` and `baseUrl` of the compiler settings that govern a folder. */
export interface PathAliases {
  /** Folder that non-relative names start from, if `baseUrl` is set. */
  readonly baseUrl?: string;
  /** Folder that the targets in `paths` are relative to. */
  readonly pathsBase: string;
  readonly paths: readonly (readonly [pattern: string, targets: readonly string[]])[];
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const MAX_EXTENDS = 5;

/** The aliases that apply to files in `folder`: from the nearest settings file that has some. */
export function findPathAliases(project: SourceProject, folder: string): PathAliases | undefined {
  for (const parent of parentFolders(folder)) {
    for (const name of ['tsconfig.json', 'jsconfig.json']) {
      const file = join(parent, name);
      const aliases = project.has(file) ? readAliases(project, file, 0) : undefined;
      if (aliases !== undefined) return aliases;
    }
  }
  return undefined;
}

function readAliases(project: SourceProject, file: string, depth: number): PathAliases | undefined {
  const settings = readJson(project, file);
  const options = property(settings, 'compilerOptions');
  const folder = join(file, '..');
  const baseUrl = property(options, 'baseUrl');
  const base = typeof baseUrl === 'string' ? join(folder, baseUrl) : undefined;
  const paths = property(options, 'paths');
  if (isObject(paths) || base !== undefined) {
    const entries = isObject(paths) ? Object.entries(paths).map(([pattern, targets]) => [pattern, strings(targets)] as const) : [];
    return { baseUrl: base, pathsBase: base ?? folder, paths: entries };
  }
  if (depth >= MAX_EXTENDS) return undefined;
  for (const parent of strings(property(settings, 'extends')).filter((name) => name.startsWith('.'))) {
    const path = join(folder, parent);
    const found = [path, `${path}.json`].find((candidate) => project.has(candidate));
    const aliases = found === undefined ? undefined : readAliases(project, found, depth + 1);
    if (aliases !== undefined) return aliases;
  }
  return undefined;
}

/** A package of the repository, or the package that a folder belongs to. */
export interface PackageManifest {
  readonly folder: string;
  readonly name?: string;
  /** Entry files as written, most telling first: sources before build output. */
  readonly entries: readonly string[];
  /** `exports` and `imports`: name to candidate files, `*` as in the manifest. */
  readonly exports: readonly (readonly [pattern: string, targets: readonly string[]])[];
  readonly imports: readonly (readonly [pattern: string, targets: readonly string[]])[];
}

/** Reads a `package.json`; nothing when it is none. */
export function readManifest(project: SourceProject, file: string): PackageManifest | undefined {
  const manifest = readJson(project, file);
  if (!isObject(manifest)) return undefined;
  const name = property(manifest, 'name');
  const entries = ['source', 'module', 'main', 'types', 'typings'].flatMap((key) => strings(property(manifest, key)));
  return {
    folder: join(file, '..'),
    name: typeof name === 'string' ? name : undefined,
    entries,
    exports: conditions(property(manifest, 'exports')),
    imports: conditions(property(manifest, 'imports')),
  };
}

function conditions(value: Json | undefined): (readonly [string, readonly string[]])[] {
  if (value === undefined) return [];
  if (!isObject(value) || Object.keys(value).every((key) => !/^[.#]/.test(key))) return [['.', leaves(value, 0)]];
  return Object.entries(value).map(([pattern, target]) => [pattern, leaves(target, 0)]);
}

function leaves(value: Json, depth: number): string[] {
  if (typeof value === 'string') return [value];
  if (depth > 6 || value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap((inner: Json) => leaves(inner, depth + 1));
}

function strings(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function property(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function readJson(project: SourceProject, file: string): Json | undefined {
  const text = project.read(file);
  return text === undefined ? undefined : parseLenientJson(text);
}

/** JSON with comments and trailing commas; nothing when it is no JSON. */
export function parseLenientJson(text: string): Json | undefined {
  const plain = text
    .replace(/("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_, string: string | undefined) => string ?? ' ')
    .replace(/("(?:[^"\\\n]|\\.)*")|,(?=\s*[}\]])/g, (_, string: string | undefined) => string ?? '');
  try {
    return JSON.parse(plain) as Json;
  } catch {
    return undefined;
  }
}
