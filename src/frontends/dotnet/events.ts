/** Events: `source.Changed += handler` adds a function to those that are called, `-=` takes one away, each in one atomic step. */
import type { Callee, Operand, Place, Span, TypeRef } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { argumentNodes } from './arguments.js';
import type { FunctionContext, Value } from './context.js';
import { CLOSURES } from './declarations.js';
import { lowerExpression } from './expressions.js';
import { delegateOf } from './library-types.js';
import { findTypeName, knownType } from './names.js';
import { findLocalFunction } from './qualifiers.js';
import { firstPart, nameText, plainName, spanOf } from './syntax.js';
import { simpleType, typeRefOf } from './types.js';
import { findVariable, readVariable, typesAround, type Variable } from './variables.js';

/** What the operators are called where they are functions: of a field that keeps delegates, and of an event of a class. */
const OPERATIONS: ReadonlyMap<string, { readonly ofDelegates: string; readonly accessor: string }> = new Map([
  ['+=', { ofDelegates: 'System.Delegate.Combine', accessor: 'add' }],
  ['-=', { ofDelegates: 'System.Delegate.Remove', accessor: 'remove' }],
]);

/** `target += handler` and `target -= handler`; nothing when neither side is a delegate, or the target is a variable of the function. */
export function lowerSubscription(f: FunctionContext, target: Variable, operator: string, right: SyntaxNode, node: SyntaxNode): Value | undefined {
  const operation = OPERATIONS.get(operator);
  if (operation === undefined || target.kind !== 'place' || target.place.kind === 'captured') return undefined;
  if (!isDelegateType(f, target.type) && !isDelegateValue(f, right)) return undefined;
  const at = spanOf(node);
  // What is kept there is known to the repository, or there are accessors.
  if (target.type !== undefined) {
    const kept = readVariable(f, target, at);
    return emit(f, { kind: 'symbol', name: operation.ofDelegates }, [kept.operand, lowerExpression(f, right, target.type).operand], at);
  }
  return callAccessor(f, target.place, operation.accessor, right, at);
}

function callAccessor(f: FunctionContext, place: Place, accessor: string, right: SyntaxNode, at: Span): Value | undefined {
  if (place.kind !== 'field' && place.kind !== 'static') return undefined;
  const name = `${accessor}_${place.field}`;
  const { operand } = lowerExpression(f, right);
  if (place.kind === 'field') return emit(f, { kind: 'method', receiver: place.object, name }, [operand], at);
  const [own] = f.file.project.members.methods(simpleType(place.type), name);
  return emit(f, own === undefined ? { kind: 'symbol', name: `${place.type}.${name}` } : { kind: 'direct', function: own.method.signature.id }, [operand], at);
}

function emit(f: FunctionContext, callee: Callee, args: readonly Operand[], at: Span): Value {
  f.builder.emit({ op: 'call', callee, args: args.map((value) => ({ value })), at });
  return { operand: { kind: 'constant', value: null } };
}

/** Delegates of libraries are called so. */
const DELEGATE_NAME = /(?:Handler|Callback|Delegate|ThreadStart)$/u;

/** Whether values of the type are functions. */
export function isDelegateType(f: FunctionContext, type: TypeRef | undefined): boolean {
  if (type === undefined) return false;
  const declared = f.file.project.typeOf(knownType(type, f.scope)?.name ?? type.name);
  return declared === undefined ? delegateOf(type) !== undefined || DELEGATE_NAME.test(type.name) : declared.isDelegate;
}

/** Whether the expression is a function: a lambda, a method by its name, a delegate made of one, or a variable that holds one. */
export function isDelegateValue(f: FunctionContext, node: SyntaxNode, depth = 0): boolean {
  if (CLOSURES.has(node.type)) return true;
  switch (node.type) {
    case 'identifier': return isNamedFunction(f, plainName(nameText(node)));
    case 'member_access_expression': return isMethodOfObject(f, node);
    case 'parenthesized_expression': return isDelegatePart(f, firstPart(node), depth);
    case 'cast_expression': return isDelegateType(f, typeRefOf(node.child('type'), f.scope)) || isDelegatePart(f, node.child('value'), depth);
    case 'object_creation_expression': {
      const [only, more] = argumentNodes(node.child('arguments'));
      return only !== undefined && more === undefined && isDelegatePart(f, firstPart(only), depth);
    }
    default: return false;
  }
}

const MAX_DEPTH = 8;

function isDelegatePart(f: FunctionContext, node: SyntaxNode | undefined, depth: number): boolean {
  return node !== undefined && depth < MAX_DEPTH && isDelegateValue(f, node, depth + 1);
}

function isNamedFunction(f: FunctionContext, name: string): boolean {
  const variable = findVariable(f, name);
  if (variable !== undefined) return isDelegateType(f, variable.type);
  return findLocalFunction(f, name) !== undefined || typesAround(f).some((type) => isMethod(f, simpleType(type.id), name));
}

/** `this.OnChanged`, `listener.OnChanged`, `Listener.OnChanged` */
function isMethodOfObject(f: FunctionContext, node: SyntaxNode): boolean {
  const object = node.child('expression');
  const name = nameText(node.child('name'));
  if (object === undefined) return false;
  if (object.type === 'this' || object.type === 'base') return typesAround(f).slice(0, 1).some((type) => isMethod(f, simpleType(type.id), name));
  if (object.type !== 'identifier') return false;
  const written = plainName(nameText(object));
  const type = findVariable(f, written)?.type ?? simpleType(findTypeName(written, f.scope) ?? written);
  return isMethod(f, knownType(type, f.scope) ?? type, name);
}

function isMethod(f: FunctionContext, type: TypeRef, name: string): boolean {
  return f.file.project.members.methods(type, name).length > 0 && f.file.project.members.field(type, name) === undefined;
}
