/** Reads the declarations of a file from its tree. Bodies are not looked into. */
import type { Field, FunctionSignature, Parameter, TypeId, TypeRef } from '../../ir/index.js';
import { descendants, type SyntaxNode } from '../tree-sitter/index.js';
import { annotationsOf } from './annotations.js';
import { draftsOf, fieldsOf, initialised, KINDS, memberNodes, parametersOf, typeParametersOf, type Draft, type Owner } from './declarations.js';
import { CONSTRUCTOR, INSTANCE_INIT, STATIC_INIT, type DotnetMethod, type FileParts, type TypePart } from './model.js';
import type { FileNames, NameScope } from './names.js';
import { dottedName, hasToken, modifiersIn, nameText, parts, spanOf } from './syntax.js';
import { simpleNameOf, type TypeIds } from './type-ids.js';
import { simpleType, typeRefOf, VOID } from './types.js';

/** Types nested deeper are passed over. */
const MAX_NESTING = 50;

interface Surroundings {
  readonly scope: NameScope;
  readonly around?: TypePart;
  readonly qualifier: string;
  readonly depth: number;
}

export class TypeReader {
  private readonly found: TypePart[] = [];
  private readonly methodAt = new Map<number, DotnetMethod>();
  private readonly partAt = new Map<number, TypePart>();
  private hasTopLevelCode = false;

  constructor(
    private readonly names: FileNames, private readonly ids: TypeIds,
    /** Told the bases of each type before its members are read: names inside may be inherited. */
    private readonly noteBases: (id: TypeId, bases: readonly TypeRef[]) => void,
  ) {}

  read(root: SyntaxNode): FileParts {
    this.readLevel(root, '', 0);
    const { names, found, methodAt, partAt, hasTopLevelCode } = this;
    return { names, parts: found, methodAt, partAt, hasTopLevelCode, root };
  }

  private readLevel(node: SyntaxNode, around: string, depth: number): void {
    let namespace = around;
    for (const child of parts(node)) {
      if (child.type === 'file_scoped_namespace_declaration') namespace = joined(around, nameOf(child));
      // Older versions of the grammar put what follows into the declaration.
      if (child.type === 'namespace_declaration' || child.type === 'file_scoped_namespace_declaration') {
        const inner = child.child('body') ?? (child.type === 'namespace_declaration' ? undefined : child);
        if (inner !== undefined && depth < MAX_NESTING) this.readLevel(inner, joined(around, nameOf(child)), depth + 1);
      } else if (KINDS.has(child.type)) {
        this.readType(child, { scope: { file: this.names, namespace }, qualifier: namespace, depth: 0 });
      } else if (child.type === 'global_statement') this.hasTopLevelCode = true;
    }
  }

  private readType(node: SyntaxNode, where: Surroundings): void {
    const name = node.child('name');
    if (name === undefined || name.text === '' || where.depth > MAX_NESTING) return;
    const part = this.open(node, nameText(name), where);
    this.found.push(part);
    if (!this.partAt.has(node.start)) this.partAt.set(node.start, part);
    const owner: Owner = { kind: part.kind, isSealed: modifiersIn(node).has('sealed') || part.kind === 'struct', scope: part.scope };
    const primary = primaryParameters(node, part.scope);
    part.fields = withoutRepeats([...primaryFields(node, part, primary), ...fieldsOf(node, owner)]);
    const drafts = part.isDelegate ? draftsOf(node, owner) : memberNodes(node).flatMap((member) => draftsOf(member, owner));
    part.methods = this.withIds(part, primary.length > 0 || hasPrimary(node) ? [primaryConstructor(node, part, primary), ...drafts] : drafts);
    const qualifier = joined(where.qualifier, part.name);
    for (const member of memberNodes(node)) {
      if (KINDS.has(member.type)) this.readType(member, { scope: part.scope, around: part, qualifier, depth: where.depth + 1 });
    }
  }

  private open(node: SyntaxNode, name: string, where: Surroundings): TypePart {
    const parameters = typeParametersOf(node, where.scope);
    const id = this.ids.idIn(joined(where.qualifier, name), parameters.size, this.names.file);
    const { namespace } = where.scope;
    const header: NameScope = { parent: where.scope, file: this.names, namespace, typeParameters: parameters };
    const words = modifiersIn(node);
    const bases = basesOf(node, header);
    this.noteBases(id, bases);
    const kind = node.type === 'record_declaration' && hasToken(node, 'struct') ? 'struct' : (KINDS.get(node.type) ?? 'class');
    const isPrimary = hasPrimary(node);
    const prefix = `${this.names.file}#${plainId(id)}`;
    const members = memberNodes(node).map((member) => initialised(member, { kind }));
    const runs = (which: 'static' | 'instance'): boolean => members.includes(which);
    return {
      id, name, path: where.around === undefined ? name : `${where.around.path}.${name}`, file: this.names.file, kind,
      isDelegate: node.type === 'delegate_declaration', isStatic: words.has('static'), isAbstract: words.has('abstract') || words.has('static'),
      at: spanOf(node.child('name') ?? node), start: node.start, scope: { parent: header, file: this.names, namespace, type: id },
      bases, typeParameters: [...parameters.keys()], annotations: annotationsOf(node, where.scope),
      ...(where.around === undefined ? {} : { around: where.around.id }), fields: [], methods: [],
      ...(isPrimary ? { primary: primaryParameters(node, header).map((p) => p.name) } : {}),
      // With parameters of the type itself, the initialisers see them: they are part of its constructor.
      ...(runs('instance') && !isPrimary ? { instanceInit: `${prefix}.${INSTANCE_INIT}` } : {}),
      ...(runs('static') ? { staticInit: `${prefix}.${STATIC_INIT}` } : {}),
    };
  }

