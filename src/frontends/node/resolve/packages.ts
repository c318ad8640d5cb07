/** Packages of the repository: their manifests, and which of them a name means. */
import type { SourceProject } from '../../frontend.js';
import type { Json } from './json.js';
import { isObject, property, readJson, strings } from './json.js';
import { commonFolders, folderOf, join } from './paths.js';
import type { Patterns } from './patterns.js';

/** What a `package.json` says about its modules. */
export interface PackageManifest {
  readonly folder: string;
  readonly name?: string;
  /** Entry files as written, most telling first: sources before build output. */
  readonly entries: readonly string[];
  /** `exports` and `imports`: name to candidate files, `*` as in the manifest. */
  readonly exports: Patterns;
  readonly imports: Patterns;
  /** Dependencies that are folders of the repository: `"orders": "file:../orders"`. */
  readonly links: ReadonlyMap<string, string>;
}

/** Reads a `package.json`; nothing when it is none. */
export function readManifest(project: SourceProject, file: string): PackageManifest | undefined {
  const manifest = readJson(project, file);
  if (!isObject(manifest)) return undefined;
  const name = property(manifest, 'name');
  const folder = folderOf(file);
  return {
    folder,
    name: typeof name === 'string' ? name : undefined,
    entries: ['source', 'module', 'main', 'types', 'typings'].flatMap((key) => strings(property(manifest, key))),
    exports: conditions(property(manifest, 'exports')),
    imports: conditions(property(manifest, 'imports')),
    links: linksOf(manifest, folder),
  };
}

function conditions(value: Json | undefined): (readonly [string, readonly string[]])[] {
  if (value === undefined) return [];
  if (!isObject(value) || Object.keys(value).every((key) => !/^[.#]/.test(key))) return [['.', leaves(value, 0)]];
  return Object.entries(value).map(([pattern, target]) => [pattern, leaves(target, 0)]);
}

/** Targets under all conditions; what a browser would get comes last. */
function leaves(value: Json, depth: number): string[] {
  if (typeof value === 'string') return [value];
  if (depth > 6 || value === null || typeof value !== 'object') return [];
  const inner = Object.entries(value).sort(([a], [b]) => Number(a === 'browser') - Number(b === 'browser'));
  return inner.flatMap(([, target]: [string, Json]) => leaves(target, depth + 1));
}

function linksOf(manifest: Json, folder: string): ReadonlyMap<string, string> {
  const links = new Map<string, string>();
  for (const section of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    const dependencies = property(manifest, section);
    for (const [name, version] of isObject(dependencies) ? Object.entries(dependencies) : []) {
      const path = typeof version === 'string' ? /^(?:file|link|portal|workspace):(\.{1,2}\/.*)$/.exec(version)?.[1] : undefined;
      if (path !== undefined) links.set(name, join(folder, path));
    }
  }
  return links;
}

/** All packages of a repository by name. */
export class Packages {
  #byName: ReadonlyMap<string, readonly PackageManifest[]> | undefined;

  constructor(readonly project: SourceProject, readonly manifestAt: (file: string) => PackageManifest | undefined) {}

  /** The manifest of the package that files in `folder` belong to. */
  around(folders: readonly string[]): PackageManifest | undefined {
    for (const folder of folders) {
      const manifest = this.manifestAt(join(folder, 'package.json'));
      if (manifest !== undefined) return manifest;
    }
    return undefined;
  }

  /** The package that `name` means in `folder`; of several with one name the nearest. */
  named(name: string, folder: string): PackageManifest | undefined {
    const found = (this.#byName ??= this.#readAll()).get(name) ?? [];
    return found.reduce<PackageManifest | undefined>((best, next) => (best === undefined || commonFolders(next.folder, folder) > commonFolders(best.folder, folder) ? next : best), undefined);
  }

  #readAll(): ReadonlyMap<string, readonly PackageManifest[]> {
    const packages = new Map<string, PackageManifest[]>();
    for (const file of this.project.files) {
      if (file !== 'package.json' && !file.endsWith('/package.json')) continue;
      const manifest = this.manifestAt(file);
      if (manifest?.name !== undefined) packages.set(manifest.name, [...(packages.get(manifest.name) ?? []), manifest]);
    }
    return packages;
  }
}
