/** Modifiers and annotations of a declaration. */
import type { Annotation } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { literalOf, type Literal } from './literals.js';
import { resolveTypeName, type NameScope } from './names.js';
import { dottedName, spanOf, typeRefOf } from './types.js';

export interface Modifiers {
  /** Keywords: `public`, `static`, `final`, … */
  readonly words: ReadonlySet<string>;
  readonly annotations: readonly Annotation[];
}

const NONE: Modifiers = { words: new Set(), annotations: [] };

/** The modifiers that stand before `declaration`. */
export function modifiersOf(declaration: SyntaxNode, scope: NameScope): Modifiers {
  const node = declaration.childOfType('modifiers');
  if (node === undefined) return NONE;
  return {
    words: new Set(node.children.filter((child) => !child.named).map((child) => child.type)),
    annotations: annotationsIn(node, scope),
  };
}

function annotationsIn(node: SyntaxNode, scope: NameScope): readonly Annotation[] {
  return node.childrenOfType('marker_annotation', 'annotation').map((annotation) => {
    const name = annotation.child('name');
    return {
      name: name === undefined ? '' : resolveTypeName(dottedName(name), scope),
      args: (annotation.child('arguments')?.namedChildren ?? []).flatMap((argument) => argumentOf(argument, scope)),
      at: spanOf(annotation),
    };
  });
}

type Argument = Annotation['args'][number];

function argumentOf(argument: SyntaxNode, scope: NameScope): readonly Argument[] {
  if (argument.type !== 'element_value_pair') return valuesOf(argument, scope).map((value) => ({ value }));
  const name = argument.child('key')?.text;
  const value = argument.child('value');
  return value === undefined ? [] : valuesOf(value, scope).map((v) => ({ ...(name === undefined ? {} : { name }), value: v }));
}

/** Literals as they are, names of constants and classes as text; `{a, b}` gives one value each. */
function valuesOf(node: SyntaxNode, scope: NameScope): readonly Literal[] {
  if (node.type === 'element_value_array_initializer') return node.namedChildren.flatMap((child) => valuesOf(child, scope));
  if (node.type === 'class_literal') {
    const type = typeRefOf(node.namedChildren[0], scope);
    return type === undefined ? [] : [type.name];
  }
  if (node.type === 'identifier' || node.type === 'field_access') return [node.text];
  const literal = literalOf(node);
  return literal === undefined ? [] : [literal];
}

/** The first annotation with one of these names. */
export function annotationNamed(annotations: readonly Annotation[], ...names: readonly string[]): Annotation | undefined {
  return annotations.find((a) => names.includes(a.name));
}
