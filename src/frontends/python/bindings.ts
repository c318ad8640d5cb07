/** Which names a scope binds, and how: Python decides this for a whole function or module at once. */
import type { SyntaxNode } from '../tree-sitter/index.js';
import type { FileOutline, ImportSpec, NameBinding } from './model.js';
import { COMPREHENSIONS, decoratorName, decoratorsOf, dottedName, hasToken, SCOPES, unwrap } from './syntax.js';

/** The names of one module, function or class body. */
export interface ScopeNames {
  readonly bindings: Map<string, NameBinding[]>;
  readonly globals: Set<string>;
  readonly nonlocals: Set<string>;
  readonly starImports: ImportSpec[];
  readonly imports: ImportSpec[];
  /** Definitions directly in this scope, in source order. */
  readonly definitions: SyntaxNode[];
  yields: boolean;
}

type Ids = Pick<FileOutline, 'functionAt' | 'classAt'>;

/** Walks `body` without entering other scopes; comprehensions are entered for `:=` only. */
export function scopeNames(body: readonly SyntaxNode[], ids: Ids): ScopeNames {
  const names: ScopeNames = {
    bindings: new Map(), globals: new Set(), nonlocals: new Set(), starImports: [], imports: [], definitions: [], yields: false,
  };
  const pending = [...body].reverse().map((node) => ({ node, inComprehension: false }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node } = next;
    const inComprehension = next.inComprehension || COMPREHENSIONS.has(node.type);
    visit(names, node, inComprehension, ids);
    const children = SCOPES.has(node.type) ? outsideScope(node) : node.children;
    for (let i = children.length - 1; i >= 0; i--) pending.push({ node: children[i]!, inComprehension });
  }
  return names;
}

/** What of a definition is evaluated in the scope around it: default values, base classes. */
function outsideScope(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.type === 'class_definition') return node.child('superclasses')?.namedChildren ?? [];
  return (node.child('parameters')?.namedChildren ?? []).flatMap((parameter) => parameter.child('value') ?? []);
}

function bind(names: ScopeNames, name: string, binding: NameBinding): void {
  const known = names.bindings.get(name);
  if (known === undefined) names.bindings.set(name, [binding]);
  else known.push(binding);
}

const VALUE: NameBinding = { kind: 'value', isNull: false };

function visit(names: ScopeNames, node: SyntaxNode, inComprehension: boolean, ids: Ids): void {
  switch (node.type) {
    case 'import_statement':
    case 'import_from_statement': return visitImport(names, node);
    case 'function_definition':
    case 'class_definition': return visitDefinition(names, node, ids);
    case 'assignment': return bindTarget(names, node.child('left'), valueBinding(node.child('right')), node.child('right') === undefined);
    case 'augmented_assignment': return bindTarget(names, node.child('left'), VALUE);
    case 'named_expression': return bindTarget(names, node.child('name'), VALUE);
    case 'for_statement': return bindTarget(names, node.child('left'), VALUE);
    case 'for_in_clause': return inComprehension ? undefined : bindTarget(names, node.child('left'), VALUE);
    case 'as_pattern_target': for (const target of node.namedChildren) bindTarget(names, target, VALUE); return;
    case 'case_clause': for (const name of capturedByCase(node)) bind(names, name, VALUE); return;
    case 'global_statement': for (const name of node.namedChildren) names.globals.add(name.text); return;
    case 'nonlocal_statement': for (const name of node.namedChildren) names.nonlocals.add(name.text); return;
    case 'type_alias_statement': { const name = node.child('left')?.text; if (name !== undefined) bind(names, name, VALUE); return; }
    case 'yield': names.yields = true; return;
  }
}

function valueBinding(right: SyntaxNode | undefined): NameBinding {
  const value = right && unwrap(right);
  const called = value?.type === 'call' ? dottedName(value.child('function')) : undefined;
  return { kind: 'value', isNull: value?.type === 'none', ...(called === undefined ? {} : { called }) };
}

