/** Type syntax to `TypeRef`s. */
import type { Span, TypeRef } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { resolveTypeName, type NameScope } from './names.js';

export const STRING: TypeRef = { name: 'java.lang.String', args: [] };
export const OBJECT: TypeRef = { name: 'java.lang.Object', args: [] };
export const VOID: TypeRef = { name: 'void', args: [] };
export const BOOLEAN: TypeRef = { name: 'boolean', args: [] };
export const INT: TypeRef = { name: 'int', args: [] };

/** A type without arguments. */
export function simpleType(name: string): TypeRef {
  return { name, args: [] };
}

export function arrayOf(element: TypeRef, dimensions = 1): TypeRef {
  return dimensions <= 0 ? element : arrayOf({ name: 'array', args: [element] }, dimensions - 1);
}

/** The source range of a node. */
export function spanOf(node: SyntaxNode): Span {
  return { start: node.start, end: node.end };
}

/** The type that `node` writes; nothing for `var`. */
export function typeRefOf(node: SyntaxNode | undefined, scope: NameScope): TypeRef | undefined {
  if (node === undefined) return undefined;
  switch (node.type) {
    case 'type_identifier':
    case 'identifier':
      return inferred(node.text, scope);
    case 'scoped_type_identifier':
    case 'scoped_identifier':
      return simpleType(resolveTypeName(dottedName(node), scope));
    case 'generic_type': return genericType(node, scope);
    case 'array_type': return arrayOf(typeRefOf(node.child('element'), scope) ?? OBJECT, dimensionsOf(node.child('dimensions')));
    case 'annotated_type': return typeRefOf(node.namedChildren.at(-1), scope);
    case 'wildcard': return typeRefOf(node.namedChildren.findLast((n) => n.type !== 'super'), scope) ?? OBJECT;
    case 'void_type': return VOID;
    default: return simpleType(node.text);
  }
}

/** `var` is no type, and neither is what Lombok has for older Java. */
function inferred(name: string, scope: NameScope): TypeRef | undefined {
  if (name === 'var') return undefined;
  const type = resolveTypeName(name, scope);
  return /^lombok\.(?:experimental\.)?va[lr]$/u.test(type) ? undefined : simpleType(type);
}

/** The type of a declaration whose name may carry dimensions of its own (`int a[]`). */
export function declaredType(declaration: SyntaxNode, scope: NameScope, name: SyntaxNode = declaration): TypeRef | undefined {
  const type = typeRefOf(declaration.child('type') ?? spreadType(declaration), scope);
  return type === undefined ? undefined : arrayOf(type, dimensionsOf(name.child('dimensions')));
}

/** The Java virtual machine allows no more. */
const MAX_DIMENSIONS = 255;

/** Number of `[]` in a `dimensions` node. */
export function dimensionsOf(node: SyntaxNode | undefined): number {
  const count = node === undefined ? 0 : node.children.filter((child) => child.type === '[').length;
  return Math.min(count, MAX_DIMENSIONS);
}

/** `a.b.C` of a scoped name, whatever annotations and arguments stand between. */
export function dottedName(node: SyntaxNode): string {
  switch (node.type) {
    case 'scoped_type_identifier':
    case 'scoped_identifier':
    case 'generic_type':
      return node.namedChildren.filter((n) => NAME_PARTS.has(n.type)).map(dottedName).join('.');
    default: return node.text;
  }
}

const NAME_PARTS = new Set(['identifier', 'type_identifier', 'scoped_identifier', 'scoped_type_identifier', 'generic_type']);

function genericType(node: SyntaxNode, scope: NameScope): TypeRef {
  const name = resolveTypeName(dottedName(node), scope);
  const args = node.childOfType('type_arguments')?.namedChildren ?? [];
  return { name, args: args.map((arg) => typeRefOf(arg, scope) ?? OBJECT) };
}

/** A `spread_parameter` has its type without a field. */
function spreadType(node: SyntaxNode): SyntaxNode | undefined {
  return node.type === 'spread_parameter' ? node.namedChildren.find((n) => n.type !== 'modifiers' && n.type !== 'variable_declarator') : undefined;
}

/** Replaces type parameters by what they stand for. */
export function substitute(type: TypeRef, bindings: ReadonlyMap<string, TypeRef>): TypeRef {
  if (bindings.size === 0) return type;
  const bound = type.args.length === 0 ? bindings.get(type.name) : undefined;
  return bound ?? (type.args.length === 0 ? type : { name: type.name, args: type.args.map((arg) => substitute(arg, bindings)) });
}

/** What the parameters of a generic declaration stand for in `type`; empty for a raw type. */
export function bindingsOf(parameters: readonly string[], type: TypeRef): ReadonlyMap<string, TypeRef> {
  if (parameters.length !== type.args.length) return new Map();
  return new Map(parameters.map((name, i) => [name, limited(type.args[i]!)]));
}

/** Type arguments deeper than this, or more than this in a row, are of no use to anybody. */
const MAX_ARGUMENT_DEPTH = 4;
const MAX_ARGUMENTS = 8;

/** `type` with bounded type arguments: substituting types into types could otherwise make them grow without end. */
export function limited(type: TypeRef, depth = MAX_ARGUMENT_DEPTH): TypeRef {
  if (type.args.length === 0) return type;
  if (depth === 0 || type.args.length > MAX_ARGUMENTS) return simpleType(type.name);
  return { name: type.name, args: type.args.map((arg) => limited(arg, depth - 1)) };
}
