/**
 * The C# files of a repository: outlines of all of them, declarations of those that were asked for, and answers about types
 * and members. Trees of the files read last are kept, since lowering usually follows reading.
 */
import type { ModuleIndex, TypeId, TypeRef } from '../../ir/index.js';
import type { SourceProject } from '../frontend.js';
import { parseTree, type Grammar, type ParsedFile } from '../tree-sitter/index.js';
import { bindingsIn } from './bindings.js';
import { BuildFiles } from './build-files.js';
import { Members } from './members.js';
import { mergeParts } from './merge.js';
import type { DotnetMethod, DotnetType, FileParts, TypePart } from './model.js';
import { FileNames } from './names.js';
import { outlineOf, type Outline } from './outline.js';
import { simpleNameOf, TypeIds } from './type-ids.js';
import { TypeReader } from './type-reader.js';

/** Length of the texts whose trees are kept. A tree takes about thirty times the memory of its text. */
const KEPT_LENGTH = 2_000_000;

/** How far names may lead from one file to the next while declarations are read. */
const MAX_READING = 50;

/** Files with extension methods of one name that are looked into. */
const MAX_EXTENSION_FILES = 30;

export class DotnetProject {
  readonly files: readonly string[];
  readonly members = new Members((id) => this.typeOf(id));
  private readonly outlines = new Map<string, Outline>();
  private readonly builds: BuildFiles;
  private readonly ids: TypeIds;
  private readonly read = new Map<string, FileParts>();
  private readonly trees = new Map<string, ParsedFile>();
  private keptLength = 0;
  private readonly types = new Map<TypeId, DotnetType>();
  private readonly bases = new Map<TypeId, readonly TypeId[]>();
  private readonly reading = new Set<string>();
  private readonly extensionFiles = new Map<string, string[]>();

  constructor(private readonly source: SourceProject, private readonly grammar: Grammar) {
    this.files = source.files.filter((file) => file.endsWith('.cs'));
    this.builds = new BuildFiles(source);
    for (const file of this.files) this.outline(file);
    this.ids = new TypeIds([...this.outlines.values()], this.builds);
  }

  private outline(file: string): void {
    const outline = outlineOf(file, this.text(file));
    this.outlines.set(file, outline);
    for (const name of outline.extensionMethods) {
      const files = this.extensionFiles.get(name);
      if (files === undefined) this.extensionFiles.set(name, [file]);
      else files.push(file);
    }
  }

  /** The text of `file`; empty when it cannot be read. */
  text(file: string): string {
    return this.source.read(file) ?? '';
  }

  /** The tree of `file` and what could not be understood in it. */
  tree(file: string): ParsedFile {
    let parsed = this.trees.get(file);
    if (parsed === undefined) {
      parsed = parseTree(this.grammar, this.text(file), file);
      this.trees.set(file, parsed);
      this.keptLength += parsed.root.end;
      this.forgetOldest();
    }
    return parsed;
  }

  private forgetOldest(): void {
    for (const [file, { root }] of this.trees) {
      if (this.keptLength <= KEPT_LENGTH || this.trees.size === 1) return;
      this.trees.delete(file);
      this.keptLength -= root.end;
    }
  }

  /** The declarations that stand in `file`. */
  parts(file: string): FileParts {
    let parts = this.read.get(file);
    if (parts === undefined) {
      this.reading.add(file);
      try {
        const reader = new TypeReader(this.namesOf(file), this.ids, (id, bases) => this.noteBases(id, bases));
        parts = reader.read(this.tree(file).root);
      } finally {
        this.reading.delete(file);
      }
      this.read.set(file, parts);
    }
    return parts;
  }

  private namesOf(file: string): FileNames {
    const global = this.builds.globalUsings(this.builds.rootOf(file), [...this.outlines.values()]);
    const own = this.outlines.get(file)?.usings ?? [];
    return new FileNames(file, [...own.filter((u) => !u.isGlobal), ...global], this.ids, (id) => this.basesOf(id));
  }

