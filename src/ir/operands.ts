/**
 * Names, operands and places: what an instruction reads and writes. Operands are atoms (A-normal form); whatever takes
 * evaluation is an instruction of its own, so that evaluation order has one home.
 */
import type { Span } from './span.js';

/** `file#qualified.name`, unique in the program. `file#<init>` is a module's top-level code. */
export type FunctionId = string;

/**
 * Identity of a class, interface, enum, record or struct. Java and C#: the qualified name (`com.acme.Orders`, nested
 * types with `.`); Node and Python: `file#Name`. A library's type has the library's qualified name (`java.util.HashMap`,
 * `pg.Client`, `System.Net.Http.HttpClient`); the index tells which of the two a name is.
 */
export type TypeId = string;

/** A type as written, resolved to a name. Arrays: `{ name: 'array', args: [element] }`; unknown type parameters keep their name. */
export interface TypeRef {
  readonly name: TypeId;
  readonly args: readonly TypeRef[];
}

/** An atom: evaluating it neither suspends nor has an effect. */
export type Operand =
  /** A parameter, variable or temporary of this function. Shadowed names are made unique by the front-end (`x`, `x$2`). */
  | { readonly kind: 'local'; readonly name: string }
  /** `undefined`, `None` and `null` are all `null`. Numbers beyond doubles are kept as text in `compute` operands. */
  | { readonly kind: 'constant'; readonly value: string | number | boolean | null }
  /** The receiver of the current method (inside a closure: of the method that encloses it). */
  | { readonly kind: 'this' }
  /** A name of a library or the language itself, fully qualified: `node:fs.promises`, `java.lang.System.out`, `boto3`. */
  | { readonly kind: 'symbol'; readonly name: string }
  /** A class of the repository, as a value. */
  | { readonly kind: 'type'; readonly type: TypeId }
  /** A module of the repository, as an object (`import * as m`, Python `import a.b`). */
  | { readonly kind: 'namespace'; readonly module: string };

/** Something that can be read and written and may be shared. Locals that no closure captures are operands, not places. */
export type Place =
  /** A variable of an enclosing function, or a variable of this function that a closure captures. */
  | { readonly kind: 'captured'; readonly owner: FunctionId; readonly name: string }
  /**
   * A module-level variable of this or another module of the repository (`exports` is the CommonJS exports object). A default value
   * that is made once, with its function, is the variable `function.parameter`.
   */
  | { readonly kind: 'module'; readonly module: string; readonly name: string }
  /** A static field. */
  | { readonly kind: 'static'; readonly type: TypeId; readonly field: string }
  /** A named field or property; accessors are found by the analysis through the type of `object`. */
  | { readonly kind: 'field'; readonly object: Operand; readonly field: string }
  /** An element by index or key: `map[key]`, `list[i]`. */
  | { readonly kind: 'element'; readonly object: Operand; readonly key: Operand };

/** Who is called. The analysis resolves `method` and `value` through abstract values and the class hierarchy. */
export type Callee =
  /** Bound statically to a function of the repository: static and private methods, local functions that are never reassigned. */
  | { readonly kind: 'direct'; readonly function: FunctionId; readonly receiver?: Operand }
  /** Dispatched on the receiver; `type` is the receiver's declared type when the source gives one. */
  | { readonly kind: 'method'; readonly receiver: Operand; readonly name: string; readonly type?: TypeRef }
  /** `super.name(...)`, and `super(...)` with the name `<constructor>`; `type` is the class that holds the call. */
  | { readonly kind: 'super'; readonly type: TypeId; readonly name: string }
  /** A function value. */
  | { readonly kind: 'value'; readonly value: Operand }
  /** A library function by its qualified name: `node:fs.writeFileSync`, `java.nio.file.Files.write`, `os.path.join`. */
  | { readonly kind: 'symbol'; readonly name: string };

/** One argument of a call. */
export interface Argument {
  readonly value: Operand;
  /** Keyword or named argument. */
  readonly name?: string;
  /** `...xs`, `*xs`: the elements of `value`; `**xs`: its entries. */
  readonly spread?: boolean;
  /** Where a named argument is written. */
  readonly at?: Span;
}
