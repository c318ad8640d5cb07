/**
 * What a name stands for when that is certain without running anything: a library symbol, a function, a class, a module, or
 * a variable with a home. Follows imports, re-exports, `require`, and aliases that are never reassigned, across files.
 */
import type { FunctionId, TypeId } from '../../ir/index.js';
import { enumConstant } from './enums.js';
import type { FileFacts } from './facts.js';
import type { ClassInfo, ExportWrite, Scope, Variable } from './names/scopes.js';
import { isRequire, lookUp } from './names/scopes.js';
import { isPlatformGlobal, memberSymbol, moduleSymbol, wrappedSymbol } from './resolve/library-names.js';
import type { Resolver } from './resolve/resolve.js';
import type { ES, Node } from './syntax.js';
import { importedModule, isClass, isFunction, keyName, requiredModule, unwrap } from './syntax.js';

/** Where a value lives, for those who want to read or write it. */
export type Home =
  | { readonly kind: 'variable'; readonly file: string; readonly variable: Variable }
  /** A module variable without a declaration of its own: `default`, or a name that the module does not export. */
  | { readonly kind: 'module'; readonly file: string; readonly name: string }
  /** The CommonJS exports object, and a property of it. */
  | { readonly kind: 'exports'; readonly file: string }
  | { readonly kind: 'member'; readonly file: string; readonly name: string }
  | { readonly kind: 'static'; readonly type: TypeId; readonly field: string }
  /** A property of a library object that the program changes: `process.env.X`, `globalThis.x`. */
  | { readonly kind: 'symbol'; readonly symbol: string; readonly name: string };

export type Entity =
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'constant'; readonly value: string | number }
  | { readonly kind: 'function'; readonly id: FunctionId; readonly home?: Home }
  | { readonly kind: 'type'; readonly id: TypeId; readonly home?: Home }
  | { readonly kind: 'namespace'; readonly file: string }
  | { readonly kind: 'scope'; readonly file: string; readonly variable: Variable; readonly scope: Scope }
  | { readonly kind: 'place'; readonly home: Home };

/** The files of the repository, as far as names are concerned. */
export interface Repository {
  facts(file: string): FileFacts | undefined;
  readonly resolve: Resolver;
  /** What was found out about the variables of each file. */
  readonly known: Map<FileFacts, Map<Variable, Entity>>;
}

const MAX_DEPTH = 64;
const ENVIRONMENT = 'process.env';

/** What `node` stands for in `scope` of the file; nothing when it has to be evaluated. */
export function entityOf(repository: Repository, facts: FileFacts, scope: Scope, node: Node, depth = 0): Entity | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const inner = unwrap(node);
  switch (inner.type) {
    case 'Identifier': return entityOfName(repository, facts, scope, inner.name, depth);
    case 'ChainExpression': return entityOf(repository, facts, scope, inner.expression, depth + 1);
    case 'MemberExpression': {
      const name = keyName(inner.property, inner.computed);
      if (name === undefined || inner.object.type === 'Super') return undefined;
      if (name === 'exports' && isUndeclared(facts, scope, inner.object, 'module')) return exportsEntity(facts.file);
      const object = entityOf(repository, facts, scope, inner.object, depth + 1);
      return object === undefined ? undefined : memberEntity(repository, object, name, depth + 1);
    }
    case 'MetaProperty': return { kind: 'symbol', name: `${inner.meta.name}.${inner.property.name}` };
    case 'AwaitExpression': {
      const specifier = importedModule(inner.argument);
      return specifier === undefined ? undefined : moduleEntity(repository, facts.file, specifier, depth + 1);
    }
    case 'CallExpression': {
      const specifier = requiredModule(inner);
      const loads = specifier !== undefined && isRequire(scope);
      return loads ? moduleEntity(repository, facts.file, specifier, depth + 1) : wrappedEntity(repository, facts, scope, inner, depth);
    }
    default: {
      const id = facts.scopes.functionOf.get(inner)?.id;
      if (isFunction(inner) && id !== undefined) return { kind: 'function', id };
      const type = facts.scopes.classOf.get(inner)?.id;
      return isClass(inner) && type !== undefined ? { kind: 'type', id: type } : undefined;
    }
  }
}

