/** Which of several methods of one name a call means, by number and static types of its arguments. */
import type { TypeRef } from '../../ir/index.js';
import { delegateOf } from './library-types.js';
import type { FoundMethod, Members } from './members.js';
import { substitute } from './types.js';

type Parameters = FoundMethod['method']['signature']['parameters'];

/** The methods that take `count` arguments; of extension methods called on an object, the object counts. */
export function withArity(methods: readonly FoundMethod[], count: number): readonly FoundMethod[] {
  return methods.filter((m) => {
    const parameters = parametersOf(m);
    const required = parameters.filter((p) => p.optional !== true && p.rest === undefined).length;
    return count >= required && (count <= parameters.length || isVariadic(m));
  });
}

/** The method that fits best, the first of equals; nothing when none takes that many arguments. */
export function chooseOverload(methods: readonly FoundMethod[], args: readonly (TypeRef | undefined)[], members: Members): FoundMethod | undefined {
  const candidates = withArity(methods, args.length);
  if (candidates.length < 2) return candidates[0];
  let best: FoundMethod | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    const spare = parametersOf(candidate).length - args.length;
    const start = (isVariadic(candidate) ? -1 : 0) - Math.max(spare, 0) * 0.1;
    const score = args.reduce((sum, arg, i) => sum + fit(arg, parameterType(candidate, i), members), start);
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

/** The declared type of the parameter that takes the `index`-th argument, or the argument called `name`. */
export function parameterType(method: FoundMethod, index: number, name?: string): TypeRef | undefined {
  const parameters = parametersOf(method);
  const last = parameters.at(-1);
  const isSpread = last?.rest === 'list' && index >= parameters.length - 1;
  const named = name === undefined ? undefined : parameters.find((p) => p.name === name);
  const type = named !== undefined ? named.type : isSpread ? last.type?.args[0] : parameters[index]?.type;
  return type === undefined ? undefined : substitute(type, method.bindings);
}

function parametersOf(method: FoundMethod): Parameters {
  return method.method.signature.parameters;
}

function isVariadic(method: FoundMethod): boolean {
  return parametersOf(method).at(-1)?.rest === 'list';
}

const EXACT = 4;
const SUBTYPE = 3;
const CONVERTIBLE = 2;
const UNKNOWN = 1;
const MISFIT = -8;
const NUMERIC = ['Byte', 'SByte', 'Int16', 'UInt16', 'Char', 'Int32', 'UInt32', 'Int64', 'UInt64', 'Single', 'Double', 'Decimal'].map((name) => `System.${name}`);
const SEALED = new Set([...NUMERIC, 'System.String', 'System.Boolean', 'System.Guid', 'System.DateTime']);

/** How well an argument of one type suits a parameter of another. */
export function fit(arg: TypeRef | undefined, parameter: TypeRef | undefined, members: Members): number {
  if (arg === undefined || parameter === undefined) return UNKNOWN;
  if (arg.name === parameter.name) return arg.name === 'array' ? fit(arg.args[0], parameter.args[0], members) : EXACT;
  if (parameter.name === 'System.Object') return CONVERTIBLE;
  if (members.isSubtype(arg.name, parameter.name)) return SUBTYPE;
  const from = NUMERIC.indexOf(arg.name);
  const to = NUMERIC.indexOf(parameter.name);
  if (from >= 0 && to >= 0) return to > from ? CONVERTIBLE : MISFIT;
  const isDelegate = delegateOf(arg) !== undefined;
  if (SEALED.has(parameter.name) || (isDelegate && SEALED.has(arg.name))) return MISFIT;
  if (SEALED.has(arg.name) && (members.lookUp(parameter.name) !== undefined || delegateOf(parameter) !== undefined)) return MISFIT;
  return UNKNOWN;
}

/** Whether an object of type `receiver` can surely be given to a parameter of type `parameter`. */
export function accepts(receiver: TypeRef | undefined, parameter: TypeRef | undefined, members: Members): boolean {
  // A library's type implements no interface of the repository.
  const isForeign = receiver !== undefined && parameter !== undefined && receiver.name.includes('.') && members.lookUp(receiver.name) === undefined;
  if (isForeign && members.lookUp(parameter.name) !== undefined) return false;
  return parameter === undefined || fit(receiver, parameter, members) > MISFIT;
}
