/** The bodies of one declaration of a type: its methods, accessors, constructors and initialisers. */
import type { Argument, FunctionId, FunctionSignature, Operand, Span } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { selectMethod } from './arguments.js';
import { buildFunction, guarded, local, unknown, type FileLowering, type FunctionContext } from './context.js';
import { bodyOf, initialised, initialOf, KINDS, memberNodes } from './declarations.js';
import { lowerDefaults } from './defaults.js';
import { lowerExpression } from './expressions.js';
import { CONSTRUCTOR, INSTANCE_INIT, STATIC_INIT, type DotnetMethod, type DotnetType, type TypePart } from './model.js';
import { lowerFunctionBody } from './statements.js';
import { hasToken, nameText, parts, spanOf } from './syntax.js';
import { awaitedType, simpleType, typeRefOf } from './types.js';

/** Lowers every function of the part of a type that `node` declares, and of the types inside. */
export function lowerTypePart(file: FileLowering, node: SyntaxNode, part: TypePart): void {
  const type = file.project.typeOf(part.id);
  if (type === undefined || part.isDelegate) return;
  lowerInitialiser(file, node, part, type, 'instance');
  lowerInitialiser(file, node, part, type, 'static');
  if (part.primary !== undefined) lowerPrimary(file, node, part, type);
  for (const member of memberNodes(node)) {
    const inner = KINDS.has(member.type) ? file.own.partAt.get(member.start) : undefined;
    if (inner !== undefined) lowerTypePart(file, member, inner);
    else for (const [start, body] of bodiesOf(member)) lowerMethod(file, member, body, type, file.own.methodAt.get(start));
    if (!MEMBERS.has(member.type) && inner === undefined) file.noteUnknown(member.type);
  }
}

const MEMBERS = new Set([
  'method_declaration', 'constructor_declaration', 'operator_declaration', 'conversion_operator_declaration', 'destructor_declaration',
  'property_declaration', 'event_declaration', 'indexer_declaration', 'field_declaration', 'event_field_declaration', 'enum_member_declaration',
  ...KINDS.keys(),
]);

/** The bodies of a member, by the start of what declares the function. */
function bodiesOf(member: SyntaxNode): readonly (readonly [start: number, body: SyntaxNode])[] {
  const list = member.child('accessors');
  if (list !== undefined) {
    return parts(list).flatMap((accessor): readonly (readonly [number, SyntaxNode])[] => {
      const body = accessor.type === 'accessor_declaration' ? bodyOf(accessor) : undefined;
      return body === undefined ? [] : [[accessor.start, body]];
    });
  }
  const body = bodyOf(member);
  if (body === undefined) return [];
  const isArrow = member.type === 'property_declaration' || member.type === 'indexer_declaration';
  return [[isArrow ? body.start : member.start, body]];
}

function lowerMethod(file: FileLowering, member: SyntaxNode, body: SyntaxNode, type: DotnetType, method: DotnetMethod | undefined): void {
  if (method === undefined) return;
  const { signature, scope } = method;
  const isConstructor = signature.isConstructor;
  file.numberClosures(isConstructor ? member : body, signature.id);
  const returns = signature.isAsync ? awaitedType(signature.returns) : signature.returns;
  buildFunction({ file, signature, type, scope, hasThis: !signature.isStatic, returns }, (f) => {
    lowerDefaults(f, member.child('parameters'));
    if (!isConstructor) {
      underMonitor(f, signature, () => lowerFunctionBody(f, body));
      return;
    }
    const initializer = member.childOfType('constructor_initializer');
    if (initializer !== undefined) callConstructor(f, initializer.childOfType('argument_list'), hasToken(initializer, 'this') ? 'this' : 'base', spanOf(initializer));
    lowerConstructorBody(f, body);
  });
}

/** `[MethodImpl(MethodImplOptions.Synchronized)]` locks the object, or the class when the method is static. */
function underMonitor(f: FunctionContext, { annotations, isStatic, owner, at }: FunctionSignature, body: () => void): void {
  const isSynchronized = annotations.some(({ name, args }) => name === 'System.Runtime.CompilerServices.MethodImpl' && args.some(({ value }) => /\bSynchronized\b/u.test(String(value))));
  if (!isSynchronized) body();
  else guarded(f, isStatic && owner !== undefined ? { kind: 'type', type: owner } : { kind: 'this' }, at, body);
}

/** A constructor gives nothing, whatever stands behind `=>`. */
function lowerConstructorBody(f: FunctionContext, body: SyntaxNode): void {
  if (body.type !== 'arrow_expression_clause') lowerFunctionBody(f, body);
  else for (const expression of parts(body)) lowerExpression(f, expression);
}

/** `: this(…)` and `: base(…)` */
function callConstructor(f: FunctionContext, list: SyntaxNode | undefined, which: 'this' | 'base', at: Span): void {
  const { members } = f.file.project;
  const type = f.type;
  if (type === undefined) return;
  if (which === 'this') {
    const { method, args } = selectMethod(f, members.constructors(type.id), list);
    const id = method?.method.signature.id;
    if (id !== undefined) f.builder.emit({ op: 'call', callee: { kind: 'direct', function: id, receiver: { kind: 'this' } }, args, at });
    return;
  }
  const base = type.declaration.bases[0];
  const { args } = selectMethod(f, base === undefined ? [] : members.constructors(base.name), list);
  emitBaseConstructor(f, type, args, at);
}

