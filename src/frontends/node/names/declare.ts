/**
 * Builds the scopes of a file in one walk with an explicit stack (so that no text can exhaust the call stack): declares
 * names, gives functions and classes their ids, and afterwards resolves every reference to find captured and reassigned
 * variables.
 */
import type { FileScopes, Scope } from './scopes.js';
import { isRequire, lookUp } from './scopes.js';
import type { Builder, Hint, Reference, Task } from './builder.js';
import { addFunction, block, idPrefix, newScope, push, pushChildren, uniqueId } from './builder.js';
import { declareImportEquals, declareImports, declarePattern, visitVariables } from './variables.js';
import { isExportsObject, visitAssignment, visitForEach, visitObject, visitTarget } from './targets.js';
import { declareEnum, visitClass, visitFunction, visitNamespace } from './functions.js';
import type { ES, Node } from '../syntax.js';
import { importedModule, keyName, literalString, moduleName, requiredModule } from '../syntax.js';

/** Finds all names of `program`, the tree of `file`. */
export function declareNames(file: string, program: ES.Program): FileScopes {
  const b: Builder = {
    file, tasks: [], references: [], ids: new Set(), scopeOf: new Map(), functionOf: new Map(), classOf: new Map(),
    functions: [], classes: [], enums: [], interfaces: [], requires: [], exported: [],
  };
  const init = addFunction(b, { name: '<init>', kind: 'init', node: program, isStatic: true, isNamed: false });
  const module = newScope(init, 'module');
  b.scopeOf.set(program, module);
  push(b, program.body.map((node) => ({ node, scope: module })));
  for (let task = b.tasks.pop(); task !== undefined; task = b.tasks.pop()) visit(b, task);
  const implicitGlobals = resolveReferences(b.references);
  const { functions, classes, enums, interfaces, scopeOf, functionOf, classOf } = b;
  // A local variable called `require` or `exports` is an ordinary variable.
  const requires = b.requires.filter((r) => isRequire(r.scope)).map((r) => r.specifier);
  const exported = b.exported.filter((e) => lookUp(e.scope, 'exports') === undefined && lookUp(e.scope, 'module') === undefined);
  return { file, init, module, scopeOf, functionOf, classOf, functions, classes, enums, interfaces, requires, exported, implicitGlobals };
}

function resolveReferences(references: readonly Reference[]): ReadonlySet<string> {
  const implicitGlobals = new Set<string>();
  for (const { name, scope, write } of references) {
    const variable = lookUp(scope, name);
    if (variable === undefined) {
      if (write === 'whole') implicitGlobals.add(name);
      continue;
    }
    variable.isUsed = true;
    if (variable.owner !== scope.function && !variable.isModuleLevel) variable.isCaptured = true;
    if (write === 'whole') variable.isAssigned = true;
    if (write === 'member') variable.hasWrittenMembers = true;
  }
  return implicitGlobals;
}

