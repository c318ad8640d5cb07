/** Calls: who is called, as far as declarations and directives tell, and what comes back. */
import type { Callee, Operand, TypeRef } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { argumentNodes, returnTypeOf, selectMethod, type Selected } from './arguments.js';
import { local, unknown, type FunctionContext, type Value } from './context.js';
import { lowerExpression } from './expressions.js';
import { delegateOf, FUNC, isQueryOperator, lambdaType, libraryResult, symbolType } from './library-types.js';
import type { FoundMethod } from './members.js';
import { findTypeName, knownType } from './names.js';
import { accepts, withArity } from './overloads.js';
import { findLocalFunction, lowerQualifier, whenPresent, type Qualifier } from './qualifiers.js';
import { awaitsWhole, isMisplacedAwait, nameText, parts, spanOf } from './syntax.js';
import { awaitedType, simpleType, STRING, typeArguments } from './types.js';
import { fieldOn, findVariable, readVariable, typesAround } from './variables.js';

/** The value of `function(arguments)`. */
export function lowerInvocation(f: FunctionContext, node: SyntaxNode): Value {
  const target = node.child('function');
  if (target === undefined) return unknown(f, node);
  switch (target.type) {
    case 'identifier':
    case 'generic_name': return lowerUnqualified(f, node, target);
    case 'member_access_expression': return lowerMemberCall(f, node, target);
    case 'conditional_access_expression': return lowerConditionalCall(f, node, target);
    default: return callValue(f, node, lowerExpression(f, target));
  }
}

/** Whether nobody asks for the expression's value. */
export function isDiscarded(node: SyntaxNode): boolean {
  const parent = node.parent;
  if (awaitsWhole(node)) return false;
  return parent?.type === 'expression_statement' || (parent?.type === 'for_statement' && node.field === 'update');
}

/** Emits the call and gives its result. */
function emitCall(f: FunctionContext, node: SyntaxNode, callee: Callee, selected: Selected, type: TypeRef | undefined): Value {
  const at = spanOf(node);
  const { args, writesBack, generic } = selected;
  const call = { op: 'call', callee, args, ...(generic.length === 0 ? {} : { typeArguments: generic }), at } as const;
  if (writesBack.length === 0 && (isDiscarded(node) || type?.name === 'void')) {
    f.builder.emit(call);
    return { operand: { kind: 'constant', value: null }, ...(type === undefined ? {} : { type }) };
  }
  const operand = f.builder.produce((to) => ({ ...call, to }));
  for (const write of writesBack) write(operand);
  return { operand, ...(type === undefined ? {} : { type }) };
}

/** `name(…)` */
function lowerUnqualified(f: FunctionContext, node: SyntaxNode, target: SyntaxNode): Value {
  const name = nameText(target);
  const list = node.child('arguments');
  if (name === 'nameof' && target.type === 'identifier') return lowerNameof(node);
  const variable = findVariable(f, name);
  const localFunction = findLocalFunction(f, name);
  if (localFunction !== undefined) {
    const selected = selectMethod(f, [], list);
    return emitCall(f, node, { kind: 'direct', function: localFunction.id }, selected, localFunction.returns);
  }
  if (variable !== undefined && (variable.kind === 'local' || !isOwnMethod(f, name))) return callValue(f, node, readVariable(f, variable, spanOf(target)));
  return lowerOwnCall(f, node, target) ?? lowerUsedStatic(f, node, target) ?? lowerInherited(f, node, target);
}

function lowerNameof(node: SyntaxNode): Value {
  const text = argumentNodes(node.child('arguments'))[0]?.text ?? '';
  return { operand: { kind: 'constant', value: text.replace(/<.*$/u, '').replace(/^.*\./u, '') }, type: STRING };
}

function isOwnMethod(f: FunctionContext, name: string): boolean {
  return typesAround(f).some((type) => f.file.project.members.methods(simpleType(type.id), name).length > 0);
}

