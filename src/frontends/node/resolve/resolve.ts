/**
 * Where an import leads: to a file of the repository, or to a library. Follows what bundlers and the TypeScript compiler
 * accept, because deployed code was built by them: extensions left out or written as in the output, folders with an index,
 * aliases, packages of the workspace, other projects' output, and layers mounted at `/opt/nodejs`.
 */
import type { SourceProject } from '../../frontend.js';
import { findLayerFile } from './layers.js';
import type { PackageManifest } from './packages.js';
import { Packages, readManifest } from './packages.js';
import { folderOf, join, parentFolders } from './paths.js';
import { matchPatterns } from './patterns.js';
import type { ModuleSettings } from './settings.js';
import { settingsAbove, settingsIn } from './settings.js';
import { fileAt, firstFile, indexIn, usualSources } from './source-files.js';

export type Resolution =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'library'; readonly specifier: string };

/** Finds the module that `specifier` means in `file`. */
export type Resolver = (file: string, specifier: string) => Resolution;

/** A resolver for `project`; settings and manifests are read when first needed. */
export function createResolver(project: SourceProject): Resolver {
  const known = new Map<string, Resolution>();
  const manifests = memoised((file: string) => (project.has(file) ? readManifest(project, file) : undefined));
  const packages = new Packages(project, manifests);
  const own = memoised((folder: string) => settingsIn(project, folder, (name) => packages.named(name, folder)?.folder));
  const context: Context = { project, packages, settings: memoised((folder: string) => settingsAbove(folder, own)) };
  return (file, specifier) => {
    const importer: Importer = { folder: folderOf(file), isTypeScript: /\.[mc]?tsx?$/.test(file) };
    const key = `${importer.folder}\0${String(importer.isTypeScript)}\0${specifier}`;
    let found = known.get(key);
    if (found === undefined) {
      found = find(context, importer, specifier.replace(/[?#!].*$/, (end) => (specifier.startsWith('#') ? end : '')));
      known.set(key, found);
    }
    return found;
  };
}

interface Context {
  readonly project: SourceProject;
  readonly packages: Packages;
  readonly settings: (folder: string) => readonly ModuleSettings[];
}

interface Importer {
  readonly folder: string;
  readonly isTypeScript: boolean;
}

function memoised<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key) as T;
  };
}

function find(c: Context, importer: Importer, specifier: string): Resolution {
  if (specifier.startsWith('#')) {
    const own = privateImport(c, importer, specifier);
    if (own !== undefined) return own;
  }
  const file = findModule(c, importer, specifier);
  return file === undefined ? { kind: 'library', specifier: libraryName(importer.folder, specifier) } : { kind: 'file', file };
}

/** Relative files that are not there (generated, ignored) keep one name wherever they are imported from. */
function libraryName(folder: string, specifier: string): string {
  return specifier.startsWith('.') ? `./${join(folder, specifier)}` : specifier;
}

function findModule(c: Context, importer: Importer, specifier: string): string | undefined {
  if (specifier.startsWith('node:')) return undefined;
  if (/^\.\.?(?:\/|$)/.test(specifier)) return findRelative(c, importer, specifier);
  return findAlias(c, importer, specifier)
    ?? (specifier.startsWith('/') ? findLayerFile(c.project, importer.folder, specifier) : findPackage(c, importer, specifier));
}

function findRelative(c: Context, importer: Importer, specifier: string): string | undefined {
  const path = join(importer.folder, specifier);
  // `..` and `./part/` are folders, even when a file has the same name.
  const own = /(?:^|\/)\.{0,2}$/.test(specifier) ? findFolder(c, path) ?? findFile(c, importer, path) : findFile(c, importer, path);
  return own ?? findInOtherRoots(c, importer, path) ?? firstFile(c.project, sourcesOf(c, path), () => []);
}

function findFile(c: Context, importer: Importer, path: string): string | undefined {
  return fileAt(c.project, path, importer.isTypeScript) ?? findFolder(c, path);
}

