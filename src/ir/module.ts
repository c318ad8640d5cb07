/**
 * Declarations: what a source file holds. One `Module` per file. A `ModuleIndex` is the cheap part (no bodies) that exists
 * for every file; a `Module` adds the bodies and is made only when an entry point reaches the file.
 */
import type { Span } from './span.js';
import type { Block } from './statements.js';
import type { FunctionId, Operand, TypeId, TypeRef } from './operands.js';

/** An annotation, attribute or decorator: resolved name and the literal arguments that could be read. */
export interface Annotation {
  readonly name: string;
  readonly args: readonly { readonly name?: string; readonly value: string | number | boolean | null }[];
  readonly at: Span;
}

export interface Parameter {
  readonly name: string;
  readonly type?: TypeRef;
  /** `...rest`, `*args`, `params`: a fresh list of what is left; `**kwargs`: a fresh map of it. */
  readonly rest?: 'list' | 'map';
  /** Has a default value or is optional. The default's evaluation is the first part of the body (`if p == null`). */
  readonly optional?: boolean;
  /** The source gives a default value; a parameter that is merely optional has none (JavaScript's `function.length` tells them apart). */
  readonly hasDefault?: boolean;
  readonly annotations: readonly Annotation[];
  readonly at: Span;
}

export interface FunctionSignature {
  readonly id: FunctionId;
  /** As people say it: `Orders.handleRequest`, `handler`, `<lambda>`. */
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** Names of its own type parameters, where calls say what they stand for. */
  readonly typeParameters?: readonly string[];
  readonly returns?: TypeRef;
  /** The class whose method this is. Closures inside a method have none; `enclosing` leads to it. */
  readonly owner?: TypeId;
  readonly enclosing?: FunctionId;
  readonly isStatic: boolean;
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  readonly isConstructor: boolean;
  readonly isAbstract: boolean;
  /** `private` or language-private: cannot be called from other classes. */
  readonly isPrivate: boolean;
  readonly accessor?: 'get' | 'set';
  /** A closure that does not share `this` with the method around it: it gets one from its call (JavaScript's `function`). */
  readonly ownThis?: boolean;
  readonly annotations: readonly Annotation[];
  /** The name or head of the declaration, one line where possible. */
  readonly at: Span;
}

export interface FunctionBody extends FunctionSignature {
  readonly body: Block;
  /** Declared types of locals, where the source gives them. */
  readonly localTypes: ReadonlyMap<string, TypeRef>;
  /** Names of own variables (or parameters) that closures capture: they are `captured` places; a captured parameter is stored to its place first. */
  readonly capturedVariables: readonly string[];
}

export interface Field {
  readonly name: string;
  readonly type?: TypeRef;
  readonly isStatic: boolean;
  /** `final`, `readonly`, `const`, init-only: assigned during construction only. */
  readonly isFinal: boolean;
  readonly isVolatile: boolean;
  /** Value the source gives as a literal (constants are followed through it). */
  readonly constant?: string | number | boolean | null;
  readonly annotations: readonly Annotation[];
  readonly at: Span;
}

export interface TypeDeclaration {
  readonly id: TypeId;
  /** Simple name. */
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum' | 'record' | 'struct';
  readonly isAbstract: boolean;
  readonly bases: readonly TypeRef[];
  readonly typeParameters: readonly string[];
  readonly fields: readonly Field[];
  /** Methods, constructors (`isConstructor`) and accessors. */
  readonly methods: readonly FunctionSignature[];
  /** Field initialisers and initialiser blocks of an object, run before the constructor's own body (after `super(...)`). */
  readonly instanceInit?: FunctionId;
  /** Static field initialisers and static blocks. */
  readonly staticInit?: FunctionId;
  /** The class whose instance an inner class sees (`Outer.this`). */
  readonly outer?: TypeId;
  readonly annotations: readonly Annotation[];
  readonly at: Span;
}

/** What stands behind an exported name. */
export type Export =
  | { readonly kind: 'variable'; readonly name: string }
  /** A property of the CommonJS exports object (the module variable `exports`); `function` when it is surely that function. */
  | { readonly kind: 'member'; readonly name: string; readonly function?: FunctionId }
  | { readonly kind: 'reexport'; readonly module: string; readonly name: string }
  | { readonly kind: 'namespace'; readonly module: string }
  | { readonly kind: 'symbol'; readonly name: string };

/** A registration with a dependency-injection container, whatever the framework. */
export interface Binding {
  readonly service: TypeId;
  /** Type arguments of the service, where it is registered for these only. */
  readonly args?: readonly TypeRef[];
  readonly implementation?: TypeId;
  /**
   * One for the process; one for each scope; a new one whenever it is asked for. `request`: one for each request, whoever holds
   * it, since what is injected only leads to it.
   */
  readonly lifetime: 'singleton' | 'scoped' | 'transient' | 'request';
  /** Name by which it is asked for besides its type. */
  readonly key?: string;
  /** A method or closure that makes the instance. */
  readonly provider?: FunctionId;
  /** The function whose code registers; a declaration registers by itself. */
  readonly by?: FunctionId;
  readonly file: string;
  readonly at: Span;
}

/** A construct that was not understood, or a part that could not be read. `line` counts from 1. */
export interface Problem {
  readonly kind: 'unreadable' | 'too-large' | 'syntax-error' | 'too-deep' | 'unsupported-construct' | 'internal';
  readonly file: string;
  readonly line?: number;
  readonly message: string;
}

/** The declarations of one file. Cheap to make; no function bodies. */
export interface ModuleIndex {
  /** Path relative to the program's root, with forward slashes: the identity of the module. */
  readonly file: string;
  /** Java package or C# namespace; other languages: absent. */
  readonly namespace?: string;
  readonly types: readonly TypeDeclaration[];
  /** Functions that are no methods and have a name at module level. */
  readonly functions: readonly FunctionSignature[];
  readonly exports: ReadonlyMap<string, Export>;
  /** Modules whose exports this one passes on whole (`export *`, `from x import *`). */
  readonly exportAll: readonly string[];
  /** The exports object is built by assignments to the module variable `exports` (CommonJS). */
  readonly exportsObject: boolean;
  /** Modules of the repository that are run before this one's own top-level code. */
  readonly imports: readonly string[];
  /** Names of libraries that the file imports: packages, Java/C# namespaces. */
  readonly libraries: readonly string[];
  readonly bindings: readonly Binding[];
  readonly problems: readonly Problem[];
}

export interface Module extends ModuleIndex {
  readonly lineStarts: readonly number[];
  /** Every function with a body: module-level ones, methods, closures, initialisers. */
  readonly bodies: ReadonlyMap<FunctionId, FunctionBody>;
  /** The top-level code, absent where the language has none. */
  readonly init?: FunctionId;
  /** Number of nodes lowered, and of those the `unknown` ones by grammar node. For `--stats`. */
  readonly nodeCount: number;
  readonly unknownNodes: ReadonlyMap<string, number>;
}

/** The constant `null`. */
export const NULL: Operand = { kind: 'constant', value: null };
