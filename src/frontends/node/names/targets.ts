/** Targets of assignments, updates and `delete`, and the names that assignments give to functions. */
import type { Scope, VariableKind } from './scopes.js';
import type { Builder, Hint, Task } from './builder.js';
import { block, push } from './builder.js';
import { declarePattern, hoistScope } from './variables.js';
import type { ES, Node } from '../syntax.js';
import { keyName } from '../syntax.js';

export function visitForEach(b: Builder, node: ES.ForInStatement | ES.ForOfStatement, scope: Scope): void {
  const inner = block(b, node, scope);
  if (node.type === 'ForOfStatement' && node.await) scope.function.hasAwait = true;
  if (node.left.type === 'VariableDeclaration') {
    const kind: VariableKind = node.left.kind === 'await using' ? 'using' : node.left.kind;
    for (const d of node.left.declarations) declarePattern(b, d.id, kind === 'var' ? hoistScope(inner) : inner, kind, undefined, inner);
  } else visitTarget(b, node.left, inner);
  push(b, [{ node: node.right, scope: inner }, { node: node.body, scope: inner }]);
}

/** A target of an assignment, an update or a `delete`. */
export function visitTarget(b: Builder, root: Node, scope: Scope): void {
  const pending: Node[] = [root];
  for (let node = pending.shift(); node !== undefined; node = pending.shift()) {
    switch (node.type) {
      case 'Identifier': b.references.push({ name: node.name, scope, write: 'whole' }); break;
      case 'MemberExpression': {
        const name = rootName(node);
        if (name !== undefined) b.references.push({ name, scope, write: 'member' });
        push(b, [{ node, scope }]);
        break;
      }
      case 'AssignmentPattern':
        pending.push(node.left);
        push(b, [{ node: node.right, scope }]);
        break;
      case 'RestElement': pending.push(node.argument); break;
      case 'ArrayPattern':
        for (const element of node.elements) if (element !== null) pending.push(element);
        break;
      case 'ObjectPattern':
        for (const p of node.properties) {
          pending.push(p.type === 'RestElement' ? p : p.value);
          if (p.type !== 'RestElement' && p.computed) push(b, [{ node: p.key, scope }]);
        }
        break;
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
      case 'ParenthesizedExpression':
      case 'ChainExpression': pending.push(node.expression); break;
      default: push(b, [{ node, scope }]);
    }
  }
}

function rootName(node: Node): string | undefined {
  let inner = node;
  while (inner.type === 'MemberExpression') inner = inner.object;
  return inner.type === 'Identifier' ? inner.name : undefined;
}

export function visitAssignment(b: Builder, node: ES.AssignmentExpression, scope: Scope, hint: Hint | undefined): void {
  visitTarget(b, node.left, scope);
  noteExport(b, node, scope);
  push(b, [{ node: node.right, scope, hint: assignmentHint(node.left, scope) ?? hint }]);
}

function noteExport(b: Builder, node: ES.AssignmentExpression, scope: Scope): void {
  if (node.left.type !== 'MemberExpression') return;
  // `exports = module.exports = value` and `exports.a = exports.b = value` export the innermost value.
  let value: Node = node.right;
  while (value.type === 'AssignmentExpression' && value.operator === '=') value = value.right;
  if (isExportsObject(node.left)) return void b.exported.push({ value, scope });
  const name = keyName(node.left.property, node.left.computed);
  if (name !== undefined && name !== '__esModule' && isExportsObject(node.left.object)) b.exported.push({ name, value, scope });
}

/** `exports.handler = …` and `module.exports = { handler }` name what they export; `this.x = …` names a closure. */
function assignmentHint(left: Node, scope: Scope): Hint | undefined {
  if (left.type === 'Identifier') return left.name === 'exports' ? { name: '', isNamed: scope.kind === 'module' } : { name: left.name, node: left, isNamed: false };
  if (left.type !== 'MemberExpression') return undefined;
  const name = keyName(left.property, left.computed);
  if (name === undefined) return undefined;
  if (isExportsObject(left)) return { name: '', isNamed: true };
  return { name: name.replace('#', ''), node: left.property, isNamed: scope.kind === 'module' && isExportsObject(left.object) };
}

/** `exports` or `module.exports`. */
export function isExportsObject(node: Node): boolean {
  if (node.type === 'Identifier') return node.name === 'exports';
  return node.type === 'MemberExpression' && node.object.type === 'Identifier' && node.object.name === 'module' && keyName(node.property, node.computed) === 'exports';
}

export function visitObject(b: Builder, node: ES.ObjectExpression, scope: Scope, hint: Hint | undefined): void {
  const prefix = hint === undefined || hint.name === '' ? '' : `${hint.name}.`;
  push(b, node.properties.flatMap((property): Task[] => {
    if (property.type === 'SpreadElement') return [{ node: property.argument, scope }];
    const name = keyName(property.key, property.computed);
    const accessor = property.kind === 'init' ? '' : `${property.kind}_`;
    const inner: Hint | undefined = name === undefined ? undefined : { name: prefix + accessor + name.replace('#', ''), node: property.key, isNamed: hint?.isNamed ?? false };
    const key = property.computed ? [{ node: property.key, scope }] : [];
    return [...key, { node: property.value, scope, hint: inner }];
  }));
}
