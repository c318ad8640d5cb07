/** Members of types as their declarations give them. */
import type { Annotation, Field, Parameter, Span, TypeDeclaration, TypeRef } from '../../ir/index.js';
import { descendants, descendantsUnless, type SyntaxNode } from '../tree-sitter/index.js';
import { annotationsOf } from './annotations.js';
import { literalOf } from './literals.js';
import { CONSTRUCTOR, GET_ITEM, SET_ITEM } from './model.js';
import type { NameScope } from './names.js';
import { hasToken, modifiersIn, nameText, parts, plainName, spanOf } from './syntax.js';
import { OBJECT, simpleType, taskOf, typeRefOf, VOID } from './types.js';

/** Declarations of types, and what they declare. */
export const KINDS: ReadonlyMap<string, TypeDeclaration['kind']> = new Map([
  ['class_declaration', 'class'], ['interface_declaration', 'interface'], ['struct_declaration', 'struct'], ['enum_declaration', 'enum'],
  ['record_declaration', 'record'], ['delegate_declaration', 'interface'],
]);

/** Functions inside of functions. */
export const CLOSURES: ReadonlySet<string> = new Set(['lambda_expression', 'anonymous_method_expression', 'local_function_statement']);

/** A method before it has an id. */
export interface Draft {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly typeParameters: readonly string[];
  readonly returns?: TypeRef;
  readonly scope: NameScope;
  readonly isStatic: boolean;
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  readonly isConstructor: boolean;
  readonly isAbstract: boolean;
  readonly isPrivate: boolean;
  readonly isFinal: boolean;
  readonly isExtension: boolean;
  readonly isExplicit: boolean;
  readonly accessor?: 'get' | 'set';
  readonly annotations: readonly Annotation[];
  readonly at: Span;
  /** Where the node starts that has the body. */
  readonly start: number;
}

/** What members depend on in the type around them. */
export interface Owner {
  readonly kind: TypeDeclaration['kind'];
  readonly isSealed: boolean;
  readonly scope: NameScope;
}

/** The type parameters of a declaration, with their first bound. */
export function typeParametersOf(node: SyntaxNode, scope: NameScope): ReadonlyMap<string, TypeRef | undefined> {
  const names = node.childOfType('type_parameter_list')?.childrenOfType('type_parameter').map((p) => nameText(p.child('name') ?? p)) ?? [];
  const parameters = new Map<string, TypeRef | undefined>(names.map((name) => [name, undefined]));
  if (names.length === 0) return parameters;
  for (const clause of node.childrenOfType('type_parameter_constraints_clause')) {
    const name = clause.childOfType('identifier')?.text;
    const bound = clause.childOfType('type_parameter_constraint')?.child('type');
    if (name !== undefined && bound !== undefined && parameters.has(name)) parameters.set(name, typeRefOf(bound, { ...scope, typeParameters: parameters, parent: scope }));
  }
  return parameters;
}

/** The member declarations of a type. */
export function memberNodes(node: SyntaxNode): readonly SyntaxNode[] {
  const body = node.child('body') ?? node.childOfType('declaration_list', 'enum_member_declaration_list');
  return body === undefined ? [] : parts(body);
}

/** The parameters of a method, indexer, delegate or lambda. */
export function parametersOf(list: SyntaxNode | undefined, scope: NameScope): readonly Parameter[] {
  if (list === undefined) return [];
  if (list.type === 'implicit_parameter' || list.type === 'identifier') return [plainParameter(list)];
  const read = parts(list).filter((child) => child.type === 'parameter').map((child) => parameterOf(child, scope));
  const rest = restParameter(list, scope);
  return distinct(rest === undefined ? read : [...read, rest]);
}

/** Several parameters of a lambda may be called `_`. */
function distinct(parameters: readonly Parameter[]): readonly Parameter[] {
  const seen = new Map<string, number>();
  return parameters.map((p) => {
    const count = (seen.get(p.name) ?? 0) + 1;
    seen.set(p.name, count);
    return count === 1 ? p : { ...p, name: `${p.name}$${count}` };
  });
}

