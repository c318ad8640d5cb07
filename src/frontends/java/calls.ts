/** Method calls: who is called, as far as declarations and imports tell, and what comes back. */
import type { Callee, Operand, TypeId, TypeRef } from '../../ir/index.js';
import { leftChain, type SyntaxNode } from '../tree-sitter/index.js';
import { returnTypeOf, selectMethod, type Selected } from './arguments.js';
import type { FunctionContext, Value } from './context.js';
import { lambdaParameters, libraryResult, symbolResult } from './library-types.js';
import type { FoundMethod } from './members.js';
import { knownType } from './names.js';
import { lowerQualifier, type Qualifier } from './qualifiers.js';
import { simpleType, spanOf, typeRefOf } from './types.js';
import { outerThis, typesAround } from './variables.js';

/** `a().b().c()`: links are lowered in a loop, since builders make long chains. */
export function lowerCallChain(f: FunctionContext, node: SyntaxNode, expected: TypeRef | undefined): Value {
  const chain = leftChain(node, 'object');
  let value: Value | undefined;
  for (const link of chain) {
    const wanted = link === node ? expected : undefined;
    value = value === undefined ? lowerFirst(f, link) : lowerCallOn(f, { kind: 'value', value }, link);
    if (value.type === undefined && wanted !== undefined) value = { ...value, type: wanted };
  }
  return value!;
}

function lowerFirst(f: FunctionContext, node: SyntaxNode): Value {
  const object = node.child('object');
  if (object === undefined) return lowerUnqualified(f, node);
  if (object.type === 'super') return lowerSuper(f, node, undefined);
  if (node.children.some((child) => child.type === 'super')) return lowerSuper(f, node, typeRefOf(object, f.scope)?.name);
  return lowerCallOn(f, lowerQualifier(f, object), node);
}

function nameOf(node: SyntaxNode): string {
  return node.child('name')?.text ?? '';
}

/** Whether nobody asks for the expression's value. What follows `->` in a switch may be its value. */
export function isDiscarded(node: SyntaxNode): boolean {
  const parent = node.parent;
  return parent?.type === 'for_statement' || (parent?.type === 'expression_statement' && parent.parent?.type !== 'switch_rule');
}

/** Emits the call and gives its result. */
export function emitCall(f: FunctionContext, node: SyntaxNode, callee: Callee, selected: Selected, type: TypeRef | undefined): Value {
  const at = spanOf(node);
  const isUsed = type?.name !== 'void' && !isDiscarded(node);
  if (isUsed) return { operand: f.builder.produce((to) => ({ op: 'call', to, callee, args: selected.args, at })), type };
  f.builder.emit({ op: 'call', callee, args: selected.args, at });
  return { operand: { kind: 'constant', value: null }, type };
}

function lowerCallOn(f: FunctionContext, qualifier: Qualifier, node: SyntaxNode): Value {
  switch (qualifier.kind) {
    case 'value': return lowerInstanceCall(f, qualifier.value, node);
    case 'type': return lowerStaticCall(f, qualifier.type, node);
    case 'package': {
      const selected = selectMethod(f, [], node.child('arguments'));
      return emitCall(f, node, { kind: 'symbol', name: `${qualifier.name}.${nameOf(node)}` }, selected, undefined);
    }
  }
}

function lowerInstanceCall(f: FunctionContext, receiver: Value, node: SyntaxNode): Value {
  const { members } = f.file.project;
  const name = nameOf(node);
  const type = receiverType(f, receiver.type);
  const methods = type === undefined ? [] : members.methods(type, name);
  const selected = selectMethod(f, methods, node.child('arguments'), lambdaParameters(type, name));
  const method = selected.method;
  const callee = method === undefined
    ? methodCallee(receiver.operand, name, type)
    : calleeOf(method, receiver.operand, type);
  const lambdaResult = selected.values[0]?.type?.name === LAMBDA_RESULT ? selected.values[0].type.args[0] : undefined;
  return emitCall(f, node, callee, selected, returnTypeOf(selected) ?? libraryResult(type, name, lambdaResult));
}

/** The type of a lambda value: its argument is the type that the lambda returns. */
export const LAMBDA_RESULT = '<lambda result>';

function receiverType(f: FunctionContext, type: TypeRef | undefined): TypeRef | undefined {
  return type?.name === LAMBDA_RESULT ? undefined : knownType(type, f.scope);
}

function methodCallee(receiver: Operand, name: string, type: TypeRef | undefined): Callee {
  return { kind: 'method', receiver, name, ...(type === undefined ? {} : { type }) };
}

