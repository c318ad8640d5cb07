/**
 * Identities of the repository's types. A type is named by its qualified name; when several source roots declare the same
 * name (sample collections repeat `com.example.App`), each has its source root and `#` in front, and code means the one nearest
 * to it.
 */
import type { TypeId } from '../../ir/index.js';
import type { Outline } from './outline.js';

export class TypeIds {
  private readonly filesByName = new Map<string, string[]>();
  private readonly packages = new Set<string>();
  private readonly filesByBase = new Map<string, string[]>();
  private readonly roots = new Map<string, string>();
  /** Types that some file imports by name, by package: evidence for files that import the package whole. */
  private readonly imported = new Map<string, Set<string>>();

  constructor(outlines: Iterable<Outline>) {
    for (const outline of outlines) this.add(outline);
  }

  /** The id of the repository type with this qualified name that code in `fromFile` means. */
  find(qualifiedName: string, fromFile: string): TypeId | undefined {
    const files = this.filesByName.get(qualifiedName);
    if (files === undefined) return undefined;
    return this.idIn(qualifiedName, nearest(files, fromFile, this.rootOf(fromFile), (f) => this.rootOf(f)));
  }

  /** The id of a type that `file` itself declares. */
  idIn(qualifiedName: string, file: string): TypeId {
    const files = this.filesByName.get(qualifiedName) ?? [];
    return files.length > 1 ? `${this.rootOf(file)}#${qualifiedName}` : qualifiedName;
  }

  /** The file that declares exactly the type `id`. */
  fileDeclaring(id: TypeId): string | undefined {
    const [name, root] = splitId(id);
    const files = this.filesByName.get(name);
    if (files === undefined) return undefined;
    // A duplicate's bare name means the first of them.
    return root === undefined ? files[0] : files.find((file) => this.rootOf(file) === root);
  }

  /** The file that declares `id`; for local, anonymous and generated types the one of the type around them. */
  fileOf(id: TypeId): string | undefined {
    const [name, root] = splitId(id);
    for (let outer = name; outer !== ''; outer = outer.slice(0, Math.max(outer.lastIndexOf('.'), outer.lastIndexOf('$'), 0))) {
      const files = this.filesByName.get(outer);
      if (files !== undefined) return files.find((file) => this.rootOf(file) === root) ?? files[0];
    }
    return undefined;
  }

  hasPackage(name: string): boolean {
    return this.packages.has(name);
  }

  /** Whether a file of the repository imports the type `name` of `packageName` by its name. */
  isImported(packageName: string, name: string): boolean {
    return this.imported.get(packageName)?.has(name) === true;
  }

  /** Files in which a type may extend or implement something of this simple name. */
  filesNamingBase(simpleName: string): readonly string[] {
    return this.filesByBase.get(simpleName) ?? [];
  }

  private rootOf(file: string): string {
    return this.roots.get(file) ?? '.';
  }

  private addImported(name: string): void {
    const dot = name.lastIndexOf('.');
    const packageName = name.slice(0, Math.max(dot, 0));
    const names = this.imported.get(packageName) ?? new Set();
    this.imported.set(packageName, names.add(name.slice(dot + 1)));
  }

  private add(outline: Outline): void {
    this.packages.add(outline.packageName);
    this.roots.set(outline.file, sourceRoot(outline));
    for (const type of outline.types) {
      const files = listIn(this.filesByName, qualify(outline.packageName, type));
      if (!files.includes(outline.file)) files.push(outline.file);
    }
    for (const i of outline.imports) if (!i.onDemand && !i.isModule) this.addImported(i.name);
    for (const base of outline.baseNames) listIn(this.filesByBase, base).push(outline.file);
  }
}

/** `Orders` in package `com.acme` is `com.acme.Orders`. */
export function qualify(packageName: string, name: string): string {
  return packageName === '' ? name : `${packageName}.${name}`;
}

/** The last part of a qualified name. */
export function simpleNameOf(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf('#')) + 1);
}

function splitId(id: TypeId): readonly [name: string, root: string | undefined] {
  const mark = id.lastIndexOf('#');
  return mark < 0 ? [id, undefined] : [id.slice(mark + 1), id.slice(0, mark)];
}

function listIn(map: Map<string, string[]>, key: string): string[] {
  let list = map.get(key);
  if (list === undefined) map.set(key, (list = []));
  return list;
}

/** The folder above the package's folders, or the file's own folder when it does not lie where its package says. */
function sourceRoot(outline: Outline): string {
  const folder = outline.file.slice(0, Math.max(outline.file.lastIndexOf('/'), 0));
  const path = outline.packageName.replaceAll('.', '/');
  if (folder === path) return '.';
  return (path !== '' && folder.endsWith(`/${path}`) ? folder.slice(0, -path.length - 1) : folder) || '.';
}

/** Of files that declare the same name: the one in the same source root, else the one with the longest common path. */
function nearest(files: readonly string[], from: string, root: string, rootOf: (file: string) => string): string {
  let best = files[0]!;
  let bestScore = -1;
  for (const file of files) {
    const score = rootOf(file) === root ? Number.POSITIVE_INFINITY : commonFolders(file, from);
    if (score > bestScore) {
      best = file;
      bestScore = score;
    }
  }
  return best;
}

function commonFolders(a: string, b: string): number {
  const left = a.split('/');
  const right = b.split('/');
  let count = 0;
  while (count < left.length - 1 && left[count] === right[count]) count++;
  return count;
}
