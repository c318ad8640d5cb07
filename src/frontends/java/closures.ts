/** Lambdas and method references: functions of their own that close over what they use. */
import type { Callee, FunctionId, FunctionSignature, Operand, Parameter, Span, TypeRef } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { LAMBDA_PARAMETERS } from './arguments.js';
import { calleeOf, LAMBDA_RESULT } from './calls.js';
import { buildFunction, local, unknown, type FunctionContext, type Value } from './context.js';
import { parametersOf } from './declarations.js';
import { lowerExpression } from './expressions.js';
import { parameter } from './generated.js';
import { functionalParameters } from './library-types.js';
import type { FoundMethod } from './members.js';
import { lowerQualifier } from './qualifiers.js';
import { lowerBlock } from './statements.js';
import { arrayOf, OBJECT, simpleType, spanOf, substitute, typeRefOf } from './types.js';

/** `(x) -> …` */
export function lowerLambda(f: FunctionContext, node: SyntaxNode, expected: TypeRef | undefined): Value {
  const id = f.file.index.closureAt.get(node.start);
  const body = node.child('body');
  if (id === undefined || body === undefined) return unknown(f, node);
  const types = lambdaParameterTypes(f, expected);
  const parameters = parametersOf(node, f.scope).map((p, i) => (p.type === undefined && types[i] !== undefined ? { ...p, type: types[i] } : p));
  const head: Span = { start: node.start, end: (node.child('parameters') ?? node).end };
  let result: TypeRef | undefined;
  closure(f, signatureOf(id, parameters, f, head), (inner) => {
    if (body.type === 'block') {
      lowerBlock(inner, body);
      return;
    }
    const value = lowerExpression(inner, body);
    result = value.type;
    inner.builder.emit({ op: 'return', value: value.operand, at: spanOf(body) });
  });
  const type = isNamed(expected) ? expected : { name: LAMBDA_RESULT, args: result === undefined ? [] : [result] };
  return { operand: f.builder.produce((to) => ({ op: 'closure', to, function: id, at: spanOf(node) })), type };
}

/** Whether the context names the functional interface. */
function isNamed(expected: TypeRef | undefined): expected is TypeRef {
  return expected !== undefined && expected.name !== LAMBDA_PARAMETERS;
}

function lambdaParameterTypes(f: FunctionContext, expected: TypeRef | undefined): readonly (TypeRef | undefined)[] {
  if (expected === undefined) return [];
  if (expected.name === LAMBDA_PARAMETERS) return expected.args;
  const found = f.file.project.members.functionalMethod(expected);
  if (found === undefined) return functionalParameters(expected);
  return found.method.signature.parameters.map((p) => (p.type === undefined ? undefined : substitute(p.type, found.bindings)));
}

function signatureOf(id: FunctionId, parameters: readonly Parameter[], f: FunctionContext, at: Span): FunctionSignature {
  return {
    id, name: '<lambda>', parameters, enclosing: f.builder.id, isStatic: !f.hasThis, isAsync: false, isGenerator: false,
    isConstructor: false, isAbstract: false, isPrivate: true, annotations: [], at,
  };
}

function closure(f: FunctionContext, signature: FunctionSignature, fill: (inner: FunctionContext) => void): void {
  const { file, type, scope, hasThis } = f;
  buildFunction({ file, signature, type, scope, hasThis, parent: f, isClosure: true }, fill);
}

/** `a::b`, `T::b`, `T::new`: a function that passes its parameters on. */
export function lowerMethodReference(f: FunctionContext, node: SyntaxNode, expected: TypeRef | undefined): Value {
  const id = f.file.index.closureAt.get(node.start);
  const subject = node.namedChildren[0];
  if (id === undefined || subject === undefined) return unknown(f, node);
  const name = node.children.at(-1)?.text ?? '';
  const types = lambdaParameterTypes(f, expected);
  const forward = name === 'new' ? constructorReference(f, subject) : methodReference(f, subject, name, node, types);
  const at = spanOf(node);
  closure(f, signatureOf(id, forward.parameters, f, at), (inner) => {
    const value = forward.call(inner);
    inner.builder.emit({ op: 'return', value, at });
  });
  const type = isNamed(expected) ? expected : { name: LAMBDA_RESULT, args: forward.returns === undefined ? [] : [forward.returns] };
  return { operand: f.builder.produce((to) => ({ op: 'closure', to, function: id, at })), type };
}

/** A function that does nothing but call something. */
interface Forward {
  readonly parameters: readonly Parameter[];
  readonly returns?: TypeRef;
  /** Emits the call. */
  readonly call: (inner: FunctionContext) => Operand;
}

function rest(at: Span): Parameter {
  return { ...parameter('args', arrayOf(OBJECT), at), rest: 'list' };
}

