/** Functions, lambdas and what a `def` does when it is run: defaults, decorators, the name. */
import type { FunctionId, FunctionSignature, Operand, Place, TypeId } from '../../../ir/index.js';
import type { SyntaxNode } from '../../tree-sitter/index.js';
import { scopeNames } from '../bindings.js';
import { entityOfName, isRepositoryCode } from '../entities.js';
import { methodKind, receiverName } from '../outline.js';
import { parametersOf, signatureOf, type PythonParameter } from '../signatures.js';
import { decoratorName, decoratorsOf, spanOf, unwrap } from '../syntax.js';
import { argumentsOf, construct, emitCall } from './calls.js';
import { buildFunction, compute, local, unknown, when, type FunctionContext, type Receiver } from './context.js';
import { lowerExpression, YIELDED } from './expressions.js';
import { load, readOuterName, writeName } from './names.js';
import { lowerBlock } from './statements.js';

/** `def f(…): …`: the function goes to its name. */
export function lowerFunctionDefinition(f: FunctionContext, node: SyntaxNode): void {
  const name = node.child('name')?.text;
  const owner = f.kind === 'class' ? f.type : undefined;
  const signature = signatureOf(f.file.project, f.file.outline, node, {
    ...(owner === undefined ? {} : { owner }), ...(f.kind === 'function' ? { enclosing: f.builder.id } : {}),
  });
  if (signature === undefined || name === undefined) return void unknown(f, node);
  storeDefaults(f, node, signature);
  lowerBody(f, node, signature, owner);
  const decorators = decoratorsInRepository(f, node);
  // Methods are found through their class; only a decorator makes them a value of their own.
  if (owner !== undefined && decorators.length === 0) return;
  const at = signature.at;
  const functions = decorators.map((decorator) => lowerExpression(f, decorator));
  let value: Operand = f.builder.produce((to) => ({ op: 'closure', to, function: signature.id, at }));
  for (const decorator of functions.reverse()) value = applyDecorator(f, decorator, value, node);
  writeName(f, name, value, 'assign', at);
  if (owner === undefined) for (const decorator of decoratorsOf(node)) if (!decorators.includes(decorator)) register(f, decorator, value);
}

/**
 * `@app.get("/x")`, `@helper.create` of an object that a library made: its method is called with what it decorates after the arguments written.
 * What comes back is taken to be the function still. Decorators that are no methods of a variable register nothing.
 */
function register(f: FunctionContext, decorator: SyntaxNode, value: Operand): void {
  const expression = unwrap(decorator);
  const callee = expression.type === 'call' ? expression.child('function') : expression;
  const receiver = callee?.type === 'attribute' ? callee.child('object') : undefined;
  const name = callee?.type === 'attribute' ? callee.child('attribute')?.text : undefined;
  if (receiver?.type !== 'identifier' || name === undefined || !isVariable(f, receiver.text)) return;
  const args = expression.type === 'call' ? argumentsOf(f, expression) : [];
  emitCall(f, { kind: 'method', receiver: lowerExpression(f, receiver), name }, [...args, { value }], spanOf(decorator));
}

function isVariable(f: FunctionContext, name: string): boolean {
  return f.builder.lookup(name) !== undefined || entityOfName(f.file.project, f.file.file, name)?.kind === 'variable';
}

/** The decorators whose code is at hand; those of libraries are taken to pass on what they get. */
export function decoratorsInRepository(f: FunctionContext, node: SyntaxNode): readonly SyntaxNode[] {
  return decoratorsOf(node).filter((decorator) => isRepositoryCode(f.file.project, f.file.file, decoratorName(decorator) ?? '?') || isLocalCode(f, decorator));
}

/** Decorators that are functions of an enclosing function. */
function isLocalCode(f: FunctionContext, decorator: SyntaxNode): boolean {
  const name = decoratorName(decorator)?.split('.')[0];
  return f.kind === 'function' && name !== undefined && f.names.bindings.get(name)?.some((binding) => binding.kind === 'function') === true;
}

/** Calls a decorator with what it decorates. */
export function applyDecorator(f: FunctionContext, decorator: Operand, value: Operand, node: SyntaxNode): Operand {
  const at = spanOf(node.child('name') ?? node);
  if (decorator.kind === 'type') return construct(f, decorator.type, [{ value }], at);
  return emitCall(f, decorator.kind === 'symbol' ? { kind: 'symbol', name: decorator.name } : { kind: 'value', value: decorator }, [{ value }], at);
}

