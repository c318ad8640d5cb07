/** Statements of the top level: exports, enums and namespaces. Imports run before and leave nothing to do. */
import type { ES, Node } from '../syntax.js';
import { spanOf } from '../syntax.js';
import { enumConstant, enumMemberName } from '../enums.js';
import { lookUp } from '../names/scopes.js';
import type { Lowering } from './context.js';
import { constant, emit, inScope } from './context.js';
import { lowerExpression } from './expressions.js';
import { writeHome, writeVariable } from './names.js';
import { lowerClassDeclaration, lowerStatement, lowerStatements } from './statements.js';

/** Lowers a statement that only stands at the top level; says whether it was one. */
export function lowerModuleStatement(l: Lowering, node: Node): boolean {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'TSImportEqualsDeclaration':
    case 'ExportAllDeclaration':
    case 'TSNamespaceExportDeclaration': return true;
    case 'ExportNamedDeclaration':
      if (node.declaration !== null) lowerStatement(l, node.declaration);
      return true;
    case 'ExportDefaultDeclaration':
      lowerDefaultExport(l, node);
      return true;
    case 'TSExportAssignment': {
      const value = lowerExpression(l, node.expression);
      writeHome(l, { kind: 'exports', file: l.file.facts.file }, value, 'assign', spanOf(node));
      return true;
    }
    default: return false;
  }
}

function lowerDefaultExport(l: Lowering, node: ES.ExportDefaultDeclaration): void {
  const { declaration } = node;
  if (declaration.type === 'TSInterfaceDeclaration' || declaration.type === 'TSDeclareFunction') return;
  if (declaration.type === 'FunctionDeclaration' && declaration.id !== null) return;
  if (declaration.type === 'ClassDeclaration' && declaration.id !== null) return lowerClassDeclaration(l, declaration);
  const variable = declaration.type === 'Identifier' ? lookUp(l.scope, declaration.name) : undefined;
  // Another name for a variable that never changes: readers are led to the variable itself.
  if (variable !== undefined && !variable.isAssigned) return;
  const value = lowerExpression(l, declaration);
  writeHome(l, { kind: 'module', file: l.file.facts.file, name: 'default' }, value, 'initialise', spanOf(node));
}

export function lowerEnum(l: Lowering, node: ES.TSEnumDeclaration): void {
  const id = l.file.facts.scopes.enums.find((e) => e.node === node)?.id;
  const variable = lookUp(l.scope, node.id.name);
  if (id === undefined || variable === undefined) return;
  for (const member of node.body.members) {
    const name = enumMemberName(member);
    const known = enumConstant(node, name);
    const value = known !== undefined ? constant(known) : !member.initializer ? undefined : lowerExpression(l, member.initializer);
    if (value !== undefined) emit(l, { op: 'store', place: { kind: 'static', type: id, field: name }, value, how: 'initialise', at: spanOf(member) });
  }
  writeVariable(l, variable, { kind: 'type', type: id }, 'initialise', spanOf(node.id));
}

export function lowerNamespace(l: Lowering, node: ES.TSModuleDeclaration | ES.TSGlobalDeclaration): void {
  if (!l.file.facts.scopes.scopeOf.has(node) || !node.body) return;
  const { body } = node.body;
  inScope(l, node, () => lowerStatements(l, body));
}
