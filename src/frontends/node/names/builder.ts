/** What is collected while a file's names are declared: a work list instead of recursion, and the ids given so far. */
import type { ClassInfo, ExportWrite, FunctionInfo, FunctionKind, Scope } from './scopes.js';
import type { ES, Node } from '../syntax.js';
import { childNodes } from '../syntax.js';

/** What an expression will be called: the variable, property or call around it. */
export interface Hint {
  readonly name: string;
  readonly node?: Node;
  /** The name is one that other files can see. */
  readonly isNamed: boolean;
}

export interface Task {
  readonly node: Node;
  readonly scope: Scope;
  readonly hint?: Hint;
}

export interface Reference {
  readonly name: string;
  readonly scope: Scope;
  readonly write: 'none' | 'whole' | 'member';
}

/** Mutable while the file is walked. */
export interface Builder {
  readonly file: string;
  readonly tasks: Task[];
  readonly references: Reference[];
  readonly ids: Set<string>;
  readonly scopeOf: Map<Node, Scope>;
  readonly functionOf: Map<Node, FunctionInfo>;
  readonly classOf: Map<Node, ClassInfo>;
  readonly functions: FunctionInfo[];
  readonly classes: ClassInfo[];
  readonly enums: { readonly id: string; readonly node: ES.TSEnumDeclaration; readonly scope: Scope }[];
  readonly requires: { readonly specifier: string; readonly scope: Scope }[];
  readonly exported: ExportWrite[];
  readonly interfaces: { readonly id: string; readonly node: ES.TSInterfaceDeclaration; readonly scope: Scope }[];
}

export function push(b: Builder, tasks: readonly Task[]): void {
  for (let i = tasks.length - 1; i >= 0; i--) b.tasks.push(tasks[i]!);
}

export function pushChildren(b: Builder, node: Node, scope: Scope, hint?: Hint): void {
  push(b, childNodes(node).map((child) => ({ node: child, scope, hint })));
}

export function newScope(fn: FunctionInfo, kind: Scope['kind'], parent?: Scope, prefix = ''): Scope {
  return { parent, function: fn, kind, prefix, variables: new Map(), types: new Map() };
}

export function block(b: Builder, node: Node, parent: Scope): Scope {
  const scope = newScope(parent.function, 'block', parent, parent.prefix);
  b.scopeOf.set(node, scope);
  return scope;
}

export interface NewFunction {
  readonly name: string;
  readonly kind: FunctionKind;
  readonly node: Node;
  readonly nameNode?: Node;
  readonly parent?: FunctionInfo;
  readonly owner?: ClassInfo;
  readonly isStatic: boolean;
  readonly isNamed: boolean;
  /** The qualified name after `#`, when it is not `name` behind the parent's. */
  readonly idName?: string;
}

export function addFunction(b: Builder, f: NewFunction): FunctionInfo {
  const { idName, ...rest } = f;
  const id = uniqueId(b, idName ?? functionPrefix(f.parent) + f.name);
  const info: FunctionInfo = { ...rest, id, variables: [], names: new Set(), hasAwait: false, usesThis: false };
  b.functions.push(info);
  b.functionOf.set(f.node, info);
  return info;
}

export function uniqueId(b: Builder, name: string): string {
  const base = `${b.file}#${name.replaceAll('#', '')}`;
  let id = base;
  for (let i = 2; b.ids.has(id); i++) id = `${base}$${i}`;
  b.ids.add(id);
  return id;
}

export function functionPrefix(parent: FunctionInfo | undefined): string {
  return parent === undefined || parent.kind === 'init' ? '' : `${parent.id.slice(parent.id.lastIndexOf('#') + 1)}.`;
}

export function idPrefix(scope: Scope): string {
  return functionPrefix(scope.function) + scope.prefix;
}