function visitDefinition(names: ScopeNames, node: SyntaxNode, ids: Ids): void {
  names.definitions.push(node);
  const name = node.child('name')?.text;
  if (name === undefined) return;
  const decorators = decoratorsOf(node).map((decorator) => decoratorName(decorator) ?? '?');
  const fn = ids.functionAt.get(node.start);
  const type = ids.classAt.get(node.start);
  if (type !== undefined) bind(names, name, { kind: 'class', id: type });
  else bind(names, name, fn === undefined ? VALUE : { kind: 'function', id: fn, decorators });
}

/** The names that an assignment target binds. A bare annotation (`x: int`) binds nothing that could be read. */
function bindTarget(names: ScopeNames, target: SyntaxNode | undefined, binding: NameBinding, isBare = false): void {
  if (target === undefined) return;
  const node = unwrap(target);
  if (node.type === 'identifier') {
    if (!isBare || !names.bindings.has(node.text)) bind(names, node.text, binding);
    return;
  }
  if (TARGET_LISTS.has(node.type)) for (const child of node.namedChildren) bindTarget(names, child, VALUE);
}

/** Nodes that hold several assignment targets. */
export const TARGET_LISTS: ReadonlySet<string> = new Set([
  'pattern_list', 'tuple_pattern', 'list_pattern', 'list_splat_pattern', 'expression_list', 'tuple', 'list', 'list_splat',
]);

function visitImport(names: ScopeNames, node: SyntaxNode): void {
  for (const { spec, name } of importsOf(node)) {
    names.imports.push(spec);
    if (name === '*') names.starImports.push(spec);
    else bind(names, name, { kind: 'import', spec });
  }
}

/** The imports of a statement with the names they bind; `*` for all names of a module. */
export function importsOf(node: SyntaxNode): readonly { readonly spec: ImportSpec; readonly name: string }[] {
  const modules = node.childrenIn('name').map((child) => {
    const aliased = child.type === 'aliased_import';
    return { module: (aliased ? child.child('name') : child)?.text.replace(/\s/g, '') ?? '', alias: aliased ? child.child('alias')?.text : undefined };
  });
  if (node.type === 'import_statement') {
    return modules.map(({ module, alias }) => ({
      spec: { level: 0, module, whole: alias !== undefined }, name: alias ?? module.split('.')[0]!,
    }));
  }
  const from = node.child('module_name');
  const level = from?.type === 'relative_import' ? (from.childOfType('import_prefix')?.text.match(/\./g)?.length ?? 0) : 0;
  const module = (from?.type === 'relative_import' ? from.childOfType('dotted_name') : from)?.text.replace(/\s/g, '') ?? '';
  if (node.childOfType('wildcard_import') !== undefined) return [{ spec: { level, module }, name: '*' }];
  return modules.map((imported) => ({ spec: { level, module, name: imported.module }, name: imported.alias ?? imported.module }));
}

/** Names that the patterns of a `case` bind. */
export function capturedByCase(clause: SyntaxNode): readonly string[] {
  const names: string[] = [];
  const pending = [...clause.childrenOfType('case_pattern', 'pattern_list')];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const name = captureName(node);
    if (name !== undefined) names.push(name);
    pending.push(...node.namedChildren.filter((child) => child.type !== 'class_pattern' || child.namedChildren.length > 0));
  }
  return names;
}

/** The name that this very pattern node binds. */
export function captureName(node: SyntaxNode): string | undefined {
  if (node.type === 'case_pattern') {
    const [only] = node.namedChildren;
    return only?.type === 'dotted_name' && node.namedChildren.length === 1 ? simpleCapture(only.text) : undefined;
  }
  if (node.type === 'dotted_name' && (node.parent?.type === 'union_pattern' || node.parent?.type === 'keyword_pattern')) return simpleCapture(node.text);
  if (node.type === 'splat_pattern' || (node.type === 'as_pattern' && node.parent?.type === 'case_pattern')) {
    const name = node.childrenOfType('identifier').at(-1);
    return name === undefined ? undefined : simpleCapture(name.text);
  }
  return undefined;
}

function simpleCapture(text: string): string | undefined {
  return text === '_' || text.includes('.') ? undefined : text;
}

/** Whether a function is a coroutine. */
export function isAsync(node: SyntaxNode): boolean {
  return hasToken(node, 'async');
}
