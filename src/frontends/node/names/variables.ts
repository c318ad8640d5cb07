/** Declares variables: patterns, imports, loop variables, and the targets of assignments. */
import type { FunctionInfo, Scope, Variable, VariableKind } from './scopes.js';
import type { Builder } from './builder.js';
import { push } from './builder.js';
import type { ES, Node } from '../syntax.js';
import { keyName, moduleName } from '../syntax.js';

interface VariableDetails {
  readonly type?: ES.TSType;
  readonly value?: Variable['value'];
  readonly import?: Variable['import'];
}

export function addVariable(scope: Scope, id: { readonly name: string }, node: Node, kind: VariableKind, details: VariableDetails = {}): Variable {
  const known = scope.variables.get(id.name);
  // A second `var x`, a parameter's `var`, or a function of the same name writes the same variable.
  if (known !== undefined) {
    known.isAssigned = true;
    return known;
  }
  const isModuleLevel = scope.kind === 'module' || (scope.kind === 'namespace' && scope.function.kind === 'init');
  const variable: Variable = {
    name: id.name, kind, node, scope, owner: scope.function, isModuleLevel,
    irName: isModuleLevel ? scope.prefix + id.name : uniqueName(scope.function, id.name),
    ...details, isAssigned: false, isCaptured: false, hasWrittenMembers: false, isUsed: false,
  };
  scope.variables.set(id.name, variable);
  scope.function.variables.push(variable);
  return variable;
}

function uniqueName(fn: FunctionInfo, name: string): string {
  let unique = name;
  for (let i = 2; fn.names.has(unique); i++) unique = `${name}$${i}`;
  fn.names.add(unique);
  return unique;
}

export function hoistScope(scope: Scope): Scope {
  let s = scope;
  while (s.kind === 'block' && s.parent !== undefined && s.parent.function === s.function) s = s.parent;
  return s;
}

export function visitVariables(b: Builder, node: ES.VariableDeclaration, scope: Scope): void {
  if (node.declare === true) return;
  const kind: VariableKind = node.kind === 'await using' ? 'using' : node.kind;
  if (node.kind === 'await using') scope.function.hasAwait = true;
  const target = kind === 'var' ? hoistScope(scope) : scope;
  for (const declarator of node.declarations) {
    const from = declarator.init ?? undefined;
    declarePattern(b, declarator.id, target, kind, from === undefined ? undefined : { from, path: [] }, scope);
  }
  push(b, node.declarations.flatMap((declarator) => {
    if (declarator.init === null) return [];
    const isNamed = target.kind === 'module' || target.kind === 'namespace';
    const hint = declarator.id.type === 'Identifier' ? { name: target.prefix + declarator.id.name, node: declarator.id, isNamed } : undefined;
    return [{ node: declarator.init, scope, hint }];
  }));
}

/** Declares the names in a pattern; `use` is the scope in which its defaults and computed keys are evaluated. */
export function declarePattern(b: Builder, root: Node, scope: Scope, kind: VariableKind, value?: Variable['value'], use: Scope = scope): void {
  const pending: { readonly node: Node; readonly value: Variable['value'] }[] = [{ node: root, value }];
  for (let item = pending.shift(); item !== undefined; item = pending.shift()) {
    const { node } = item;
    switch (node.type) {
      case 'Identifier': {
        const annotation = node.typeAnnotation?.typeAnnotation;
        addVariable(scope, node, node, kind, { type: annotation, value: item.value });
        break;
      }
      case 'AssignmentPattern':
        pending.push({ node: node.left, value: undefined });
        push(b, [{ node: node.right, scope: use }]);
        break;
      case 'RestElement':
        pending.push({ node: node.argument, value: undefined });
        break;
      case 'TSParameterProperty':
        pending.push({ node: node.parameter, value: undefined });
        break;
      case 'ArrayPattern':
        for (const element of node.elements) if (element !== null) pending.push({ node: element, value: undefined });
        break;
      case 'ObjectPattern':
        for (const property of node.properties) {
          if (property.type === 'RestElement') {
            pending.push({ node: property, value: undefined });
            continue;
          }
          const name = keyName(property.key, property.computed);
          if (property.computed) push(b, [{ node: property.key, scope: use }]);
          const inner = item.value === undefined || name === undefined ? undefined : { from: item.value.from, path: [...item.value.path, name] };
          pending.push({ node: property.value, value: inner });
        }
        break;
      default:
        break;
    }
  }
}

export function declareImports(node: ES.ImportDeclaration, scope: Scope): void {
  for (const specifier of node.specifiers) {
    const name = specifier.type === 'ImportSpecifier' ? moduleName(specifier.imported) : specifier.type === 'ImportDefaultSpecifier' ? 'default' : '*';
    const typeOnly = node.importKind === 'type' || (specifier.type === 'ImportSpecifier' && specifier.importKind === 'type');
    addVariable(scope, specifier.local, specifier.local, 'import', { import: { specifier: node.source.value, name, typeOnly } });
  }
}

export function declareImportEquals(b: Builder, node: ES.TSImportEqualsDeclaration, scope: Scope): void {
  const reference = node.moduleReference;
  if (reference.type === 'TSExternalModuleReference') {
    const source = { specifier: reference.expression.value, name: '*', typeOnly: node.importKind === 'type' };
    addVariable(scope, node.id, node.id, 'import', { import: source });
    return;
  }
  // `import A = B.C` is an alias of a namespace member.
  const path: string[] = [];
  let root: Node = reference;
  while (root.type === 'TSQualifiedName') {
    path.unshift(root.right.name);
    root = root.left;
  }
  addVariable(scope, node.id, node.id, 'const', { value: { from: root, path } });
  push(b, [{ node: root, scope }]);
}