/** `const readFile = promisify(fs.readFile)` is the library function in another form. */
function wrappedEntity(repository: Repository, facts: FileFacts, scope: Scope, call: ES.CallExpression, depth: number): Entity | undefined {
  const [only, ...others] = call.arguments;
  if (only === undefined || others.length > 0) return undefined;
  const callee = entityOf(repository, facts, scope, call.callee, depth + 1);
  const argument = callee?.kind === 'symbol' ? entityOf(repository, facts, scope, only, depth + 1) : undefined;
  const name = callee?.kind === 'symbol' && argument?.kind === 'symbol' ? wrappedSymbol(callee.name, argument.name) : undefined;
  return name === undefined ? undefined : { kind: 'symbol', name };
}

function isUndeclared(facts: FileFacts, scope: Scope, node: Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name && lookUp(scope, name) === undefined && !facts.scopes.implicitGlobals.has(name);
}

function exportsEntity(file: string): Entity {
  return { kind: 'place', home: { kind: 'exports', file } };
}

function entityOfName(repository: Repository, facts: FileFacts, scope: Scope, name: string, depth: number): Entity | undefined {
  const variable = lookUp(scope, name);
  if (variable !== undefined) return entityOfVariable(repository, facts, variable, depth);
  if (name === 'exports') return exportsEntity(facts.file);
  if (name === 'undefined' || name === 'arguments' || name === 'module' || name === 'require') return undefined;
  if (name === 'global' || name === 'window' || name === 'self') return { kind: 'symbol', name: 'globalThis' };
  return facts.scopes.implicitGlobals.has(name) ? { kind: 'place', home: { kind: 'symbol', symbol: 'globalThis', name } } : symbolMember('globalThis', name);
}

/** What a variable stands for. One that is reassigned, or whose value has to be computed, stands for its place. */
export function entityOfVariable(repository: Repository, facts: FileFacts, variable: Variable, depth = 0): Entity {
  const known = knownOf(repository, facts);
  const before = known.get(variable);
  if (before !== undefined) return before;
  const home: Home = { kind: 'variable', file: facts.file, variable };
  const place: Entity = { kind: 'place', home };
  // Circular aliases find the place here.
  known.set(variable, place);
  const found = depth > MAX_DEPTH ? place : computeEntity(repository, facts, variable, home, depth) ?? place;
  known.set(variable, found);
  return found;
}

function knownOf({ known }: Repository, facts: FileFacts): Map<Variable, Entity> {
  let own = known.get(facts);
  if (own === undefined) known.set(facts, (own = new Map<Variable, Entity>()));
  return own;
}

function computeEntity(repository: Repository, facts: FileFacts, variable: Variable, home: Home, depth: number): Entity | undefined {
  if (variable.import !== undefined) return importEntity(repository, facts.file, variable.import.specifier, variable.import.name, depth);
  if (variable.isAssigned) return undefined;
  // `Namespace.depth = 1` writes the variable from anywhere.
  if (variable.scope.kind === 'namespace' && (variable.kind === 'let' || variable.kind === 'var')) return undefined;
  if (variable.namespace !== undefined && variable.function === undefined && variable.class === undefined) {
    return { kind: 'scope', file: facts.file, variable, scope: variable.namespace };
  }
  if (variable.function !== undefined) return { kind: 'function', id: variable.function.id, home };
  if (variable.class !== undefined) return { kind: 'type', id: variable.class.id, home };
  if (variable.enum !== undefined) {
    const id = facts.scopes.enums.find((e) => e.node === variable.enum)?.id;
    return id === undefined ? undefined : { kind: 'type', id, home };
  }
  return variable.value === undefined || variable.kind === 'using' ? undefined : aliasEntity(repository, facts, variable, home, depth);
}

/** `const fs = require('fs').promises`, `const { S3 } = AWS`, `const handler = () => …`. */
function aliasEntity(repository: Repository, facts: FileFacts, variable: Variable, home: Home, depth: number): Entity | undefined {
  const { from, path } = variable.value!;
  let entity = entityOf(repository, facts, variable.scope, from, depth + 1);
  for (const name of path) entity = entity === undefined ? undefined : memberEntity(repository, entity, name, depth + 1);
  switch (entity?.kind) {
    case 'function':
    case 'type': return { ...entity, home: entity.home ?? home };
    case 'symbol': return mayAlias(facts, variable, entity.name, from) ? entity : undefined;
    case 'namespace':
    case 'scope':
    case 'constant': return entity;
    // The exports object of a module is one object; any other place may change after it was read.
    case 'place': return entity.home.kind === 'exports' ? entity : undefined;
    default: return undefined;
  }
}

