/** Which of several methods of one name a call means, as far as the number and the static types of the arguments tell. */
import type { TypeRef } from '../../ir/index.js';
import type { FoundMethod, Members } from './members.js';
import { substitute } from './types.js';

/** Methods that take `count` arguments. */
export function withArity(methods: readonly FoundMethod[], count: number): readonly FoundMethod[] {
  const exact = methods.filter((m) => parametersOf(m).length === count && !isVariadic(m));
  const variadic = methods.filter((m) => isVariadic(m) && count >= parametersOf(m).length - 1);
  return [...exact, ...variadic];
}

/** The method that fits best, the first of equals; nothing when none takes that many arguments. */
export function chooseOverload(methods: readonly FoundMethod[], args: readonly (TypeRef | undefined)[], members: Members): FoundMethod | undefined {
  const candidates = withArity(methods, args.length);
  if (candidates.length < 2) return candidates[0];
  let best: FoundMethod | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    const score = args.reduce((sum, arg, i) => sum + fit(arg, parameterType(candidate, i), members), isVariadic(candidate) ? -1 : 0);
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

/** The declared type of the parameter that takes the `index`-th argument. */
export function parameterType(method: FoundMethod, index: number): TypeRef | undefined {
  const parameters = parametersOf(method);
  const last = parameters.at(-1);
  const spread = last?.rest === 'list' && index >= parameters.length - 1;
  const type = spread ? last.type?.args[0] : parameters[index]?.type;
  return type === undefined ? undefined : substitute(type, method.bindings);
}

function parametersOf(method: FoundMethod): FoundMethod['method']['signature']['parameters'] {
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

const NUMERIC = ['byte', 'short', 'char', 'int', 'long', 'float', 'double'];
const BOXES: ReadonlyMap<string, string> = new Map([
  ['byte', 'java.lang.Byte'], ['short', 'java.lang.Short'], ['char', 'java.lang.Character'], ['int', 'java.lang.Integer'],
  ['long', 'java.lang.Long'], ['float', 'java.lang.Float'], ['double', 'java.lang.Double'], ['boolean', 'java.lang.Boolean'],
]);

function fit(arg: TypeRef | undefined, parameter: TypeRef | undefined, members: Members): number {
  if (arg === undefined || parameter === undefined) return UNKNOWN;
  if (arg.name === parameter.name) return arg.name === 'array' ? fit(arg.args[0], parameter.args[0], members) : EXACT;
  if (parameter.name === 'java.lang.Object') return CONVERTIBLE;
  if (members.isSubtype(arg.name, parameter.name)) return SUBTYPE;
  if (isPrimitive(arg.name) || isPrimitive(parameter.name)) return primitiveFit(arg.name, parameter.name);
  // A type parameter takes anything; between library types the relation is not known here.
  return parameter.name.includes('.') && arg.name.startsWith('java.lang.') && parameter.name.startsWith('java.lang.') ? MISFIT : UNKNOWN;
}

function isPrimitive(name: string): boolean {
  return BOXES.has(name);
}

function primitiveFit(arg: string, parameter: string): number {
  if (BOXES.get(arg) === parameter || BOXES.get(parameter) === arg) return CONVERTIBLE;
  const from = NUMERIC.indexOf(arg);
  const to = NUMERIC.indexOf(parameter);
  if (from >= 0 && to > from) return SUBTYPE;
  return parameter.includes('.') || isPrimitive(parameter) ? MISFIT : UNKNOWN;
}
