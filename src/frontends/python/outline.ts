/** Reads a file's tree into an outline: ids for every function and class, module-level names, classes. */
import type { FunctionId, Problem, TypeId } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { scopeNames } from './bindings.js';
import type { ClassOutline, FileOutline, ImportSpec, MethodOutline } from './model.js';
import { isFieldDeclaration, looksLikeRecord } from './records.js';
import { decoratorName, decoratorsOf, dottedName, SCOPES } from './syntax.js';

/** `root` is the tree of `file`. */
export function outlineOf(file: string, root: SyntaxNode, problems: readonly Problem[]): FileOutline {
  const ids = new IdGiver(file);
  ids.visit(root.children, '');
  const names = scopeNames(root.children, ids);
  const classes = new Map<TypeId, ClassOutline>();
  for (const { node, id } of ids.classNodes) classes.set(id, classOutline(node, id, ids));
  return {
    file, bindings: names.bindings, starImports: names.starImports, imports: names.imports, allImports: ids.imports(root),
    classes, functionAt: ids.functionAt, classAt: ids.classAt, problems,
  };
}

/** Gives every definition an id. Of several with one name the last has the plain one: it is the one that stays. */
class IdGiver {
  readonly functionAt = new Map<number, FunctionId>();
  readonly classAt = new Map<number, TypeId>();
  readonly classNodes: { readonly node: SyntaxNode; readonly id: TypeId }[] = [];

  constructor(private readonly file: string) {}

  visit(nodes: readonly SyntaxNode[], prefix: string): void {
    const definitions = this.definitionsIn(nodes);
    const total = new Map<string, number>();
    for (const node of definitions) total.set(nameOf(node), (total.get(nameOf(node)) ?? 0) + 1);
    const seen = new Map<string, number>();
    for (const node of definitions) {
      const name = nameOf(node);
      const nth = (seen.get(name) ?? 0) + 1;
      seen.set(name, nth);
      const isLast = nth === total.get(name);
      this.give(node, `${prefix}${name}${isLast ? '' : `$${nth + 1}`}`);
    }
  }

  private give(node: SyntaxNode, name: string): void {
    const id = `${this.file}#${name}`;
    if (node.type === 'class_definition') {
      this.classAt.set(node.start, id);
      this.classNodes.push({ node, id });
      this.visit(node.child('body')?.children ?? [], `${name}.`);
      return;
    }
    this.functionAt.set(node.start, id);
    const body = node.child('body');
    if (body !== undefined) this.visit(body.type === 'block' ? body.children : [body], `${name}.`);
  }

  private definitionsIn(nodes: readonly SyntaxNode[]): readonly SyntaxNode[] {
    const found: SyntaxNode[] = [];
    const pending = [...nodes].reverse();
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      const isScope = SCOPES.has(node.type);
      if (isScope) found.push(node);
      const children = isScope ? [node.child('parameters') ?? node.child('superclasses')].flatMap((child) => child ?? []) : node.children;
      for (let i = children.length - 1; i >= 0; i--) pending.push(children[i]!);
    }
    return found;
  }

  imports(root: SyntaxNode): readonly ImportSpec[] {
    const bodies = [root.children, ...this.scopeBodies(root)];
    return bodies.flatMap((body) => scopeNames(body, this).imports);
  }

  private scopeBodies(root: SyntaxNode): readonly (readonly SyntaxNode[])[] {
    const bodies: (readonly SyntaxNode[])[] = [];
    const pending = [...root.children];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      if (node.type === 'function_definition' || node.type === 'class_definition') bodies.push(node.child('body')?.children ?? []);
      for (const child of node.children) if (child.children.length > 0) pending.push(child);
    }
    return bodies;
  }
}

function nameOf(node: SyntaxNode): string {
  return node.type === 'lambda' ? '<lambda>' : (node.child('name')?.text ?? '<unnamed>');
}

