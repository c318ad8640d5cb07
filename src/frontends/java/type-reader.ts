/**
 * Reads the declarations of a file from its tree: types with fields and methods, local and anonymous classes included, and
 * the ids of lambdas. Bodies are looked through for classes and lambdas only, not lowered.
 */
import type { Field, FunctionId, FunctionSignature, Span, TypeDeclaration, TypeId, TypeRef } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { fieldsOf, typeParametersOf, basesOf, memberNodes, draftOf, initialisedFields, isInitialised, KINDS } from './declarations.js';
import { defaultConstructor, enumMethods, functionId, passingConstructor, recordMembers, type Draft } from './generated.js';
import { lombokMembers, type AddedType } from './lombok.js';
import { INSTANCE_INIT, STATIC_INIT, type JavaMethod, type JavaType } from './model.js';
import { modifiersOf } from './modifiers.js';
import type { FileNames, NameScope } from './names.js';
import { qualify, simpleNameOf, type TypeIds } from './type-ids.js';
import { simpleType, spanOf, typeRefOf } from './types.js';

/** Where a type is declared. */
interface Surroundings {
  readonly scope: NameScope;
  readonly around?: JavaType;
  readonly enclosing?: FunctionId;
  /** There is a `this` of the class around it. */
  readonly hasInstance: boolean;
}

/** What a type is called and where its pieces stand. */
interface Head {
  readonly id: TypeId;
  readonly path: string;
  readonly name: string;
  readonly kind: TypeDeclaration['kind'];
  /** The declaration, or the class body of an anonymous class: its start identifies the type. */
  readonly node: SyntaxNode;
  readonly at: Span;
  /** Bases of an anonymous class, which its body does not name. */
  readonly anonymousBase?: TypeRef;
  /** Number of arguments that an anonymous class passes to its superclass. */
  readonly passes?: number;
}

export class TypeReader {
  readonly types: JavaType[] = [];
  readonly typeAt = new Map<number, JavaType>();
  readonly methodAt = new Map<number, JavaMethod>();
  readonly closureAt = new Map<number, FunctionId>();
  private readonly counters = new Map<string, number>();

  constructor(
    private readonly names: FileNames,
    private readonly ids: TypeIds,
    /** Told the bases of each type before its members are read: names inside may be inherited. */
    private readonly noteBases: (id: TypeId, bases: readonly TypeRef[]) => void,
  ) {}

  /** Reads everything below the root of a tree. */
  readFile(root: SyntaxNode): void {
    const scope: NameScope = { file: this.names };
    for (const node of root.namedChildren) {
      if (KINDS.has(node.type)) this.readNamed(node, { scope, hasInstance: false });
    }
    if (root.childOfType('method_declaration') !== undefined) this.readImplicitClass(root, scope);
  }

