/**
 * Static types that follow from a library's generic collections, delegates and tasks: elements, entries, what a lambda is
 * given. Only what gives later calls a receiver type; what the calls do is library knowledge and not the front-end's.
 */
import type { TypeRef } from '../../ir/index.js';
import { arrayOf, awaitedType, BOOLEAN, INT, OBJECT, simpleType, STRING, taskOf } from './types.js';

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/u));
}

const ENUMERABLE = 'System.Collections.Generic.IEnumerable';
const PAIR = 'System.Collections.Generic.KeyValuePair';

/** Methods on sequences that give an element. */
const ELEMENT = words(`First FirstOrDefault Last LastOrDefault Single SingleOrDefault ElementAt ElementAtOrDefault MaxBy MinBy Dequeue Pop Peek Take
  Find FindLast Aggregate Max Min`);
const SAME = words('Where OrderBy OrderByDescending ThenBy ThenByDescending Distinct Reverse Skip SkipWhile TakeWhile Concat Union Except Intersect AsEnumerable DistinctBy Append Prepend');
const ELEMENT_LAMBDAS = words(`All Any Count First FirstOrDefault Last LastOrDefault Single SingleOrDefault Where Select SelectMany OrderBy OrderByDescending ThenBy
  ThenByDescending GroupBy ToDictionary ToLookup Sum Max Min Average MaxBy MinBy SkipWhile TakeWhile ForEach Find FindAll FindIndex RemoveAll Exists
  TrueForAll DistinctBy Sort ConvertAll`);
/** Operators of queries: extension methods that every sequence has. */
const QUERY_OPERATORS = new Set([...ELEMENT_LAMBDAS, ...SAME, ...words('ElementAt ElementAtOrDefault Aggregate ToList ToArray ToHashSet Contains Take Cast OfType Zip Chunk')]);
const TEXT = words(`Concat Format Insert Join Normalize PadLeft PadRight Remove Replace Substring ToLower ToLowerInvariant ToUpper ToUpperInvariant Trim
  TrimEnd TrimStart ToString`);
const TEXT_BUILDING = words('Append AppendLine AppendFormat AppendJoin Insert Remove Replace Clear');
/** Library functions whose result is text. */
const TEXT_SYMBOLS = /^System\.(?:String\.\w+|IO\.Path\.\w+|IO\.File\.ReadAllText|Environment\.(?:GetEnvironmentVariable|NewLine|MachineName|CurrentDirectory)|Convert\.To(?:Base64String|HexString|String)|Text\.Json\.JsonSerializer\.Serialize|IO\.Directory\.GetCurrentDirectory)$|^Newtonsoft\.Json\.JsonConvert\.SerializeObject$/u;

/** Calls that register a service; what makes it is given the provider. */
const REGISTRATIONS = /^(?:Try)?Add(?:Keyed)?(?:Singleton|Scoped|Transient|HostedService)$/u;

export function isQueryOperator(name: string): boolean {
  return QUERY_OPERATORS.has(name);
}

/** What a loop over a value of the type is given. */
export function elementType(type: TypeRef | undefined): TypeRef | undefined {
  if (type === undefined) return undefined;
  if (type.name === 'array') return type.args[0];
  if (type.name === STRING.name) return simpleType('System.Char');
  if (!/^(?:System\.(?:Collections|Linq|Memory|Span|ReadOnlySpan|ReadOnlyMemory)|I?(?:List|Enumerable|Dictionary|AsyncEnumerable)\b)/u.test(type.name)) return undefined;
  const [first, second] = type.args;
  if (first === undefined) return undefined;
  return second === undefined ? first : { name: /IGrouping$/u.test(type.name) ? ENUMERABLE : PAIR, args: [first, second] };
}

/** What an index gives. */
export function indexedType(type: TypeRef | undefined): TypeRef | undefined {
  if (type === undefined) return undefined;
  return type.args.length === 2 ? type.args[1] : elementType(type);
}

/** The type of a property of a library's object. */
export function propertyType(receiver: TypeRef | undefined, name: string): TypeRef | undefined {
  const [first, second] = receiver?.args ?? [];
  switch (name) {
    case 'Result': return awaitedType(receiver);
    case 'Value': return receiver?.name === PAIR ? second : receiver?.args.length === 1 ? first : undefined;
    case 'Current': return receiver?.args.length === 1 ? first : undefined;
    case 'Key': return receiver?.args.length === 2 ? first : undefined;
    case 'Keys': return receiver?.args.length === 2 && first !== undefined ? { name: 'System.Collections.Generic.ICollection', args: [first] } : undefined;
    case 'Values': return second === undefined ? undefined : { name: 'System.Collections.Generic.ICollection', args: [second] };
    case 'Count':
    case 'Length': return INT;
    case 'Message': return /Exception$/u.test(receiver?.name ?? '') ? STRING : undefined;
    default: return undefined;
  }
}