function classOutline(node: SyntaxNode, id: TypeId, ids: IdGiver): ClassOutline {
  const body = node.child('body')?.children ?? [];
  const names = scopeNames(body, ids);
  const methods = new Map<string, MethodOutline>();
  const fields = new Set<string>();
  const functions = names.definitions.filter((definition) => definition.type === 'function_definition');
  for (const fn of functions) {
    const method = methodOutline(fn, ids);
    if (method === undefined) continue;
    if (method.accessor !== 'set') methods.set(nameOf(fn), method);
    for (const field of fieldsSetIn(fn, method.kind)) fields.add(field);
  }
  const statics = new Set<string>();
  const record = looksLikeRecord(decoratorsOf(node).map((decorator) => decoratorName(decorator) ?? ''), basesOf(node));
  for (const [name, bindings] of names.bindings) {
    if (!bindings.some((binding) => binding.kind === 'value')) continue;
    if (isField(body, name, record)) fields.add(name);
    else statics.add(name);
  }
  return { id, name: nameOf(node), bases: basesOf(node), methods, statics, fields };
}

/** `x: int` in a class body declares a field and binds nothing; in a record `x: int = 1` does too. */
function isField(body: readonly SyntaxNode[], name: string, record: boolean): boolean {
  const assignments = body.flatMap((statement) => statement.childrenOfType('assignment')).filter((node) => node.child('left')?.text === name);
  return assignments.length > 0 && assignments.every((node) => isFieldDeclaration(node) && (record || node.child('right') === undefined));
}

/** Base classes as written, without type arguments and keywords. */
function basesOf(node: SyntaxNode): readonly string[] {
  return (node.child('superclasses')?.namedChildren ?? []).flatMap((base) => {
    const plain = base.type === 'subscript' ? base.child('value') : base.type === 'call' ? base.child('function') : base;
    return dottedName(plain) ?? [];
  });
}

/** How a function in a class body is bound to its receiver. */
export function methodKind(fn: SyntaxNode): MethodOutline['kind'] {
  const decorators = decoratorsOf(fn).map((decorator) => decoratorName(decorator)?.split('.').at(-1));
  if (decorators.includes('staticmethod')) return 'static';
  const name = nameOf(fn);
  const isClassMethod = decorators.includes('classmethod') || decorators.includes('validator') || decorators.includes('root_validator');
  return isClassMethod || name === '__new__' || name === '__init_subclass__' || name === '__class_getitem__' ? 'class' : 'instance';
}

function methodOutline(fn: SyntaxNode, ids: IdGiver): MethodOutline | undefined {
  const id = ids.functionAt.get(fn.start);
  if (id === undefined) return undefined;
  const accessor = accessorKind(fn);
  return { id, kind: methodKind(fn), ...(accessor === undefined ? {} : { accessor }) };
}

const GETTERS = new Set(['property', 'cached_property', 'abstractproperty', 'hybrid_property', 'computed_field', 'reify']);

/** `@property`, `@x.setter`. */
export function accessorKind(fn: SyntaxNode): 'get' | 'set' | undefined {
  for (const decorator of decoratorsOf(fn)) {
    const name = decoratorName(decorator) ?? '';
    const last = name.slice(name.lastIndexOf('.') + 1);
    if (GETTERS.has(last)) return 'get';
    if (last === 'setter' && name.includes('.')) return 'set';
  }
  return undefined;
}

/** Fields assigned through the receiver, functions inside included. */
function fieldsSetIn(fn: SyntaxNode, kind: MethodOutline['kind']): readonly string[] {
  const receiver = receiverName(fn, kind);
  if (receiver === undefined || kind !== 'instance') return [];
  const found: string[] = [];
  const pending: SyntaxNode[] = [...(fn.child('body')?.children ?? [])];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === 'class_definition') continue;
    if (node.type === 'attribute' && node.child('object')?.text === receiver && isTarget(node)) found.push(node.child('attribute')?.text ?? '');
    for (const child of node.children) if (child.children.length > 0) pending.push(child);
  }
  return found;
}

/** The name of the first parameter, which stands for the object or the class. */
export function receiverName(fn: SyntaxNode, kind: MethodOutline['kind']): string | undefined {
  if (kind === 'static') return undefined;
  const first = fn.child('parameters')?.namedChildren[0];
  if (first?.type === 'identifier') return first.text;
  return first?.type === 'typed_parameter' && first.namedChildren[0]?.type === 'identifier' ? first.namedChildren[0].text : undefined;
}

function isTarget(node: SyntaxNode): boolean {
  let above = node;
  while (above.parent !== undefined && /^(?:pattern_list|tuple_pattern|list_pattern|list_splat_pattern|as_pattern_target)$/.test(above.parent.type)) above = above.parent;
  return above.field === 'left' || above.type === 'as_pattern_target' || above.field === 'alias';
}