function plainParameter(node: SyntaxNode): Parameter {
  return { name: plainName(node.text), annotations: [], at: spanOf(node) };
}

function parameterOf(node: SyntaxNode, scope: NameScope): Parameter {
  const name = node.child('name');
  const type = typeRefOf(node.child('type'), scope);
  const hasDefault = hasToken(node, '=') || parts(node).some((child) => child.field === undefined && child.type !== 'attribute_list' && child.type !== 'modifier');
  const isRest = modifiersIn(node).has('params');
  return {
    name: plainName((name ?? node).text), ...(type === undefined ? {} : { type }), ...(isRest ? { rest: 'list' as const } : {}),
    ...(hasDefault ? { optional: true, hasDefault: true } : {}), annotations: annotationsOf(node, scope), at: spanOf(node),
  };
}

/** The grammar has `params T[] name` without a node of its own. */
function restParameter(list: SyntaxNode, scope: NameScope): Parameter | undefined {
  const name = list.child('name');
  if (name === undefined) return undefined;
  const type = typeRefOf(list.child('type'), scope);
  return { name: plainName(name.text), ...(type === undefined ? {} : { type }), rest: 'list', annotations: [], at: spanOf(name) };
}

/** Whether the function yields, not counting the functions inside. */
export function isGenerator(body: SyntaxNode | undefined): boolean {
  if (body === undefined) return false;
  for (const node of descendantsUnless(body, (n) => n !== body && CLOSURES.has(n.type))) if (node.type === 'yield_statement') return true;
  return false;
}

/** The block or expression of a function. */
export function bodyOf(node: SyntaxNode): SyntaxNode | undefined {
  return node.child('body') ?? node.childOfType('block') ?? node.childOfType('arrow_expression_clause');
}

/** The result type of an asynchronous function whose declaration names it. */
function resultType(node: SyntaxNode, scope: NameScope): TypeRef | undefined {
  return typeRefOf(node.child('returns') ?? node.child('type'), scope);
}

/** The methods that `member` declares: several for properties, none for fields and types. */
export function draftsOf(member: SyntaxNode, owner: Owner): readonly Draft[] {
  switch (member.type) {
    case 'method_declaration': return [method(member, owner, nameText(member.child('name')))];
    case 'constructor_declaration': return modifiersIn(member).has('static') ? [] : [{ ...method(member, owner, CONSTRUCTOR), returns: VOID, isConstructor: true, isFinal: true }];
    case 'operator_declaration': return [method(member, owner, `operator ${member.child('operator')?.text ?? ''}`)];
    case 'conversion_operator_declaration': return [method(member, owner, hasToken(member, 'implicit') ? 'op_Implicit' : 'op_Explicit')];
    case 'destructor_declaration': return [method(member, owner, 'Finalize')];
    case 'property_declaration': return isAutomatic(member, owner) ? [] : accessors(member, owner, (kind) => ({ name: nameText(member.child('name')), accessor: kind }));
    case 'event_declaration': return accessors(member, owner, (kind) => ({ name: `${kind === 'get' ? 'add' : 'remove'}_${nameText(member.child('name'))}` }));
    case 'indexer_declaration': return accessors(member, owner, (kind) => ({ name: kind === 'get' ? GET_ITEM : SET_ITEM }));
    case 'delegate_declaration': return [{ ...method(member, owner, 'Invoke'), isAbstract: true }];
    default: return [];
  }
}

