/** Lambdas, anonymous methods and local functions: functions of their own that close over what they use. */
import type { FunctionSignature, Parameter, TypeRef } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { buildFunction, unknown, type FunctionContext, type Value } from './context.js';
import { bodyOf, isGenerator, parametersOf, typeParametersOf, wrapped } from './declarations.js';
import { lowerExpression } from './expressions.js';
import { delegateOf, FUNC } from './library-types.js';
import { lowerFunctionBody } from './statements.js';
import { modifiersIn, nameText, spanOf } from './syntax.js';
import { awaitedType, OBJECT, substitute, typeRefOf } from './types.js';

/** `(x) => …`, `delegate (int x) { … }` */
export function lowerClosure(f: FunctionContext, node: SyntaxNode, expected: TypeRef | undefined): Value {
  const id = f.file.closureId(node);
  const body = closureBody(node);
  if (id === undefined || body === undefined) return unknown(f, node);
  const shape = delegateShape(f, expected);
  const written = parametersOf(node.child('parameters'), f.scope);
  const parameters = written.map((p, i): Parameter => (p.type === undefined && shape.parameters[i] !== undefined ? { ...p, type: shape.parameters[i] } : p));
  const isAsync = modifiersIn(node).has('async');
  const signature: FunctionSignature = {
    id, name: '<lambda>', parameters, enclosing: f.builder.id, isStatic: !f.hasThis, isAsync, isGenerator: false, isConstructor: false, isAbstract: false,
    isPrivate: true, annotations: [], at: { start: node.start, end: (node.child('parameters') ?? node).end },
  };
  const result = buildClosure(f, signature, body, isAsync ? awaitedType(shape.returns) : shape.returns);
  const type = result === undefined && expected !== undefined && delegateOf(expected) !== undefined ? expected
    : { name: FUNC, args: [...parameters.map((p) => p.type ?? OBJECT), ...(result === undefined ? [] : [wrapped(result, isAsync) ?? result])] };
  const operand = f.builder.produce((to) => ({ op: 'closure', to, function: id, at: spanOf(node) }));
  return { operand, ...(result === undefined && expected === undefined ? {} : { type }) };
}

function closureBody(node: SyntaxNode): SyntaxNode | undefined {
  return node.child('body') ?? node.childOfType('block', 'arrow_expression_clause');
}

interface DelegateShape {
  readonly parameters: readonly (TypeRef | undefined)[];
  readonly returns?: TypeRef;
}

function delegateShape(f: FunctionContext, expected: TypeRef | undefined): DelegateShape {
  if (expected === undefined) return { parameters: [] };
  const known = delegateOf(expected);
  if (known !== undefined) return known;
  const [invoke] = f.file.project.typeOf(expected.name)?.isDelegate === true ? f.file.project.members.methods(expected, 'Invoke') : [];
  if (invoke === undefined) return { parameters: [] };
  const { parameters, returns } = invoke.method.signature;
  return {
    parameters: parameters.map((p) => (p.type === undefined ? undefined : substitute(p.type, invoke.bindings))),
    ...(returns === undefined ? {} : { returns: substitute(returns, invoke.bindings) }),
  };
}

/** Builds the body and gives the type of a lambda's expression. */
function buildClosure(f: FunctionContext, signature: FunctionSignature, body: SyntaxNode, returns: TypeRef | undefined): TypeRef | undefined {
  let result: TypeRef | undefined;
  const { file, type, scope, hasThis } = f;
  buildFunction({ file, signature, type, scope, hasThis, parent: f, returns }, (inner) => {
    if (body.type === 'block' || body.type === 'arrow_expression_clause') {
      lowerFunctionBody(inner, body);
      return;
    }
    const value = lowerExpression(inner, body, returns);
    result = value.type?.name === 'void' ? undefined : value.type;
    if (body.type !== 'throw_expression') inner.builder.emit({ op: 'return', value: value.operand, at: spanOf(body) });
  });
  return result;
}

/** Makes the local functions of a block known before its statements: they may be called above their declaration. */
export function declareLocalFunctions(f: FunctionContext, statements: readonly SyntaxNode[]): void {
  for (const node of statements) {
    const id = node.type === 'local_function_statement' ? f.file.closureId(node) : undefined;
    if (id === undefined) continue;
    const words = modifiersIn(node);
    const scope = { ...f.scope, parent: f.scope, typeParameters: typeParametersOf(node, f.scope) };
    const returns = typeRefOf(node.child('type'), scope);
    const signature: FunctionSignature = {
      id, name: nameText(node.child('name')), parameters: parametersOf(node.child('parameters'), scope), ...(returns === undefined ? {} : { returns }),
      enclosing: f.builder.id, isStatic: !f.hasThis, isAsync: words.has('async'), isGenerator: isGenerator(bodyOf(node)), isConstructor: false,
      isAbstract: false, isPrivate: true, annotations: [], at: spanOf(node.child('name') ?? node),
    };
    f.localFunctions.set(f.builder.declare(nameText(node.child('name'))), signature);
  }
}

/** The body of a local function, where its declaration stands. */
export function lowerLocalFunction(f: FunctionContext, node: SyntaxNode): void {
  const id = f.file.closureId(node);
  const signature = [...f.localFunctions.values()].find((candidate) => candidate.id === id);
  const body = bodyOf(node);
  if (signature === undefined || body === undefined) return;
  const { file, type, hasThis } = f;
  const scope = { ...f.scope, parent: f.scope, typeParameters: typeParametersOf(node, f.scope) };
  const returns = signature.isAsync ? awaitedType(signature.returns) : signature.returns;
  buildFunction({ file, signature, type, scope, hasThis, parent: f, returns }, (inner) => lowerFunctionBody(inner, body));
}
