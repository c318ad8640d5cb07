/**
 * What one file says about itself, before any other file is looked at: its tree, its names, what it imports and exports.
 * Everything that crosses files (`entities.ts`) is asked of these, so that files may import each other in circles.
 */
import type { ModuleIndex, Problem } from '../../ir/index.js';
import { lineStartsOf } from '../../ir/index.js';
import { declareNames } from './names/declare.js';
import type { ExportWrite, FileScopes } from './names/scopes.js';
import type { ES, Node } from './syntax.js';
import { keyName, moduleName, requiredModule } from './syntax.js';

/** An ESM export as the file writes it. */
export type LocalExport =
  | { readonly kind: 'local'; readonly name: string }
  | { readonly kind: 'from'; readonly specifier: string; readonly name: string }
  /** `export default <expression>`, kept in the module variable `default`. */
  | { readonly kind: 'default'; readonly node: Node };

/** What is assigned to the CommonJS exports object. */
export interface CommonJsExports {
  /** Values of `module.exports = …` that are no object literals. */
  readonly whole: readonly ExportWrite[];
  readonly members: ReadonlyMap<string, readonly ExportWrite[]>;
  /** Modules whose exports are passed on: `module.exports = { ...require('./x') }`. */
  readonly spreads: readonly string[];
}

export interface FileFacts {
  readonly file: string;
  readonly program: ES.Program;
  readonly lineStarts: readonly number[];
  readonly scopes: FileScopes;
  readonly exports: ReadonlyMap<string, LocalExport>;
  /** Exports of types alone: `export type { A } from './a'`. */
  readonly typeExports: ReadonlyMap<string, LocalExport>;
  readonly exportAll: readonly string[];
  readonly commonJs?: CommonJsExports;
  /** Has an `import` or `export` of a value. */
  readonly isEsm: boolean;
  /** Specifiers of every module that is loaded for its values, in source order, without repetition. */
  readonly specifiers: readonly string[];
  readonly problems: ModuleIndex['problems'];
}

/** Reads the tree of `file`; `text` only gives the line numbers. */
export function factsOf(file: string, text: string, program: ES.Program, problems: readonly Problem[]): FileFacts {
  const scopes = declareNames(file, program);
  const exports = new Map<string, LocalExport>();
  const typeExports = new Map<string, LocalExport>();
  const exportAll: string[] = [];
  const specifiers: string[] = [];
  let isEsm = false;
  for (const node of program.body) {
    switch (node.type) {
      case 'ImportDeclaration':
        isEsm = true;
        if (loadsValue(node, scopes)) specifiers.push(node.source.value);
        break;
      case 'TSImportEqualsDeclaration':
        if (node.moduleReference.type === 'TSExternalModuleReference' && node.importKind !== 'type' && isKept(node.id.name, scopes)) specifiers.push(node.moduleReference.expression.value);
        break;
      case 'ExportAllDeclaration':
        isEsm = true;
        if (node.exportKind !== 'type') specifiers.push(node.source.value);
        if (node.exported === null) exportAll.push(node.source.value);
        else exports.set(moduleName(node.exported), { kind: 'from', specifier: node.source.value, name: '*' });
        break;
      case 'ExportNamedDeclaration':
        isEsm = true;
        addNamedExports(node, exports, typeExports);
        if (node.source !== null && node.exportKind !== 'type') specifiers.push(node.source.value);
        break;
      case 'ExportDefaultDeclaration':
        isEsm = true;
        exports.set('default', defaultExport(node));
        break;
      default:
    }
  }
  specifiers.push(...scopes.requires);
  return {
    file, program, scopes, exports, typeExports, exportAll, isEsm, problems, lineStarts: lineStartsOf(text),
    commonJs: commonJsExports(scopes.exported), specifiers: [...new Set(specifiers)],
  };
}

/** `import { type A }` alone is erased, like `import type`; so is the import of what only types name. */
function loadsValue(node: ES.ImportDeclaration, scopes: FileScopes): boolean {
  if (node.importKind === 'type') return false;
  return node.specifiers.length === 0 || node.specifiers.some((s) => (s.type !== 'ImportSpecifier' || s.importKind !== 'type') && isKept(s.local.name, scopes));
}

/** What is decorated may keep the types in its signature for run time. */
function isKept(name: string, { file, module, classes }: FileScopes): boolean {
  return !/\.[mc]?tsx?$/.test(file) || module.variables.get(name)?.isUsed !== false || classes.some(({ node }) => isDecorated(node) || node.body.body.some(isDecorated));
}

function isDecorated(node: { readonly decorators?: readonly unknown[] } | ES.ClassElement): boolean {
  return 'decorators' in node && (node.decorators ?? []).length > 0;
}

function addNamedExports(node: ES.ExportNamedDeclaration, exports: Map<string, LocalExport>, typeExports: Map<string, LocalExport>): void {
  const specifier = node.source?.value;
  for (const s of node.specifiers) {
    const local = moduleName(s.local);
    const target = node.exportKind === 'type' || s.exportKind === 'type' ? typeExports : exports;
    target.set(moduleName(s.exported), specifier === undefined ? { kind: 'local', name: local } : { kind: 'from', specifier, name: local });
  }
  for (const name of declaredNames(node.declaration)) exports.set(name, { kind: 'local', name });
}

function declaredNames(declaration: ES.ExportNamedDeclaration['declaration']): readonly string[] {
  switch (declaration?.type) {
    case 'VariableDeclaration': return declaration.declare === true ? [] : declaration.declarations.flatMap((d) => patternNames(d.id));
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'TSEnumDeclaration': return declaration.id === null ? [] : [declaration.id.name];
    case 'TSModuleDeclaration': return declaration.id.type === 'Identifier' ? [declaration.id.name] : [];
    case 'TSImportEqualsDeclaration': return [declaration.id.name];
    default: return [];
  }
}

/** The names that a pattern declares. */
function patternNames(pattern: Node): readonly string[] {
  switch (pattern.type) {
    case 'Identifier': return [pattern.name];
    case 'AssignmentPattern': return patternNames(pattern.left);
    case 'RestElement': return patternNames(pattern.argument);
    case 'ArrayPattern': return pattern.elements.flatMap((e) => (e === null ? [] : patternNames(e)));
    case 'ObjectPattern': return pattern.properties.flatMap((p) => patternNames(p.type === 'RestElement' ? p : p.value));
    default: return [];
  }
}

function defaultExport(node: ES.ExportDefaultDeclaration): LocalExport {
  const { declaration } = node;
  const isDeclaration = declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration';
  if (isDeclaration && declaration.id !== null) return { kind: 'local', name: declaration.id.name };
  return { kind: 'default', node: declaration };
}

function commonJsExports(writes: readonly ExportWrite[]): CommonJsExports | undefined {
  if (writes.length === 0) return undefined;
  const whole: ExportWrite[] = [];
  const members = new Map<string, ExportWrite[]>();
  const spreads: string[] = [];
  const add = (name: string, write: ExportWrite): void => void members.set(name, [...(members.get(name) ?? []), write]);
  for (const write of writes) {
    if (write.name !== undefined) add(write.name, write);
    else if (write.value.type !== 'ObjectExpression') whole.push(write);
    else {
      for (const property of write.value.properties) {
        if (property.type === 'SpreadElement') {
          const specifier = requiredModule(property.argument);
          if (specifier !== undefined) spreads.push(specifier);
          continue;
        }
        const name = keyName(property.key, property.computed);
        if (name !== undefined) add(name, { name, value: property.value, scope: write.scope });
      }
    }
  }
  return { whole, members, spreads };
}
