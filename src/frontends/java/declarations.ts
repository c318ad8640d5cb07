/** The pieces of a type's declaration: bases, type parameters, fields, and methods before they have an id. */
import type { Field, Parameter, TypeDeclaration, TypeId, TypeRef } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { outerParameter, parameter, type Draft } from './generated.js';
import { literalOf } from './literals.js';
import { CONSTRUCTOR, type JavaType } from './model.js';
import { modifiersOf } from './modifiers.js';
import { monitorOf } from './monitors.js';
import type { NameScope } from './names.js';
import { arrayOf, declaredType, dimensionsOf, simpleType, spanOf, typeRefOf, VOID } from './types.js';

/** The declarations that are types. */
export const KINDS: ReadonlyMap<string, TypeDeclaration['kind']> = new Map([
  ['class_declaration', 'class'],
  ['interface_declaration', 'interface'],
  ['annotation_type_declaration', 'interface'],
  ['enum_declaration', 'enum'],
  ['record_declaration', 'record'],
]);

/** The members of a type declaration, of an anonymous class's body, or of a compact source file. */
export function memberNodes(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.type === 'program') return node.namedChildren.filter((child) => !KINDS.has(child.type));
  const body = node.type === 'class_body' ? node : node.child('body');
  const children = body?.namedChildren ?? [];
  return children.flatMap((child) => (child.type === 'enum_body_declarations' ? child.namedChildren : [child]));
}

/** Type parameters with their first bounds. */
export function typeParametersOf(node: SyntaxNode, scope: NameScope): ReadonlyMap<string, TypeRef | undefined> {
  const list = node.child('type_parameters')?.namedChildren ?? [];
  const parameters = new Map<string, TypeRef | undefined>();
  const named = list.flatMap((p) => {
    const name = p.childOfType('type_identifier', 'identifier');
    return name === undefined ? [] : [{ name: name.text, bound: p.childOfType('type_bound')?.namedChildren[0] }];
  });
  for (const p of named) parameters.set(p.name, undefined);
  // A bound may mention any of the parameters.
  const inside: NameScope = { parent: scope, file: scope.file, typeParameters: parameters };
  for (const p of named) parameters.set(p.name, typeRefOf(p.bound, inside));
  return parameters;
}

/** What enums and records extend without saying so. */
const IMPLICIT_BASES: ReadonlyMap<string, TypeRef> = new Map([
  ['enum_declaration', simpleType('java.lang.Enum')],
  ['record_declaration', simpleType('java.lang.Record')],
]);

/** The types after `extends` and `implements`; of enums and records also the class that they extend in any case. */
export function basesOf(node: SyntaxNode, scope: NameScope): { readonly all: readonly TypeRef[]; readonly superclass?: TypeRef } {
  const superclass = typeRefOf(node.child('superclass')?.namedChildren[0], scope);
  const lists = [node.child('interfaces'), node.childOfType('extends_interfaces')];
  const interfaces = lists.flatMap((list) => list?.namedChildren.flatMap((l) => (l.type === 'type_list' ? l.namedChildren : [l])) ?? []);
  const others = interfaces.flatMap((n) => typeRefOf(n, scope) ?? []);
  const implicit = IMPLICIT_BASES.get(node.type);
  if (implicit !== undefined) return { all: [...others, implicit] };
  return superclass === undefined ? { all: others } : { all: [superclass, ...others], superclass };
}

/** Fields in source order: enum constants, record components, declared fields. */
export function fieldsOf(node: SyntaxNode, type: TypeDeclaration, scope: NameScope): readonly Field[] {
  const components = node.type === 'record_declaration' ? parametersOf(node, scope).map(componentField) : [];
  return [...components, ...memberNodes(node).flatMap((member) => {
    if (member.type === 'enum_constant') return [enumConstant(member, type.id, scope)];
    return FIELD_DECLARATIONS.has(member.type) ? declaredFields(member, type, scope) : [];
  })];
}

const FIELD_DECLARATIONS = new Set(['field_declaration', 'constant_declaration', 'local_variable_declaration']);

function componentField(p: Parameter): Field {
  const { name, type, annotations, at } = p;
  return { name, type, isStatic: false, isFinal: true, isVolatile: false, annotations, at };
}

function enumConstant(node: SyntaxNode, id: TypeId, scope: NameScope): Field {
  const name = node.child('name') ?? node;
  return {
    name: name.text, type: simpleType(id), isStatic: true, isFinal: true, isVolatile: false,
    annotations: modifiersOf(node, scope).annotations, at: spanOf(name),
  };
}

function declaredFields(node: SyntaxNode, type: TypeDeclaration, scope: NameScope): readonly Field[] {
  const modifiers = modifiersOf(node, scope);
  const isFinal = type.kind === 'interface' || modifiers.words.has('final');
  return node.childrenIn('declarator').flatMap((declarator) => {
    const name = declarator.child('name');
    if (name === undefined) return [];
    const value = declarator.child('value');
    const constant = isFinal && value !== undefined ? literalOf(value) : undefined;
    return [{
      name: name.text, type: declaredType(node, scope, declarator), isStatic: fieldsAreStatic(type) || modifiers.words.has('static'), isFinal,
      isVolatile: modifiers.words.has('volatile'), ...(constant === undefined ? {} : { constant }),
      annotations: modifiers.annotations, at: spanOf(name),
    }];
  });
}

