/** The declaration index of one file: types, named functions, exports and imports, without bodies. */
import type { Export, Field, FunctionSignature, ModuleIndex, TypeDeclaration, TypeRef } from '../../ir/index.js';
import { bindingsOf } from './bindings.js';
import type { Repository } from './entities.js';
import { entityOf, entityOfVariable } from './entities.js';
import { enumConstant, enumMemberName } from './enums.js';
import type { FileFacts, LocalExport } from './facts.js';
import type { ClassInfo, FileScopes, Scope } from './names/scopes.js';
import { memberSymbol, moduleSymbol, packageName } from './resolve/library-names.js';
import { annotationsOf, parameterTarget, runtimeParameters, signatureOf } from './signatures.js';
import type { ES } from './syntax.js';
import { keyName, spanOf } from './syntax.js';
import { mixedIn } from './mixins.js';
import { baseTypeOf, typeRefOf } from './types.js';

/** The index of the file that `facts` describe. */
export function indexOf(repository: Repository, facts: FileFacts): ModuleIndex {
  const resolved = facts.specifiers.map((specifier) => repository.resolve(facts.file, specifier));
  const files = resolved.flatMap((r) => (r.kind === 'file' && r.file !== facts.file && !r.file.endsWith('.d.ts') ? [r.file] : []));
  const libraries = resolved.flatMap((r) => (r.kind === 'library' && !/^[./]/.test(r.specifier) ? [packageName(r.specifier)] : []));
  return {
    file: facts.file,
    types: [...classes(repository, facts), ...facts.scopes.interfaces.map((i) => interfaceOf(repository, facts, i)), ...facts.scopes.enums.map((e) => enumOf(e))],
    functions: facts.scopes.functions.filter((f) => f.isNamed).map((f) => signatureOf(repository, facts, f)),
    exports: exportsOf(repository, facts),
    exportAll: exportAllOf(repository, facts),
    exportsObject: facts.commonJs !== undefined,
    imports: [...new Set(files)],
    libraries: [...new Set(libraries)].sort(),
    bindings: bindingsOf(repository, facts),
    problems: facts.problems,
  };
}

function exportAllOf(repository: Repository, facts: FileFacts): readonly string[] {
  const specifiers = [...facts.exportAll, ...(facts.commonJs?.spreads ?? [])];
  const files = specifiers.map((specifier) => repository.resolve(facts.file, specifier)).flatMap((r) => (r.kind === 'file' ? [r.file] : []));
  for (const whole of facts.commonJs?.whole ?? []) {
    const entity = entityOf(repository, facts, whole.scope, whole.value);
    if (entity?.kind === 'namespace') files.push(entity.file);
    if (entity?.kind === 'place' && entity.home.kind === 'exports') files.push(entity.home.file);
  }
  return [...new Set(files)].filter((file) => file !== facts.file);
}

function exportsOf(repository: Repository, facts: FileFacts): ReadonlyMap<string, Export> {
  const found = new Map<string, Export>();
  for (const [name, own] of facts.exports) {
    const target = esmExport(repository, facts, own);
    if (target !== undefined) found.set(name, target);
  }
  for (const name of facts.commonJs?.members.keys() ?? []) if (!found.has(name)) found.set(name, commonJsExport(repository, facts, name));
  return found;
}

function esmExport(repository: Repository, facts: FileFacts, own: LocalExport): Export | undefined {
  switch (own.kind) {
    case 'from': return passedOn(repository, facts, own.specifier, own.name);
    case 'default': return defaultExport(repository, facts, own);
    case 'local': {
      const variable = facts.scopes.module.variables.get(own.name);
      if (variable === undefined) return undefined;
      if (variable.import === undefined) return { kind: 'variable', name: variable.irName };
      return variable.import.typeOnly ? undefined : passedOn(repository, facts, variable.import.specifier, variable.import.name);
    }
  }
}