/** The type of `receiver.name(…)` for a library's receiver; `result` is the type that a lambda argument returns. */
export function libraryResult(receiver: TypeRef | undefined, name: string, generic: readonly TypeRef[], result?: TypeRef): TypeRef | undefined {
  if (name === 'ToString') return STRING;
  if (name === 'GetService' || name === 'GetRequiredService') return generic[0];
  if (receiver === undefined) return undefined;
  if (receiver.name === STRING.name) return name === 'Split' ? arrayOf(STRING) : TEXT.has(name) ? STRING : undefined;
  if (receiver.name === 'System.Text.StringBuilder') return TEXT_BUILDING.has(name) ? receiver : undefined;
  if (name === 'ConfigureAwait') return receiver;
  return sequenceResult(receiver, name, result);
}

function sequenceResult(receiver: TypeRef, name: string, result: TypeRef | undefined): TypeRef | undefined {
  const element = elementType(receiver);
  if (element === undefined) return undefined;
  if (receiver.args.length === 2) {
    if (name === 'GetOrAdd' || name === 'AddOrUpdate' || name === 'GetValueOrDefault') return receiver.args[1];
  }
  if (ELEMENT.has(name) && !(name === 'Take' && receiver.name === ENUMERABLE)) return element;
  if (SAME.has(name) || name === 'Take') return { name: ENUMERABLE, args: [element] };
  switch (name) {
    case 'ToList': return { name: 'System.Collections.Generic.List', args: [element] };
    case 'ToHashSet': return { name: 'System.Collections.Generic.HashSet', args: [element] };
    case 'ToArray': return arrayOf(element);
    case 'Select': return { name: ENUMERABLE, args: [result ?? OBJECT] };
    case 'SelectMany': return { name: ENUMERABLE, args: [elementType(result) ?? OBJECT] };
    case 'GroupBy': return { name: ENUMERABLE, args: [{ name: 'System.Linq.IGrouping', args: [result ?? OBJECT, element] }] };
    case 'ToDictionary': return { name: 'System.Collections.Generic.Dictionary', args: [result ?? OBJECT, element] };
    case 'Any':
    case 'All':
    case 'Contains': return BOOLEAN;
    default: return undefined;
  }
}

/** What the lambdas that `receiver.name` takes are given, as the delegate they become. */
export function lambdaType(receiver: TypeRef | undefined, name: string): TypeRef | undefined {
  const element = ELEMENT_LAMBDAS.has(name) ? elementType(receiver) : undefined;
  if (element !== undefined) return { name: FUNC, args: [element, OBJECT] };
  if (REGISTRATIONS.test(name)) return { name: FUNC, args: [simpleType('System.IServiceProvider'), OBJECT] };
  const [key] = receiver?.args ?? [];
  if (receiver?.args.length === 2 && key !== undefined && (name === 'GetOrAdd' || name === 'AddOrUpdate')) return { name: FUNC, args: [key, ...receiver.args.slice(1), OBJECT] };
  return undefined;
}

/** The type of a library's static member or of a call of it. */
export function symbolType(name: string, generic: readonly TypeRef[], args: readonly (TypeRef | undefined)[]): TypeRef | undefined {
  if (TEXT_SYMBOLS.test(name)) return STRING;
  switch (name) {
    case 'System.Guid.NewGuid': return simpleType('System.Guid');
    case 'System.DateTime.UtcNow':
    case 'System.DateTime.Now': return simpleType('System.DateTime');
    case 'System.Threading.Tasks.Task.FromResult': return args[0] === undefined ? undefined : taskOf(generic[0] ?? args[0]);
    case 'System.IO.File.ReadAllTextAsync': return taskOf(STRING);
    case 'System.Text.Json.JsonSerializer.Deserialize':
    case 'Newtonsoft.Json.JsonConvert.DeserializeObject': return generic[0];
    case 'System.Text.Json.JsonSerializer.DeserializeAsync': return generic[0] === undefined ? undefined : taskOf(generic[0]);
    case 'System.IO.File.OpenRead':
    case 'System.IO.File.OpenWrite':
    case 'System.IO.File.Open':
    case 'System.IO.File.Create': return simpleType('System.IO.FileStream');
    default: return undefined;
  }
}

export const FUNC = 'System.Func';
const ACTIONS = words('System.Action Action System.EventHandler System.Predicate Predicate System.Comparison System.Threading.TimerCallback System.Threading.WaitCallback');

/** The parameter types of a library's delegate, and what it returns. */
export function delegateOf(type: TypeRef): { readonly parameters: readonly TypeRef[]; readonly returns?: TypeRef } | undefined {
  if (type.name === 'System.Linq.Expressions.Expression' && type.args[0] !== undefined) return delegateOf(type.args[0]);
  if (type.name === FUNC || type.name === 'Func') return { parameters: type.args.slice(0, -1), ...(type.args.length === 0 ? {} : { returns: type.args.at(-1)! }) };
  if (type.name === 'System.EventHandler') return { parameters: [OBJECT, type.args[0] ?? simpleType('System.EventArgs')] };
  if (type.name === 'System.Comparison') return { parameters: [...type.args, ...type.args] };
  return ACTIONS.has(type.name) ? { parameters: type.args } : undefined;
}
