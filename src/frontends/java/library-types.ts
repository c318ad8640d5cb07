/**
 * Static types that follow from a library's generic collections and functional interfaces: elements, entries, what a lambda
 * is given. Only what gives later calls a receiver type; what the calls do is library knowledge and not the front-end's.
 */
import type { TypeRef } from '../../ir/index.js';
import { arrayOf, OBJECT, simpleType, STRING } from './types.js';

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/u));
}

/** On a type with one argument: methods that give an element. */
const ELEMENT = words(`get next previous first last getFirst getLast removeFirst removeLast poll pollFirst pollLast peek peekFirst peekLast
  element pop take remove orElse orElseGet orElseThrow join getNow resultNow elementAt firstElement lastElement getAndSet getPlain
  updateAndGet getAndUpdate accumulateAndGet getAndAccumulate call invoke`);
/** … that give the same type again. */
const SAME = words(`filter peek sorted distinct limit skip parallel sequential unordered onClose takeWhile dropWhile or subList reversed
  descendingSet headSet tailSet subSet whenComplete exceptionally`);
/** … whose lambda is given an element. */
const ELEMENT_LAMBDAS = words(`forEach forEachOrdered removeIf filter map flatMap mapMulti mapToInt mapToLong mapToDouble anyMatch allMatch
  noneMatch ifPresent ifPresentOrElse peek takeWhile dropWhile replaceAll sorted sort reduce min max thenApply thenAccept thenCompose
  thenApplyAsync thenAcceptAsync thenComposeAsync whenComplete handle updateAndGet getAndUpdate accumulateAndGet test accept`);
/** On a map: methods that give a value. */
const MAP_VALUE = words('get getOrDefault put putIfAbsent remove computeIfAbsent computeIfPresent compute merge replace');

/** On text: methods that give text. */
const TEXT = words(`concat format formatted indent intern join repeat replace replaceAll replaceFirst strip stripIndent stripLeading
  stripTrailing substring toLowerCase toUpperCase translateEscapes trim valueOf copyValueOf`);

const STREAM = 'java.util.stream.Stream';
const ENTRY = 'java.util.Map.Entry';

const BUILDER = '.Builder';
const TEXT_BUILDERS = words('java.lang.StringBuilder java.lang.StringBuffer');
const CHAINED_TEXT = words('append appendCodePoint insert reverse delete deleteCharAt replace');

/** Conventions of fluent interfaces: builders give themselves until `build`, `with…` gives an object of the same class. */
function fluentResult(receiver: TypeRef, name: string): TypeRef | undefined {
  if (receiver.name.endsWith(BUILDER)) return name === 'build' ? simpleType(receiver.name.slice(0, -BUILDER.length)) : receiver;
  if (TEXT_BUILDERS.has(receiver.name)) return CHAINED_TEXT.has(name) ? receiver : undefined;
  return /^with\p{Lu}/u.test(name) && receiver.name.includes('.') ? receiver : undefined;
}

/** The type of `receiver.name(…)` for a library's receiver type; `result` is the type that a lambda argument returns. */
export function libraryResult(receiver: TypeRef | undefined, name: string, result?: TypeRef): TypeRef | undefined {
  if (name === 'toString') return STRING;
  if (receiver === undefined) return undefined;
  if (receiver.name === 'java.lang.String') return name === 'split' ? arrayOf(STRING) : TEXT.has(name) ? STRING : undefined;
  const fluent = fluentResult(receiver, name);
  if (fluent !== undefined) return fluent;
  if (!receiver.name.startsWith('java.util.')) return undefined;
  const [first, second] = receiver.args;
  if (receiver.name === ENTRY) return name === 'getKey' ? first : name === 'getValue' ? second : undefined;
  if (first === undefined) return undefined;
  return second === undefined ? resultOfOne(receiver, first, name, result) : resultOfMap(first, second, name);
}

function resultOfOne(receiver: TypeRef, element: TypeRef, name: string, result: TypeRef | undefined): TypeRef | undefined {
  if (ELEMENT.has(name) && !receiver.name.startsWith(STREAM)) return element;
  if (SAME.has(name)) return receiver;
  switch (name) {
    case 'stream':
    case 'parallelStream': return { name: STREAM, args: [element] };
    case 'iterator':
    case 'listIterator':
    case 'descendingIterator': return { name: 'java.util.Iterator', args: [element] };
    case 'findFirst':
    case 'findAny':
    case 'min':
    case 'max':
    case 'reduce': return { name: 'java.util.Optional', args: [element] };
    case 'toList': return { name: 'java.util.List', args: [element] };
    case 'map':
    case 'thenApply':
    case 'thenApplyAsync': return result === undefined ? undefined : { name: receiver.name, args: [result] };
    case 'flatMap':
    case 'thenCompose': return result;
    default: return undefined;
  }
}

function resultOfMap(key: TypeRef, value: TypeRef, name: string): TypeRef | undefined {
  if (MAP_VALUE.has(name)) return value;
  switch (name) {
    case 'keySet':
    case 'navigableKeySet': return { name: 'java.util.Set', args: [key] };
    case 'values': return { name: 'java.util.Collection', args: [value] };
    case 'entrySet': return { name: 'java.util.Set', args: [{ name: ENTRY, args: [key, value] }] };
    case 'firstKey':
    case 'lastKey': return key;
    case 'firstEntry':
    case 'lastEntry':
    case 'pollFirstEntry':
    case 'pollLastEntry': return { name: ENTRY, args: [key, value] };
    default: return undefined;
  }
}

