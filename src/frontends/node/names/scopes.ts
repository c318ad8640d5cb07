/**
 * Names of one file: which scope declares what, which variables closures share, and which functions and classes there are,
 * with their ids. Built by `declare.ts` before anything is lowered; read-only afterwards.
 */
import type { FunctionId, TypeId } from '../../../ir/index.js';
import type { ClassNode, ES, Node } from '../syntax.js';
import { calledName } from '../syntax.js';

export type FunctionKind =
  | 'init' | 'function' | 'arrow' | 'method' | 'constructor' | 'get' | 'set' | 'instance-init' | 'static-init';

/** A function of the file, or a stretch of code that runs like one: the top level, field initialisers, static blocks. */
export interface FunctionInfo {
  readonly id: FunctionId;
  readonly name: string;
  readonly kind: FunctionKind;
  /** The function; the class for initialisers; the program for the top level. */
  readonly node: Node;
  /** What names the function in the source, if anything does. */
  readonly nameNode?: Node;
  readonly parent?: FunctionInfo;
  /** Methods and initialisers only. */
  readonly owner?: ClassInfo;
  readonly isStatic: boolean;
  /** Has a name at module level, so that other files or a handler string can ask for it. */
  readonly isNamed: boolean;
  readonly variables: Variable[];
  readonly names: Set<string>;
  hasAwait: boolean;
  /** `this` stands in it, or in an arrow function that shares it. */
  usesThis: boolean;
}

export interface ClassInfo {
  readonly id: TypeId;
  readonly name: string;
  readonly node: ClassNode;
  readonly parent: FunctionInfo;
  /** Where `extends` and the members' keys are looked up. */
  readonly scope: Scope;
  instanceInit?: FunctionInfo;
  staticInit?: FunctionInfo;
  readonly methods: { readonly node: ES.MethodDefinition; readonly info: FunctionInfo }[];
}

export type VariableKind = 'var' | 'let' | 'const' | 'using' | 'parameter' | 'catch' | 'function' | 'class' | 'import' | 'enum' | 'namespace';

/** Where an imported name comes from; `name` is `*` for the whole module. */
export interface ImportSource {
  readonly specifier: string;
  readonly name: string;
  readonly typeOnly: boolean;
}

export interface Variable {
  readonly name: string;
  /** The name in the IR: unique in the function, qualified by namespaces at module level. */
  readonly irName: string;
  readonly kind: VariableKind;
  readonly owner: FunctionInfo;
  readonly isModuleLevel: boolean;
  readonly node: Node;
  readonly type?: ES.TSType;
  /** The only value it gets when nothing assigns to it: `path` leads into `from` (`const { a: { b } } = from`). */
  readonly value?: { readonly from: Node; readonly path: readonly string[] };
  readonly import?: ImportSource;
  /** The scope of a namespace's body. */
  namespace?: Scope;
  readonly scope: Scope;
  function?: FunctionInfo;
  class?: ClassInfo;
  enum?: ES.TSEnumDeclaration;
  isAssigned: boolean;
  isCaptured: boolean;
  /** Some property reached from it by a static path is written in this file. */
  hasWrittenMembers: boolean;
  /** An expression names it, not only a type. */
  isUsed: boolean;
}

export interface Scope {
  readonly parent?: Scope;
  readonly function: FunctionInfo;
  readonly kind: 'module' | 'function' | 'block' | 'namespace';
  /** `A.B.` for what is declared in `namespace A.B`. */
  readonly prefix: string;
  readonly variables: Map<string, Variable>;
  readonly types: Map<string, ES.TSInterfaceDeclaration | ES.TSTypeAliasDeclaration>;
}

/** `exports.name = value`, or `module.exports = value` without a name. */
export interface ExportWrite {
  readonly name?: string;
  readonly value: Node;
  readonly scope: Scope;
}

/** All names of a file. */
export interface FileScopes {
  readonly file: string;
  readonly init: FunctionInfo;
  readonly module: Scope;
  readonly scopeOf: ReadonlyMap<Node, Scope>;
  readonly functionOf: ReadonlyMap<Node, FunctionInfo>;
  readonly classOf: ReadonlyMap<Node, ClassInfo>;
  /** In source order. */
  readonly functions: readonly FunctionInfo[];
  readonly classes: readonly ClassInfo[];
  readonly enums: readonly { readonly id: TypeId; readonly node: ES.TSEnumDeclaration; readonly scope: Scope }[];
  readonly interfaces: readonly { readonly id: TypeId; readonly node: ES.TSInterfaceDeclaration; readonly scope: Scope }[];
  /** What `require` and `import()` with a literal ask for, in source order. */
  readonly requires: readonly string[];
  readonly exported: readonly ExportWrite[];
  /** Names that are assigned to and declared nowhere: properties of the global object. */
  readonly implicitGlobals: ReadonlySet<string>;
}

/** The variable that `name` means in `scope`. */
export function lookUp(scope: Scope, name: string): Variable | undefined {
  for (let s: Scope | undefined = scope; s !== undefined; s = s.parent) {
    const variable = s.variables.get(name);
    if (variable !== undefined) return variable;
  }
  return undefined;
}

/** Whether `require` loads modules in `scope`: the one of CommonJS, or one made with `createRequire`. */
export function isRequire(scope: Scope): boolean {
  const variable = lookUp(scope, 'require');
  return variable === undefined || (!variable.isAssigned && variable.value !== undefined && calledName(variable.value.from) === 'createRequire');
}

/** The interface or alias that `name` means as a type in `scope`. */
export function lookUpType(scope: Scope, name: string): { readonly node: ES.TSInterfaceDeclaration | ES.TSTypeAliasDeclaration; readonly scope: Scope } | undefined {
  for (let s: Scope | undefined = scope; s !== undefined; s = s.parent) {
    const node = s.types.get(name);
    if (node !== undefined) return { node, scope: s };
  }
  return undefined;
}
