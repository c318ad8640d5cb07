/** `new`: objects, anonymous classes, arrays. And calls of one constructor by another. */
import type { Argument, Callee, TypeRef } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { argumentNodes, selectMethod } from './arguments.js';
import type { FunctionContext, Value } from './context.js';
import { lowerExpression } from './expressions.js';
import { superCall } from './generated.js';
import { lowerTypeBody } from './lower-type.js';
import { OUTER_FIELD, type JavaType } from './model.js';
import { LATE_CONSTRUCTOR_CALLS } from './newer-syntax.js';
import { arrayOf, dimensionsOf, OBJECT, simpleType, spanOf, typeRefOf } from './types.js';
import { outerThis } from './variables.js';

/** `new T(…)`, `outer.new T(…)`, `new T(…) { … }`. */
export function lowerCreation(f: FunctionContext, node: SyntaxNode, expected: TypeRef | undefined): Value {
  const at = spanOf(node);
  const outer = node.children[0]?.type === 'new' ? undefined : node.namedChildren[0];
  const outerValue = outer === undefined || outer.field !== undefined ? undefined : lowerExpression(f, outer);
  const written = createdType(f, node, outerValue?.type, expected);
  const anonymous = anonymousType(f, node);
  const type = anonymous === undefined ? written : simpleType(anonymous.id);
  const own = f.file.project.typeOf(type.name);
  const { args } = selectMethod(f, constructorsTaking(f, written), node.child('arguments'));
  const all = [...outerArgument(f, own, outerValue, node), ...args];
  const body = node.childOfType('class_body');
  if (anonymous !== undefined && body !== undefined) lowerTypeBody(f.file, body, anonymous, f);
  return { operand: f.builder.produce((to) => ({ op: 'new', to, type, args: all, at })), type: anonymous === undefined ? type : written };
}

/** Constructors without the parameter that brings the outer instance, which no argument list has. */
function constructorsTaking(f: FunctionContext, type: TypeRef): ReturnType<typeof f.file.project.members.constructors> {
  return f.file.project.members.constructors(type.name).map((found) => {
    const { signature } = found.method;
    const parameters = signature.parameters.filter((p) => p.name !== OUTER_FIELD);
    return parameters.length === signature.parameters.length
      ? found
      : { ...found, method: { ...found.method, signature: { ...signature, parameters } } };
  });
}

function anonymousType(f: FunctionContext, node: SyntaxNode): JavaType | undefined {
  const body = node.childOfType('class_body');
  return body === undefined ? undefined : f.file.index.typeAt.get(body.start);
}

/** The class that is created; `<>` takes its arguments from the context. */
function createdType(f: FunctionContext, node: SyntaxNode, outer: TypeRef | undefined, expected: TypeRef | undefined): TypeRef {
  const syntax = node.child('type');
  const type = typeRefOf(syntax, f.scope) ?? OBJECT;
  if (outer !== undefined && syntax !== undefined) {
    const member = f.file.index.names.memberType(outer.name, syntax.text);
    if (member !== undefined) return simpleType(member);
  }
  const isDiamond = syntax?.type === 'generic_type' && type.args.length === 0;
  return isDiamond && expected !== undefined ? { name: type.name, args: expected.args } : type;
}

/** The instance around an object of an inner class: a leading argument. */
function outerArgument(f: FunctionContext, type: JavaType | undefined, given: Value | undefined, node: SyntaxNode): readonly Argument[] {
  if (type?.outerInstance === undefined) return [];
  return [{ value: given?.operand ?? outerThis(f, type.outerInstance, spanOf(node)).operand }];
}

/** Whether `node` is `this(…)` or `super(…)`, and which; nothing for any other node. */
export function constructorCall(node: SyntaxNode): 'this' | 'super' | undefined {
  if (node.type === 'explicit_constructor_invocation') return node.child('constructor')?.type === 'this' ? 'this' : 'super';
  const call = node.type === 'expression_statement' ? node.namedChildren[0] : node;
  if (call?.type !== 'method_invocation' || call.child('object') !== undefined) return undefined;
  return LATE_CONSTRUCTOR_CALLS.get(call.child('name')?.text ?? '');
}

/** `this(…)` and `super(…)` in a constructor. */
export function lowerConstructorCall(f: FunctionContext, statement: SyntaxNode): void {
  const node = statement.type === 'expression_statement' ? (statement.namedChildren[0] ?? statement) : statement;
  const at = spanOf(node);
  const list = node.child('arguments');
  const object = node.child('object');
  if (object !== undefined) lowerExpression(f, object);
  if (constructorCall(node) === 'this') {
    const { method, args } = selectMethod(f, constructorsTaking(f, simpleType(f.type.id)), list);
    const id = method?.method.signature.id;
    const outer: readonly Argument[] = f.type.outerInstance === undefined ? [] : [{ value: { kind: 'local', name: OUTER_FIELD } }];
    if (id === undefined) return;
    const callee: Callee = { kind: 'direct', function: id, receiver: { kind: 'this' } };
    f.builder.emit({ op: 'call', callee, args: [...outer, ...args], at });
    return;
  }
  const { args } = selectMethod(f, f.type.superclass === undefined ? [] : constructorsTaking(f, f.type.superclass), list);
  for (const statement of superCall(f.type, args, at, f.file.project.members.lookUp)) f.builder.emit(statement);
}

/** `new T[n]`, `new T[] { … }`. */
export function lowerArrayCreation(f: FunctionContext, node: SyntaxNode): Value {
  const element = typeRefOf(node.child('type'), f.scope) ?? OBJECT;
  const sizes = node.childrenOfType('dimensions_expr');
  for (const size of sizes) for (const expression of size.namedChildren) lowerExpression(f, expression);
  const open = node.childrenOfType('dimensions').reduce((sum, d) => sum + dimensionsOf(d), 0);
  const type = arrayOf(element, sizes.length + open);
  const initializer = node.child('value');
  if (initializer !== undefined) return lowerArrayInitializer(f, initializer, type);
  return { operand: f.builder.produce((to) => ({ op: 'array', to, items: [], at: spanOf(node) })), type };
}

/** `{ a, b }`, whose type the declaration around it gives. */
export function lowerArrayInitializer(f: FunctionContext, node: SyntaxNode, type: TypeRef | undefined): Value {
  const element = type?.name === 'array' ? type.args[0] : undefined;
  const items = argumentNodes(node).map((item) => ({ value: lowerExpression(f, item, element).operand }));
  return { operand: f.builder.produce((to) => ({ op: 'array', to, items, at: spanOf(node) })), type };
}
