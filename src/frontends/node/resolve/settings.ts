/** What `tsconfig.json` and `jsconfig.json` say about module names. They are read as data; nothing of the audited repository is executed. */
import type { SourceProject } from '../../frontend.js';
import type { Json } from './json.js';
import { isObject, property, readJson, strings } from './json.js';
import { folderOf, join, parentFolders } from './paths.js';
import type { Patterns } from './patterns.js';

/** The compiler settings that govern a folder, as far as they say where modules are. Folders are relative to the repository. */
export interface ModuleSettings {
  /** Folder that non-relative names start from. */
  readonly baseUrl?: string;
  /** Folder that the targets in `paths` are relative to. */
  readonly pathsBase: string;
  readonly paths: Patterns;
  /** Folders that are one folder once the program is built. */
  readonly rootDirs: readonly string[];
  /** Where the compiler puts its output, and the folder whose tree it repeats there, when that is said. */
  readonly outDir?: string;
  readonly rootDir?: string;
}

/** An option, and the folder of the file that sets it. */
interface Option {
  readonly value: Json;
  readonly folder: string;
}

const OPTIONS = ['baseUrl', 'paths', 'rootDirs', 'outDir', 'rootDir'];
const MAX_FILES = 20;

/** Where the folder of a package of the repository is; settings may extend a file of it. */
export type PackageFolder = (name: string) => string | undefined;

/** The settings that the files of `folder` have: its own `tsconfig.json`, and the projects beside it that it refers to. */
export function settingsIn(project: SourceProject, folder: string, packageFolder: PackageFolder): readonly ModuleSettings[] {
  const own = ['tsconfig.json', 'jsconfig.json'].map((name) => join(folder, name)).filter((file) => project.has(file));
  const referred = own.flatMap((file) => referencesOf(project, file)).filter((file) => folderOf(file) === folder && !own.includes(file));
  return [...new Set([...own, ...referred])].slice(0, MAX_FILES).map((file) => settingsOf(project, file, packageFolder));
}

/** All settings from `folder` upwards, nearest first. */
export function settingsAbove(folder: string, settings: (folder: string) => readonly ModuleSettings[]): readonly ModuleSettings[] {
  return parentFolders(folder).flatMap(settings);
}

/** A solution's `references` name files, or folders with a `tsconfig.json`. */
function referencesOf(project: SourceProject, file: string): readonly string[] {
  const references = property(readJson(project, file), 'references');
  const paths = Array.isArray(references) ? references.flatMap((reference: Json) => strings(property(reference, 'path'))) : [];
  return paths.map((path) => join(folderOf(file), path)).filter((path) => project.has(path));
}

function settingsOf(project: SourceProject, file: string, packageFolder: PackageFolder): ModuleSettings {
  const options = optionsOf(project, file, packageFolder, new Set());
  const folder = folderOf(file);
  const path = (name: string): string | undefined => {
    const option = options.get(name);
    return typeof option?.value === 'string' ? inFolder(option.folder, option.value, folder) : undefined;
  };
  const paths = options.get('paths');
  const baseUrl = path('baseUrl');
  const rootDirs = options.get('rootDirs');
  return {
    baseUrl,
    pathsBase: baseUrl ?? paths?.folder ?? folder,
    paths: isObject(paths?.value) ? Object.entries(paths.value).map(([pattern, targets]) => [pattern, strings(targets).map((target) => relativeTo(target, folder, baseUrl ?? paths.folder))] as const) : [],
    rootDirs: strings(rootDirs?.value).map((target) => inFolder(rootDirs!.folder, target, folder)),
    outDir: path('outDir'),
    rootDir: path('rootDir'),
  };
}

/** `${configDir}` is the folder of the settings that are asked for, wherever it was written. */
const CONFIG_FOLDER = /^\$\{configDir\}\/?/;

function inFolder(folder: string, path: string, configFolder: string): string {
  return CONFIG_FOLDER.test(path) ? join(configFolder, path.replace(CONFIG_FOLDER, './')) : join(folder, path);
}

/** As `inFolder`, for a target that somebody else will join to `base`. */
function relativeTo(target: string, configFolder: string, base: string): string {
  if (!CONFIG_FOLDER.test(target)) return target;
  return '../'.repeat(base === '' ? 0 : base.split('/').length) + inFolder('', target, configFolder);
}

/** The options of a file over those of the files that it extends; later ones win, and a circle ends where it closes. */
function optionsOf(project: SourceProject, file: string, packageFolder: PackageFolder, seen: Set<string>): ReadonlyMap<string, Option> {
  const options = new Map<string, Option>();
  if (seen.has(file) || seen.size >= MAX_FILES) return options;
  seen.add(file);
  const settings = readJson(project, file);
  for (const parent of strings(property(settings, 'extends'))) {
    const target = extendedFile(project, file, parent, packageFolder);
    if (target !== undefined) for (const [name, option] of optionsOf(project, target, packageFolder, seen)) options.set(name, option);
  }
  const own = property(settings, 'compilerOptions');
  for (const name of OPTIONS) {
    const value = property(own, name);
    if (value !== undefined && value !== null) options.set(name, { value, folder: folderOf(file) });
  }
  seen.delete(file);
  return options;
}

/** `./base`, or a file of a package of the repository; what an installed package says is not looked for. */
function extendedFile(project: SourceProject, file: string, parent: string, packageFolder: PackageFolder): string | undefined {
  const path = /^\.\.?(?:\/|$)/.test(parent) ? join(folderOf(file), parent) : inPackage(parent, packageFolder);
  return path === undefined ? undefined : [path, `${path}.json`, `${path}/tsconfig.json`].find((candidate) => project.has(candidate));
}

function inPackage(parent: string, packageFolder: PackageFolder): string | undefined {
  const parts = parent.split('/');
  const length = parent.startsWith('@') ? 2 : 1;
  const folder = packageFolder(parts.slice(0, length).join('/'));
  return folder === undefined ? undefined : join(folder, parts.slice(length).join('/'));
}