/** A method of this type or of one around it. */
function lowerOwnCall(f: FunctionContext, node: SyntaxNode, target: SyntaxNode): Value | undefined {
  const { members } = f.file.project;
  const name = nameText(target);
  for (const type of typesAround(f)) {
    const methods = members.methods(simpleType(type.id), name);
    if (methods.length === 0) continue;
    const selected = selectMethod(f, methods, node.child('arguments'), { generic: typeArguments(target, f.scope) });
    const method = selected.method ?? methods[0]!;
    return emitCall(f, node, calleeOf(method, { kind: 'this' }, simpleType(type.id)), selected, returnTypeOf(selected));
  }
  return undefined;
}

/** A static method that a directive brings into view. */
function lowerUsedStatic(f: FunctionContext, node: SyntaxNode, target: SyntaxNode): Value | undefined {
  const name = nameText(target);
  const types = f.scope.file.staticTypes.map((written) => findTypeName(written, f.scope) ?? written);
  const owner = types.find((type) => f.file.project.members.methods(simpleType(type), name).length > 0);
  if (owner !== undefined) return lowerStaticCall(f, simpleType(owner), node, target);
  const library = types.filter((type) => f.file.project.typeOf(type) === undefined);
  return library.length === 1 && !inheritsFromLibrary(f) ? lowerStaticCall(f, simpleType(library[0]!), node, target) : undefined;
}

function inheritsFromLibrary(f: FunctionContext): boolean {
  return f.type !== undefined && f.file.project.members.libraryBases(simpleType(f.type.id)).length > 0;
}

/** A method that no declaration accounts for: a base class in a library has it. */
function lowerInherited(f: FunctionContext, node: SyntaxNode, target: SyntaxNode): Value {
  const name = nameText(target);
  const selected = selectMethod(f, [], node.child('arguments'));
  if (f.hasThis && f.type !== undefined) {
    const type = simpleType(f.type.id);
    return emitCall(f, node, { kind: 'method', receiver: { kind: 'this' }, name, type }, selected, libraryResult(undefined, name, []));
  }
  const own = f.type === undefined ? '' : `${f.file.project.members.libraryBases(simpleType(f.type.id))[0]?.name ?? f.type.id}.`;
  return emitCall(f, node, { kind: 'symbol', name: `${own}${name}` }, selected, undefined);
}

/** `object.name(…)` */
function lowerMemberCall(f: FunctionContext, node: SyntaxNode, target: SyntaxNode): Value {
  const object = target.child('expression');
  const member = target.child('name');
  if (object === undefined || member === undefined) return unknown(f, node);
  if (object.type === 'base') return lowerBaseCall(f, node, member);
  // Says on which thread to go on after the wait, and nothing else.
  if (nameText(member) === 'ConfigureAwait' && argumentNodes(node.child('arguments')).length === 1) return lowerExpression(f, object);
  return lowerCallOn(f, lowerQualifier(f, object), node, member);
}

function lowerCallOn(f: FunctionContext, qualifier: Qualifier, node: SyntaxNode, member: SyntaxNode): Value {
  switch (qualifier.kind) {
    case 'value': return lowerInstanceCall(f, qualifier.value, node, member);
    case 'type': return lowerStaticCall(f, qualifier.type, node, member);
    case 'namespace': return emitSymbolCall(f, node, `${qualifier.name}.${nameText(member)}`, member);
  }
}

/** `object?.name(…)` */
function lowerConditionalCall(f: FunctionContext, node: SyntaxNode, target: SyntaxNode): Value {
  const condition = target.child('condition');
  const binding = target.childOfType('member_binding_expression');
  const member = binding?.child('name');
  if (condition === undefined || member === undefined) return callValue(f, node, lowerExpression(f, target));
  const receiver = lowerExpression(f, condition);
  return whenPresent(f, receiver, node, () => lowerInstanceCall(f, receiver, node, member));
}

function lowerInstanceCall(f: FunctionContext, receiver: Value, node: SyntaxNode, member: SyntaxNode): Value {
  const { members } = f.file.project;
  const name = nameText(member);
  const generic = typeArguments(member, f.scope);
  const type = knownType(receiver.type, f.scope);
  if (name === 'Invoke' && (type === undefined || isDelegate(f, type))) return callValue(f, node, receiver);
  const methods = type === undefined ? [] : members.methods(type, name);
  if (methods.length > 0) {
    const selected = selectMethod(f, methods, node.child('arguments'), { generic });
    const callee = selected.method === undefined ? methodCallee(receiver.operand, name, type) : calleeOf(selected.method, receiver.operand, type);
    return emitCall(f, node, callee, selected, returnTypeOf(selected));
  }
  const stored = type === undefined ? undefined : fieldOn(f, type, receiver.operand, name);
  if (stored !== undefined) return callValue(f, node, readVariable(f, stored, spanOf(member)));
  return lowerExtensionCall(f, receiver, node, member) ?? lowerLibraryCall(f, receiver, node, member, generic);
}