/** A local that keeps a library's function, to put it back later, must stay a variable of its own. */
function mayAlias(facts: FileFacts, variable: Variable, symbol: string, from: Node): boolean {
  if (variable.owner.kind === 'init' || symbol === ENVIRONMENT) return true;
  const root = rootIdentifier(from);
  if (root === undefined) return true;
  const source = lookUp(variable.scope, root);
  return source === undefined ? !facts.scopes.implicitGlobals.has(root) && symbol !== root && !isPlatformGlobal(root) : !source.hasWrittenMembers;
}

function rootIdentifier(node: Node): string | undefined {
  let inner = unwrap(node);
  while (inner.type === 'MemberExpression') inner = unwrap(inner.object);
  return inner.type === 'Identifier' ? inner.name : undefined;
}

/** A property of something certain. */
export function memberEntity(repository: Repository, entity: Entity, name: string, depth = 0): Entity | undefined {
  if (depth > MAX_DEPTH) return undefined;
  switch (entity.kind) {
    case 'symbol': return symbolMember(entity.name, name);
    case 'namespace': return exportEntity(repository, entity.file, name, depth + 1) ?? { kind: 'place', home: { kind: 'module', file: entity.file, name } };
    case 'scope': {
      const variable = entity.scope.variables.get(name);
      const facts = repository.facts(entity.file);
      return variable === undefined || facts === undefined ? undefined : entityOfVariable(repository, facts, variable, depth + 1);
    }
    case 'type': return exportedMember(repository, entity.home, name, depth) ?? namespaceMember(repository, entity.home, name, depth) ?? staticMember(repository, entity.id, name, depth + 1);
    case 'function': return exportedMember(repository, entity.home, name, depth) ?? namespaceMember(repository, entity.home, name, depth);
    case 'place': return entity.home.kind === 'exports' ? commonJsMember(repository, entity.home.file, name, depth + 1) : undefined;
    case 'constant': return undefined;
  }
}

function symbolMember(symbol: string, name: string): Entity | undefined {
  if (symbol === ENVIRONMENT) return { kind: 'place', home: { kind: 'symbol', symbol, name } };
  if (symbol === 'globalThis' && !isPlatformGlobal(name)) return { kind: 'place', home: { kind: 'symbol', symbol, name } };
  return { kind: 'symbol', name: memberSymbol(symbol, name) };
}

/** `module.exports = f; module.exports.g = …` */
function exportedMember(repository: Repository, home: Home | undefined, name: string, depth: number): Entity | undefined {
  if (home?.kind !== 'exports') return undefined;
  return repository.facts(home.file)?.commonJs?.members.has(name) === true ? commonJsMember(repository, home.file, name, depth + 1) : undefined;
}

/** `function f() {} namespace f { export const g = … }`, and a class or enum in the same way. */
function namespaceMember(repository: Repository, home: Home | undefined, name: string, depth: number): Entity | undefined {
  const facts = home?.kind === 'variable' || home?.kind === 'exports' ? repository.facts(home.file) : undefined;
  if (home === undefined || facts === undefined) return undefined;
  const merged = home.kind === 'variable' ? home.variable : exportedVariable(facts);
  const variable = merged?.namespace?.variables.get(name);
  return variable === undefined ? undefined : entityOfVariable(repository, facts, variable, depth + 1);
}

/** The variable in `export = variable`. */
function exportedVariable(facts: FileFacts): Variable | undefined {
  const whole = facts.commonJs?.whole[0];
  return whole?.value.type === 'Identifier' ? lookUp(whole.scope, whole.value.name) : undefined;
}