function emitBaseConstructor(f: FunctionContext, type: DotnetType, args: readonly Argument[], at: Span): void {
  f.builder.emit({ op: 'call', callee: { kind: 'super', type: type.id, name: CONSTRUCTOR }, args, at });
}

/** `this.name = value` at the start of an object's life. */
function storeField(f: FunctionContext, name: string, value: Operand, isStatic: boolean, at: Span): void {
  const place = isStatic ? ({ kind: 'static', type: f.type?.id ?? '', field: name } as const) : ({ kind: 'field', object: { kind: 'this' }, field: name } as const);
  f.builder.emit({ op: 'store', place, value, how: 'initialise', at });
}

/** The constructor that the parameters of a type make: they are kept, then the initialisers run, which may use them. */
function lowerPrimary(file: FileLowering, node: SyntaxNode, part: TypePart, type: DotnetType): void {
  const list = node.childOfType('parameter_list');
  const method = list === undefined ? undefined : file.own.methodAt.get(list.start);
  if (method === undefined || list === undefined) return;
  const { signature } = method;
  const members = memberNodes(node).filter((member) => initialised(member, part) === 'instance');
  numberInitialisers(file, members, signature.id);
  const bases = node.childOfType('base_list');
  const baseArguments = bases?.childOfType('argument_list') ?? bases?.childOfType('primary_constructor_base_type')?.childOfType('argument_list');
  buildFunction({ file, signature, type, scope: part.scope, hasThis: true }, (f) => {
    lowerDefaults(f, list);
    const written = new Set(memberNodes(node).filter((m) => m.type === 'property_declaration').map((m) => nameText(m.child('name'))));
    for (const p of signature.parameters) if (!written.has(p.name)) storeField(f, p.name, local(p.name), false, p.at);
    for (const member of members) lowerInitialised(f, member, false);
    if (baseArguments !== undefined) callConstructor(f, baseArguments, 'base', spanOf(baseArguments));
  });
}

function numberInitialisers(file: FileLowering, members: readonly SyntaxNode[], id: FunctionId): void {
  const counters = new Map<string, number>();
  for (const member of members) file.numberClosures(member, id, counters);
}

/** Field initialisers in source order as one function; the static constructor follows the static ones. */
function lowerInitialiser(file: FileLowering, node: SyntaxNode, part: TypePart, type: DotnetType, kind: 'instance' | 'static'): void {
  const isStatic = kind === 'static';
  const id = isStatic ? part.staticInit : part.instanceInit;
  if (id === undefined) return;
  const members = memberNodes(node).filter((member) => initialised(member, part) === kind);
  numberInitialisers(file, members, id);
  const ordered = [...members.filter((m) => m.type !== 'constructor_declaration'), ...members.filter((m) => m.type === 'constructor_declaration')];
  buildFunction({ file, signature: initialiserSignature(part, id, isStatic), type, scope: part.scope, hasThis: !isStatic }, (f) => {
    for (const member of ordered) lowerInitialised(f, member, isStatic);
    // The type names one function: it runs those of the other parts.
    const all = type.parts.flatMap((other) => (isStatic ? other.staticInit : other.instanceInit) ?? []);
    if (all[0] !== id) return;
    for (const other of all.slice(1)) {
      const callee = isStatic ? ({ kind: 'direct', function: other } as const) : ({ kind: 'direct', function: other, receiver: { kind: 'this' } } as const);
      f.builder.emit({ op: 'call', callee, args: [], at: part.at });
    }
  });
}

function initialiserSignature(part: TypePart, id: FunctionId, isStatic: boolean): FunctionSignature {
  return {
    id, name: `${part.path}.${isStatic ? STATIC_INIT : INSTANCE_INIT}`, parameters: [], owner: part.id, isStatic, isAsync: false, isGenerator: false,
    isConstructor: false, isAbstract: false, isPrivate: true, annotations: [], at: part.at,
  };
}

function lowerInitialised(f: FunctionContext, member: SyntaxNode, isStatic: boolean): void {
  switch (member.type) {
    case 'constructor_declaration': {
      const body = bodyOf(member);
      if (body !== undefined) lowerConstructorBody(f, body);
      return;
    }
    case 'property_declaration': {
      const value = member.child('value');
      if (value !== undefined) storeField(f, nameText(member.child('name')), lowerExpression(f, value, typeRefOf(member.child('type'), f.scope)).operand, isStatic, spanOf(member));
      return;
    }
    case 'enum_member_declaration': lowerEnumMember(f, member); return;
    default: lowerFields(f, member, isStatic);
  }
}

function lowerFields(f: FunctionContext, member: SyntaxNode, isStatic: boolean): void {
  const declaration = member.childOfType('variable_declaration');
  const type = typeRefOf(declaration?.child('type'), f.scope);
  for (const declarator of declaration?.childrenOfType('variable_declarator') ?? []) {
    const name = declarator.child('name');
    const initial = initialOf(declarator);
    if (name === undefined || initial === undefined) continue;
    storeField(f, nameText(name), lowerExpression(f, initial, type).operand, isStatic, spanOf(declarator));
  }
}

function lowerEnumMember(f: FunctionContext, member: SyntaxNode): void {
  const name = member.child('name');
  if (name === undefined) {
    unknown(f, member);
    return;
  }
  const at = spanOf(member);
  const type = simpleType(f.type?.id ?? '');
  const given = member.child('value');
  const args = given === undefined ? [] : [{ value: lowerExpression(f, given).operand }];
  storeField(f, nameText(name), f.builder.produce((to) => ({ op: 'new', to, type, args, at })), true, at);
}
