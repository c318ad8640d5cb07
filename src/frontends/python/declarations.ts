/** The declarations of a file: its index. */
import type { Export, Field, FunctionSignature, ModuleIndex, TypeDeclaration, TypeId, TypeRef } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { entityOfName, findModule, type Entity, type Repository } from './entities.js';
import type { ClassOutline, FileOutline, ImportSpec } from './model.js';
import { isRecord, recordFields } from './records.js';
import { annotationOf, basesOf, libraryBases, signatureOf } from './signatures.js';
import { decoratorsOf, definitionOf, SCOPES, spanOf } from './syntax.js';
import { constantOf } from './text.js';
import { typeRefOf } from './types.js';

/** Everything of the file that others see. */
export function indexOf(repository: Repository, outline: FileOutline, root: SyntaxNode): ModuleIndex {
  const { file } = outline;
  const found = definitionsIn(root, outline);
  const modules = (specs: readonly ImportSpec[]): readonly string[] => [...new Set(specs.flatMap((spec) => filesOfImport(repository, file, spec)))].filter((other) => other !== file);
  return {
    file,
    types: found.classes.flatMap((node) => typeOf(repository, outline, node) ?? []),
    functions: found.functions.flatMap((node) => signatureOf(repository, outline, node, {}) ?? []),
    exports: exportsOf(repository, outline),
    exportAll: modules(outline.starImports),
    exportsObject: false,
    imports: modules(outline.imports),
    libraries: librariesOf(repository, outline),
    bindings: [],
    problems: outline.problems,
  };
}

/** Functions at module level, and all classes. */
function definitionsIn(root: SyntaxNode, outline: FileOutline): { readonly functions: readonly SyntaxNode[]; readonly classes: readonly SyntaxNode[] } {
  const functions: SyntaxNode[] = [];
  const classes: SyntaxNode[] = [];
  const pending = [...root.children].reverse().map((node) => ({ node, top: true }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, top } = next;
    if (node.type === 'class_definition' && outline.classAt.has(node.start)) classes.push(node);
    if (node.type === 'function_definition' && top) functions.push(node);
    const inside = top && !SCOPES.has(node.type);
    for (let i = node.children.length - 1; i >= 0; i--) {
      if (node.children[i]!.children.length > 0) pending.push({ node: node.children[i]!, top: inside });
    }
  }
  return { functions, classes };
}

/** The module of an import, the packages around it, and the submodule that is imported by name. */
function filesOfImport(repository: Repository, file: string, spec: ImportSpec): readonly string[] {
  const module = findModule(repository, file, spec);
  if (module === undefined) return [];
  const inside = spec.name === undefined ? undefined : repository.modules.at(module.path === '' ? spec.name : `${module.path}/${spec.name}`);
  const parts = spec.level > 0 || spec.module === '' ? [] : spec.module.split('.').slice(1);
  const around = parts.map((_, i) => repository.modules.at(module.path.split('/').slice(0, -(parts.length - i)).join('/')));
  return [...around, module, inside].flatMap((found) => found?.file ?? []);
}

function librariesOf(repository: Repository, outline: FileOutline): readonly string[] {
  const outside = outline.allImports.filter((spec) => {
    const module = spec.level === 0 ? findModule(repository, outline.file, spec) : undefined;
    // A folder without a file of its own has nothing but modules.
    const isInside = module !== undefined && (module.file !== undefined || spec.name === undefined || repository.modules.at(`${module.path}/${spec.name}`) !== undefined);
    return spec.level === 0 && !isInside;
  });
  return [...new Set(outside.map((spec) => spec.module.split('.')[0]!).filter((name) => name !== '' && name !== '__future__'))].sort();
}

function exportsOf(repository: Repository, outline: FileOutline): ReadonlyMap<string, Export> {
  const exports = new Map<string, Export>();
  for (const name of outline.bindings.keys()) {
    const entity = entityOfName(repository, outline.file, name);
    if (entity !== undefined) exports.set(name, exportOf(outline.file, name, entity));
  }
  return exports;
}

function exportOf(file: string, name: string, entity: Entity): Export {
  switch (entity.kind) {
    case 'symbol': return { kind: 'symbol', name: entity.name };
    case 'module': return entity.module.file === undefined ? { kind: 'symbol', name } : { kind: 'namespace', module: entity.module.file };
    case 'variable':
    case 'function': return entity.module === file ? { kind: 'variable', name } : { kind: 'reexport', module: entity.module, name: entity.name };
    case 'class': {
      const hash = entity.id.lastIndexOf('#');
      const module = entity.id.slice(0, hash);
      return module === file ? { kind: 'variable', name } : { kind: 'reexport', module, name: entity.id.slice(hash + 1) };
    }
  }
}