export function lowerLambda(f: FunctionContext, node: SyntaxNode): Operand {
  const signature = signatureOf(f.file.project, f.file.outline, node, { enclosing: f.builder.id });
  if (signature === undefined) return unknown(f, node);
  lowerBody(f, node, signature, undefined);
  return f.builder.produce((to) => ({ op: 'closure', to, function: signature.id, at: spanOf(node) }));
}

function lowerBody(f: FunctionContext, node: SyntaxNode, signature: FunctionSignature, owner: TypeId | undefined): void {
  const body = node.child('body');
  const kind = owner === undefined ? 'static' : methodKind(node);
  const yields = yieldsOf(signature);
  const receiver = receiverOf(node, kind, owner);
  const type = owner ?? f.type;
  buildFunction({
    file: f.file, kind: 'function', names: scopeNames(body === undefined ? [] : [body], f.file.outline), parent: f, isAsync: signature.isAsync,
    ...(yields === undefined ? {} : { yields }),
    ...(type === undefined ? {} : { type }), ...(receiver === undefined ? {} : { receiver }),
  }, signature, (inner) => {
    for (const parameter of parametersOf(f.file.project, f.file.file, node, kind)) lowerDefault(inner, parameter, signature);
    if (body === undefined) return;
    if (yields === 'list') inner.builder.emit({ op: 'array', to: YIELDED, items: [], at: signature.at });
    if (body.type === 'block') lowerBlock(inner, body);
    else inner.builder.emit({ op: 'return', value: lowerExpression(inner, body), at: spanOf(body) });
    if (yields !== undefined) inner.builder.emit({ op: 'return', value: local(YIELDED), at: signature.at });
  });
}

function yieldsOf(signature: FunctionSignature): FunctionContext['yields'] {
  if (!signature.isGenerator) return undefined;
  return signature.annotations.some((annotation) => /(?:^|\.)(?:async)?contextmanager$/.test(annotation.name)) ? 'value' : 'list';
}

function receiverOf(node: SyntaxNode, kind: 'instance' | 'class' | 'static', owner: TypeId | undefined): Receiver | undefined {
  const name = owner === undefined ? undefined : receiverName(node, kind);
  if (name === undefined || owner === undefined) return undefined;
  return { name, operand: kind === 'class' ? { kind: 'type', type: owner } : { kind: 'this' } };
}

const LASTING = new Set([
  'list', 'dictionary', 'set', 'call', 'list_comprehension', 'set_comprehension', 'dictionary_comprehension', 'await',
]);

/** A default value that is made once, when the `def` is run, and shared by all calls. */
function isLasting(node: SyntaxNode | undefined): node is SyntaxNode {
  return node !== undefined && LASTING.has(unwrap(node).type);
}

function defaultPlace(f: FunctionContext, id: FunctionId, name: string): Place {
  const fn = id.slice(id.lastIndexOf('#') + 1);
  return { kind: 'module', module: f.file.file, name: `${fn}.${name}` };
}

/** Defaults of functions inside functions are made at each call of the outer one: those are treated like the others below. */
function keepsDefaults(signature: FunctionSignature): boolean {
  return signature.enclosing === undefined;
}

function storeDefaults(f: FunctionContext, node: SyntaxNode, signature: FunctionSignature): void {
  if (!keepsDefaults(signature)) return;
  for (const parameter of node.child('parameters')?.namedChildren ?? []) {
    const value = parameter.child('value');
    const name = parameter.child('name')?.text;
    if (!isLasting(value) || name === undefined) continue;
    f.builder.emit({ op: 'store', place: defaultPlace(f, signature.id, name), value: lowerExpression(f, value), how: 'initialise', at: spanOf(value) });
  }
}

/** `if p is None: p = default`, which is how the default comes in. */
function lowerDefault(f: FunctionContext, { parameter, value }: PythonParameter, signature: FunctionSignature): void {
  if (value === undefined || unwrap(value).type === 'none') return;
  const at = spanOf(value);
  const isNull = compute(f, 'is-null', [local(parameter.name)], at);
  when(f, isNull, at, () => {
    const kept = isLasting(value) && keepsDefaults(signature);
    const operand = kept ? load(f, defaultPlace(f, signature.id, parameter.name), at) : defaultValue(f, value);
    f.builder.assign(parameter.name, operand, at);
  });
}

/** A default is evaluated outside of the function: `x=x` means the outer one. */
function defaultValue(f: FunctionContext, value: SyntaxNode): Operand {
  const node = unwrap(value);
  const isShadowed = node.type === 'identifier' && f.builder.lookup(node.text) !== undefined;
  return isShadowed ? readOuterName(f, node.text, spanOf(node)) : lowerExpression(f, value);
}
