/** Where an imported module lies in the repository. */
import type { SourceProject } from '../frontend.js';

/** A module or package of the repository. `path` has no extension; a folder without `__init__.py` has no file. */
export interface ModulePath {
  readonly path: string;
  readonly file?: string;
  /** As an import names a folder without a file: what is not in it belongs to the installed package of that name. */
  readonly importedAs?: string;
}

/** Modules of the standard library that folders of a repository are often named like. */
const STANDARD = new Set([
  'abc', 'argparse', 'ast', 'asyncio', 'base64', 'calendar', 'code', 'codecs', 'collections', 'concurrent', 'contextlib', 'copy', 'csv',
  'dataclasses', 'datetime', 'decimal', 'email', 'enum', 'functools', 'glob', 'hashlib', 'hmac', 'html', 'http', 'importlib', 'inspect', 'io',
  'itertools', 'json', 'logging', 'math', 'multiprocessing', 'operator', 'os', 'pathlib', 'pickle', 'platform', 'queue', 'random', 're',
  'secrets', 'select', 'shutil', 'signal', 'site', 'socket', 'sqlite3', 'ssl', 'stat', 'statistics', 'string', 'struct', 'subprocess', 'sys',
  'tempfile', 'test', 'textwrap', 'threading', 'time', 'token', 'traceback', 'types', 'typing', 'unittest', 'urllib', 'uuid', 'warnings',
  'xml', 'zipfile', 'zoneinfo',
]);

/** Folders below which AWS Lambda layers keep modules. */
const LAYER_FOLDER = /(?:^|\/)python(?:\/lib\/python3\.\d+\/site-packages)?$/;

/** Where packages are installed; only those that were asked for are files of the project. */
const INSTALLED = /(?:^|\/)site-packages$/;

/** Where `setup.py build` copies a library to. */
const COPIES = /(?:^|\/)build\//;

/** A folder with the code of a layer. `scope`: the project it belongs to, whose files may import from it. */
interface Layer {
  readonly folder: string;
  readonly scope: string;
  /** A library is installed under its name, wherever in the repository it is used. */
  readonly isLibrary?: boolean;
}

/** Folders of code that the rest of a repository imports without being beside it: layers, and libraries that have a `setup.py`. */
function layersIn(files: readonly string[], folders: ReadonlySet<string>): readonly Layer[] {
  const layers = [...folders].filter((folder) => LAYER_FOLDER.test(folder)).sort();
  const installed = [...folders].filter((folder) => INSTALLED.test(folder) && !LAYER_FOLDER.test(folder)).sort();
  const libraries = [...files.flatMap((file) => (file.endsWith('/setup.py') && !COPIES.test(file) ? [parentOf(file)!] : [])), ...installed];
  return [
    ...withScope(layers, layers, files),
    ...withScope(libraries, [...layers, ...libraries], files).flatMap((found) => {
      const library = { ...found, isLibrary: true };
      const sources = join(library.folder, 'src');
      return folders.has(sources) ? [library, { ...library, folder: sources }] : [library];
    }),
  ];
}

/** The project of a layer is the nearest folder above it that holds other code too: a repository may hold many projects. */
function withScope(layers: readonly string[], notOwn: readonly string[], files: readonly string[]): readonly Layer[] {
  if (layers.length === 0) return [];
  const withOwnCode = new Set(['']);
  for (const file of files) {
    if (!file.endsWith('.py') || notOwn.some((folder) => file.startsWith(`${folder}/`))) continue;
    for (let folder = parentOf(file); folder !== undefined && !withOwnCode.has(folder); folder = parentOf(folder)) withOwnCode.add(folder);
  }
  return layers.map((folder) => {
    let scope = folder;
    while (!withOwnCode.has(scope)) scope = parentOf(scope) ?? '';
    return { folder, scope };
  });
}

function isBelow(folder: string, scope: string): boolean {
  return scope === '' || folder === scope || folder.startsWith(`${scope}/`);
}

/** Finds modules by name, as seen from a file. */
export class ModuleFinder {
  private readonly folders = new Set<string>();
  private readonly layers: readonly Layer[];
  private readonly found = new Map<string, ModulePath | undefined>();

  constructor(private readonly project: SourceProject, files: readonly string[]) {
    for (const file of files) {
      for (let folder = parentOf(file); folder !== undefined && !this.folders.has(folder); folder = parentOf(folder)) this.folders.add(folder);
    }
    this.layers = layersIn(files, this.folders);
  }

  /** The module at `path` (a path without extension). */
  at(path: string): ModulePath | undefined {
    const init = path === '' ? '__init__.py' : `${path}/__init__.py`;
    if (this.project.has(init)) return { path, file: init };
    if (path !== '' && this.project.has(`${path}.py`)) return { path, file: `${path}.py` };
    return this.folders.has(path) ? { path } : undefined;
  }

  /** `from . import x`, `from ..a import b`: relative to the package of `file`. */
  relative(file: string, level: number, module: string): ModulePath | undefined {
    let folder = parentOf(file);
    for (let i = 1; i < level && folder !== undefined; i++) folder = parentOf(folder);
    return folder === undefined ? undefined : this.at(join(folder, module.replaceAll('.', '/')));
  }

  /** `import a.b` in `file`: its own folder, those above it with their `src`, then layers and libraries. */
  absolute(file: string, module: string): ModulePath | undefined {
    const folder = parentOf(file) ?? '';
    const key = `${folder}\n${module}`;
    if (!this.found.has(key)) this.found.set(key, this.search(folder, module));
    return this.found.get(key);
  }

  private search(folder: string, module: string): ModulePath | undefined {
    const path = module.replaceAll('.', '/');
    const top = path.split('/', 1)[0]!;
    const own = this.inFolder(folder, path, top);
    if (own !== undefined || STANDARD.has(top)) return own;
    for (let above = parentOf(folder); above !== undefined; above = parentOf(above)) {
      const found = this.inFolder(above, path, top) ?? this.inFolder(join(above, 'src'), path, top);
      if (found !== undefined) return found;
    }
    const holding = this.layers.filter((layer) => this.at(join(layer.folder, path))?.file !== undefined);
    const inScope = holding.filter((layer) => isBelow(folder, layer.scope));
    const usable = inScope.length === 0 && holding.length === 1 && holding[0]!.isLibrary === true ? holding : inScope;
    const nearest = [...usable].sort((a, b) => sharedLength(b.folder, folder) - sharedLength(a.folder, folder) || (a.folder < b.folder ? -1 : 1))[0];
    return nearest === undefined ? undefined : this.at(join(nearest.folder, path));
  }

  /** A folder without any module is no package: libraries are often named like one. */
  private inFolder(folder: string, path: string, top: string): ModulePath | undefined {
    if (this.at(join(folder, top)) === undefined) return undefined;
    const found = this.at(join(folder, path));
    if (found?.file !== undefined) return found;
    return found !== undefined && (path !== top || this.holdsModules(join(folder, path))) ? { ...found, importedAs: path.replaceAll('/', '.') } : undefined;
  }

  private holdsModules(folder: string): boolean {
    return this.folders.has(folder) && this.project.files.some((file) => file.endsWith('.py') && parentOf(file) === folder);
  }
}

function join(folder: string, path: string): string {
  return folder === '' ? path : path === '' ? folder : `${folder}/${path}`;
}

/** The folder of a file or folder; the root is the empty text and has none. */
function parentOf(path: string): string | undefined {
  if (path === '') return undefined;
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

function sharedLength(a: string, b: string): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i;
}
