/** What project files say about the sources around them: which belong together, and what is in view everywhere in them. */
import type { SourceProject } from '../frontend.js';
import { IMPLICIT_USINGS, WEB_USINGS } from './library-names.js';
import type { Outline, UsingDirective } from './outline.js';
import { folderOf } from './type-ids.js';

export class BuildFiles {
  private readonly projects = new Map<string, string>();
  private readonly shared = new Map<string, string>();
  private readonly usings = new Map<string, readonly UsingDirective[]>();
  private readonly roots = new Map<string, string>();
  private readonly packages = new Map<string, ReadonlySet<string>>();
  private readonly references = new Map<string, ReadonlySet<string>>();
  private readonly names = new Map<string, string>();
  private taken: ReadonlySet<string> | undefined;

  constructor(private readonly source: SourceProject) {
    for (const file of source.files) {
      if (file.endsWith('.csproj') && !this.projects.has(folderOf(file))) this.projects.set(folderOf(file), file);
      if (/(?:^|\/)Directory\.Build\.props$/u.test(file)) this.shared.set(folderOf(file), file);
    }
  }

  /** The folder of the project that `file` belongs to; `.` without one. */
  rootOf(file: string): string {
    const folder = folderOf(file);
    let root = this.roots.get(folder);
    if (root === undefined) this.roots.set(folder, (root = foldersAround(folder).find((f) => this.projects.has(f)) ?? '.'));
    return root;
  }

  /**
   * Whether code of the project in `root` sees the types of the one in `other`: not when it takes them from the published package
   * of that name, which may be of another version than the source beside it.
   */
  sees(root: string, other: string): boolean {
    if (root === other || !this.packagesOf(root).has(this.packageNameOf(other))) return true;
    return this.referencedFrom(root).has(other);
  }

  /** Whether another project of the repository takes the one in `root` as a package: to it this source is another thing of the same name. */
  isTakenAsPackage(root: string): boolean {
    this.taken ??= new Set([...this.projects.keys()].flatMap((user) => [...this.projects.keys()].filter((other) => !this.sees(user, other))));
    return this.taken.has(root);
  }

  /** The name under which the project is published: what it says, or the name of its file. */
  private packageNameOf(root: string): string {
    const known = this.names.get(root);
    const file = this.projects.get(root);
    if (known !== undefined || file === undefined) return known ?? '';
    const said = /<(?:PackageId|AssemblyName)>\s*([^<$]+?)\s*</u.exec(this.source.read(file) ?? '')?.[1];
    const name = (said ?? file.slice(file.lastIndexOf('/') + 1, -'.csproj'.length)).toLowerCase();
    this.names.set(root, name);
    return name;
  }

  private packagesOf(root: string): ReadonlySet<string> {
    let found = this.packages.get(root);
    if (found === undefined) {
      const file = this.projects.get(root);
      const texts = file === undefined ? [] : [file, ...foldersAround(root).flatMap((folder) => this.shared.get(folder) ?? [])].map((name) => this.source.read(name) ?? '');
      this.packages.set(root, (found = new Set(texts.flatMap((text) => included(text, 'PackageReference')).map((name) => name.toLowerCase()))));
    }
    return found;
  }

  /** The projects that are built together with the one in `root`, directly or through others. */
  private referencedFrom(root: string): ReadonlySet<string> {
    let found = this.references.get(root);
    if (found !== undefined) return found;
    const reached = new Set<string>([root]);
    for (const folder of reached) {
      const file = this.projects.get(folder);
      if (file === undefined) continue;
      for (const path of included(this.source.read(file) ?? '', 'ProjectReference')) reached.add(folderOf(joined(folder, path)));
    }
    this.references.set(root, (found = reached));
    return found;
  }

  /** Directives that hold in every file of the project in `root`. */
  globalUsings(root: string, outlines: readonly Outline[]): readonly UsingDirective[] {
    let found = this.usings.get(root);
    if (found === undefined) {
      const written = outlines.filter((outline) => this.rootOf(outline.file) === root).flatMap((outline) => outline.usings.filter((u) => u.isGlobal));
      this.usings.set(root, (found = [...written, ...this.fromProject(root)]));
    }
    return found;
  }

  private fromProject(root: string): readonly UsingDirective[] {
    const file = this.projects.get(root);
    const project = file === undefined ? '' : (this.source.read(file) ?? '');
    const around = foldersAround(root).flatMap((folder) => this.shared.get(folder) ?? []).map((props) => this.source.read(props) ?? '');
    const texts = [project, ...around];
    const isImplicit = file === undefined || texts.some((text) => /<ImplicitUsings>\s*(?:enable|true)\s*</iu.test(text));
    const implicit = !isImplicit ? [] : /Microsoft\.NET\.Sdk\.(?:Web|Worker)"/u.test(project) ? [...IMPLICIT_USINGS, ...WEB_USINGS] : IMPLICIT_USINGS;
    return [...texts.flatMap(declaredUsings), ...implicit.map((name) => ({ name, isStatic: false, isGlobal: true }))];
  }
}

/** What the elements `<element Include="…">` name. */
function included(text: string, element: string): readonly string[] {
  return [...text.matchAll(new RegExp(`<${element}\\s[^<>]*?\\bInclude\\s*=\\s*"([^"]+)"`, 'gu'))].map((match) => match[1]!);
}

/** The file at a relative path, as project files write it. */
function joined(folder: string, path: string): string {
  const parts = folder === '.' ? [] : folder.split('/');
  for (const part of path.split(/[\\/]/u)) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function foldersAround(folder: string): readonly string[] {
  const folders = [folder];
  for (let around = folder; around !== '.'; ) folders.push((around = folderOf(around)));
  return folders;
}

/** `<Using Include="…" Static="true" Alias="…"/>` */
function declaredUsings(text: string): readonly UsingDirective[] {
  return [...text.matchAll(/<Using\s+([^<>]*?)\/?>/gu)].flatMap((match) => {
    const attribute = (name: string): string | undefined => new RegExp(`\\b${name}\\s*=\\s*"([^"]*)"`, 'u').exec(match[1]!)?.[1];
    const name = attribute('Include');
    const alias = attribute('Alias');
    if (name === undefined) return [];
    return [{ name, isStatic: attribute('Static')?.toLowerCase() === 'true', isGlobal: true, ...(alias === undefined ? {} : { alias }) }];
  });
}