function isDelegate(f: FunctionContext, type: TypeRef): boolean {
  return delegateOf(type) !== undefined || f.file.project.typeOf(type.name)?.isDelegate === true;
}

function lowerLibraryCall(f: FunctionContext, receiver: Value, node: SyntaxNode, member: SyntaxNode, generic: readonly TypeRef[]): Value {
  const name = nameText(member);
  const type = knownType(receiver.type, f.scope);
  const lambdas = lambdaType(type, name);
  const value = type?.args[1];
  const selected = selectMethod(f, [], node.child('arguments'), {
    generic, ...(lambdas === undefined ? {} : { lambdas }), ...(type?.args.length === 2 && value !== undefined ? { outType: value } : {}),
  });
  const returned = selected.values.find((v) => v.type?.name === FUNC)?.type?.args.at(-1);
  return emitCall(f, node, methodCallee(receiver.operand, name, type), selected, libraryResult(type, name, generic, returned));
}

/** A static method of the repository that is called as if the object had it. */
function lowerExtensionCall(f: FunctionContext, receiver: Value, node: SyntaxNode, member: SyntaxNode): Value | undefined {
  const { project } = f.file;
  const name = nameText(member);
  const type = knownType(receiver.type, f.scope);
  if (type === undefined && isQueryOperator(name)) return undefined;
  const found = project.extensionMethods(name, f.scope.file, f.scope.namespace).map(({ owner, method }): FoundMethod => ({ owner, method, bindings: new Map() }));
  const fitting = found.filter((m) => accepts(type, openType(m, m.method.signature.parameters[0]?.type), project.members));
  const count = argumentNodes(node.child('arguments')).length + 1;
  const methods = withArity(fitting, count);
  if (methods.length === 0) return undefined;
  const selected = selectMethod(f, methods, node.child('arguments'), { receiver, generic: typeArguments(member, f.scope) });
  return selected.method === undefined ? undefined : emitCall(f, node, { kind: 'direct', function: selected.method.method.signature.id }, selected, returnTypeOf(selected));
}

/** A type parameter takes anything. */
function openType({ method }: FoundMethod, type: TypeRef | undefined): TypeRef | undefined {
  return type !== undefined && method.typeParameters.includes(type.name) ? undefined : type;
}

function methodCallee(receiver: Operand, name: string, type: TypeRef | undefined): Callee {
  return { kind: 'method', receiver, name, ...(type === undefined ? {} : { type }) };
}

/** A method that cannot be overridden is called directly. */
export function calleeOf(found: FoundMethod, receiver: Operand, type: TypeRef | undefined): Callee {
  const { signature, isFinal, name } = found.method;
  if (signature.isStatic) return { kind: 'direct', function: signature.id };
  if (isFinal && !signature.isAbstract && found.owner.declaration.kind !== 'interface') return { kind: 'direct', function: signature.id, receiver };
  return methodCallee(receiver, name, type);
}

function lowerStaticCall(f: FunctionContext, type: TypeRef, node: SyntaxNode, member: SyntaxNode): Value {
  const { members } = f.file.project;
  const name = nameText(member);
  const methods = members.methods(type, name).filter((m) => m.method.signature.isStatic);
  if (methods.length > 0) {
    const selected = selectMethod(f, methods, node.child('arguments'), { generic: typeArguments(member, f.scope) });
    const method = selected.method ?? methods[0]!;
    return emitCall(f, node, { kind: 'direct', function: method.method.signature.id }, selected, returnTypeOf(selected));
  }
  const stored = fieldOn(f, type, { kind: 'type', type: type.name }, name);
  if (stored !== undefined) return callValue(f, node, readVariable(f, stored, spanOf(member)));
  // A static method that a repository class inherits from a library is the library's.
  const isOwn = f.file.project.typeOf(type.name) !== undefined;
  return emitSymbolCall(f, node, `${isOwn ? (members.libraryBases(type)[0]?.name ?? type.name) : type.name}.${name}`, member);
}