  /** A compact source file: its methods and variables belong to a class named after the file. */
  private readImplicitClass(root: SyntaxNode, scope: NameScope): void {
    const name = this.names.outline.file.replace(/^.*\//u, '').replace(/\.java$/u, '');
    const at = { start: root.start, end: root.start };
    this.read({ id: this.topLevelId(name), path: name, name, kind: 'class', node: root, at }, { scope, hasInstance: false });
  }

  private readNamed(node: SyntaxNode, where: Surroundings): JavaType | undefined {
    const name = node.child('name');
    const kind = KINDS.get(node.type);
    if (name === undefined || name.text === '' || kind === undefined) return undefined;
    return this.read({ ...this.nameOf(name.text, where), name: name.text, kind, node, at: spanOf(name) }, where);
  }

  private nameOf(name: string, where: Surroundings): { readonly id: TypeId; readonly path: string } {
    const around = where.around;
    if (around === undefined) return { id: this.topLevelId(name), path: name };
    const suffix = where.enclosing === undefined ? `.${name}` : `$${this.next(`${around.id}$${name}`)}${name}`;
    return { id: around.id + suffix, path: around.path + suffix };
  }

  private topLevelId(name: string): TypeId {
    return this.ids.idIn(qualify(this.names.outline.packageName, name), this.names.outline.file);
  }

  private next(key: string): number {
    const count = (this.counters.get(key) ?? 0) + 1;
    this.counters.set(key, count);
    return count;
  }

  private read(head: Head, where: Surroundings): JavaType {
    const type = this.open(head, where);
    const fields = fieldsOf(head.node, type.declaration, type.scope);
    const declared = memberNodes(head.node).flatMap((node) => draftOf(node, type, fields) ?? []);
    const generated = this.generatedDrafts(head, type, fields, declared);
    const lombok = lombokMembers({
      id: type.id, annotations: type.declaration.annotations, fields, initialised: initialisedFields(head.node),
      declared: [...declared, ...generated], at: head.at,
    });
    type.generatedStatics = lombok.statics;
    type.methods = this.withIds(type, [...declared, ...generated, ...lombok.methods]);
    type.declaration = {
      ...type.declaration,
      fields: lombok.fields,
      methods: type.methods.map((m) => m.signature),
      ...this.initialisers(head.node, type, lombok.statics.length > 0),
    };
    for (const added of lombok.types) this.addGenerated(type, added);
    this.readInside(head.node, type);
    return type;
  }

  /** The type with everything but its members. */
  private open(head: Head, where: Surroundings): JavaType {
    const { node } = head;
    const parameters = typeParametersOf(node, where.scope);
    const header: NameScope = { parent: where.scope, file: this.names, typeParameters: parameters };
    const scope: NameScope = { ...header, type: head.id, localTypes: new Map() };
    const modifiers = modifiersOf(node, where.scope);
    const bases = head.anonymousBase === undefined ? basesOf(node, header) : { all: [head.anonymousBase], superclass: head.anonymousBase };
    const isInner = head.kind === 'class' && where.hasInstance && !modifiers.words.has('static') && where.around !== undefined;
    const type: JavaType = {
      id: head.id, path: head.path, scope, superclass: bases.superclass, around: where.around, enclosing: where.enclosing,
      isFinal: modifiers.words.has('final') || head.kind === 'record' || head.anonymousBase !== undefined,
      ...(isInner ? { outerInstance: where.around.id } : {}),
      methods: [], generatedStatics: [],
      declaration: {
        id: head.id, name: head.name, kind: head.kind, bases: bases.all, typeParameters: [...parameters.keys()], fields: [], methods: [],
        isAbstract: modifiers.words.has('abstract') || head.kind === 'interface',
        ...(isInner ? { outer: where.around.id } : {}),
        annotations: modifiers.annotations, at: head.at,
      },
    };
    this.register(type, node.start);
    if (where.enclosing !== undefined && head.anonymousBase === undefined) where.scope.localTypes?.set(head.name, head.id);
    return type;
  }

  private register(type: JavaType, start: number | undefined): void {
    this.types.push(type);
    if (start !== undefined) this.typeAt.set(start, type);
    this.noteBases(type.id, type.declaration.bases);
  }

  private generatedDrafts(head: Head, type: JavaType, fields: readonly Field[], declared: readonly Draft[]): readonly Draft[] {
    switch (head.kind) {
      case 'record': return recordMembers(fields, declared, head.at);
      case 'enum': return enumMethods(type.id, enumConstants(head.node), head.at);
      case 'class': {
        if (head.passes !== undefined) return [passingConstructor(type, head.passes, head.at)];
        const annotated = type.declaration.annotations.some((a) => /^lombok\.(?:\w*Constructor|Data|Value|Builder)$/u.test(a.name));
        return annotated || declared.some((d) => d.isConstructor === true) ? [] : defaultConstructor(type, head.at);
      }
      default: return [];
    }
  }

  /** Overloads are told apart by their parameter types, so that adding one elsewhere in the class does not rename another. */
  private withIds(type: JavaType, drafts: readonly Draft[]): readonly JavaMethod[] {
    const counts = new Map<string, number>();
    for (const d of drafts) counts.set(d.name, (counts.get(d.name) ?? 0) + 1);
    const taken = new Set<string>();
    return drafts.map((draft) => {
      const types = draft.parameters.map((p) => typeWord(p.type)).join(',');
      const path = `${type.path}.${draft.name}${(counts.get(draft.name) ?? 0) > 1 ? `(${types})` : ''}`;
      let unique = path;
      for (let i = 2; taken.has(unique); i++) unique = `${path}$${i}`;
      taken.add(unique);
      const method = this.methodOf(type, draft, functionId(this.names.outline.file, unique));
      if (draft.node !== undefined) this.methodAt.set(draft.node.start, method);
      return method;
    });
  }

  private methodOf(type: JavaType, draft: Draft, id: FunctionId): JavaMethod {
    const parameters = draft.typeParameters ?? new Map<string, TypeRef | undefined>();
    const signature: FunctionSignature = {
      id, name: `${type.path}.${draft.name}`, parameters: draft.parameters, ...(draft.returns === undefined ? {} : { returns: draft.returns }),
      owner: type.id, ...(type.enclosing === undefined ? {} : { enclosing: type.enclosing }),
      isStatic: draft.isStatic === true, isAsync: false, isGenerator: false, isConstructor: draft.isConstructor === true,
      isAbstract: draft.isAbstract === true, isPrivate: draft.isPrivate === true, annotations: draft.annotations ?? [], at: draft.at,
    };
    return {
      signature, name: draft.name, typeParameters: [...parameters.keys()],
      isFinal: draft.isFinal === true || draft.isStatic === true || draft.isPrivate === true || draft.isConstructor === true || type.isFinal,
      ...(draft.monitor === undefined ? {} : { monitor: draft.monitor }),
      scope: { parent: type.scope, file: this.names, typeParameters: parameters, localTypes: new Map() },
      ...(draft.generated === undefined ? {} : { generated: draft.generated }),
    };
  }

  private initialisers(node: SyntaxNode, type: JavaType, hasGeneratedStatic: boolean): Pick<TypeDeclaration, 'instanceInit' | 'staticInit'> {
    const inits = memberNodes(node).map((member) => isInitialised(member, type.declaration));
    const file = this.names.outline.file;
    return {
      ...(inits.includes('instance') ? { instanceInit: functionId(file, `${type.path}.${INSTANCE_INIT}`) } : {}),
      ...(inits.includes('static') || hasGeneratedStatic ? { staticInit: functionId(file, `${type.path}.${STATIC_INIT}`) } : {}),
    };
  }

  /** Adds a type that an annotation processor writes: a builder. */
  private addGenerated(outer: JavaType, added: AddedType): void {
    const id = `${outer.id}.${added.name}`;
    const type: JavaType = {
      id, path: `${outer.path}.${added.name}`, scope: { ...outer.scope, type: id }, isFinal: false, around: outer, methods: [], generatedStatics: [],
      declaration: {
        id, name: added.name, kind: 'class', isAbstract: false, bases: [], typeParameters: [], fields: added.fields, methods: [],
        annotations: [], at: outer.declaration.at,
      },
    };
    type.methods = this.withIds(type, added.methods);
    type.declaration = { ...type.declaration, methods: type.methods.map((m) => m.signature) };
    this.register(type, undefined);
  }

  /** Member types, and what is declared inside bodies and initialisers. */
  private readInside(node: SyntaxNode, type: JavaType): void {
    for (const member of memberNodes(node)) {
      if (KINDS.has(member.type)) {
        this.readNamed(member, { scope: type.scope, around: type, hasInstance: type.declaration.kind !== 'interface' });
        continue;
      }
      const method = this.methodAt.get(member.start);
      if (method !== undefined) this.scanMethod(member, method, type);
      else this.scanInitialiser(member, type);
    }
  }

  private scanMethod(node: SyntaxNode, method: JavaMethod, type: JavaType): void {
    const body = node.child('body');
    if (body === undefined) return;
    this.scan(body, { type, function: method.signature.id, scope: method.scope, hasInstance: !method.signature.isStatic });
  }

  private scanInitialiser(member: SyntaxNode, type: JavaType): void {
    const kind = isInitialised(member, type.declaration);
    if (kind === undefined) return;
    const id = kind === 'static' ? type.declaration.staticInit : type.declaration.instanceInit;
    if (id === undefined) return;
    const context: ScanContext = { type, function: id, scope: type.scope, hasInstance: kind === 'instance' };
    if (member.type === 'enum_constant') this.scanEnumConstant(member, context);
    else this.scan(member, context);
  }

  private scanEnumConstant(member: SyntaxNode, context: ScanContext): void {
    const args = member.child('arguments');
    if (args !== undefined) this.scan(args, context);
    const body = member.child('body');
    if (body === undefined) return;
    this.readAnonymous(body, simpleType(context.type.id), args?.namedChildren.length ?? 0, member.child('name') ?? member, context);
  }

  /** Looks through a body for classes and closures, in source order and without recursion but for those. */
  private scan(root: SyntaxNode, context: ScanContext): void {
    const pending: SyntaxNode[] = [root];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      if (KINDS.has(node.type)) {
        this.readNamed(node, { scope: context.scope, around: context.type, enclosing: context.function, hasInstance: context.hasInstance });
        continue;
      }
      if (node.type === 'lambda_expression') {
        const body = node.child('body');
        if (body !== undefined) this.scan(body, { ...context, function: this.closureId(node, context.function) });
        continue;
      }
      if (node.type === 'method_reference') this.closureId(node, context.function);
      const children = node.type === 'object_creation_expression' ? this.scanCreation(node, context) : node.children;
      for (let i = children.length - 1; i >= 0; i--) if (children[i]!.named) pending.push(children[i]!);
    }
  }

