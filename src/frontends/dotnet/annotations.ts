/** Attributes, named without the suffix `Attribute` as they are mostly written. */
import type { Annotation } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { literalOf } from './literals.js';
import { findTypeName, resolveTypeName, type NameScope } from './names.js';
import { dottedName, nameText, parts, spanOf } from './syntax.js';

/** The attributes of a declaration. */
export function annotationsOf(node: SyntaxNode, scope: NameScope): readonly Annotation[] {
  return parts(node).filter((child) => child.type === 'attribute_list')
    .flatMap((list) => list.childrenOfType('attribute'))
    .map((attribute) => annotationOf(attribute, scope));
}

function annotationOf(node: SyntaxNode, scope: NameScope): Annotation {
  const name = node.child('name');
  const args = node.childOfType('attribute_argument_list')?.childrenOfType('attribute_argument') ?? [];
  return { name: name === undefined ? node.text : attributeName(dottedName(name), scope), args: args.flatMap(argumentOf), at: spanOf(node) };
}

function attributeName(written: string, scope: NameScope): string {
  const bare = written.replace(/Attribute$/u, '');
  const found = findTypeName(`${bare}Attribute`, scope) ?? findTypeName(bare, scope) ?? resolveTypeName(bare, scope);
  return found.replace(/Attribute$/u, '');
}

function argumentOf(node: SyntaxNode): Annotation['args'] {
  const value = parts(node).find((child) => child.field !== 'name');
  const name = node.child('name') ?? assignedName(value);
  const expression = value?.type === 'assignment_expression' ? value.child('right') : value;
  if (expression === undefined) return [];
  const literal = literalOf(expression) ?? nameOfMember(expression);
  return literal === undefined ? [] : [{ ...(name === undefined ? {} : { name: name.text }), value: literal }];
}

function assignedName(value: SyntaxNode | undefined): SyntaxNode | undefined {
  return value?.type === 'assignment_expression' ? value.child('left') : undefined;
}

/** Constants of enums and types are given by their names. */
function nameOfMember(node: SyntaxNode): string | undefined {
  switch (node.type) {
    case 'member_access_expression':
    case 'binary_expression': return node.text;
    case 'typeof_expression': return node.child('type')?.text;
    case 'invocation_expression': return node.child('function')?.text === 'nameof' ? nameText(parts(node.child('arguments') ?? node)[0]) : undefined;
    default: return undefined;
  }
}
