/**
 * TypeScript annotations to type references. Only names are resolved: what the type system computes (conditional and mapped
 * types, inference) is left to those who have a type checker.
 */
import type { TypeId, TypeRef } from '../../ir/index.js';
import type { Entity, Repository } from './entities.js';
import { entityOf, memberEntity } from './entities.js';
import type { FileFacts } from './facts.js';
import type { Scope } from './names/scopes.js';
import { lookUp, lookUpType } from './names/scopes.js';
import { memberSymbol, moduleSymbol } from './resolve/library-names.js';
import type { ES, Node } from './syntax.js';

const MAX_DEPTH = 16;
/** Types that change nothing about which object is behind a reference. */
const TRANSPARENT = new Set(['Readonly', 'Partial', 'Required', 'NonNullable', 'Awaited', 'InstanceType']);
const KEYWORDS: Readonly<Record<string, string>> = {
  TSStringKeyword: 'string', TSNumberKeyword: 'number', TSBooleanKeyword: 'boolean', TSBigIntKeyword: 'bigint', TSSymbolKeyword: 'symbol',
  TSObjectKeyword: 'object', TSVoidKeyword: 'void', TSTypePredicate: 'boolean', TSFunctionType: 'Function', TSTemplateLiteralType: 'string',
};

interface Context {
  readonly repository: Repository;
  readonly facts: FileFacts;
  readonly scope: Scope;
}

/** The type that an annotation in `scope` names; nothing when it names none. */
export function typeRefOf(repository: Repository, facts: FileFacts, scope: Scope, type: ES.TSType | undefined): TypeRef | undefined {
  return type === undefined ? undefined : reference({ repository, facts, scope }, type, 0);
}

function reference(c: Context, type: ES.TSTupleElement, depth: number): TypeRef | undefined {
  if (depth > MAX_DEPTH) return undefined;
  switch (type.type) {
    case 'TSArrayType': return { name: 'array', args: args(c, [type.elementType], depth) };
    case 'TSTupleType': return { name: 'array', args: [] };
    case 'TSParenthesizedType':
    case 'TSOptionalType': return reference(c, type.typeAnnotation, depth + 1);
    case 'TSTypeOperator': return type.operator === 'readonly' ? reference(c, type.typeAnnotation, depth + 1) : undefined;
    case 'TSUnionType': return unionReference(c, type, depth);
    case 'TSIntersectionType': return type.types.map((t) => reference(c, t, depth + 1)).find((t) => t !== undefined);
    case 'TSLiteralType': return literalReference(type);
    case 'TSTypeReference': return namedReference(c, type.typeName, type.typeArguments?.params ?? [], depth);
    default: {
      const keyword = KEYWORDS[type.type];
      return keyword === undefined ? undefined : { name: keyword, args: [] };
    }
  }
}

function args(c: Context, types: readonly ES.TSType[], depth: number): readonly TypeRef[] {
  return types.map((t) => reference(c, t, depth + 1) ?? { name: 'unknown', args: [] });
}

/** `Client | null` is a `Client`; a union of several types names none. */
function unionReference(c: Context, type: ES.TSUnionType, depth: number): TypeRef | undefined {
  const present = type.types.filter((t) => t.type !== 'TSNullKeyword' && t.type !== 'TSUndefinedKeyword');
  const [first, ...others] = present.map((t) => reference(c, t, depth + 1));
  return first !== undefined && others.every((t) => t?.name === first.name) ? first : undefined;
}

function literalReference(type: ES.TSLiteralType): TypeRef | undefined {
  if (type.literal.type === 'TemplateLiteral') return { name: 'string', args: [] };
  if (type.literal.type !== 'Literal') return undefined;
  const name = typeof type.literal.value;
  return name === 'object' ? undefined : { name, args: [] };
}

function namedReference(c: Context, name: Node, parameters: readonly ES.TSType[], depth: number): TypeRef | undefined {
  if (name.type === 'Identifier') {
    if (name.name === 'Array' || name.name === 'ReadonlyArray') return { name: 'array', args: args(c, parameters, depth) };
    const [only] = parameters;
    if (TRANSPARENT.has(name.name) && only !== undefined && lookUp(c.scope, name.name) === undefined) return reference(c, only, depth + 1);
    const alias = lookUpType(c.scope, name.name);
    if (alias?.node.type === 'TSTypeAliasDeclaration') return reference({ ...c, scope: alias.scope }, alias.node.typeAnnotation, depth + 1);
  }
  const target = namedType(c, name, depth);
  if (target === undefined) return undefined;
  if (typeof target !== 'string') return target;
  return { name: target, args: args(c, parameters, depth) };
}

