/**
 * Where an import leads: to a file of the repository, or to a library. Follows what bundlers and the TypeScript compiler
 * accept, because deployed code was built by them: extensions left out or written as in the output, folders with an index,
 * aliases, packages of the workspace, and layers mounted at `/opt/nodejs`.
 */
import type { SourceProject } from '../../frontend.js';
import { folderOf, join, parentFolders } from './paths.js';
import type { PackageManifest, PathAliases } from './settings.js';
import { findPathAliases, readManifest } from './settings.js';

export type Resolution =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'library'; readonly specifier: string };

/** Finds the module that `specifier` means in `file`. */
export type Resolver = (file: string, specifier: string) => Resolution;

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json', '.d.ts'];
/** Sources that a specifier written for the build output stands for. */
const SOURCE_OF: readonly (readonly [output: string, sources: readonly string[]])[] = [
  ['.js', ['.ts', '.tsx', '.jsx']], ['.jsx', ['.tsx']], ['.mjs', ['.mts']], ['.cjs', ['.cts']],
];
const OUTPUT_FOLDER = /(^|\/)(dist|build|lib|out|cjs|esm)\//;

/** A resolver for `project`; settings and manifests are read when first needed. */
export function createResolver(project: SourceProject): Resolver {
  const known = new Map<string, Resolution>();
  const aliases = memoised((folder: string) => findPathAliases(project, folder));
  const manifests = memoised((file: string) => (project.has(file) ? readManifest(project, file) : undefined));
  let workspace: ReadonlyMap<string, PackageManifest> | undefined;
  const context: Context = {
    project, aliases, manifests,
    workspace: () => (workspace ??= workspacePackages(project, manifests)),
  };
  return (file, specifier) => {
    const key = `${folderOf(file)}\0${specifier}`;
    let found = known.get(key);
    if (found === undefined) {
      const target = findModule(context, folderOf(file), specifier.replace(/[?#!].*$/, (end) => (specifier.startsWith('#') ? end : '')));
      found = target === undefined ? { kind: 'library', specifier: libraryName(file, specifier) } : { kind: 'file', file: target };
      known.set(key, found);
    }
    return found;
  };
}

interface Context {
  readonly project: SourceProject;
  readonly aliases: (folder: string) => PathAliases | undefined;
  readonly manifests: (file: string) => PackageManifest | undefined;
  readonly workspace: () => ReadonlyMap<string, PackageManifest>;
}

function memoised<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key) as T;
  };
}

/** Relative files that are not there (generated, ignored) keep one name wherever they are imported from. */
function libraryName(file: string, specifier: string): string {
  return specifier.startsWith('.') ? `./${join(folderOf(file), specifier)}` : specifier;
}

