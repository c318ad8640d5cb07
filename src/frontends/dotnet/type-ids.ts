/**
 * Identities of the repository's types: the qualified name. When several projects of a repository declare the same name
 * (sample collections repeat `HelloWorld.Function`), or some take one of them from its published package, each has its project's
 * folder and `#` in front; a name declared with and without type parameters has the number of them behind a backtick.
 */
import type { TypeId } from '../../ir/index.js';
import type { BuildFiles } from './build-files.js';
import type { Outline } from './outline.js';

interface Declared {
  readonly id: TypeId;
  readonly name: string;
  readonly arity: number;
  readonly root: string;
  readonly files: string[];
}

export class TypeIds {
  private readonly byName = new Map<string, Declared[]>();
  private readonly byId = new Map<TypeId, Declared>();
  private readonly filesByBase = new Map<string, string[]>();
  private readonly namespaces = new Set<string>();

  constructor(outlines: readonly Outline[], private readonly builds: Pick<BuildFiles, 'rootOf' | 'sees' | 'isTakenAsPackage'>) {
    for (const outline of outlines) this.add(outline);
    this.assignIds();
  }

  /** The id of the repository type with this qualified name that code in `fromFile` means. */
  find(qualifiedName: string, fromFile: string, arity?: number): TypeId | undefined {
    const from = this.builds.rootOf(fromFile);
    const all = this.byName.get(qualifiedName)?.filter(({ files: [file = ''] }) => this.builds.sees(from, this.builds.rootOf(file)));
    if (all === undefined || all.length === 0) return undefined;
    const fitting = arity === undefined ? all : all.filter((declared) => declared.arity === arity);
    return this.nearest(fitting.length > 0 ? fitting : all, fromFile)?.id;
  }

  /** The id of a type that `file` itself declares. */
  idIn(qualifiedName: string, arity: number, file: string): TypeId {
    const own = this.byName.get(qualifiedName)?.find((declared) => declared.arity === arity && declared.files.includes(file));
    return own?.id ?? qualifiedName;
  }

  /** The files that declare `id`; several for a partial type. */
  filesOf(id: TypeId): readonly string[] {
    return (this.byId.get(id) ?? this.byName.get(id)?.[0])?.files ?? [];
  }

  /** The member type `name` of `outer`. */
  member(outer: TypeId, name: string): TypeId | undefined {
    const declared = this.byId.get(outer);
    if (declared === undefined) return undefined;
    const all = this.byName.get(`${declared.name}.${name}`);
    return all?.find((candidate) => candidate.files.some((file) => declared.files.includes(file)))?.id;
  }

  hasNamespace(name: string): boolean {
    return this.namespaces.has(name);
  }

  filesNamingBase(simpleName: string): readonly string[] {
    return this.filesByBase.get(simpleName) ?? [];
  }

  private add(outline: Outline): void {
    for (const namespace of outline.namespaces) {
      for (let name = namespace; name !== ''; name = name.slice(0, Math.max(name.lastIndexOf('.'), 0))) this.namespaces.add(name);
    }
    for (const type of outline.types) this.addType(outline.file, type.name, type.arity, type.isPartial);
    for (const base of outline.baseNames) listIn(this.filesByBase, base).push(outline.file);
  }

  private addType(file: string, name: string, arity: number, isPartial: boolean): void {
    const all = listIn(this.byName, name);
    const projectRoot = this.builds.rootOf(file);
    const merged = all.find((d) => d.arity === arity && d.root === projectRoot && (isPartial || d.files.includes(file)));
    if (merged !== undefined) {
      if (!merged.files.includes(file)) merged.files.push(file);
      return;
    }
    // Two complete declarations in one project: files that are not compiled together.
    const root = all.some((d) => d.arity === arity && d.root === projectRoot) ? folderOf(file) : projectRoot;
    all.push({ id: '', name, arity, root, files: [file] });
  }

  private assignIds(): void {
    for (const [name, all] of this.byName) {
      const arities = new Set(all.map((declared) => declared.arity));
      all.forEach((declared, i) => {
        const suffix = arities.size > 1 && declared.arity > 0 ? `\`${declared.arity}` : '';
        const isAlone = all.filter((other) => other.arity === declared.arity).length === 1 && !this.builds.isTakenAsPackage(declared.root);
        const id = `${isAlone ? '' : `${declared.root}#`}${name}${suffix}`;
        const unique = this.byId.has(id) ? `${declared.files[0]}#${name}${suffix}` : id;
        all[i] = { ...declared, id: unique };
        this.byId.set(unique, all[i]);
      });
    }
  }

  private nearest(all: readonly Declared[], from: string): Declared | undefined {
    let best: Declared | undefined;
    let bestScore = -1;
    for (const declared of all) {
      const score = Math.max(...declared.files.map((file) => this.closeness(file, from)));
      if (score > bestScore) {
        best = declared;
        bestScore = score;
      }
    }
    return best;
  }

  private closeness(file: string, from: string): number {
    if (file === from) return Number.POSITIVE_INFINITY;
    return (this.builds.rootOf(file) === this.builds.rootOf(from) ? 1000 : 0) + commonFolders(file, from);
  }
}

/** The folder of a file; `.` at the top. */
export function folderOf(file: string): string {
  return file.slice(0, Math.max(file.lastIndexOf('/'), 0)) || '.';
}

/** The last part of a qualified name, without the number of its type parameters. */
export function simpleNameOf(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf('#')) + 1).replace(/`\d+$/u, '');
}

function listIn<T>(map: Map<string, T[]>, key: string): T[] {
  let list = map.get(key);
  if (list === undefined) map.set(key, (list = []));
  return list;
}

function commonFolders(a: string, b: string): number {
  const left = a.split('/');
  const right = b.split('/');
  let count = 0;
  while (count < left.length - 1 && left[count] === right[count]) count++;
  return count;
}