function constructorReference(f: FunctionContext, subject: SyntaxNode): Forward {
  const at = spanOf(subject);
  const type = typeRefOf(subject, f.scope) ?? OBJECT;
  const parameters = [rest(at)];
  const args = [{ value: local('args'), spread: true }];
  const call = (inner: FunctionContext): Operand => inner.builder.produce((to) =>
    type.name === 'array' ? { op: 'array', to, items: [], at } : { op: 'new', to, type, args, at });
  return { parameters, returns: type, call };
}

function methodReference(f: FunctionContext, subject: SyntaxNode, name: string, node: SyntaxNode, types: readonly (TypeRef | undefined)[]): Forward {
  const { members } = f.file.project;
  const at = spanOf(node);
  if (subject.type === 'super') return passOn(at, { kind: 'super', type: f.type.id, name }, undefined);
  const qualifier = lowerQualifier(f, subject);
  if (qualifier.kind === 'package') return passOn(at, { kind: 'symbol', name: `${qualifier.name}.${name}` }, undefined);
  if (qualifier.kind === 'type') {
    const found = members.methods(simpleType(qualifier.type), name)[0];
    if (found === undefined) return libraryReference(f, qualifier.type, name, types, at);
    return found.method.signature.isStatic ? staticReference(found, at) : unboundReference(found, types[0] ?? simpleType(qualifier.type), at);
  }
  const { operand, type } = qualifier.value;
  const found = type === undefined ? undefined : members.methods(type, name)[0];
  const receiver = boundReceiver(f, operand, type, at);
  const parameters = found === undefined ? [rest(at)] : plain(found.method.signature.parameters);
  return {
    parameters, returns: found?.method.signature.returns,
    call: (inner) => {
      const object = receiver(inner);
      const callee: Callee = found === undefined
        ? { kind: 'method', receiver: object, name, ...(type === undefined ? {} : { type }) }
        : calleeOf(found, object, type);
      return emit(inner, callee, parameters, at);
    },
  };
}

/** The receiver is evaluated where the reference stands and kept for later. */
function boundReceiver(f: FunctionContext, operand: Operand, type: TypeRef | undefined, at: Span): (inner: FunctionContext) => Operand {
  if (operand.kind !== 'local') return () => operand;
  const kept = f.builder.declare('receiver', type);
  f.builder.emit({ op: 'move', to: kept, from: operand, at });
  f.builder.capture(kept);
  const place = { kind: 'captured', owner: f.builder.id, name: kept } as const;
  return (inner) => inner.builder.produce((to) => ({ op: 'load', to, place, at }));
}

function plain(parameters: readonly Parameter[]): readonly Parameter[] {
  return parameters.map((p) => ({ ...p, annotations: [] }));
}

function emit(inner: FunctionContext, callee: Callee, parameters: readonly Parameter[], at: Span): Operand {
  const args = parameters.map((p) => ({ value: local(p.name), ...(p.rest === 'list' ? { spread: true } : {}) }));
  return inner.builder.produce((to) => ({ op: 'call', to, callee, args, at }));
}

function passOn(at: Span, callee: Callee, returns: TypeRef | undefined): Forward {
  const parameters = [rest(at)];
  return { parameters, returns, call: (inner) => emit(inner, callee, parameters, at) };
}

function staticReference(found: FoundMethod, at: Span): Forward {
  const { signature } = found.method;
  const parameters = plain(signature.parameters);
  return { parameters, returns: signature.returns, call: (inner) => emit(inner, { kind: 'direct', function: signature.id }, parameters, at) };
}

/** `Order::getId`: the first parameter is the receiver. */
function unboundReference(found: FoundMethod, type: TypeRef, at: Span): Forward {
  const { signature } = found.method;
  const others = plain(signature.parameters);
  const returns = signature.returns === undefined ? undefined : substitute(signature.returns, found.bindings);
  return {
    parameters: [parameter('receiver', type, at), ...others], returns,
    call: (inner) => emit(inner, calleeOf(found, local('receiver'), type), others, at),
  };
}

/** Whether a library's method is static shows in what the reference is used as: it is given an object of the class, or not. */
function libraryReference(f: FunctionContext, type: string, name: string, types: readonly (TypeRef | undefined)[], at: Span): Forward {
  const [first] = types;
  if (first === undefined || !f.file.project.members.isSubtype(first.name, type)) return passOn(at, { kind: 'symbol', name: `${type}.${name}` }, undefined);
  const parameters = [parameter('receiver', first, at)];
  return {
    parameters, call: (inner) => inner.builder.produce((to) => ({
      op: 'call', to, callee: { kind: 'method', receiver: local('receiver'), name, type: first }, args: [], at,
    })),
  };
}

