/** What the front-end knows of a file's declarations beyond the IR: scopes, generated bodies, where a declaration stands. */
import type { Block, FunctionId, FunctionSignature, ModuleIndex, TypeDeclaration, TypeId, TypeRef } from '../../ir/index.js';
import type { Monitor } from './monitors.js';
import type { FileNames, NameScope } from './names.js';

export interface JavaMethod {
  readonly signature: FunctionSignature;
  /** Simple name: `handleRequest`; constructors have `CONSTRUCTOR`. */
  readonly name: string;
  readonly typeParameters: readonly string[];
  /** Cannot be overridden. */
  readonly isFinal: boolean;
  /** The lock that it holds while it runs. */
  readonly monitor?: Monitor;
  /** Names in view in its body. */
  readonly scope: NameScope;
  /** The body of a method that the compiler or an annotation processor writes. */
  readonly generated?: GeneratedBody;
}

/** Makes a body that has no source; `lookUp` finds repository types. */
export type GeneratedBody = (lookUp: TypeLookup) => Block;

/** Finds a type of the repository by its id, reading its file when needed. */
export type TypeLookup = (id: TypeId) => JavaType | undefined;

export interface JavaType {
  readonly id: TypeId;
  /** The declaration; complete once the file's index is. */
  declaration: TypeDeclaration;
  /** The id without package and source root: `Orders.Item`, `Orders$1`. */
  readonly path: string;
  /** Names in view between its braces. */
  readonly scope: NameScope;
  /** The declared superclass, or a class's or anonymous class's only base. */
  readonly superclass?: TypeRef;
  readonly isFinal: boolean;
  /** The class around it in the text. */
  readonly around?: JavaType;
  /** The function around a local or anonymous class. */
  readonly enclosing?: FunctionId;
  /** Objects of it see an instance of this class (`Outer.this`), kept in the field `OUTER_FIELD`. */
  readonly outerInstance?: TypeId;
  methods: readonly JavaMethod[];
  /** Statements that an annotation processor puts first in the static initialiser. */
  generatedStatics: Block;
}

/** A file with its declarations read. Declarations are found again by where they start. */
export interface FileIndex {
  readonly names: FileNames;
  readonly module: ModuleIndex;
  readonly types: readonly JavaType[];
  /** By the start of a type's declaration; for anonymous classes the start of the class body. */
  readonly typeAt: ReadonlyMap<number, JavaType>;
  /** By the start of the declaration. */
  readonly methodAt: ReadonlyMap<number, JavaMethod>;
  /** Ids of lambdas and method references, by start. */
  readonly closureAt: ReadonlyMap<number, FunctionId>;
}

/** Name of constructors, in declarations and in calls. */
export const CONSTRUCTOR = '<constructor>';
/** Name of the function that runs field initialisers and initialiser blocks of an object, and of the static ones. */
export const INSTANCE_INIT = '<instance>';
export const STATIC_INIT = '<static>';
/** Field, and first constructor parameter, that hold the instance of the class around an inner class. */
export const OUTER_FIELD = 'this$outer';