  private withIds(part: TypePart, drafts: readonly Draft[]): readonly DotnetMethod[] {
    const counts = new Map<string, number>();
    for (const draft of drafts) counts.set(keyOf(draft), (counts.get(keyOf(draft)) ?? 0) + 1);
    const used = new Map<string, number>();
    return drafts.map((draft) => {
      const isOverloaded = counts.get(keyOf(draft))! > 1;
      const types = isOverloaded ? `(${draft.parameters.map((p) => typeWord(p.type)).join(',')})` : '';
      const word = draft.accessor === undefined ? draft.name : `${draft.name}.${draft.accessor}`;
      const id = `${part.file}#${plainId(part.id)}.${word}${types}`;
      const count = (used.get(id) ?? 0) + 1;
      used.set(id, count);
      const method = methodOf(draft, part, count === 1 ? id : `${id}$${count}`);
      if (!this.methodAt.has(draft.start)) this.methodAt.set(draft.start, method);
      return method;
    });
  }
}

function keyOf(draft: Draft): string {
  return `${draft.accessor ?? ''} ${draft.name}`;
}

function nameOf(node: SyntaxNode): string {
  const name = node.child('name');
  return name === undefined ? '' : dottedName(name);
}

function joined(left: string, right: string): string {
  return left === '' ? right : right === '' ? left : `${left}.${right}`;
}

/** Ids of functions say the file already. */
function plainId(id: TypeId): string {
  return id.slice(id.lastIndexOf('#') + 1);
}

function typeWord(type: TypeRef | undefined): string {
  if (type === undefined) return '?';
  return type.name === 'array' ? `${typeWord(type.args[0])}[]` : simpleNameOf(type.name);
}

function methodOf(draft: Draft, part: TypePart, id: string): DotnetMethod {
  const { name, parameters, returns, isStatic, isAsync, isGenerator, isConstructor, isAbstract, isPrivate, accessor, annotations, at } = draft;
  const signature: FunctionSignature = {
    id, name: `${part.path}.${name}`, parameters, ...(draft.typeParameters.length === 0 ? {} : { typeParameters: draft.typeParameters }), ...(returns === undefined ? {} : { returns }), owner: part.id, isStatic, isAsync, isGenerator, isConstructor,
    isAbstract, isPrivate, ...(accessor === undefined ? {} : { accessor }), annotations, at,
  };
  const { typeParameters, isFinal, isExtension, isExplicit, scope } = draft;
  return { signature, name, typeParameters, isFinal, isExtension, isExplicit, scope };
}

function hasPrimary(node: SyntaxNode): boolean {
  return node.type !== 'delegate_declaration' && node.childOfType('parameter_list') !== undefined;
}

function primaryParameters(node: SyntaxNode, scope: NameScope): readonly Parameter[] {
  return hasPrimary(node) ? parametersOf(node.childOfType('parameter_list'), scope) : [];
}

/** Parameters of a record are its properties; those of a class are kept where its members use them. */
function primaryFields(node: SyntaxNode, part: TypePart, parameters: readonly Parameter[]): readonly Field[] {
  const isRecord = node.type === 'record_declaration';
  const assigned = isRecord ? new Set<string>() : assignedNames(node);
  return parameters.map((p) => ({
    name: p.name, ...(p.type === undefined ? {} : { type: p.type }), isStatic: false, isVolatile: false,
    isFinal: isRecord ? part.kind === 'record' || modifiersIn(node).has('readonly') : !assigned.has(p.name), annotations: [], at: p.at,
  }));
}

function assignedNames(node: SyntaxNode): ReadonlySet<string> {
  const names = new Set<string>();
  for (const inner of descendants(node)) {
    const target = inner.type === 'assignment_expression' ? inner.child('left') : /^(?:pre|post)fix_unary_expression$/u.test(inner.type) ? inner.namedChildren[0] : undefined;
    if (target?.type === 'identifier') names.add(target.text);
  }
  return names;
}

function primaryConstructor(node: SyntaxNode, part: TypePart, parameters: readonly Parameter[]): Draft {
  return {
    name: CONSTRUCTOR, parameters, typeParameters: [], returns: VOID, scope: part.scope, isStatic: false, isAsync: false, isGenerator: false,
    isConstructor: true, isAbstract: false, isPrivate: false, isFinal: true, isExtension: false, isExplicit: false, annotations: [],
    at: part.at, start: node.childOfType('parameter_list')?.start ?? node.start,
  };
}

/** A property that is written out replaces the one that a parameter would make. */
function withoutRepeats(fields: readonly Field[]): readonly Field[] {
  const last = new Map(fields.map((field) => [field.name, field]));
  return [...last.values()];
}

function basesOf(node: SyntaxNode, scope: NameScope): readonly TypeRef[] {
  if (node.type === 'enum_declaration') return [simpleType('System.Enum')];
  const list = node.childOfType('base_list');
  return (list === undefined ? [] : parts(list)).flatMap((child) => {
    if (child.type === 'argument_list') return [];
    return typeRefOf(child.type === 'primary_constructor_base_type' ? child.child('type') : child, scope) ?? [];
  });
}
