/** The Python files of a repository: parsed when asked for, kept as outlines. */
import type { ModuleIndex, TypeId } from '../../ir/index.js';
import type { SourceProject } from '../frontend.js';
import { parseTree, type Grammar, type SyntaxNode } from '../tree-sitter/index.js';
import { indexOf } from './declarations.js';
import { fileOfType, type Repository } from './entities.js';
import type { ClassOutline, FileOutline } from './model.js';
import { ModuleFinder } from './modules.js';
import { outlineOf } from './outline.js';

/** Trees that are kept for lowering, by total length of their texts. */
const MAX_KEPT_LENGTH = 3_000_000;

interface Parsed {
  readonly root: SyntaxNode;
  readonly outline: FileOutline;
  readonly length: number;
}

export class PythonProject implements Repository {
  readonly files: readonly string[];
  readonly modules: ModuleFinder;
  private readonly known: ReadonlySet<string>;
  private readonly outlines = new Map<string, FileOutline>();
  private readonly trees = new Map<string, Parsed>();
  private keptLength = 0;
  private basesNamed: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(private readonly source: SourceProject, private readonly grammar: Grammar) {
    this.files = source.files.filter((file) => file.endsWith('.py'));
    this.known = new Set(this.files);
    this.modules = new ModuleFinder(source, this.files);
  }

  text(file: string): string {
    return this.source.read(file) ?? '';
  }

  outline(file: string): FileOutline | undefined {
    return this.outlines.get(file) ?? (this.known.has(file) ? this.parsed(file).outline : undefined);
  }

  tree(file: string): SyntaxNode {
    return this.parsed(file).root;
  }

  index(file: string): ModuleIndex {
    const { root, outline } = this.parsed(file);
    return indexOf(this, outline, root);
  }

  classOf(id: TypeId): ClassOutline | undefined {
    return id.includes('#') ? this.outline(fileOfType(id))?.classes.get(id) : undefined;
  }

  fileOfType(id: TypeId): string | undefined {
    const file = id.includes('#') ? fileOfType(id) : undefined;
    return file !== undefined && this.known.has(file) ? file : undefined;
  }

  /** Files with a class header that names the last part of `id` among the bases. */
  filesNamingBase(id: TypeId): readonly string[] {
    this.basesNamed ??= this.readClassHeaders();
    return this.basesNamed.get(id.slice(Math.max(id.lastIndexOf('.'), id.lastIndexOf('#')) + 1)) ?? [];
  }

  private readClassHeaders(): ReadonlyMap<string, readonly string[]> {
    const found = new Map<string, string[]>();
    for (const file of this.files) {
      for (const name of basesIn(this.text(file))) {
        const files = found.get(name);
        if (files === undefined) found.set(name, [file]);
        else if (files.at(-1) !== file) files.push(file);
      }
    }
    return found;
  }

  private parsed(file: string): Parsed {
    const kept = this.trees.get(file);
    if (kept !== undefined) return kept;
    const text = this.source.read(file);
    const failure = text === undefined ? this.source.problem(file) : undefined;
    const { root, problems } = parseTree(this.grammar, text ?? '', file);
    const outline = this.outlines.get(file) ?? outlineOf(file, root, failure === undefined ? problems : [failure]);
    this.outlines.set(file, outline);
    const parsed = { root, outline, length: text?.length ?? 0 };
    this.keep(file, parsed);
    return parsed;
  }

  private keep(file: string, parsed: Parsed): void {
    this.trees.set(file, parsed);
    this.keptLength += parsed.length;
    for (const [oldest, { length }] of this.trees) {
      if (this.keptLength <= MAX_KEPT_LENGTH || oldest === file) break;
      this.trees.delete(oldest);
      this.keptLength -= length;
    }
  }
}

/** Last parts of the names in class headers, and what they were imported as. */
function basesIn(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  const aliases = new Map<string, string>();
  for (const [, name = '', alias = ''] of text.matchAll(/\b(\w+)\s+as\s+(\w+)/g)) aliases.set(alias, name);
  for (const [, bases = ''] of text.matchAll(/^[ \t]*class\s+\w+\s*\(([^)]{0,400})\)/gm)) {
    for (const [name] of bases.matchAll(/\w+/g)) {
      names.add(name);
      const original = aliases.get(name);
      if (original !== undefined) names.add(original);
    }
  }
  return names;
}