function findModule(c: Context, folder: string, specifier: string): string | undefined {
  if (specifier.startsWith('node:')) return undefined;
  if (specifier === '.' || specifier === '..' || /^\.\.?\//.test(specifier)) return findFile(c, join(folder, specifier));
  if (specifier.startsWith('/')) return findLayerFile(c, folder, specifier);
  if (specifier.startsWith('#')) {
    const own = findPrivateImport(c, folder, specifier);
    if (own !== undefined) return own;
  }
  return findAlias(c, folder, specifier) ?? findWorkspacePackage(c, specifier);
}

function findFile(c: Context, path: string): string | undefined {
  const { project } = c;
  if (path !== '' && project.has(path)) return path;
  for (const [output, sources] of SOURCE_OF) {
    if (!path.endsWith(output)) continue;
    const stem = path.slice(0, -output.length);
    const source = sources.find((extension) => project.has(stem + extension));
    if (source !== undefined) return stem + source;
  }
  if (path !== '') {
    const extension = EXTENSIONS.find((e) => project.has(path + e));
    if (extension !== undefined) return path + extension;
  }
  const manifest = c.manifests(join(path, 'package.json'));
  return (manifest === undefined ? undefined : findEntry(c, manifest)) ?? findIndex(c, path);
}

function findIndex(c: Context, folder: string): string | undefined {
  return EXTENSIONS.map((extension) => join(folder, `index${extension}`)).find((file) => c.project.has(file));
}

function findEntry(c: Context, manifest: PackageManifest): string | undefined {
  const main = manifest.exports.find(([pattern]) => pattern === '.')?.[1] ?? [];
  return firstFile(c, [...manifest.entries, ...main].map((entry) => join(manifest.folder, entry))) ?? findIndex(c, join(manifest.folder, 'src'));
}

/** The first of `paths` that is a file, as written or where its source would be: `dist/index.js` → `src/index.ts`. */
function firstFile(c: Context, paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const candidates = [path, path.replace(OUTPUT_FOLDER, '$1src/'), path.replace(OUTPUT_FOLDER, '$1')];
    for (const candidate of candidates) {
      const found = findPlainFile(c, candidate);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** As `findFile`, but never through the manifest of a folder, which could lead round in circles. */
function findPlainFile(c: Context, path: string): string | undefined {
  const { project } = c;
  if (project.has(path) && !path.endsWith('.json')) return path;
  const stem = path.replace(/(\.d)?\.[mc]?[jt]sx?$/, '');
  const extension = EXTENSIONS.find((e) => project.has(stem + e));
  return extension === undefined ? findIndex(c, path) : stem + extension;
}

function findAlias(c: Context, folder: string, specifier: string): string | undefined {
  const aliases = c.aliases(folder);
  if (aliases === undefined) return undefined;
  const matches = matchPatterns(aliases.paths, specifier).map((target) => join(aliases.pathsBase, target));
  const direct = matches.map((path) => findFile(c, path)).find((file) => file !== undefined);
  if (direct !== undefined) return direct;
  return aliases.baseUrl === undefined ? undefined : findFile(c, join(aliases.baseUrl, specifier));
}

/** Targets of the longest matching pattern, `*` filled in. */
function matchPatterns(patterns: readonly (readonly [string, readonly string[]])[], name: string): readonly string[] {
  const ordered = [...patterns].sort(([a], [b]) => b.split('*')[0]!.length - a.split('*')[0]!.length);
  for (const [pattern, targets] of ordered) {
    const star = pattern.indexOf('*');
    if (star === -1) {
      if (pattern === name) return targets;
      continue;
    }
    const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)];
    if (name.length >= head.length + tail.length && name.startsWith(head) && name.endsWith(tail)) {
      const filled = name.slice(head.length, name.length - tail.length);
      return targets.map((target) => target.replace('*', () => filled));
    }
  }
  return [];
}

function findPrivateImport(c: Context, folder: string, specifier: string): string | undefined {
  for (const parent of parentFolders(folder)) {
    const manifest = c.manifests(join(parent, 'package.json'));
    if (manifest === undefined) continue;
    return firstFile(c, matchPatterns(manifest.imports, specifier).map((target) => join(manifest.folder, target)));
  }
  return undefined;
}

function workspacePackages(project: SourceProject, manifests: Context['manifests']): ReadonlyMap<string, PackageManifest> {
  const packages = new Map<string, PackageManifest>();
  for (const file of project.files) {
    if (file !== 'package.json' && !file.endsWith('/package.json')) continue;
    const manifest = manifests(file);
    if (manifest?.name !== undefined && !packages.has(manifest.name)) packages.set(manifest.name, manifest);
  }
  return packages;
}

function findWorkspacePackage(c: Context, specifier: string): string | undefined {
  const parts = specifier.split('/');
  const length = specifier.startsWith('@') ? 2 : 1;
  const manifest = c.workspace().get(parts.slice(0, length).join('/'));
  if (manifest === undefined) return undefined;
  const rest = parts.slice(length).join('/');
  if (rest === '') return findEntry(c, manifest) ?? findIndex(c, manifest.folder);
  const exported = matchPatterns(manifest.exports, `./${rest}`).map((target) => join(manifest.folder, target));
  return firstFile(c, exported) ?? findFile(c, join(manifest.folder, rest)) ?? findFile(c, join(manifest.folder, `src/${rest}`));
}

/** `/opt/nodejs/x` is `…/nodejs/x` (or just `…/x`) in the folder of some layer; the nearest one wins. */
function findLayerFile(c: Context, folder: string, specifier: string): string | undefined {
  if (!specifier.startsWith('/opt/')) return undefined;
  const inLayer = specifier.slice('/opt/'.length);
  const layers = c.project.files.filter((file) => /layer|nodejs\//i.test(file));
  for (const tail of [inLayer, inLayer.replace(/^nodejs\//, '')]) {
    const stem = tail.replace(/\.[mc]?[jt]s$/, '');
    const files = EXTENSIONS.flatMap((e) => [`${stem}${e}`, `${stem}/index${e}`]);
    const found = layers.filter((file) => files.some((end) => file === end || file.endsWith(`/${end}`)));
    const [nearest] = found.sort((a, b) => commonFolders(b, folder) - commonFolders(a, folder));
    if (nearest !== undefined) return nearest;
  }
  return undefined;
}

function commonFolders(a: string, b: string): number {
  const [x, y] = [a.split('/'), b.split('/')];
  let n = 0;
  while (n < x.length && x[n] === y[n]) n++;
  return n;
}