function findFolder(c: Context, folder: string): string | undefined {
  const manifest = c.packages.manifestAt(join(folder, 'package.json'));
  return (manifest === undefined ? undefined : findEntry(c, manifest)) ?? indexIn(c.project, folder);
}

function findEntry(c: Context, manifest: PackageManifest): string | undefined {
  const main = manifest.exports.find(([pattern]) => pattern === '.')?.[1] ?? [];
  return entryFile(c, [...manifest.entries, ...main].map((entry) => join(manifest.folder, entry))) ?? indexIn(c.project, join(manifest.folder, 'src'));
}

function entryFile(c: Context, paths: readonly string[]): string | undefined {
  return firstFile(c.project, paths, (path) => sourcesOf(c, path));
}

/** Sources that a compiler makes the output file `path` from: by the settings above it, else by the usual names of folders. */
function sourcesOf(c: Context, path: string): readonly string[] {
  const stated = c.settings(folderOf(path)).flatMap(({ outDir, rootDir, pathsBase }) => {
    if (outDir === undefined || !path.startsWith(`${outDir}/`)) return [];
    const rest = path.slice(outDir.length + 1);
    return (rootDir === undefined ? [pathsBase, join(outDir, '..'), join(outDir, '../src')] : [rootDir]).map((root) => join(root, rest));
  });
  return [...stated, ...usualSources(path)];
}

/** `rootDirs`: what is relative in one of them is relative in all. */
function findInOtherRoots(c: Context, importer: Importer, path: string): string | undefined {
  for (const { rootDirs } of c.settings(importer.folder)) {
    const root = rootDirs.find((dir) => path.startsWith(`${dir}/`));
    if (root === undefined) continue;
    const others = rootDirs.filter((dir) => dir !== root).map((dir) => join(dir, path.slice(root.length + 1)));
    const found = others.map((other) => findFile(c, importer, other)).find((file) => file !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

function findAlias(c: Context, importer: Importer, specifier: string): string | undefined {
  for (const { paths, pathsBase, baseUrl } of c.settings(importer.folder)) {
    const matches = matchPatterns(paths, specifier).map((target) => join(pathsBase, target));
    const direct = matches.map((path) => findFile(c, importer, path)).find((file) => file !== undefined) ?? entryFile(c, matches);
    if (direct !== undefined) return direct;
    const fromBase = baseUrl === undefined || specifier.startsWith('/') ? undefined : findFile(c, importer, join(baseUrl, specifier));
    if (fromBase !== undefined) return fromBase;
  }
  return undefined;
}

/** `#internal` is what the manifest of the importing package says: a file of it, or a library. */
function privateImport(c: Context, importer: Importer, specifier: string): Resolution | undefined {
  const manifest = c.packages.around(parentFolders(importer.folder));
  for (const target of manifest === undefined ? [] : matchPatterns(manifest.imports, specifier)) {
    if (!target.startsWith('.')) return find(c, importer, target.replace(/^#+/, ''));
    const file = entryFile(c, [join(manifest!.folder, target)]);
    if (file !== undefined) return { kind: 'file', file };
  }
  return undefined;
}

function findPackage(c: Context, importer: Importer, specifier: string): string | undefined {
  const parts = specifier.split('/');
  const length = specifier.startsWith('@') ? 2 : 1;
  const name = parts.slice(0, length).join('/');
  const rest = parts.slice(length).join('/');
  const linked = c.packages.around(parentFolders(importer.folder))?.links.get(name);
  const manifest = linked === undefined ? c.packages.named(name, importer.folder) : c.packages.manifestAt(join(linked, 'package.json'));
  if (manifest === undefined) return linked === undefined ? undefined : findFile(c, importer, join(linked, rest));
  if (rest === '') return findEntry(c, manifest) ?? indexIn(c.project, manifest.folder);
  const exported = matchPatterns(manifest.exports, `./${rest}`).map((target) => join(manifest.folder, target));
  return entryFile(c, exported) ?? findFile(c, importer, join(manifest.folder, rest)) ?? findFile(c, importer, join(manifest.folder, `src/${rest}`));
}