function visit(b: Builder, task: Task): void {
  const { node, scope, hint } = task;
  switch (node.type) {
    case 'Identifier':
      b.references.push({ name: node.name, scope, write: 'none' });
      return;
    case 'ImportDeclaration': return declareImports(node, scope);
    case 'TSImportEqualsDeclaration': return declareImportEquals(b, node, scope);
    case 'ExportNamedDeclaration': return visitExport(b, node, scope);
    case 'ExportDefaultDeclaration': return visitDefaultExport(b, node, scope);
    case 'TSExportAssignment':
      b.exported.push({ value: node.expression, scope });
      return push(b, [{ node: node.expression, scope, hint: { name: '', isNamed: true } }]);
    case 'VariableDeclaration': return visitVariables(b, node, scope);
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression': return visitFunction(b, node, scope, hint);
    case 'ClassDeclaration':
    case 'ClassExpression': return visitClass(b, node, scope, hint);
    case 'BlockStatement': return pushChildren(b, node, block(b, node, scope));
    case 'ForStatement':
    case 'SwitchStatement': return pushChildren(b, node, block(b, node, scope));
    case 'ForInStatement':
    case 'ForOfStatement': return visitForEach(b, node, scope);
    case 'CatchClause': {
      const inner = block(b, node, scope);
      if (node.param) declarePattern(b, node.param, inner, 'catch');
      return push(b, [{ node: node.body, scope: inner }]);
    }
    case 'MemberExpression':
      return push(b, [{ node: node.object, scope }, ...(node.computed ? [{ node: node.property, scope }] : [])]);
    case 'ObjectExpression': return visitObject(b, node, scope, hint);
    case 'AssignmentExpression': return visitAssignment(b, node, scope, hint);
    case 'UpdateExpression': return visitTarget(b, node.argument, scope);
    case 'UnaryExpression':
      return node.operator === 'delete' ? visitTarget(b, node.argument, scope) : pushChildren(b, node, scope);
    case 'AwaitExpression':
      scope.function.hasAwait = true;
      return pushChildren(b, node, scope, hint);
    case 'ThisExpression': {
      let fn = scope.function;
      while (fn.kind === 'arrow' && fn.parent !== undefined) fn = fn.parent;
      fn.usesThis = true;
      return;
    }
    case 'LabeledStatement': return push(b, [{ node: node.body, scope }]);
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'MetaProperty':
    case 'ExportAllDeclaration':
    case 'TSDeclareFunction':
    case 'JSXClosingElement':
    case 'JSXNamespacedName':
    case 'TemplateElement':
    case 'TSTypeAliasDeclaration':
    case 'TSInterfaceDeclaration': return declareTypes(b, node, scope);
    case 'JSXOpeningElement':
      if (node.name.type === 'JSXIdentifier' && !/^[a-z]/.test(node.name.name)) b.references.push({ name: node.name.name, scope, write: 'none' });
      return push(b, [node.name, ...node.attributes].map((child) => ({ node: child, scope })));
    case 'JSXMemberExpression':
      if (node.object.type === 'JSXIdentifier') b.references.push({ name: node.object.name, scope, write: 'none' });
      return push(b, [{ node: node.object, scope }]);
    case 'JSXAttribute': return push(b, node.value === null ? [] : [{ node: node.value, scope }]);
    case 'TSEnumDeclaration': return declareEnum(b, node, scope);
    case 'TSModuleDeclaration': return visitNamespace(b, node, scope);
    case 'ImportExpression': {
      const specifier = importedModule(node);
      if (specifier !== undefined) b.requires.push({ specifier, scope });
      return pushChildren(b, node, scope);
    }
    case 'CallExpression':
    case 'NewExpression': {
      noteModuleCall(b, node, scope);
      const inner: Hint | undefined = hint === undefined || hint.name === '' ? undefined : { name: `${hint.name}.<lambda>`, isNamed: false };
      return push(b, [{ node: node.callee, scope }, ...node.arguments.map((argument) => ({ node: argument, scope, hint: inner }))]);
    }
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'TSNonNullExpression':
    case 'ConditionalExpression':
    case 'LogicalExpression': return pushChildren(b, node, scope, hint);
    default: return pushChildren(b, node, scope);
  }
}

function declareTypes(b: Builder, node: Node, scope: Scope): void {
  if (node.type !== 'TSInterfaceDeclaration' && node.type !== 'TSTypeAliasDeclaration') return;
  if (scope.types.has(node.id.name)) return;
  scope.types.set(node.id.name, node);
  if (node.type === 'TSInterfaceDeclaration') b.interfaces.push({ id: uniqueId(b, idPrefix(scope) + node.id.name), node, scope });
}

function visitExport(b: Builder, node: ES.ExportNamedDeclaration, scope: Scope): void {
  if (node.declaration !== null) return push(b, [{ node: node.declaration, scope }]);
  if (node.source !== null) return;
  for (const s of node.specifiers) b.references.push({ name: moduleName(s.local), scope, write: 'none' });
}

/** `require('x')`, `Object.assign(exports, { … })` and `Object.defineProperty(exports, 'x', { value })`. */
function noteModuleCall(b: Builder, node: Node, scope: Scope): void {
  if (node.type !== 'CallExpression') return;
  const specifier = node.callee.type === 'Identifier' ? requiredModule(node) : undefined;
  if (specifier !== undefined) b.requires.push({ specifier, scope });
  const { callee } = node;
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier' || callee.object.name !== 'Object') return;
  const [target, second, third] = node.arguments;
  if (target === undefined || second === undefined || !isExportsObject(target)) return;
  const method = keyName(callee.property, callee.computed);
  if (method === 'assign') for (const source of node.arguments.slice(1)) b.exported.push({ value: source, scope });
  const name = literalString(second);
  if (method === 'defineProperty' && name !== undefined && name !== '__esModule' && third !== undefined) b.exported.push({ name, value: third, scope });
}

function visitDefaultExport(b: Builder, node: ES.ExportDefaultDeclaration, scope: Scope): void {
  push(b, [{ node: node.declaration, scope, hint: { name: 'default', isNamed: true } }]);
}
