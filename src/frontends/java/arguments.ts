/** Arguments of calls, and what the chosen method makes of them. */
import type { Argument, TypeRef } from '../../ir/index.js';
import type { SyntaxNode } from '../tree-sitter/index.js';
import type { FunctionContext, Value } from './context.js';
import { lowerExpression } from './expressions.js';
import type { FoundMethod } from './members.js';
import { chooseOverload, parameterType, withArity } from './overloads.js';
import { limited, substitute } from './types.js';

/** Lowered arguments with the method that takes them, if it is known. */
export interface Selected {
  readonly method?: FoundMethod;
  readonly values: readonly Value[];
  readonly args: readonly Argument[];
}

/** The argument expressions of a call. */
export function argumentNodes(list: SyntaxNode | undefined): readonly SyntaxNode[] {
  return list?.namedChildren ?? [];
}

/**
 * Lowers the arguments and chooses among `methods`. When the number of arguments leaves one method only, its parameter types
 * are what lambdas are lowered with; else `lambdas` are, the types of a library's lambda parameters.
 */
export function selectMethod(
  f: FunctionContext, methods: readonly FoundMethod[], list: SyntaxNode | undefined, lambdas: readonly TypeRef[] = [],
): Selected {
  const nodes = argumentNodes(list);
  const candidates = withArity(methods, nodes.length);
  const only = candidates.length === 1 ? candidates[0] : undefined;
  const functional: TypeRef | undefined = lambdas.length === 0 ? undefined : { name: LAMBDA_PARAMETERS, args: lambdas };
  const values = nodes.map((node, i) => lowerExpression(f, node, only === undefined ? functional : parameterType(only, i)));
  const method = only ?? chooseOverload(methods, values.map((v) => v.type), f.file.project.members);
  return { method, values, args: values.map((v) => ({ value: v.operand })) };
}

/** Stands for a functional interface of which only the lambda's parameter types are known. */
export const LAMBDA_PARAMETERS = '<lambda parameters>';

/** The static type of what `selected.method` returns for these arguments. */
export function returnTypeOf(selected: Selected): TypeRef | undefined {
  const { method, values } = selected;
  const returns = method?.method.signature.returns;
  if (method === undefined || returns === undefined) return undefined;
  const type = substitute(returns, method.bindings);
  if (method.method.typeParameters.length === 0) return type;
  const inferred = new Map<string, TypeRef>();
  values.forEach((value, i) => infer(parameterType(method, i), value.type, method.method.typeParameters, inferred));
  return substitute(type, inferred);
}

/** Bound on the nesting of type arguments that inference follows. */
const MAX_TYPE_DEPTH = 5;

function infer(
  parameter: TypeRef | undefined, argument: TypeRef | undefined, variables: readonly string[], inferred: Map<string, TypeRef>, depth = 0,
): void {
  if (parameter === undefined || argument === undefined || depth > MAX_TYPE_DEPTH) return;
  if (variables.includes(parameter.name)) {
    if (!inferred.has(parameter.name)) inferred.set(parameter.name, limited(argument));
    return;
  }
  if (parameter.args.length !== argument.args.length) return;
  parameter.args.forEach((p, i) => infer(p, argument.args[i], variables, inferred, depth + 1));
}