/** A method that cannot be overridden is called directly. */
export function calleeOf(found: FoundMethod, receiver: Operand, type: TypeRef | undefined): Callee {
  const { signature, isFinal, name } = found.method;
  if (signature.isStatic) return { kind: 'direct', function: signature.id };
  if (isFinal && !signature.isAbstract) return { kind: 'direct', function: signature.id, receiver };
  return methodCallee(receiver, name, type);
}

function lowerStaticCall(f: FunctionContext, type: TypeId, node: SyntaxNode): Value {
  const { members } = f.file.project;
  const name = nameOf(node);
  const methods = members.methods(simpleType(type), name).filter((m) => m.method.signature.isStatic);
  const selected = selectMethod(f, methods, node.child('arguments'));
  if (selected.method !== undefined) return emitCall(f, node, calleeOf(selected.method, { kind: 'this' }, undefined), selected, returnTypeOf(selected));
  // A static method that a repository class inherits from a library is the library's.
  const owner = members.libraryBases(simpleType(type))[0]?.name ?? type;
  return emitSymbolCall(f, node, `${owner}.${name}`, selected);
}

function emitSymbolCall(f: FunctionContext, node: SyntaxNode, name: string, selected: Selected): Value {
  return emitCall(f, node, { kind: 'symbol', name }, selected, symbolResult(name, selected.values.map((v) => v.type)));
}

/** `name(…)`: a method of this class, of one around it, or a static import. */
function lowerUnqualified(f: FunctionContext, node: SyntaxNode): Value {
  const { members } = f.file.project;
  const name = nameOf(node);
  for (const type of typesAround(f)) {
    const methods = members.methods(simpleType(type.id), name);
    if (methods.length === 0) continue;
    const selected = selectMethod(f, methods, node.child('arguments'));
    const method = selected.method ?? methods[0]!;
    if (method.method.signature.isStatic) return emitCall(f, node, calleeOf(method, { kind: 'this' }, undefined), selected, returnTypeOf(selected));
    const receiver = outerThis(f, type.id, spanOf(node));
    return emitCall(f, node, calleeOf(method, receiver.operand, receiver.type), selected, returnTypeOf(selected));
  }
  return lowerImported(f, node) ?? lowerInherited(f, node);
}

/** A method that a static import names. */
function lowerImported(f: FunctionContext, node: SyntaxNode): Value | undefined {
  const { names } = f.file.index;
  const name = nameOf(node);
  for (const i of names.staticImports) {
    if (!i.onDemand && !i.name.endsWith(`.${name}`)) continue;
    const owner = i.onDemand ? i.name : i.name.slice(0, i.name.lastIndexOf('.'));
    const type = names.qualified(owner) ?? owner;
    const methods = f.file.project.members.methods(simpleType(type), name);
    if (methods.length > 0 || !i.onDemand) return lowerStaticCall(f, type, node);
  }
  return undefined;
}

/** A method that no declaration accounts for: a superclass in a library has it, or a class imported whole. */
function lowerInherited(f: FunctionContext, node: SyntaxNode): Value {
  const { members } = f.file.project;
  const name = nameOf(node);
  const selected = selectMethod(f, [], node.child('arguments'));
  const heir = typesAround(f).find((type) => members.libraryBases(simpleType(type.id)).length > 0);
  const wholesale = f.file.index.names.staticImports.filter((i) => i.onDemand);
  if (heir === undefined && wholesale.length === 1) return emitSymbolCall(f, node, `${wholesale[0]!.name}.${name}`, selected);
  if (!f.hasThis) return emitSymbolCall(f, node, `${members.libraryBases(simpleType(f.type.id))[0]?.name ?? f.type.id}.${name}`, selected);
  const receiver = outerThis(f, heir?.id ?? f.type.id, spanOf(node));
  return emitCall(f, node, methodCallee(receiver.operand, name, receiver.type), selected, libraryResult(undefined, name));
}

/** `super.name(…)`, and `Base.super.name(…)` for an interface's default method. */
function lowerSuper(f: FunctionContext, node: SyntaxNode, base: TypeId | undefined): Value {
  const { members } = f.file.project;
  const name = nameOf(node);
  const bases = base === undefined ? f.type.declaration.bases : [simpleType(base)];
  const methods = bases.flatMap((b) => members.methods(b, name));
  const selected = selectMethod(f, methods, node.child('arguments'));
  const callee: Callee = base !== undefined && selected.method !== undefined
    ? { kind: 'direct', function: selected.method.method.signature.id, receiver: { kind: 'this' } }
    : { kind: 'super', type: f.type.id, name };
  return emitCall(f, node, callee, selected, returnTypeOf(selected));
}