/** `export default handler` is another name for the variable, unless that is assigned to later. */
function defaultExport(repository: Repository, facts: FileFacts, own: LocalExport & { readonly kind: 'default' }): Export {
  const variable = own.node.type === 'Identifier' ? facts.scopes.module.variables.get(own.node.name) : undefined;
  if (variable === undefined || variable.isAssigned) return { kind: 'variable', name: 'default' };
  return variable.import === undefined ? { kind: 'variable', name: variable.irName } : passedOn(repository, facts, variable.import.specifier, variable.import.name);
}

function passedOn(repository: Repository, facts: FileFacts, specifier: string, name: string): Export {
  const target = repository.resolve(facts.file, specifier);
  if (target.kind === 'file') return name === '*' ? { kind: 'namespace', module: target.file } : { kind: 'reexport', module: target.file, name };
  const symbol = moduleSymbol(target.specifier);
  return { kind: 'symbol', name: name === '*' ? symbol : memberSymbol(symbol, name) };
}

function commonJsExport(repository: Repository, facts: FileFacts, name: string): Export {
  const [only, ...others] = facts.commonJs?.members.get(name) ?? [];
  if (only === undefined || others.length > 0) return { kind: 'member', name };
  const variable = only.value.type === 'Identifier' ? facts.scopes.module.variables.get(only.value.name) : undefined;
  const isSame = variable !== undefined && variable.import === undefined && !variable.isAssigned;
  if (isSame && entityOfVariable(repository, facts, variable).kind !== 'symbol') return { kind: 'variable', name: variable.irName };
  const entity = entityOf(repository, facts, only.scope, only.value);
  if (entity?.kind === 'symbol') return { kind: 'symbol', name: entity.name };
  return { kind: 'member', name, ...(entity?.kind === 'function' ? { function: entity.id } : {}) };
}

function classes(repository: Repository, facts: FileFacts): readonly TypeDeclaration[] {
  return facts.scopes.classes.map((info) => classDeclaration(repository, facts, info));
}

function classDeclaration(repository: Repository, facts: FileFacts, info: ClassInfo): TypeDeclaration {
  const { node, scope } = info;
  const heritage = node.superClass === null ? [] : [baseTypeOf(repository, facts, scope, node.superClass, node.superTypeArguments?.params ?? []), ...mixedIn(repository, facts, scope, node.superClass)];
  const interfaces = (node.implements ?? []).map((i) => baseTypeOf(repository, facts, scope, i.expression, i.typeArguments?.params ?? []));
  return {
    id: info.id,
    name: info.name,
    kind: 'class',
    isAbstract: node.abstract ?? false,
    bases: [...heritage, ...interfaces].filter((base): base is TypeRef => base !== undefined),
    typeParameters: (node.typeParameters?.params ?? []).map((p) => p.name.name),
    fields: node.body.body.flatMap((member) => fieldsOf(repository, facts, scope, member)),
    methods: [
      ...info.methods.map((m) => signatureOf(repository, facts, m.info)),
      ...node.body.body.flatMap((member) => (member.type === 'TSAbstractMethodDefinition' ? [abstractMethod(repository, facts, info, member)] : [])),
    ],
    instanceInit: info.instanceInit?.id,
    staticInit: info.staticInit?.id,
    annotations: annotationsOf(repository, facts, scope, node.decorators),
    at: spanOf(node.id ?? { start: spanOf(node).start, end: spanOf(node.body).start }),
  };
}

function fieldsOf(repository: Repository, facts: FileFacts, scope: Scope, member: ES.ClassElement): readonly Field[] {
  switch (member.type) {
    case 'PropertyDefinition':
    case 'TSAbstractPropertyDefinition':
    case 'AccessorProperty':
    case 'TSAbstractAccessorProperty': {
      const name = keyName(member.key, member.computed);
      const value = member.value?.type === 'Literal' && typeof member.value.value !== 'object' && typeof member.value.value !== 'bigint' ? member.value.value : undefined;
      return name === undefined ? [] : [{
        name, type: typeRefOf(repository, facts, scope, member.typeAnnotation?.typeAnnotation), isStatic: member.static, isFinal: member.readonly ?? false,
        isVolatile: false, ...(value === undefined ? {} : { constant: value }), annotations: annotationsOf(repository, facts, scope, member.decorators), at: spanOf(member.key),
      }];
    }
    case 'MethodDefinition': return member.kind === 'constructor' ? parameterProperties(repository, facts, scope, member.value) : [];
    default: return [];
  }
}