  /** The module of `file` without bodies. */
  index(file: string): ModuleIndex {
    const own = this.parts(file);
    const { problems } = this.tree(file);
    const unreadable = this.source.problem(file);
    const ids = [...new Set(own.parts.map((part) => part.id))];
    const namespace = this.outlines.get(file)?.namespace ?? '';
    return {
      file, ...(namespace === '' ? {} : { namespace }),
      types: ids.flatMap((id) => this.typeOf(id)?.declaration ?? []),
      functions: [], exports: new Map(), exportAll: [], exportsObject: false, imports: [],
      libraries: this.librariesOf(file),
      bindings: this.outlines.get(file)?.mayRegister === true ? bindingsIn(own, (id) => this.typeOf(id)) : [],
      problems: unreadable === undefined ? problems : [unreadable],
    };
  }

  /** Namespaces of libraries that the file's own directives name. */
  private librariesOf(file: string): readonly string[] {
    const used = (this.outlines.get(file)?.usings ?? []).filter((u) => u.alias === undefined && !u.isStatic).map((u) => u.name);
    return [...new Set(used)].filter((name) => !this.ids.hasNamespace(name)).sort();
  }

  /** A type of the repository. */
  typeOf(id: TypeId): DotnetType | undefined {
    const known = this.types.get(id);
    if (known !== undefined) return known;
    const files = this.ids.filesOf(id);
    if (files.length === 0 || files.some((file) => this.reading.has(file))) return undefined;
    const parts: readonly TypePart[] = files.flatMap((file) => this.parts(file).parts.filter((part) => part.id === id));
    if (parts.length === 0) return undefined;
    const type = mergeParts(parts, (base) => this.isInterface(base));
    this.types.set(id, type);
    return type;
  }

  private isInterface(base: TypeRef): boolean {
    const [file] = this.ids.filesOf(base.name);
    const own = file === undefined || this.reading.has(file) ? undefined : this.parts(file).parts.find((part) => part.id === base.name);
    return own === undefined ? /^I\p{Lu}/u.test(simpleNameOf(base.name)) : own.kind === 'interface';
  }

  fileOfType(id: TypeId): string | undefined {
    return this.ids.filesOf(id)[0];
  }

  filesNamingBase(id: TypeId): readonly string[] {
    return this.ids.filesNamingBase(simpleNameOf(id));
  }

  filesWithBindings(): readonly string[] {
    return this.files.filter((file) => this.outlines.get(file)?.mayRegister === true);
  }

  /** Extension methods called `name` that are in view in a file with these `names`, in code of `namespace`. */
  extensionMethods(name: string, names: FileNames, namespace: string): readonly { readonly owner: DotnetType; readonly method: DotnetMethod }[] {
    const files = this.extensionFiles.get(name) ?? [];
    const near = files.length <= MAX_EXTENSION_FILES ? files : files.filter((file) => this.builds.rootOf(file) === this.builds.rootOf(names.file)).slice(0, MAX_EXTENSION_FILES);
    return near.filter((file) => !this.reading.has(file)).flatMap((file) => this.parts(file).parts).flatMap((part) => {
      const declaredIn = part.scope.namespace;
      const isInView = declaredIn === '' || namespace === declaredIn || namespace.startsWith(`${declaredIn}.`) || names.used.includes(declaredIn);
      const found = isInView ? part.methods.filter((method) => method.isExtension && method.name === name) : [];
      const owner = found.length === 0 ? undefined : this.typeOf(part.id);
      return owner === undefined ? [] : found.map((method) => ({ owner, method }));
    });
  }

  private noteBases(id: TypeId, bases: readonly TypeRef[]): void {
    const before = this.bases.get(id) ?? [];
    this.bases.set(id, [...before, ...bases.map((base) => base.name)]);
  }

  private basesOf(id: TypeId): readonly TypeId[] {
    if (!this.bases.has(id) && this.reading.size < MAX_READING) {
      for (const file of this.ids.filesOf(id)) if (!this.reading.has(file)) this.parts(file);
    }
    return this.bases.get(id) ?? [];
  }
}