/** The id behind a type's name, or the whole type when the name is an alias. */
function namedType(c: Context, name: Node, depth: number): TypeId | TypeRef | undefined {
  if (name.type === 'TSQualifiedName') return qualifiedType(c, name);
  if (name.type === 'MemberExpression') {
    const entity = entityOf(c.repository, c.facts, c.scope, name);
    return idOf(entity);
  }
  if (name.type !== 'Identifier') return undefined;
  const own = lookUpType(c.scope, name.name);
  if (own !== undefined) return interfaceId(c.facts, own.node);
  const variable = lookUp(c.scope, name.name);
  if (variable?.import !== undefined) return importedType(c.repository, c.facts.file, variable.import.specifier, variable.import.name, depth + 1);
  const entity = entityOf(c.repository, c.facts, c.scope, name);
  return variable === undefined ? name.name : idOf(entity);
}

function idOf(entity: Entity | undefined): TypeId | undefined {
  if (entity?.kind === 'type') return entity.id;
  return entity?.kind === 'symbol' ? entity.name : undefined;
}

function interfaceId(facts: FileFacts, node: Node): TypeId | undefined {
  return facts.scopes.interfaces.find((i) => i.node === node)?.id;
}

/** `AWS.S3`, `pg.PoolClient`, `Namespace.Type`. */
function qualifiedType(c: Context, name: ES.TSQualifiedName): TypeId | TypeRef | undefined {
  const path: string[] = [name.right.name];
  let root: Node = name.left;
  while (root.type === 'TSQualifiedName') {
    path.unshift(root.right.name);
    root = root.left;
  }
  if (root.type !== 'Identifier') return undefined;
  const variable = lookUp(c.scope, root.name);
  if (variable?.import !== undefined && path.length === 1) {
    const { specifier } = variable.import;
    const target = c.repository.resolve(c.facts.file, specifier);
    if (target.kind === 'file') return exportedType(c.repository, target.file, path[0]!, 0);
  }
  let entity = entityOf(c.repository, c.facts, c.scope, root);
  for (const member of path) entity = entity === undefined ? undefined : memberEntity(c.repository, entity, member);
  return idOf(entity);
}

function importedType(repository: Repository, file: string, specifier: string, name: string, depth: number): TypeId | TypeRef | undefined {
  const target = repository.resolve(file, specifier);
  if (target.kind === 'file') return exportedType(repository, target.file, name, depth);
  const symbol = moduleSymbol(target.specifier);
  return name === '*' ? symbol : memberSymbol(symbol, name);
}

/** A type that `file` exports, followed through re-exports and aliases. */
function exportedType(repository: Repository, file: string, name: string, depth: number): TypeId | TypeRef | undefined {
  const facts = repository.facts(file);
  if (facts === undefined || depth > MAX_DEPTH) return undefined;
  const entry = facts.exports.get(name) ?? facts.typeExports.get(name);
  if (entry?.kind === 'from') return importedType(repository, file, entry.specifier, entry.name, depth + 1);
  const local = entry?.kind === 'local' ? entry.name : name;
  const c: Context = { repository, facts, scope: facts.scopes.module };
  const own = facts.scopes.module.types.get(local);
  if (own?.type === 'TSTypeAliasDeclaration') return reference(c, own.typeAnnotation, depth + 1);
  if (own !== undefined) return interfaceId(facts, own);
  const variable = facts.scopes.module.variables.get(local);
  if (variable?.import !== undefined) return importedType(repository, file, variable.import.specifier, variable.import.name, depth + 1);
  if (variable !== undefined) return idOf(entityOf(repository, facts, facts.scopes.module, variable.node));
  if (entry?.kind === 'default') return idOf(entityOf(repository, facts, facts.scopes.module, entry.node));
  for (const specifier of facts.exportAll) {
    const target = repository.resolve(file, specifier);
    const found = target.kind === 'file' ? exportedType(repository, target.file, name, depth + 1) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The type that `extends` or `implements` names. */
export function baseTypeOf(repository: Repository, facts: FileFacts, scope: Scope, base: Node, parameters: readonly ES.TSType[]): TypeRef | undefined {
  return namedReference({ repository, facts, scope }, base, parameters, 0);
}