function method(member: SyntaxNode, owner: Owner, name: string): Draft {
  const words = modifiersIn(member);
  const scope: NameScope = { parent: owner.scope, file: owner.scope.file, namespace: owner.scope.namespace, typeParameters: typeParametersOf(member, owner.scope) };
  const body = bodyOf(member);
  const list = member.child('parameters');
  return {
    ...flags(member, owner, words), name, parameters: parametersOf(list, scope), typeParameters: [...(scope.typeParameters?.keys() ?? [])],
    returns: resultType(member, scope), scope, isAsync: words.has('async'), isGenerator: isGenerator(body), isConstructor: false,
    isAbstract: words.has('abstract') || words.has('extern') || (body === undefined && (owner.kind === 'interface' || words.has('partial'))),
    isExtension: list !== undefined && parts(list)[0]?.type === 'parameter' && modifiersIn(parts(list)[0]!).has('this'),
    annotations: annotationsOf(member, owner.scope), at: spanOf(member.child('name') ?? member), start: member.start,
  };
}

function flags(member: SyntaxNode, owner: Owner, words: ReadonlySet<string>): Pick<Draft, 'isStatic' | 'isPrivate' | 'isFinal' | 'isExplicit'> {
  const isExplicit = member.childOfType('explicit_interface_specifier') !== undefined;
  const isInherited = words.has('virtual') || words.has('abstract') || (words.has('override') && !words.has('sealed'));
  return {
    isStatic: words.has('static') || words.has('const'), isExplicit,
    isPrivate: words.has('private') || (owner.kind !== 'interface' && !isExplicit && !['public', 'internal', 'protected'].some((word) => words.has(word))),
    isFinal: owner.kind !== 'interface' && (owner.isSealed || !isInherited),
  };
}

/** A property whose storage the compiler makes; in an interface one without a body is abstract. */
export function isAutomatic(member: SyntaxNode, owner: Pick<Owner, 'kind'>): boolean {
  const list = member.child('accessors');
  const words = modifiersIn(member);
  if (list === undefined || (owner.kind === 'interface' && !words.has('static')) || words.has('abstract')) return false;
  const own = accessorNodes(list);
  return own.length > 0 && (own.every((accessor) => bodyOf(accessor) === undefined) || usesFieldKeyword(own));
}

/** `get => field ?? x`: storage made by the compiler with a body around it. Taken for the storage. */
function usesFieldKeyword(own: readonly SyntaxNode[]): boolean {
  return own.some((accessor) => [...descendants(accessor)].some((node) => node.type === 'identifier' && node.text === 'field'));
}

function accessorNodes(list: SyntaxNode): readonly SyntaxNode[] {
  return parts(list).filter((child) => child.type === 'accessor_declaration');
}

function accessors(member: SyntaxNode, owner: Owner, naming: (kind: 'get' | 'set') => Pick<Draft, 'name' | 'accessor'>): readonly Draft[] {
  const { scope } = owner;
  const words = modifiersIn(member);
  const type = typeRefOf(member.child('type'), scope) ?? OBJECT;
  const indices = parametersOf(member.child('parameters') ?? member.childOfType('bracketed_parameter_list'), scope);
  const name = member.child('name');
  const common = {
    ...flags(member, owner, words), typeParameters: [], scope, isAsync: false, isConstructor: false, isExtension: false,
    annotations: annotationsOf(member, scope), at: spanOf(name ?? member),
  };
  const arrow = member.childOfType('arrow_expression_clause');
  if (arrow !== undefined) {
    return [{ ...common, ...naming('get'), parameters: indices, returns: type, isGenerator: false, isAbstract: false, start: arrow.start }];
  }
  return accessorNodes(member.child('accessors') ?? member).map((accessor) => {
    const word = accessor.child('name')?.text ?? 'get';
    const kind = word === 'get' || word === 'add' ? 'get' : 'set';
    const value: Parameter = { name: 'value', type, annotations: [], at: spanOf(accessor) };
    const takesValue = kind === 'set' || word === 'add';
    const body = bodyOf(accessor);
    return {
      ...common, ...naming(kind), parameters: takesValue ? [...indices, value] : indices, returns: takesValue ? VOID : type,
      isGenerator: isGenerator(body), isAbstract: body === undefined, start: accessor.start,
    };
  });
}

