/**
 * A `Program` over a language's own index: asks it for files at most once, keeps what it gave, and answers questions about
 * types and subtypes from it. Knows no language.
 */
import type { Binding, FunctionBody, FunctionId, Module, ModuleIndex, Problem, Program, TypeDeclaration, TypeId } from '../../ir/index.js';
import { fileOf } from '../../ir/index.js';

/** What a front-end knows about its files. None of it need be kept by the front-end: each is asked once per argument. */
export interface LanguageIndex {
  /** The source files of the language, sorted. */
  readonly files: readonly string[];
  /** Declarations of one of `files`. */
  index(file: string): ModuleIndex;
  /** One of `files` with all bodies. */
  lower(file: string): Module;
  /** The file that declares the type, or would declare it if it existed. */
  fileOfType(id: TypeId): string | undefined;
  /** Files that may hold types with `id` among their bases. */
  filesNamingBase(id: TypeId): readonly string[];
  /** Files that may register something with a dependency-injection container. */
  filesWithBindings(): readonly string[];
}

/** A program whose files may change while it is open. */
export interface ChangingProgram extends Program {
  /** Drops what was kept of `files`, and what was gathered over all files: both are asked for anew. */
  forget(files: Iterable<string>): void;
}

/** A program that reads what it is asked for, and only once. */
export function createProgram(source: LanguageIndex): ChangingProgram {
  const known = new Set(source.files);
  const indexes = new Map<string, ModuleIndex>();
  const modules = new Map<string, Module>();
  const subtypes = new Map<TypeId, readonly TypeId[]>();
  const types = new Map<TypeId, TypeDeclaration>();
  let bindings: readonly Binding[] | undefined;

  const index = (file: string): ModuleIndex | undefined => {
    if (!known.has(file)) return undefined;
    let found = indexes.get(file);
    if (found === undefined) {
      found = readIndex(source, file);
      indexes.set(file, found);
      for (const type of found.types) if (!types.has(type.id)) types.set(type.id, type);
    }
    return found;
  };
  const module = (file: string): Module | undefined => {
    if (!known.has(file)) return undefined;
    let found = modules.get(file);
    const declarations = index(file);
    if (found === undefined && declarations !== undefined) {
      found = lower(source, declarations);
      modules.set(file, found);
    }
    return found;
  };
  const type = (id: TypeId): TypeDeclaration | undefined => {
    const found = types.get(id);
    if (found !== undefined) return found;
    const file = source.fileOfType(id);
    return file === undefined ? undefined : index(file)?.types.find((t) => t.id === id);
  };
  const directSubtypes = (id: TypeId): readonly TypeId[] => {
    let found = subtypes.get(id);
    if (found === undefined) {
      const candidates = source.filesNamingBase(id).flatMap((file) => index(file)?.types ?? []);
      const ids = candidates.filter((t) => t.bases.some((base) => base.name === id)).map((t) => t.id);
      found = [...new Set(ids)].sort();
      subtypes.set(id, found);
    }
    return found;
  };

  return {
    index,
    module,
    body: (id: FunctionId): FunctionBody | undefined => module(fileOf(id))?.bodies.get(id),
    type,
    fileOfType: (id) => (type(id) === undefined ? undefined : source.fileOfType(id)),
    directSubtypes,
    bindings: () => (bindings ??= source.filesWithBindings().flatMap((file) => index(file)?.bindings ?? [])),
    problems: (files) => sortedProblems(files === undefined ? indexes.values() : [...files].flatMap((file) => indexes.get(file) ?? []), modules),
    indexedFiles: () => [...indexes.keys()].sort(),
    loweredFiles: () => [...modules.keys()].sort(),
    forget(files) {
      for (const file of files) {
        for (const { id } of indexes.get(file)?.types ?? []) types.delete(id);
        indexes.delete(file);
        modules.delete(file);
      }
      subtypes.clear();
      bindings = undefined;
    },
  };
}

/** A fault of our own in one file is a problem that is reported; the other files are still read. */
function internalProblem(file: string, error: unknown): Problem {
  return { kind: 'internal', file, message: `not analysed: ${error instanceof Error ? error.message : String(error)}` };
}

function readIndex(source: LanguageIndex, file: string): ModuleIndex {
  try {
    return source.index(file);
  } catch (error) {
    return {
      file, types: [], functions: [], exports: new Map(), exportAll: [], exportsObject: false, imports: [], libraries: [], bindings: [],
      problems: [internalProblem(file, error)],
    };
  }
}

function lower(source: LanguageIndex, index: ModuleIndex): Module {
  if (index.problems.some((problem) => problem.kind === 'internal')) return withoutBodies(index);
  try {
    return source.lower(index.file);
  } catch (error) {
    return withoutBodies({ ...index, problems: [...index.problems, internalProblem(index.file, error)] });
  }
}

function withoutBodies(index: ModuleIndex): Module {
  return { ...index, lineStarts: [0], bodies: new Map(), nodeCount: 0, unknownNodes: new Map() };
}

function sortedProblems(indexes: Iterable<ModuleIndex>, modules: ReadonlyMap<string, Module>): readonly Problem[] {
  // A module repeats the problems of its index and adds those met while lowering.
  const all = [...indexes].flatMap((index) => (modules.get(index.file) ?? index).problems);
  return all.sort((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compare(a.message, b.message));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
