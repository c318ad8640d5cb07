/** JSX: the call that a compiler makes of it, with properties and children evaluated in order. */
import type { Argument, Entry, Operand, Span } from '../../../ir/index.js';
import { NULL } from '../../../ir/index.js';
import type { ES, Node } from '../syntax.js';
import { spanOf } from '../syntax.js';
import { lookUp } from '../names/scopes.js';
import { entityOfVariable } from '../entities.js';
import type { Lowering } from './context.js';
import { constant, produce } from './context.js';
import { lowerExpression } from './expressions.js';
import { readProperty } from './members.js';
import { readEntity } from './names.js';

const FACTORY = 'react/jsx-runtime.jsx';

export function lowerJsxElement(l: Lowering, node: ES.JSXElement): Operand {
  const at = spanOf(node);
  const tag = elementType(l, node.openingElement.name);
  const entries = node.openingElement.attributes.map((attribute) => lowerAttribute(l, attribute));
  const properties = produce(l, (to) => ({ op: 'object', to, entries, at }));
  return jsxCall(l, [{ value: tag }, { value: properties }, ...lowerChildren(l, node.children)], at);
}

export function lowerJsxFragment(l: Lowering, node: ES.JSXFragment): Operand {
  const fragment: Operand = { kind: 'symbol', name: 'react/jsx-runtime.Fragment' };
  return jsxCall(l, [{ value: fragment }, { value: NULL }, ...lowerChildren(l, node.children)], spanOf(node));
}

function jsxCall(l: Lowering, args: readonly Argument[], at: Span): Operand {
  return produce(l, (to) => ({ op: 'call', to, callee: { kind: 'symbol', name: FACTORY }, args, at }));
}

/** `<div>` is a string, `<Page>` and `<ui.Page>` are values. */
function elementType(l: Lowering, name: ES.JSXElementName | ES.JSXMemberExpressionObject): Operand {
  switch (name.type) {
    case 'JSXNamespacedName': return constant(`${name.namespace.name}:${name.name.name}`);
    case 'JSXMemberExpression': {
      const object = name.object.type === 'JSXIdentifier' ? readTag(l, name.object) : elementType(l, name.object);
      return readProperty(l, object, name.property.name, spanOf(name));
    }
    case 'JSXIdentifier': return /^[a-z]/.test(name.name) ? constant(name.name) : readTag(l, name);
  }
}

function readTag(l: Lowering, name: ES.JSXIdentifier): Operand {
  const variable = lookUp(l.scope, name.name);
  if (variable === undefined) return { kind: 'symbol', name: name.name };
  return readEntity(l, entityOfVariable(l.file.repository, l.file.facts, variable), spanOf(name));
}

function lowerAttribute(l: Lowering, attribute: ES.JSXAttributeItem): Entry {
  if (attribute.type === 'JSXSpreadAttribute') return { value: lowerExpression(l, attribute.argument), spread: true };
  const { name, value } = attribute;
  const key = constant(name.type === 'JSXIdentifier' ? name.name : `${name.namespace.name}:${name.name.name}`);
  return { key, value: value === null ? constant(true) : lowerChild(l, value) };
}

function lowerChildren(l: Lowering, children: readonly ES.JSXChild[]): readonly Argument[] {
  return children.flatMap((child): Argument[] => {
    if (child.type === 'JSXText') return child.value.trim() === '' ? [] : [{ value: constant(child.value.trim()) }];
    if (child.type === 'JSXExpressionContainer' && child.expression.type === 'JSXEmptyExpression') return [];
    return child.type === 'JSXSpreadChild' ? [{ value: lowerExpression(l, child.expression), spread: true }] : [{ value: lowerChild(l, child) }];
  });
}

function lowerChild(l: Lowering, node: Node): Operand {
  return node.type === 'JSXExpressionContainer' ? lowerExpression(l, node.expression) : lowerExpression(l, node);
}
