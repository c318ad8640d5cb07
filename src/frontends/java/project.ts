/**
 * The Java files of a repository: outlines of all of them, declarations of those that were asked for, and answers about types
 * and members. Trees of the files read last are kept, since lowering usually follows reading.
 */
import type { Binding, ModuleIndex, TypeId, TypeRef } from '../../ir/index.js';
import type { SourceProject } from '../frontend.js';
import type { Grammar, ParsedFile, SyntaxNode } from '../tree-sitter/index.js';
import { BINDING_ANNOTATIONS, bindingsIn } from './containers.js';
import { MODULE_BASES, moduleBindingsIn } from './modules.js';
import { Members } from './members.js';
import type { FileIndex, JavaType } from './model.js';
import { FileNames } from './names.js';
import { parseJava } from './newer-syntax.js';
import { outlineOf, type Outline } from './outline.js';
import { simpleNameOf, TypeIds } from './type-ids.js';
import { TypeReader } from './type-reader.js';

/** Length of the texts whose trees are kept. A tree takes about thirty times the memory of its text. */
const KEPT_LENGTH = 2_000_000;

/** How far names may lead from one file to the next while declarations are read. */
const MAX_READING = 50;

export class JavaProject {
  readonly files: readonly string[];
  readonly members = new Members((id) => this.typeOf(id));
  private readonly outlines = new Map<string, Outline>();
  private readonly ids: TypeIds;
  private readonly indexes = new Map<string, FileIndex>();
  private readonly trees = new Map<string, ParsedFile>();
  private keptLength = 0;
  private readonly types = new Map<TypeId, JavaType>();
  /** Bases by type, known before the rest of the declaration. */
  private readonly bases = new Map<TypeId, readonly TypeId[]>();
  /** Files whose declarations are being read: names in one may lead to another and back. */
  private readonly reading = new Set<string>();

  constructor(private readonly source: SourceProject, private readonly grammar: Grammar) {
    this.files = source.files.filter((file) => file.endsWith('.java'));
    for (const file of this.files) this.outlines.set(file, outlineOf(file, source.read(file) ?? ''));
    this.ids = new TypeIds(this.outlines.values());
  }

  /** The text of `file`; empty when it cannot be read. */
  text(file: string): string {
    return this.source.read(file) ?? '';
  }

  /** The tree of `file` and what could not be understood in it. */
  tree(file: string): ParsedFile {
    let parsed = this.trees.get(file);
    if (parsed === undefined) {
      parsed = parseJava(this.grammar, this.text(file), file);
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

  /** The declarations of `file`, which is one of `files`. */
  index(file: string): FileIndex {
    let index = this.indexes.get(file);
    if (index === undefined) {
      this.reading.add(file);
      try {
        index = this.readIndex(file);
      } finally {
        this.reading.delete(file);
      }
      this.indexes.set(file, index);
      for (const type of index.types) if (!this.types.has(type.id)) this.types.set(type.id, type);
    }
    return index;
  }

  /** A type of the repository. */
  typeOf(id: TypeId): JavaType | undefined {
    const known = this.types.get(id);
    if (known !== undefined) return known;
    const file = this.ids.fileOf(id);
    if (file === undefined || this.indexes.has(file) || this.reading.has(file)) return undefined;
    this.index(file);
    return this.types.get(id);
  }

  fileOfType(id: TypeId): string | undefined {
    return this.ids.fileOf(id);
  }

  filesNamingBase(id: TypeId): readonly string[] {
    return this.ids.filesNamingBase(simpleNameOf(id));
  }

  filesWithBindings(): readonly string[] {
    return this.files.filter((file) => {
      const names = this.outlines.get(file)?.annotationNames ?? new Set<string>();
      return [...names].some((name) => BINDING_ANNOTATIONS.has(name)) || this.mayBind(file);
    });
  }

  private readIndex(file: string): FileIndex {
    const outline = this.outlines.get(file) ?? outlineOf(file, '');
    const names = new FileNames(outline, this.ids, { basesOf: (id) => this.basesOf(id) });
    const { root, problems } = this.tree(file);
    const unreadable = this.source.problem(file);
    const reader = new TypeReader(names, this.ids, (id, bases) => this.noteBases(id, bases));
    reader.readFile(root);
    const module: ModuleIndex = {
      file, ...(outline.packageName === '' ? {} : { namespace: outline.packageName }),
      types: reader.types.map((type) => type.declaration),
      functions: [], exports: new Map(), exportAll: [], exportsObject: false, imports: [],
      libraries: librariesOf(outline, (name) => this.ids.hasPackage(name)),
      bindings: [...reader.types.flatMap((type) => bindingsIn(type, file)), ...this.moduleBindings(file, root, reader)],
      problems: unreadable === undefined ? problems : [unreadable],
    };
    return { names, module, types: reader.types, typeAt: reader.typeAt, methodAt: reader.methodAt, closureAt: reader.closureAt };
  }

  /** Registrations in code: of files that have a class for it only, since all of their text is looked at. */
  private moduleBindings(file: string, root: SyntaxNode, { methodAt, closureAt }: TypeReader): readonly Binding[] {
    return this.mayBind(file) ? moduleBindingsIn(root, file, { methodAt, closureAt }, (id) => this.typeOf(id)) : [];
  }

  private mayBind(file: string): boolean {
    return [...(this.outlines.get(file)?.baseNames ?? [])].some((name) => MODULE_BASES.has(name));
  }

  private noteBases(id: TypeId, bases: readonly TypeRef[]): void {
    this.bases.set(id, bases.map((base) => base.name));
  }

  private basesOf(id: TypeId): readonly TypeId[] {
    if (!this.bases.has(id) && this.reading.size < MAX_READING) this.typeOf(id);
    return this.bases.get(id) ?? [];
  }
}

/** Packages of libraries that the file imports from, sorted. */
function librariesOf(outline: Outline, isOwn: (name: string) => boolean): readonly string[] {
  const packages = outline.imports.map((i) => (i.isModule || (i.onDemand && !i.isStatic) ? i.name : packageOf(i.name)));
  return [...new Set(packages)].filter((name) => name !== '' && !isOwn(name)).sort();
}

/** The segments before the first that looks like a type. */
function packageOf(name: string): string {
  const segments = name.split('.');
  const type = segments.findIndex((segment) => /^\p{Lu}/u.test(segment));
  return segments.slice(0, type < 0 ? segments.length - 1 : type).join('.');
}
