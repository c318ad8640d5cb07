/** Heads of functions: parameters, flags and annotations, without bodies. */
import type { Annotation, FunctionSignature, Parameter, Span } from '../../ir/index.js';
import type { Repository } from './entities.js';
import { entityOf } from './entities.js';
import type { FileFacts } from './facts.js';
import type { FunctionInfo, Scope } from './names/scopes.js';
import { lookUp } from './names/scopes.js';
import type { ES, FunctionNode, Node } from './syntax.js';
import { isFunction, keyName, spanOf } from './syntax.js';
import { typeRefOf } from './types.js';

/** The signature of a function that has a body, or of code that runs like one. */
export function signatureOf(repository: Repository, facts: FileFacts, info: FunctionInfo): FunctionSignature {
  const { node } = info;
  const member = info.owner?.methods.find((m) => m.info === info)?.node;
  const scope = facts.scopes.scopeOf.get(node) ?? facts.scopes.module;
  const fn = isFunction(node) ? node : undefined;
  return {
    id: info.id,
    name: info.name,
    parameters: fn === undefined ? [] : parametersOf(repository, facts, scope, fn),
    returns: fn === undefined ? undefined : typeRefOf(repository, facts, scope, fn.returnType?.typeAnnotation),
    owner: info.owner?.id,
    enclosing: info.parent === undefined || info.parent.kind === 'init' ? undefined : info.parent.id,
    isStatic: info.isStatic && info.kind !== 'init',
    isAsync: fn?.async ?? info.hasAwait,
    isGenerator: fn?.generator ?? false,
    isConstructor: info.kind === 'constructor',
    isAbstract: false,
    isPrivate: member !== undefined && isPrivate(member),
    ...(info.kind === 'get' || info.kind === 'set' ? { accessor: info.kind } : {}),
    ...(info.kind === 'function' && info.usesThis ? { ownThis: true } : {}),
    annotations: member === undefined ? [] : annotationsOf(repository, facts, scope, member.decorators),
    at: headOf(info),
  };
}

function isPrivate(member: ES.MethodDefinition): boolean {
  return member.accessibility === 'private' || member.key.type === 'PrivateIdentifier';
}

/** What names the function; else its start, up to the body. */
function headOf(info: FunctionInfo): Span {
  if (info.nameNode !== undefined) return spanOf(info.nameNode);
  const whole = spanOf(info.node);
  if (info.kind === 'init') return { start: whole.start, end: whole.start };
  const body = isFunction(info.node) && info.node.body !== null ? spanOf(info.node.body).start : whole.end;
  return { start: whole.start, end: Math.max(whole.start, body) };
}

/** Parameters in order; the first `this` of TypeScript is none. Patterns get the name that the body destructures. */
function parametersOf(repository: Repository, facts: FileFacts, scope: Scope, fn: FunctionNode): readonly Parameter[] {
  return runtimeParameters(fn).map((node, i) => parameterOf(repository, facts, scope, node, i));
}

/** The parameters that exist at run time. */
export function runtimeParameters(fn: FunctionNode): readonly ES.ParamPattern[] {
  return fn.params.filter((p) => !(p.type === 'Identifier' && p.name === 'this'));
}

/** The name of a parameter in the IR: the variable's, or a made-up one for a pattern. */
export function parameterName(scope: Scope, node: ES.ParamPattern, position: number): string {
  const target = parameterTarget(node);
  return target.type === 'Identifier' ? lookUp(scope, target.name)?.irName ?? target.name : `%arg${position + 1}`;
}

/** The pattern of a parameter without default, rest marker or access modifier. */
export function parameterTarget(node: ES.ParamPattern): ES.BindingPattern {
  if (node.type === 'TSParameterProperty') return parameterTarget(node.parameter);
  if (node.type === 'RestElement') return node.argument;
  return node.type === 'AssignmentPattern' ? node.left : node;
}

function parameterOf(repository: Repository, facts: FileFacts, scope: Scope, node: ES.ParamPattern, position: number): Parameter {
  const plain = node.type === 'TSParameterProperty' ? node.parameter : node;
  const target = parameterTarget(node);
  const annotation = (plain.type === 'RestElement' ? plain.typeAnnotation : undefined) ?? target.typeAnnotation;
  const hasDefault = plain.type === 'AssignmentPattern';
  return {
    name: parameterName(scope, node, position),
    type: typeRefOf(repository, facts, scope, annotation?.typeAnnotation),
    ...(plain.type === 'RestElement' ? { rest: 'list' } : {}),
    ...(hasDefault || (target as { readonly optional?: boolean }).optional === true ? { optional: true } : {}),
    ...(hasDefault ? { hasDefault } : {}),
    annotations: annotationsOf(repository, facts, scope, node.decorators),
    at: spanOf(node),
  };
}

/** Decorators with the literal arguments that can be read. */
export function annotationsOf(repository: Repository, facts: FileFacts, scope: Scope, decorators: readonly ES.Decorator[] | undefined): readonly Annotation[] {
  return (decorators ?? []).map((decorator) => {
    const call = decorator.expression.type === 'CallExpression' ? decorator.expression : undefined;
    const callee: Node = call?.callee ?? decorator.expression;
    const entity = entityOf(repository, facts, scope, callee);
    const name = entity?.kind === 'symbol' ? entity.name : entity?.kind === 'function' ? entity.id : plainName(callee);
    return { name, args: (call?.arguments ?? []).flatMap(literalArguments), at: spanOf(decorator) };
  });
}

function plainName(node: Node): string {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' ? keyName(node.property, node.computed) ?? '<computed>' : '<computed>';
}

function literalArguments(node: Node): Annotation['args'] {
  if (node.type === 'Literal') return isConstant(node.value) ? [{ value: node.value }] : [];
  if (node.type !== 'ObjectExpression') return [];
  return node.properties.flatMap((property) => {
    if (property.type === 'SpreadElement' || property.value.type !== 'Literal') return [];
    const name = keyName(property.key, property.computed);
    const { value } = property.value;
    return name === undefined || !isConstant(value) ? [] : [{ name, value }];
  });
}

function isConstant(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
