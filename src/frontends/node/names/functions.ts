/** Declares functions, classes, enums and namespaces, and gives them their ids. */
import type { ClassInfo, FunctionInfo, Scope } from './scopes.js';
import type { Builder, Hint, Task } from './builder.js';
import { addFunction, functionPrefix, idPrefix, newScope, push, uniqueId } from './builder.js';
import { addVariable, declarePattern } from './variables.js';
import type { ClassNode, ES, FunctionNode, Node } from '../syntax.js';
import { keyName } from '../syntax.js';

export function visitFunction(b: Builder, node: FunctionNode, scope: Scope, hint: Hint | undefined): void {
  const own = node.id ?? undefined;
  const isDeclaration = node.type === 'FunctionDeclaration';
  const isDeclared = isDeclaration && own !== undefined;
  const name = isDeclared ? scope.prefix + own.name : hint?.name || own?.name || (hint === undefined ? '<lambda>' : 'exports');
  const isNamed = isDeclared ? scope.kind === 'module' || scope.kind === 'namespace' : hint?.isNamed ?? false;
  const info = addFunction(b, {
    name, kind: node.type === 'ArrowFunctionExpression' ? 'arrow' : 'function', node,
    nameNode: own ?? hint?.node, parent: scope.function, isStatic: false, isNamed,
  });
  if (isDeclared) addVariable(scope, own, own, 'function').function = info;
  enterFunction(b, info, node, isDeclaration || own === undefined ? scope : ownNameScope(info, own, scope));
}

/** A function expression's own name is visible inside it only. */
function ownNameScope(info: FunctionInfo, own: ES.BindingIdentifier, parent: Scope): Scope {
  const scope = newScope(info, 'block', parent);
  addVariable(scope, own, own, 'function').function = info;
  return scope;
}

function enterFunction(b: Builder, info: FunctionInfo, node: FunctionNode, parent: Scope): void {
  const scope = newScope(info, 'function', parent);
  b.scopeOf.set(node, scope);
  for (const parameter of node.params) {
    if (parameter.type === 'Identifier' && parameter.name === 'this') continue;
    declarePattern(b, parameter, scope, 'parameter');
  }
  if (node.body === null) return;
  const statements: readonly Node[] = node.body.type === 'BlockStatement' ? node.body.body : [node.body];
  push(b, statements.map((child) => ({ node: child, scope })));
}

export function visitClass(b: Builder, node: ClassNode, scope: Scope, hint: Hint | undefined): void {
  if (node.declare === true) return;
  const own = node.id ?? undefined;
  const isDeclaration = node.type === 'ClassDeclaration';
  const name = (isDeclaration ? own?.name || hint?.name : hint?.name || own?.name) || '<class>';
  const inner = newScope(scope.function, 'block', scope, scope.prefix);
  b.scopeOf.set(node, inner);
  const prefix = isDeclaration && own !== undefined ? idPrefix(scope) : functionPrefix(scope.function);
  const info: ClassInfo = { id: uniqueId(b, prefix + name), name, node, parent: scope.function, scope: inner, methods: [] };
  b.classes.push(info);
  b.classOf.set(node, info);
  if (own !== undefined) addVariable(isDeclaration ? scope : inner, own, own, 'class').class = info;
  const tasks: Task[] = [];
  if (node.superClass !== null) tasks.push({ node: node.superClass, scope });
  for (const d of node.decorators ?? []) tasks.push({ node: d.expression, scope });
  for (const member of node.body.body) tasks.push(...memberTasks(b, info, member, inner));
  push(b, tasks);
}