function typeOf(repository: Repository, outline: FileOutline, node: SyntaxNode): TypeDeclaration | undefined {
  const id = outline.classAt.get(node.start);
  const type = id === undefined ? undefined : outline.classes.get(id);
  if (id === undefined || type === undefined) return undefined;
  const { file } = outline;
  const bases: readonly TypeRef[] = basesOf(repository, id).map((name) => ({ name, args: [] }));
  const methods = methodNodes(node).flatMap((method) => signatureOf(repository, outline, method, { owner: id }) ?? []);
  const record = isRecord(repository, file, node, id);
  return {
    id, name: type.name,
    kind: libraryBases(repository, id).some((base) => /(?:^|\.)(?:Int|Str)?(?:Enum|Flag)$/.test(base)) ? 'enum' : record ? 'record' : 'class',
    isAbstract: methods.some((method) => method.isAbstract),
    bases, typeParameters: [],
    fields: fieldsOf(repository, file, node, type),
    methods: record ? [...methods, recordConstructor(repository, file, node, id)] : methods,
    ...(hasStaticCode(node) ? { staticInit: `${id}.<static>` } : {}),
    annotations: decoratorsOf(node).flatMap((decorator) => annotationOf(repository, file, decorator) ?? []),
    at: { start: node.start, end: (node.child('superclasses') ?? node.child('name') ?? node).end },
  };
}

/** Functions in a class body, those under `if` and `try` included. */
export function methodNodes(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const pending = [...(node.child('body')?.children ?? [])].reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.type === 'function_definition') found.push(next);
    if (SCOPES.has(next.type)) continue;
    for (let i = next.children.length - 1; i >= 0; i--) pending.push(next.children[i]!);
  }
  return found;
}

/** The constructor that the fields of a data class give. */
export function recordConstructor(repository: Repository, file: string, node: SyntaxNode, id: TypeId): FunctionSignature {
  return {
    id: `${id}.<constructor>`, name: `${id.slice(id.lastIndexOf('#') + 1)}.<constructor>`,
    parameters: recordFields(repository, file, node).map((field) => field.parameter), owner: id,
    isStatic: false, isAsync: false, isGenerator: false, isConstructor: true, isAbstract: false, isPrivate: false, annotations: [], at: spanOf(node.child('name') ?? node),
  };
}

/** Whether the class body does more than define methods and declare names. */
export function hasStaticCode(node: SyntaxNode): boolean {
  return (node.child('body')?.namedChildren ?? []).some((statement) => {
    const inner = definitionOf(statement);
    if (inner.type === 'function_definition' || inner.type === 'pass_statement') return false;
    const [only] = inner.namedChildren;
    return !(inner.type === 'expression_statement' && (only === undefined || only.type === 'string' || only.type === 'ellipsis'
      || (only.type === 'assignment' && only.child('right') === undefined)));
  });
}

function fieldsOf(repository: Repository, file: string, node: SyntaxNode, type: ClassOutline): readonly Field[] {
  const assignments = (node.child('body')?.children ?? []).flatMap((statement) => statement.childrenOfType('assignment'));
  const field = (name: string, isStatic: boolean): Field => {
    const declared = assignments.find((assignment) => assignment.child('left')?.text === name);
    const written = typeRefOf(repository, file, declared?.child('type'));
    const constant = isStatic && !type.fields.has(name) ? constantOf(declared?.child('right')) : undefined;
    return {
      name, ...(written === undefined ? {} : { type: written }), isStatic, isFinal: false, isVolatile: false,
      ...(constant === undefined ? {} : { constant }), annotations: [], at: spanOf(declared ?? node.child('name') ?? node),
    };
  };
  const statics = [...type.statics].map((name) => field(name, true));
  return [...statics, ...[...type.fields].filter((name) => !type.statics.has(name) && !type.methods.has(name)).map((name) => field(name, false))];
}

/** The class at or above `id` whose body assigns `name`, unless objects have a field of that name too. */
export function staticOwner(lineageOf: readonly ClassOutline[], name: string): TypeId | undefined {
  const owner = lineageOf.find((type) => type.statics.has(name));
  return owner === undefined || lineageOf.some((type) => type.fields.has(name)) ? undefined : owner.id;
}