/** Fields are static without saying so in interfaces, and where Lombok makes every member static. */
function fieldsAreStatic(type: TypeDeclaration): boolean {
  return type.kind === 'interface' || isUtilityClass(type);
}

function isUtilityClass(type: TypeDeclaration): boolean {
  return type.annotations.some((a) => a.name === 'lombok.experimental.UtilityClass');
}

/** Whether the member has code that runs when an object, or the class, is initialised. */
export function isInitialised(member: SyntaxNode, type: TypeDeclaration): 'instance' | 'static' | undefined {
  switch (member.type) {
    case 'block': return 'instance';
    case 'static_initializer':
    case 'enum_constant': return 'static';
    case 'field_declaration':
    case 'constant_declaration':
    case 'local_variable_declaration': {
      if (!member.childrenIn('declarator').some((d) => d.child('value') !== undefined)) return undefined;
      const isStatic = fieldsAreStatic(type) || member.childOfType('modifiers')?.childOfType('static') !== undefined;
      return isStatic ? 'static' : 'instance';
    }
    default: return undefined;
  }
}

/** Names of fields that have an initialiser. */
export function initialisedFields(node: SyntaxNode): ReadonlySet<string> {
  const declarators = memberNodes(node).filter((m) => FIELD_DECLARATIONS.has(m.type)).flatMap((m) => m.childrenIn('declarator'));
  return new Set(declarators.filter((d) => d.child('value') !== undefined).map((d) => d.child('name')?.text ?? ''));
}

/** The parameters of a method, constructor, record or lambda. */
export function parametersOf(node: SyntaxNode, scope: NameScope): readonly Parameter[] {
  const list = node.child('parameters');
  const nodes = list?.type === 'identifier' ? [list] : (list?.namedChildren ?? []);
  const seen = new Map<string, number>();
  return nodes.flatMap((p) => {
    const read = parameterOf(p, scope);
    if (read === undefined) return [];
    // Several parameters of a lambda may be called `_`.
    const count = (seen.get(read.name) ?? 0) + 1;
    seen.set(read.name, count);
    return count === 1 ? [read] : [{ ...read, name: `${read.name}$${count}` }];
  });
}

function parameterOf(node: SyntaxNode, scope: NameScope): Parameter | undefined {
  switch (node.type) {
    case 'identifier':
    case 'underscore_pattern': return parameter(node.text, undefined, spanOf(node));
    case 'formal_parameter': {
      const name = node.child('name');
      if (name === undefined) return undefined;
      return { ...parameter(name.text, declaredType(node, scope, node), spanOf(node)), annotations: modifiersOf(node, scope).annotations };
    }
    case 'spread_parameter': {
      const name = node.childOfType('variable_declarator')?.child('name');
      if (name === undefined) return undefined;
      const element = declaredType(node, scope);
      const type = element === undefined ? undefined : arrayOf(element);
      return { ...parameter(name.text, type, spanOf(node)), rest: 'list', annotations: modifiersOf(node, scope).annotations };
    }
    default: return undefined;
  }
}

/** The method that `member` declares in `type`; nothing for other members. */
export function draftOf(member: SyntaxNode, type: JavaType, fields: readonly Field[]): Draft | undefined {
  switch (member.type) {
    case 'method_declaration': return methodDraft(member, type);
    case 'annotation_type_element_declaration': return { ...methodDraft(member, type), isAbstract: true };
    case 'constructor_declaration': return constructorDraft(member, type, parametersOf(member, methodScope(member, type)));
    case 'compact_constructor_declaration': {
      const components = fields.filter((f) => !f.isStatic).map((f): Parameter => parameter(f.name, f.type, f.at));
      return constructorDraft(member, type, components);
    }
    default: return undefined;
  }
}

function methodScope(member: SyntaxNode, type: JavaType): NameScope {
  return { parent: type.scope, file: type.scope.file, typeParameters: typeParametersOf(member, type.scope) };
}

function methodDraft(member: SyntaxNode, type: JavaType): Draft {
  const scope = methodScope(member, type);
  const { words, annotations } = modifiersOf(member, scope);
  const name = member.child('name') ?? member;
  const hasBody = member.child('body') !== undefined;
  const returns = typeRefOf(member.child('type'), scope);
  const monitor = monitorOf(words, annotations);
  return {
    name: name.text, parameters: parametersOf(member, scope), typeParameters: scope.typeParameters,
    returns: returns === undefined ? undefined : arrayOf(returns, dimensionsOf(member.child('dimensions'))),
    isStatic: words.has('static') || isUtilityClass(type.declaration), isPrivate: words.has('private'), isFinal: words.has('final'),
    isAbstract: words.has('abstract') || (!hasBody && type.declaration.kind === 'interface'),
    annotations, at: spanOf(name), node: member, ...(monitor === undefined ? {} : { monitor }),
  };
}

function constructorDraft(member: SyntaxNode, type: JavaType, parameters: readonly Parameter[]): Draft {
  const { words, annotations } = modifiersOf(member, type.scope);
  const name = member.child('name') ?? member;
  const outer = type.outerInstance === undefined ? [] : [outerParameter(type.outerInstance, spanOf(name))];
  return {
    name: CONSTRUCTOR, parameters: [...outer, ...parameters], typeParameters: typeParametersOf(member, type.scope), returns: VOID,
    isConstructor: true, isPrivate: words.has('private'), annotations, at: spanOf(name), node: member,
  };
}
