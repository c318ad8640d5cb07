/** The bodies of one type: its methods and constructors, its initialisers, and those of the types inside it. */
import type { FunctionId, FunctionSignature, Statement } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { argumentNodes } from './arguments.js';
import { buildFunction, local, unknown, type FileLowering, type FunctionContext } from './context.js';
import { constructorCall } from './creation.js';
import { isInitialised, KINDS, memberNodes } from './declarations.js';
import { lowerExpression } from './expressions.js';
import { initialise, superCall } from './generated.js';
import { INSTANCE_INIT, OUTER_FIELD, STATIC_INIT, type JavaMethod, type JavaType } from './model.js';
import { underMonitor } from './monitors.js';
import { lowerBlock } from './statements.js';
import { declaredType, simpleType, spanOf } from './types.js';

/**
 * Lowers every function of `type`, declared by `node` (or whose class body `node` is). `parent` is the function around a
 * local or anonymous class.
 */
export function lowerTypeBody(file: FileLowering, node: SyntaxNode, type: JavaType, parent?: FunctionContext): void {
  lowerInitialiser(file, node, type, 'instance', type.declaration.instanceInit, parent);
  lowerInitialiser(file, node, type, 'static', type.declaration.staticInit, parent);
  for (const member of memberNodes(node)) {
    const inner = KINDS.has(member.type) ? file.index.typeAt.get(member.start) : undefined;
    if (inner !== undefined) {
      lowerTypeBody(file, member, inner, parent);
      continue;
    }
    const method = file.index.methodAt.get(member.start);
    if (method !== undefined) lowerMethod(file, member, type, method, parent);
    else if (!INITIALISED.has(member.type)) noteUnknownMember(file, member);
  }
}

/** Members that run code when a class or object is initialised, or hold none at all. */
const INITIALISED = new Set(['field_declaration', 'constant_declaration', 'local_variable_declaration', 'static_initializer', 'block', 'enum_constant']);

function noteUnknownMember(file: FileLowering, member: SyntaxNode): void {
  if (!KINDS.has(member.type) && !NO_MEMBERS.has(member.type)) file.noteUnknown(member.type);
}

/** What the grammar allows at the top of a compact source file besides its members. */
const NO_MEMBERS = new Set(['package_declaration', 'import_declaration']);

/** Bodies of `type` that have no source. */
export function lowerGenerated(file: FileLowering, type: JavaType): void {
  for (const method of type.methods) {
    if (method.generated === undefined) continue;
    const body = method.generated(file.project.members.lookUp);
    file.bodies.set(method.signature.id, { ...method.signature, body, localTypes: new Map(), capturedVariables: [] });
  }
}

function lowerMethod(file: FileLowering, member: SyntaxNode, type: JavaType, method: JavaMethod, parent: FunctionContext | undefined): void {
  const body = member.child('body');
  if (body === undefined) return;
  const { signature, scope } = method;
  const setting = { file, signature, type, scope, hasThis: !signature.isStatic, parent };
  buildFunction(setting, (f) => {
    if (signature.isConstructor) lowerConstructor(f, member, body, method);
    else underMonitor(f, type, method, () => lowerBlock(f, body));
  });
}

function lowerConstructor(f: FunctionContext, member: SyntaxNode, body: SyntaxNode, method: JavaMethod): void {
  const { at, parameters } = method.signature;
  const explicit = body.namedChildren.map(constructorCall).find((call) => call !== undefined);
  if (f.type.outerInstance !== undefined && explicit !== 'this') f.builder.emit(initialise(OUTER_FIELD, local(OUTER_FIELD), at));
  if (explicit === undefined) {
    for (const statement of superCall(f.type, [], at, f.file.project.members.lookUp)) f.builder.emit(statement);
  }
  if (member.type !== 'compact_constructor_declaration') {
    lowerBlock(f, body);
    return;
  }
  // The parameters, as the body has left them, become the components.
  lowerBlock(f, body);
  for (const p of parameters) f.builder.emit(initialise(p.name, local(p.name), p.at));
}

/** Field initialisers and initialiser blocks, in source order, as one function. */
function lowerInitialiser(
  file: FileLowering, node: SyntaxNode, type: JavaType, kind: 'instance' | 'static', id: FunctionId | undefined, parent: FunctionContext | undefined,
): void {
  if (id === undefined) return;
  const members = memberNodes(node).filter((member) => isInitialised(member, type.declaration) === kind);
  const isStatic = kind === 'static';
  buildFunction({ file, signature: initialiserSignature(type, id, isStatic), type, scope: type.scope, hasThis: !isStatic, parent }, (f) => {
    if (isStatic) for (const statement of type.generatedStatics) f.builder.emit(statement);
    for (const member of members) lowerInitialised(f, member, isStatic);
  });
}

function initialiserSignature(type: JavaType, id: FunctionId, isStatic: boolean): FunctionSignature {
  return {
    id, name: `${type.path}.${isStatic ? STATIC_INIT : INSTANCE_INIT}`, parameters: [], owner: type.id,
    ...(type.enclosing === undefined ? {} : { enclosing: type.enclosing }),
    isStatic, isAsync: false, isGenerator: false, isConstructor: false, isAbstract: false, isPrivate: true, annotations: [], at: type.declaration.at,
  };
}

function lowerInitialised(f: FunctionContext, member: SyntaxNode, isStatic: boolean): void {
  switch (member.type) {
    case 'block': lowerBlock(f, member); return;
    case 'static_initializer': for (const block of member.childrenOfType('block')) lowerBlock(f, block); return;
    case 'enum_constant': lowerEnumConstant(f, member); return;
    default: lowerFields(f, member, isStatic);
  }
}

function lowerFields(f: FunctionContext, member: SyntaxNode, isStatic: boolean): void {
  for (const declarator of member.childrenIn('declarator')) {
    const name = declarator.child('name');
    const initial = declarator.child('value');
    if (name === undefined || initial === undefined) continue;
    const { operand } = lowerExpression(f, initial, declaredType(member, f.scope, declarator));
    f.builder.emit(storeField(f, name.text, operand, isStatic, spanOf(declarator)));
  }
}

function storeField(f: FunctionContext, field: string, value: Parameters<typeof initialise>[1], isStatic: boolean, at: Statement['at']): Statement {
  if (!isStatic) return initialise(field, value, at);
  return { op: 'store', place: { kind: 'static', type: f.type.id, field }, value, how: 'initialise', at };
}

function lowerEnumConstant(f: FunctionContext, member: SyntaxNode): void {
  const at = spanOf(member);
  const name = member.child('name');
  const body = member.child('body');
  const anonymous = body === undefined ? undefined : f.file.index.typeAt.get(body.start);
  if (name === undefined) {
    unknown(f, member);
    return;
  }
  const args = argumentNodes(member.child('arguments')).map((argument) => ({ value: lowerExpression(f, argument).operand }));
  if (body !== undefined && anonymous !== undefined) lowerTypeBody(f.file, body, anonymous, f);
  const type = simpleType(anonymous?.id ?? f.type.id);
  const value = f.builder.produce((to) => ({ op: 'new', to, type, args, at }));
  f.builder.emit(storeField(f, name.text, value, true, at));
}