/** The class of the repository with this id. */
export function classOf(repository: Repository, id: TypeId): { readonly facts: FileFacts; readonly info: ClassInfo } | undefined {
  const facts = repository.facts(id.slice(0, id.lastIndexOf('#')));
  const info = facts?.scopes.classes.find((c) => c.id === id);
  return facts === undefined || info === undefined ? undefined : { facts, info };
}

/** The class that `extends` names, when that is a class of the repository. */
export function superclassOf(repository: Repository, facts: FileFacts, info: ClassInfo, depth = 0): TypeId | undefined {
  const base = info.node.superClass;
  const entity = base === null ? undefined : entityOf(repository, facts, info.scope, base, depth + 1);
  return entity?.kind === 'type' ? entity.id : undefined;
}

function staticMember(repository: Repository, id: TypeId, name: string, depth: number): Entity | undefined {
  if (name === 'prototype' || name === 'name' || name === 'length' || name === 'constructor') return undefined;
  const place: Entity = { kind: 'place', home: { kind: 'static', type: id, field: name } };
  let next: TypeId | undefined = id;
  for (let i = 0; next !== undefined && i < MAX_DEPTH; i++) {
    const found = classOf(repository, next);
    if (found === undefined) break;
    const member = ownStaticMember(found.info, name);
    if (member !== undefined) return member;
    next = superclassOf(repository, found.facts, found.info, depth + i);
  }
  return enumMember(repository, id, name) ?? place;
}

function ownStaticMember(info: ClassInfo, name: string): Entity | undefined {
  const method = info.methods.find((m) => m.node.static && m.node.kind === 'method' && keyName(m.node.key, m.node.computed) === name);
  const home: Home = { kind: 'static', type: info.id, field: name };
  if (method !== undefined) return { kind: 'function', id: method.info.id, home };
  const declared = info.node.body.body.some((m) => m.type !== 'StaticBlock' && m.type !== 'TSIndexSignature' && m.static && keyName(m.key, m.computed) === name);
  return declared ? { kind: 'place', home } : undefined;
}

function enumMember(repository: Repository, id: TypeId, name: string): Entity | undefined {
  const node = repository.facts(id.slice(0, id.lastIndexOf('#')))?.scopes.enums.find((e) => e.id === id)?.node;
  const value = node === undefined ? undefined : enumConstant(node, name);
  return value === undefined ? undefined : { kind: 'constant', value };
}

/** `import { name } from specifier`; `*` is the whole module. */
function importEntity(repository: Repository, file: string, specifier: string, name: string, depth: number): Entity {
  const resolution = repository.resolve(file, specifier);
  if (resolution.kind === 'library') {
    const symbol = moduleSymbol(resolution.specifier);
    return name === '*' ? { kind: 'symbol', name: symbol } : symbolMember(symbol, name) ?? { kind: 'symbol', name: symbol };
  }
  if (name === '*') return moduleEntity(repository, file, specifier, depth + 1);
  const found = exportEntity(repository, resolution.file, name, depth + 1);
  if (found !== undefined) return found;
  const target = repository.facts(resolution.file);
  const isCommonJs = target?.commonJs !== undefined || (target !== undefined && !target.isEsm);
  if (isCommonJs) return name === 'default' ? wholeExports(repository, resolution.file, depth + 1) : commonJsMember(repository, resolution.file, name, depth + 1);
  return { kind: 'place', home: { kind: 'module', file: resolution.file, name } };
}

/** What `require(specifier)` or `import * as m from specifier` gives. */
export function moduleEntity(repository: Repository, file: string, specifier: string, depth = 0): Entity {
  const resolution = repository.resolve(file, specifier);
  if (resolution.kind === 'library') return { kind: 'symbol', name: moduleSymbol(resolution.specifier) };
  const target = repository.facts(resolution.file);
  const isNamespace = target === undefined || (target.isEsm && target.commonJs === undefined);
  return isNamespace ? { kind: 'namespace', file: resolution.file } : wholeExports(repository, resolution.file, depth + 1);
}

/** The value of `module.exports`. */
function wholeExports(repository: Repository, file: string, depth: number): Entity {
  const facts = repository.facts(file);
  const place = exportsEntity(file);
  const [only, ...others] = facts?.commonJs?.whole ?? [];
  if (facts === undefined || only === undefined || others.length > 0 || depth > MAX_DEPTH) return place;
  const entity = entityOf(repository, facts, only.scope, only.value, depth + 1);
  switch (entity?.kind) {
    case 'function':
    case 'type': return { ...entity, home: { kind: 'exports', file } };
    case 'symbol':
    case 'namespace':
    case 'scope': return entity;
    default: return place;
  }
}

