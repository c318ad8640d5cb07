/** Arguments of calls, what the chosen method makes of them, and what a call writes back through `out` and `ref`. */
import type { Argument, Operand, Span, TypeRef } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import { targetOf } from './assignments.js';
import type { FunctionContext, Value } from './context.js';
import { lowerExpression } from './expressions.js';
import type { FoundMethod } from './members.js';
import { chooseOverload, parameterType, withArity } from './overloads.js';
import { hasToken, nameText, parts, plainName, spanOf } from './syntax.js';
import { limited, substitute, typeRefOf } from './types.js';
import { readVariable, writeVariable, type Variable } from './variables.js';

/** Assigns what a call gives back to a variable that it was passed. */
type WriteBack = (result: Operand) => void;

/** Lowered arguments with the method that takes them, if it is known. */
export interface Selected {
  readonly method?: FoundMethod;
  readonly values: readonly Value[];
  readonly args: readonly Argument[];
  readonly writesBack: readonly WriteBack[];
  /** Type arguments that the call writes. */
  readonly generic: readonly TypeRef[];
}

/** The arguments of a call. */
export function argumentNodes(list: SyntaxNode | undefined): readonly SyntaxNode[] {
  return list === undefined ? [] : parts(list).filter((child) => child.type === 'argument');
}

/** How the arguments of one call are lowered. */
export interface Selecting {
  readonly generic?: readonly TypeRef[];
  /** What lambdas are given, for methods of libraries. */
  readonly lambdas?: TypeRef;
  /** Receiver of an extension method: its first argument. */
  readonly receiver?: Value;
  /** The called function changes what it is passed by reference in one atomic step. */
  readonly isAtomic?: boolean;
  /** The type of what comes back through `out var`. */
  readonly outType?: TypeRef;
}

/** Lowers the arguments and chooses among `methods`. When their number leaves one method only, its parameter types help with lambdas. */
export function selectMethod(f: FunctionContext, methods: readonly FoundMethod[], list: SyntaxNode | undefined, how: Selecting = {}): Selected {
  const nodes = argumentNodes(list);
  const { receiver, generic = [] } = how;
  const offset = receiver === undefined ? 0 : 1;
  const candidates = withArity(methods, nodes.length + offset);
  const only = candidates.length === 1 ? candidates[0] : undefined;
  const typed = only === undefined ? undefined : withGeneric(only, generic);
  const writesBack: WriteBack[] = [];
  const values = nodes.map((node, i) => {
    const expected = typed === undefined ? how.lambdas : parameterType(typed, i + offset, node.child('name')?.text);
    return lowerArgument(f, node, expected ?? (hasToken(node, 'out') ? how.outType : undefined), how.isAtomic === true ? undefined : writesBack);
  });
  const all = receiver === undefined ? values : [receiver, ...values];
  const chosen = only ?? chooseOverload(methods, all.map((v) => v.type), f.file.project.members);
  const named = nodes.map((node, i) => ({ value: values[i]!.operand, ...(node.child('name') === undefined ? {} : { name: plainName(node.child('name')!.text) }) }));
  const args: readonly Argument[] = receiver === undefined ? named : [{ value: receiver.operand }, ...named];
  return { ...(chosen === undefined ? {} : { method: withGeneric(chosen, generic) }), values: all, args, writesBack, generic };
}

/** The method with its type parameters replaced by the arguments that the call writes. */
function withGeneric(found: FoundMethod, generic: readonly TypeRef[]): FoundMethod {
  const { typeParameters } = found.method;
  if (generic.length === 0 || generic.length !== typeParameters.length) return found;
  return { ...found, bindings: new Map([...found.bindings, ...typeParameters.map((name, i): [string, TypeRef] => [name, limited(generic[i]!)])]) };
}

function lowerArgument(f: FunctionContext, node: SyntaxNode, expected: TypeRef | undefined, writesBack: WriteBack[] | undefined): Value {
  const expression = parts(node).find((child) => child.field !== 'name');
  if (expression === undefined) return { operand: { kind: 'constant', value: null } };
  const isOut = hasToken(node, 'out');
  if (expression.type === 'declaration_expression') return declareOut(f, expression, expected, writesBack);
  if (!isOut && !hasToken(node, 'ref')) return lowerExpression(f, expression, expected);
  const target = expression.text === '_' ? undefined : targetOf(f, expression);
  if (target === undefined) return isOut ? { operand: { kind: 'constant', value: null } } : lowerExpression(f, expression, expected);
  const at = spanOf(expression);
  const before: Value = isOut ? { operand: { kind: 'constant', value: null }, ...(target.type === undefined ? {} : { type: target.type }) } : readVariable(f, target, at);
  writesBack?.push(writeBack(f, target, at));
  return before;
}

function writeBack(f: FunctionContext, target: Variable, at: Span): WriteBack {
  return (result) => {
    // The variable gets a copy: the result is used for itself, too.
    if (target.kind === 'local') f.builder.emit({ op: 'move', to: target.name, from: result, at });
    else writeVariable(f, target, { operand: result }, 'assign', at);
  };
}

/** `out var x`: declared here, in view afterwards. */
function declareOut(f: FunctionContext, node: SyntaxNode, expected: TypeRef | undefined, writesBack: WriteBack[] | undefined): Value {
  const name = node.child('name');
  const type = typeRefOf(node.child('type'), f.scope) ?? expected;
  if (name !== undefined && name.text !== '_') {
    const variable = f.builder.declare(nameText(name), type);
    writesBack?.push(writeBack(f, { kind: 'local', name: variable }, spanOf(node)));
  }
  return { operand: { kind: 'constant', value: null }, ...(type === undefined ? {} : { type }) };
}

/** The static type of what `selected.method` returns for these arguments. */
export function returnTypeOf(selected: Selected): TypeRef | undefined {
  const { method, values } = selected;
  const returns = method?.method.signature.returns;
  if (method === undefined || returns === undefined) return undefined;
  const type = substitute(returns, method.bindings);
  const open = method.method.typeParameters.filter((name) => !method.bindings.has(name));
  if (open.length === 0) return type;
  const inferred = new Map<string, TypeRef>();
  values.forEach((value, i) => infer(parameterType(method, i), value.type, open, inferred));
  return substitute(type, inferred);
}

/** Bound on the nesting of type arguments that inference follows. */
const MAX_TYPE_DEPTH = 5;

function infer(parameter: TypeRef | undefined, argument: TypeRef | undefined, variables: readonly string[], inferred: Map<string, TypeRef>, depth = 0): void {
  if (parameter === undefined || argument === undefined || depth > MAX_TYPE_DEPTH) return;
  if (variables.includes(parameter.name)) {
    if (!inferred.has(parameter.name)) inferred.set(parameter.name, limited(argument));
    return;
  }
  if (parameter.args.length !== argument.args.length) return;
  parameter.args.forEach((p, i) => infer(p, argument.args[i], variables, inferred, depth + 1));
}
