/** What is kept of a file once it has been read: names and ids, no syntax. */
import type { FunctionId, Problem, TypeId } from '../../ir/index.js';

/** `import a.b`, `from .a import b`: module as written and the name taken from it. */
export interface ImportSpec {
  /** Leading dots of a relative import. */
  readonly level: number;
  readonly module: string;
  /** The name after `import`; absent for `import a.b`. */
  readonly name?: string;
  /** `import a.b as c` gives `a.b`, `import a.b` only `a`. */
  readonly whole?: boolean;
}

/** One way in which a name gets its value. */
export type NameBinding =
  | { readonly kind: 'function'; readonly id: FunctionId; readonly decorators: readonly string[] }
  | { readonly kind: 'class'; readonly id: TypeId }
  | { readonly kind: 'import'; readonly spec: ImportSpec }
  /** `called`: the name in `x = name(…)`; `isNull`: `x = None`. */
  | { readonly kind: 'value'; readonly called?: string; readonly isNull: boolean };

export interface MethodOutline {
  readonly id: FunctionId;
  readonly kind: 'instance' | 'class' | 'static';
  readonly accessor?: 'get' | 'set';
}

export interface ClassOutline {
  readonly id: TypeId;
  readonly name: string;
  /** Bases as written. */
  readonly bases: readonly string[];
  readonly methods: ReadonlyMap<string, MethodOutline>;
  /** Names assigned in the class body. */
  readonly statics: ReadonlySet<string>;
  /** Names assigned through the receiver in methods, or only annotated in the class body. */
  readonly fields: ReadonlySet<string>;
}

export interface FileOutline {
  readonly file: string;
  /** Module-level names. */
  readonly bindings: ReadonlyMap<string, readonly NameBinding[]>;
  readonly starImports: readonly ImportSpec[];
  /** Every import at module level, for the modules that run first. */
  readonly imports: readonly ImportSpec[];
  /** Every import anywhere in the file. */
  readonly allImports: readonly ImportSpec[];
  readonly classes: ReadonlyMap<TypeId, ClassOutline>;
  /** Ids by the offset at which the definition (`def`, `class`, `lambda`) starts. */
  readonly functionAt: ReadonlyMap<number, FunctionId>;
  readonly classAt: ReadonlyMap<number, TypeId>;
  readonly problems: readonly Problem[];
}
