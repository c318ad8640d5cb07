/**
 * What the analysis sees of a repository: declarations by name, bodies on demand. A front-end implements it; a body is
 * lowered when it is first asked for, and kept.
 */
import type { Change, TextEdit } from './edit.js';
import type { FunctionId, TypeId } from './operands.js';
import type { Binding, FunctionBody, Module, ModuleIndex, Problem, TypeDeclaration } from './module.js';
import type { Location } from './span.js';

export interface Program {
  /** Declarations of `file`; nothing when it is no source file of this program. Never lowers bodies. */
  index(file: string): ModuleIndex | undefined;
  /** `file` with all bodies. A file that cannot be parsed yields a module with problems, not an error. */
  module(file: string): Module | undefined;
  /** The body of a repository function; nothing for abstract methods and unknown ids. */
  body(id: FunctionId): FunctionBody | undefined;
  /** A repository type; nothing for a library's. */
  type(id: TypeId): TypeDeclaration | undefined;
  /** The file that declares a repository type. */
  fileOfType(id: TypeId): string | undefined;
  /** Repository types that name `id` among their bases (`id` may be a library type), sorted. */
  directSubtypes(id: TypeId): readonly TypeId[];
  /** Dependency-injection registrations seen anywhere in the repository. */
  bindings(): readonly Binding[];
  /** Edits that make `change` for the calls at `places`; empty when that is more than a matter of writing. Absent where a front-end offers none. */
  readonly edits?: (change: Change, places: readonly Location[]) => readonly TextEdit[];
  /** Everything that could not be read or understood so far, in all files or in `files`, sorted by file and line. */
  problems(files?: ReadonlySet<string>): readonly Problem[];
  /** Files whose declarations were read so far, sorted. */
  indexedFiles(): readonly string[];
  /** Files lowered so far, sorted. */
  loweredFiles(): readonly string[];
}

/** The file part of a function's id. */
export function fileOf(id: FunctionId): string {
  return id.slice(0, id.lastIndexOf('#'));
}