/** Declares a member; returns what of it has still to be visited. Methods get their scope here, so that ids follow the source. */
function memberTasks(b: Builder, info: ClassInfo, member: ES.ClassElement, scope: Scope): Task[] {
  if (member.type === 'TSIndexSignature') return [];
  if (member.type === 'StaticBlock') {
    const initialiser = staticInit(b, info);
    const inner = newScope(initialiser, 'function', scope);
    b.scopeOf.set(member, inner);
    return member.body.map((node) => ({ node, scope: inner }));
  }
  const key = member.computed ? [{ node: member.key, scope }] : [];
  if (member.type === 'MethodDefinition' || member.type === 'TSAbstractMethodDefinition') {
    if (member.value.body !== null) addMethod(b, info, member, scope);
    return key;
  }
  if (member.value === null) return key;
  const initialiser = member.static ? staticInit(b, info) : instanceInit(b, info);
  const inner = newScope(initialiser, 'function', scope);
  b.scopeOf.set(member, inner);
  const name = keyName(member.key, member.computed);
  const hint = name === undefined ? undefined : { name: name.replace('#', ''), node: member.key, isNamed: false };
  return [...key, { node: member.value, scope: inner, hint }];
}

function addMethod(b: Builder, info: ClassInfo, member: ES.MethodDefinition, scope: Scope): void {
  const key = keyName(member.key, member.computed) ?? '<computed>';
  const isConstructor = member.kind === 'constructor';
  const local = isConstructor ? '<constructor>' : key;
  const accessor = member.kind === 'get' || member.kind === 'set' ? `${member.kind}_` : '';
  const type = info.id.slice(info.id.lastIndexOf('#') + 1);
  const method = addFunction(b, {
    name: `${info.name}.${local}`, idName: `${type}.${accessor}${local}`, kind: member.kind, node: member.value, nameNode: member.key,
    parent: info.parent, owner: info, isStatic: member.static, isNamed: false,
  });
  info.methods.push({ node: member, info: method });
  enterFunction(b, method, member.value, scope);
}

function instanceInit(b: Builder, info: ClassInfo): FunctionInfo {
  info.instanceInit ??= initialiserOf(b, info, 'instance-init');
  return info.instanceInit;
}

function staticInit(b: Builder, info: ClassInfo): FunctionInfo {
  info.staticInit ??= initialiserOf(b, info, 'static-init');
  return info.staticInit;
}

function initialiserOf(b: Builder, info: ClassInfo, kind: 'instance-init' | 'static-init'): FunctionInfo {
  const name = kind === 'static-init' ? '<static>' : '<fields>';
  const type = info.id.slice(info.id.lastIndexOf('#') + 1);
  return addFunction(b, {
    name: `${info.name}.${name}`, idName: `${type}.${name}`, kind, node: info.node, parent: info.parent, owner: info,
    isStatic: kind === 'static-init', isNamed: false,
  });
}

export function declareEnum(b: Builder, node: ES.TSEnumDeclaration, scope: Scope): void {
  if (node.declare && !node.const) return;
  const variable = addVariable(scope, node.id, node.id, 'enum');
  variable.enum ??= node;
  b.enums.push({ id: uniqueId(b, idPrefix(scope) + node.id.name), node, scope });
  push(b, node.body.members.flatMap((m) => (!m.initializer ? [] : [{ node: m.initializer, scope }])));
}

export function visitNamespace(b: Builder, node: ES.TSModuleDeclaration | ES.TSGlobalDeclaration, scope: Scope): void {
  if (node.declare || !node.body || node.global === true || node.id.type === 'Literal') return;
  const names: string[] = [];
  let id: Node = node.id;
  while (id.type === 'TSQualifiedName') {
    names.unshift(id.right.name);
    id = id.left;
  }
  if (id.type !== 'Identifier') return;
  names.unshift(id.name);
  let inner = scope;
  for (const name of names) inner = namespaceScope(inner, name, node);
  b.scopeOf.set(node, inner);
  push(b, node.body.body.map((child) => ({ node: child, scope: inner })));
}

/** Declarations of one namespace in several places share its scope. */
function namespaceScope(scope: Scope, name: string, node: Node): Scope {
  const variable = scope.variables.get(name) ?? addVariable(scope, { name }, node, 'namespace');
  variable.namespace ??= newScope(scope.function, 'namespace', scope, `${scope.prefix}${name}.`);
  return variable.namespace;
}