/** The fields that a type's members declare; automatic properties and events are fields. */
export function fieldsOf(node: SyntaxNode, owner: Owner): readonly Field[] {
  return memberNodes(node).flatMap((member) => fieldsIn(member, owner));
}

function fieldsIn(member: SyntaxNode, owner: Owner): readonly Field[] {
  switch (member.type) {
    case 'field_declaration':
    case 'event_field_declaration': return variables(member, owner);
    case 'property_declaration': return isAutomatic(member, owner) ? [property(member, owner)] : [];
    case 'enum_member_declaration': return [enumMember(member, owner)];
    default: return [];
  }
}

function variables(member: SyntaxNode, owner: Owner): readonly Field[] {
  const words = modifiersIn(member);
  const declaration = member.childOfType('variable_declaration');
  const type = typeRefOf(declaration?.child('type'), owner.scope);
  const annotations = annotationsOf(member, owner.scope);
  const isFinal = words.has('readonly') || words.has('const');
  return (declaration?.childrenOfType('variable_declarator') ?? []).flatMap((declarator) => {
    const name = declarator.child('name');
    if (name === undefined) return [];
    const initial = initialOf(declarator);
    const constant = isFinal && initial !== undefined ? literalOf(initial) : undefined;
    return [{
      name: nameText(name), ...(type === undefined ? {} : { type }), isStatic: words.has('static') || words.has('const'), isFinal,
      isVolatile: words.has('volatile'), ...(constant === undefined ? {} : { constant }), annotations, at: spanOf(name),
    }];
  });
}

/** What stands after `=` in a declarator. */
export function initialOf(declarator: SyntaxNode): SyntaxNode | undefined {
  return parts(declarator).find((child) => child.field !== 'name' && child.type !== 'tuple_pattern' && child.type !== 'bracketed_argument_list');
}

function property(member: SyntaxNode, owner: Owner): Field {
  const words = modifiersIn(member);
  const type = typeRefOf(member.child('type'), owner.scope);
  const name = member.child('name') ?? member;
  const isFinal = !accessorNodes(member.child('accessors') ?? member).some((accessor) => accessor.child('name')?.text === 'set');
  return {
    name: nameText(name), ...(type === undefined ? {} : { type }), isStatic: words.has('static'), isFinal, isVolatile: false,
    annotations: annotationsOf(member, owner.scope), at: spanOf(name),
  };
}

function enumMember(member: SyntaxNode, owner: Owner): Field {
  const name = member.child('name') ?? member;
  const initial = member.child('value');
  const constant = initial === undefined ? undefined : literalOf(initial);
  return {
    name: nameText(name), ...(owner.scope.type === undefined ? {} : { type: simpleType(owner.scope.type) }), isStatic: true, isFinal: true, isVolatile: false,
    ...(constant === undefined ? {} : { constant }), annotations: [], at: spanOf(name),
  };
}

/** Whether a member has an initialiser that runs with the type or with an object of it. */
export function initialised(member: SyntaxNode, owner: Pick<Owner, 'kind'>): 'static' | 'instance' | undefined {
  const words = modifiersIn(member);
  const isStatic = words.has('static') || words.has('const');
  switch (member.type) {
    case 'field_declaration':
    case 'event_field_declaration': {
      const declarators = member.childOfType('variable_declaration')?.childrenOfType('variable_declarator') ?? [];
      return declarators.some((declarator) => initialOf(declarator) !== undefined) ? (isStatic ? 'static' : 'instance') : undefined;
    }
    case 'property_declaration': {
      const value = member.child('value');
      return isAutomatic(member, owner) && value !== undefined ? (isStatic ? 'static' : 'instance') : undefined;
    }
    case 'constructor_declaration': return isStatic ? 'static' : undefined;
    case 'enum_member_declaration': return 'static';
    default: return undefined;
  }
}

/** The type of an asynchronous lambda's result. */
export function wrapped(type: TypeRef | undefined, isAsync: boolean): TypeRef | undefined {
  return isAsync && type !== undefined ? taskOf(type) : type;
}