function commonJsMember(repository: Repository, file: string, name: string, depth: number): Entity {
  const home: Home = { kind: 'member', file, name };
  const place: Entity = { kind: 'place', home };
  const facts = repository.facts(file);
  if (facts?.commonJs === undefined || depth > MAX_DEPTH) return place;
  const writes = facts.commonJs.members.get(name);
  if (writes === undefined) return passedOnMember(repository, facts, name, depth) ?? place;
  const [only, ...others] = writes;
  return only === undefined || others.length > 0 ? place : writtenEntity(repository, facts, only, home, depth) ?? place;
}

function passedOnMember(repository: Repository, facts: FileFacts, name: string, depth: number): Entity | undefined {
  for (const specifier of facts.commonJs?.spreads ?? []) {
    const target = repository.resolve(facts.file, specifier);
    if (target.kind !== 'file') continue;
    const passedOn = repository.facts(target.file);
    if (passedOn?.commonJs?.members.has(name) === true) return commonJsMember(repository, target.file, name, depth + 1);
    const found = exportEntity(repository, target.file, name, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function writtenEntity(repository: Repository, facts: FileFacts, write: ExportWrite, home: Home, depth: number): Entity | undefined {
  const entity = entityOf(repository, facts, write.scope, write.value, depth + 1);
  switch (entity?.kind) {
    case 'function':
    case 'type': return { ...entity, home: entity.home ?? home };
    case 'symbol':
    case 'namespace':
    case 'scope': return entity;
    // A module variable that nothing assigns to is the same thing as the property it was exported as.
    case 'place': return entity.home.kind === 'variable' && entity.home.variable.isModuleLevel && !entity.home.variable.isAssigned ? entity : undefined;
    default: return undefined;
  }
}

/** An ESM export, followed through re-exports. */
export function exportEntity(repository: Repository, file: string, name: string, depth = 0, seen: ReadonlySet<string> = new Set()): Entity | undefined {
  const facts = repository.facts(file);
  if (facts === undefined || depth > MAX_DEPTH || seen.has(file)) return undefined;
  const own = facts.exports.get(name);
  if (own !== undefined) return ownExport(repository, facts, own, name, depth);
  if (name === 'default') return undefined;
  const visited = new Set([...seen, file]);
  for (const specifier of facts.exportAll) {
    const target = repository.resolve(file, specifier);
    const found = target.kind === 'file' ? exportEntity(repository, target.file, name, depth + 1, visited) : undefined;
    if (found !== undefined) return found;
  }
  return libraryExport(repository, facts, name);
}

function ownExport(repository: Repository, facts: FileFacts, own: NonNullable<ReturnType<FileFacts['exports']['get']>>, name: string, depth: number): Entity {
  switch (own.kind) {
    case 'local': return entityOfName(repository, facts, facts.scopes.module, own.name, depth + 1) ?? { kind: 'place', home: { kind: 'module', file: facts.file, name } };
    case 'from': return importEntity(repository, facts.file, own.specifier, own.name, depth + 1);
    case 'default': {
      const home: Home = { kind: 'module', file: facts.file, name: 'default' };
      const entity = entityOf(repository, facts, facts.scopes.module, own.node, depth + 1);
      if (entity?.kind === 'function' || entity?.kind === 'type') return { ...entity, home: entity.home ?? home };
      const isVariable = entity?.kind === 'place' && entity.home.kind === 'variable' && !entity.home.variable.isAssigned;
      return entity !== undefined && (isVariable || entity.kind !== 'place') ? entity : { kind: 'place', home };
    }
  }
}

/** `export * from 'some-library'` may export anything; asked last. */
function libraryExport(repository: Repository, facts: FileFacts, name: string): Entity | undefined {
  for (const specifier of facts.exportAll) {
    const target = repository.resolve(facts.file, specifier);
    if (target.kind === 'library') return symbolMember(moduleSymbol(target.specifier), name);
  }
  return undefined;
}