/** `constructor(private readonly repository: Repository)` declares a field. */
function parameterProperties(repository: Repository, facts: FileFacts, scope: Scope, constructor: ES.Function): readonly Field[] {
  return runtimeParameters(constructor).flatMap((p) => {
    const target = parameterTarget(p);
    if (p.type !== 'TSParameterProperty' || target.type !== 'Identifier') return [];
    const type = typeRefOf(repository, facts, scope, target.typeAnnotation?.typeAnnotation);
    return [{ name: target.name, type, isStatic: false, isFinal: p.readonly, isVolatile: false, annotations: annotationsOf(repository, facts, scope, p.decorators), at: spanOf(target) }];
  });
}

function abstractMethod(repository: Repository, facts: FileFacts, info: ClassInfo, member: ES.MethodDefinition): FunctionSignature {
  const name = keyName(member.key, member.computed) ?? '<computed>';
  return bodiless(`${info.id}.${name}`, `${info.name}.${name}`, info.id, typeRefOf(repository, facts, info.scope, member.value.returnType?.typeAnnotation), member);
}

function bodiless(id: string, name: string, owner: string, returns: TypeRef | undefined, node: { readonly start: number; readonly end: number }): FunctionSignature {
  return {
    id, name, owner, returns, parameters: [], isStatic: false, isAsync: false, isGenerator: false, isConstructor: false, isAbstract: true, isPrivate: false,
    annotations: [], at: spanOf(node),
  };
}

function interfaceOf(repository: Repository, facts: FileFacts, entry: FileScopes['interfaces'][number]): TypeDeclaration {
  const { id, node, scope } = entry;
  const members = node.body.body;
  return {
    id, name: node.id.name, kind: 'interface', isAbstract: true,
    bases: node.extends.map((e) => baseTypeOf(repository, facts, scope, e.expression, e.typeArguments?.params ?? [])).filter((base) => base !== undefined),
    typeParameters: (node.typeParameters?.params ?? []).map((p) => p.name.name),
    fields: members.flatMap((m): Field[] => {
      const name = m.type === 'TSPropertySignature' ? keyName(m.key, m.computed) : undefined;
      if (m.type !== 'TSPropertySignature' || name === undefined) return [];
      const type = typeRefOf(repository, facts, scope, m.typeAnnotation?.typeAnnotation);
      return [{ name, type, isStatic: false, isFinal: m.readonly, isVolatile: false, annotations: [], at: spanOf(m) }];
    }),
    methods: members.flatMap((m): FunctionSignature[] => {
      const name = m.type === 'TSMethodSignature' ? keyName(m.key, m.computed) : undefined;
      if (m.type !== 'TSMethodSignature' || name === undefined) return [];
      return [bodiless(`${id}.${name}`, `${node.id.name}.${name}`, id, typeRefOf(repository, facts, scope, m.returnType?.typeAnnotation), m)];
    }),
    annotations: [], at: spanOf(node.id),
  };
}

function enumOf(entry: FileScopes['enums'][number]): TypeDeclaration {
  const { id, node } = entry;
  const fields = node.body.members.map((member): Field => {
    const name = enumMemberName(member);
    return { name, isStatic: true, isFinal: true, isVolatile: false, constant: enumConstant(node, name), annotations: [], at: spanOf(member) };
  });
  return { id, name: node.id.name, kind: 'enum', isAbstract: false, bases: [], typeParameters: [], fields, methods: [], annotations: [], at: spanOf(node.id) };
}
