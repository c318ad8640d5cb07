/** What the front-end knows of declarations beyond the IR. */
import type { Annotation, Binding, Field, FunctionId, FunctionSignature, ModuleIndex, Span, TypeDeclaration, TypeId, TypeRef } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import type { FileNames, NameScope } from './names.js';

export interface DotnetMethod {
  readonly signature: FunctionSignature;
  /** Simple name; constructors have `CONSTRUCTOR`, accessors the name of their property. */
  readonly name: string;
  readonly typeParameters: readonly string[];
  /** Cannot be overridden: what is called is known from the static type. */
  readonly isFinal: boolean;
  /** Its first parameter is a `this` parameter. */
  readonly isExtension: boolean;
  /** Declared for an interface only (`int I.Count()`): not called by its name on the class. */
  readonly isExplicit: boolean;
  /** Names in view in its body. */
  readonly scope: NameScope;
}

/** One declaration of a type; a partial type has several. */
export interface TypePart {
  readonly id: TypeId;
  readonly name: string;
  readonly path: string;
  readonly file: string;
  readonly kind: TypeDeclaration['kind'];
  readonly isDelegate: boolean;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  readonly at: Span;
  /** Where the declaration starts: identifies it in the tree. */
  readonly start: number;
  readonly scope: NameScope;
  readonly bases: readonly TypeRef[];
  readonly typeParameters: readonly string[];
  readonly annotations: readonly Annotation[];
  readonly around?: TypeId;
  fields: readonly Field[];
  methods: readonly DotnetMethod[];
  /** Parameters of the type itself (`class Orders(ILog log)`). */
  readonly primary?: readonly string[];
  readonly instanceInit?: FunctionId;
  readonly staticInit?: FunctionId;
}

/** A type with everything that its declarations say together. */
export interface DotnetType {
  readonly id: TypeId;
  readonly declaration: TypeDeclaration;
  readonly methods: readonly DotnetMethod[];
  readonly parts: readonly TypePart[];
  readonly isDelegate: boolean;
  readonly isStatic: boolean;
  readonly around?: TypeId;
  readonly hasPrimary: boolean;
}

/** A file with its own declarations read. */
export interface FileParts {
  readonly names: FileNames;
  readonly parts: readonly TypePart[];
  /** By the start of the declaration; accessors by the start of theirs. */
  readonly methodAt: ReadonlyMap<number, DotnetMethod>;
  readonly partAt: ReadonlyMap<number, TypePart>;
  readonly hasTopLevelCode: boolean;
  readonly root: SyntaxNode;
}

/** The module of a file without bodies, and what else was read. */
export interface FileIndex {
  readonly own: FileParts;
  readonly module: ModuleIndex;
  readonly bindings: readonly Binding[];
}

/** Finds a type of the repository by its id, reading its files when needed. */
export type TypeLookup = (id: TypeId) => DotnetType | undefined;

export const CONSTRUCTOR = '<constructor>';
export const INSTANCE_INIT = '<instance>';
export const STATIC_INIT = '<static>';
/** Methods that an indexer is made of. */
export const GET_ITEM = 'get_Item';
export const SET_ITEM = 'set_Item';