/** The types of a lambda's parameters where it is an argument of `receiver.name(…)`. */
export function lambdaParameters(receiver: TypeRef | undefined, name: string): readonly TypeRef[] {
  if (receiver === undefined || !receiver.name.startsWith('java.util.')) return [];
  const [first, second] = receiver.args;
  if (first === undefined) return [];
  if (second === undefined) return ELEMENT_LAMBDAS.has(name) ? [first, first] : [];
  switch (name) {
    case 'computeIfAbsent': return [first];
    case 'forEach':
    case 'compute':
    case 'computeIfPresent':
    case 'replaceAll': return [first, second];
    case 'merge': return [second, second];
    default: return [];
  }
}

/** For functional interfaces: which type arguments the parameters have. */
const FUNCTIONAL: ReadonlyMap<string, readonly number[]> = new Map([
  ['Function', [0]], ['UnaryOperator', [0]], ['Consumer', [0]], ['Predicate', [0]], ['ToIntFunction', [0]], ['ToLongFunction', [0]],
  ['ToDoubleFunction', [0]], ['BiFunction', [0, 1]], ['BiConsumer', [0, 1]], ['BiPredicate', [0, 1]], ['BinaryOperator', [0, 0]],
  ['ObjIntConsumer', [0]],
]);

/** The types of the parameters of a lambda that is used as the library type `type`. */
export function functionalParameters(type: TypeRef): readonly TypeRef[] {
  if (type.name === 'java.util.Comparator') return [type.args[0] ?? OBJECT, type.args[0] ?? OBJECT];
  if (!type.name.startsWith('java.util.function.')) return [];
  const indices = FUNCTIONAL.get(type.name.slice('java.util.function.'.length)) ?? [];
  return indices.flatMap((i) => type.args[i] ?? []);
}

/** Static methods of the standard library and the first AWS SDK that give an object of their own class. */
const GIVES_OWN_CLASS = new RegExp(
  [
    String.raw`^java\.time\.\w+\.(?:now|of\w*|parse|from|between|systemUTC|systemDefault\w*)$`,
    String.raw`^javax?\.[\w.]+\.(?:getInstance|newInstance)$`,
    String.raw`^java\.util\.UUID\.\w+$`,
    String.raw`^com\.amazonaws\..*Builder\.standard$`,
    String.raw`^java\.util\.regex\.Pattern\.compile$`,
    String.raw`^java\.nio\.file\.Path\.of$`,
    String.raw`^java\.lang\.Thread\.(?:currentThread|startVirtualThread)$`,
  ].join('|'),
  'u',
);

/** The type of a static library call's result, where it is generic in its arguments or needed to see text. */
export function symbolResult(name: string, args: readonly (TypeRef | undefined)[]): TypeRef | undefined {
  const method = name.slice(name.lastIndexOf('.') + 1);
  if (name.startsWith('java.lang.String.')) return TEXT.has(method) ? STRING : undefined;
  if (method === 'builder' || method === 'newBuilder') return simpleType(name.slice(0, -method.length - 1) + BUILDER);
  if (GIVES_OWN_CLASS.test(name)) return simpleType(name.slice(0, -method.length - 1));
  if (name === 'java.lang.System.getenv' && args.length === 0) return { name: 'java.util.Map', args: [STRING, STRING] };
  if (method === 'toString' || name === 'java.lang.System.getenv' || name === 'java.lang.System.getProperty') return args.length === 0 ? undefined : STRING;
  const [first] = args;
  switch (name) {
    case 'java.util.Arrays.asList':
    case 'java.util.List.of':
    case 'java.util.List.copyOf': return first === undefined ? simpleType('java.util.List') : { name: 'java.util.List', args: [elementOf(first, name)] };
    case 'java.util.Set.of': return first === undefined ? simpleType('java.util.Set') : { name: 'java.util.Set', args: [first] };
    case 'java.util.Optional.of':
    case 'java.util.Optional.ofNullable': return first === undefined ? undefined : { name: 'java.util.Optional', args: [first] };
    case 'java.util.stream.Stream.of':
    case 'java.util.Arrays.stream': return first === undefined ? undefined : { name: STREAM, args: [elementOf(first, name)] };
    case 'java.nio.file.Paths.get': return simpleType('java.nio.file.Path');
    case 'java.util.Objects.requireNonNull':
    case 'java.util.Objects.requireNonNullElse':
    case 'java.util.Collections.unmodifiableList':
    case 'java.util.Collections.unmodifiableMap':
    case 'java.util.Collections.unmodifiableSet':
    case 'java.util.Collections.synchronizedList':
    case 'java.util.Collections.synchronizedMap':
    case 'java.util.Collections.synchronizedSet': return first;
    default: return undefined;
  }
}

function elementOf(type: TypeRef, name: string): TypeRef {
  const takesWhole = type.name === 'array' || name.endsWith('.copyOf');
  return takesWhole ? (type.args[0] ?? OBJECT) : type;
}

/** The type of the elements that a loop over `type` gives. */
export function iteratedType(type: TypeRef | undefined): TypeRef | undefined {
  return type !== undefined && type.args.length === 1 ? type.args[0] : undefined;
}