  /** The children left to look through: all but the class body. */
  private scanCreation(node: SyntaxNode, context: ScanContext): readonly SyntaxNode[] {
    const body = node.childOfType('class_body');
    if (body === undefined) return node.children;
    const type = node.child('type');
    const base = typeRefOf(type, context.scope) ?? simpleType('java.lang.Object');
    this.readAnonymous(body, base, node.child('arguments')?.namedChildren.length ?? 0, type ?? node, context);
    return node.children.filter((child) => child !== body);
  }

  private readAnonymous(body: SyntaxNode, base: TypeRef, passes: number, name: SyntaxNode, context: ScanContext): void {
    const { type, scope, hasInstance } = context;
    const suffix = `$${this.next(type.id)}`;
    this.read(
      {
        id: type.id + suffix, path: type.path + suffix, name: simpleNameOf(type.path) + suffix, kind: 'class',
        node: body, at: spanOf(name), anonymousBase: base, passes,
      },
      { scope, around: type, enclosing: context.function, hasInstance },
    );
  }

  private closureId(node: SyntaxNode, enclosing: FunctionId): FunctionId {
    const count = this.next(`${enclosing}.<lambda>`);
    const id = `${enclosing}.<lambda>${count === 1 ? '' : `$${count}`}`;
    this.closureAt.set(node.start, id);
    return id;
  }
}

/** Where a body is looked through. */
interface ScanContext {
  readonly type: JavaType;
  readonly function: FunctionId;
  readonly scope: NameScope;
  readonly hasInstance: boolean;
}

function enumConstants(node: SyntaxNode): readonly string[] {
  return memberNodes(node).filter((m) => m.type === 'enum_constant').map((m) => m.child('name')?.text ?? '');
}

/** A parameter type in the id of an overload. */
function typeWord(type: TypeRef | undefined): string {
  if (type === undefined) return '?';
  return type.name === 'array' ? `${typeWord(type.args[0])}[]` : simpleNameOf(type.name);
}