/** Functions that change what they are passed by reference in one step: nothing is written when they have returned. */
const ATOMIC = /^System\.Threading\.(?:Interlocked|Volatile|LazyInitializer)\./u;

function emitSymbolCall(f: FunctionContext, node: SyntaxNode, name: string, member: SyntaxNode): Value {
  const generic = typeArguments(member, f.scope);
  const selected = selectMethod(f, [], node.child('arguments'), { generic, isAtomic: ATOMIC.test(name) });
  const ran = name === 'System.Threading.Tasks.Task.Run' ? taskOfLambda(selected) : undefined;
  return emitCall(f, node, { kind: 'symbol', name }, selected, ran ?? symbolType(name, generic, selected.values.map((v) => v.type)));
}

function taskOfLambda(selected: Selected): TypeRef | undefined {
  const returned = selected.values[0]?.type?.name === FUNC ? selected.values[0].type.args.at(-1) : undefined;
  if (returned === undefined) return undefined;
  return awaitedType(returned) === undefined ? { name: 'System.Threading.Tasks.Task', args: [returned] } : returned;
}

/** `base.name(…)` */
function lowerBaseCall(f: FunctionContext, node: SyntaxNode, member: SyntaxNode): Value {
  const name = nameText(member);
  if (f.type === undefined) return unknown(f, node);
  const methods = f.type.declaration.bases.flatMap((base) => f.file.project.members.methods(base, name));
  const selected = selectMethod(f, methods, node.child('arguments'), { generic: typeArguments(member, f.scope) });
  return emitCall(f, node, { kind: 'super', type: f.type.id, name }, selected, returnTypeOf(selected));
}

/** A delegate is called. */
function callValue(f: FunctionContext, node: SyntaxNode, value: Value): Value {
  const known = value.type === undefined ? undefined : delegateOf(value.type);
  const declared = value.type === undefined ? [] : f.file.project.members.methods(value.type, 'Invoke');
  const selected = selectMethod(f, declared, node.child('arguments'));
  return emitCall(f, node, { kind: 'value', value: value.operand }, selected, known?.returns ?? returnTypeOf(selected));
}

/** A call that no invocation in the source stands for: `Dispose()`, `Add(x)`, the methods of a query. */
export function emitMethod(f: FunctionContext, node: SyntaxNode, receiver: Value, name: string, args: readonly Operand[]): Operand {
  const type = knownType(receiver.type, f.scope);
  const callee = methodCallee(receiver.operand, name, type);
  return f.builder.produce((to) => ({ op: 'call', to, callee, args: args.map((value) => ({ value })), at: spanOf(node) }));
}

/** As `emitMethod`, when nobody asks for the result. */
export function emitMethodCall(f: FunctionContext, node: SyntaxNode, receiver: Value, name: string, args: readonly Operand[]): void {
  const type = knownType(receiver.type, f.scope);
  f.builder.emit({ op: 'call', callee: methodCallee(receiver.operand, name, type), args: args.map((value) => ({ value })), at: spanOf(node) });
}

/** The awaited value of `node`. */
export function lowerAwait(f: FunctionContext, node: SyntaxNode): Value {
  const [inner] = parts(node);
  if (inner === undefined) return unknown(f, node);
  const value = lowerExpression(f, inner);
  return isMisplacedAwait(node) ? value : awaited(f, node, value, isDiscarded(node));
}

/** What comes of waiting for `value`. */
export function awaited(f: FunctionContext, node: SyntaxNode, value: Value, discarded: boolean): Value {
  const type = awaitedType(value.type);
  const at = spanOf(node);
  if (discarded) {
    f.builder.emit({ op: 'suspend', why: 'await', value: value.operand, at });
    return { operand: { kind: 'constant', value: null } };
  }
  const to = f.builder.temporary();
  f.builder.emit({ op: 'suspend', why: 'await', value: value.operand, to, at });
  if (type !== undefined && type.name !== 'void') f.builder.setType(to, type);
  return { operand: local(to), ...(type === undefined ? {} : { type }) };
}
