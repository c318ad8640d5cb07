/** What collections of Java's library hold: those that are made with their contents, and empty ones that are filled later. */
import type { Arguments } from './arguments.js';
import { listOf, textOf, UNKNOWN, type RecordValue, type StaticValue } from './values.js';

type Result = (values: readonly StaticValue[], args: Arguments) => StaticValue;

const items: Result = (values, { isWhole }) => listOf(values, isWhole);
/** Of another collection, or empty: a number is its capacity. */
const listLike: Result = ([from]) => (from === undefined || from.kind === 'plain' ? listOf([]) : from.kind === 'list' ? listOf(from.items, from.isWhole) : UNKNOWN);
const mapLike: Result = ([from]) => (from === undefined || from.kind === 'plain' ? recordOfPairs([]) : from.kind === 'record' ? { kind: 'record', entries: new Map(from.entries), isWhole: from.isWhole } : UNKNOWN);
const same: Result = ([value]) => value ?? UNKNOWN;

/** By the qualified name of a method, or of a class that is constructed. */
export const JAVA_COLLECTIONS: ReadonlyMap<string, Result> = new Map([
  ...['java.util.List.of', 'java.util.Set.of', 'java.util.Arrays.asList', 'java.util.Collections.singletonList', 'java.util.Collections.singleton', 'java.util.Collections.emptyList', 'java.util.Map.entry',
    'com.google.common.collect.ImmutableList.of', 'com.google.common.collect.ImmutableSet.of'].map((name): [string, Result] => [name, items]),
  ...['java.util.Map.of', 'java.util.Collections.singletonMap', 'java.util.Collections.emptyMap', 'com.google.common.collect.ImmutableMap.of'].map((name): [string, Result] => [name, (values, { isWhole }) => recordOfPairs(inPairs(values), isWhole)]),
  ['java.util.Map.ofEntries', (values, { isWhole }) => recordOfPairs(values.map((value) => (value.kind === 'list' ? value.items : [])), isWhole)],
  ...['List', 'Map', 'Set'].flatMap((name): [string, Result][] => [[`java.util.${name}.copyOf`, same], [`java.util.Collections.unmodifiable${name}`, same]]),
  ...['ArrayList', 'LinkedList', 'HashSet', 'LinkedHashSet'].map((name): [string, Result] => [`java.util.${name}`, listLike]),
  ...['HashMap', 'LinkedHashMap', 'TreeMap'].map((name): [string, Result] => [`java.util.${name}`, mapLike]),
  ['java.util.Objects.requireNonNull', same],
]);

function inPairs(values: readonly StaticValue[]): readonly (readonly StaticValue[])[] {
  return Array.from({ length: Math.ceil(values.length / 2) }, (_, i) => values.slice(2 * i, 2 * i + 2));
}

/** A key that is no known text leaves out its entry. */
function recordOfPairs(pairs: readonly (readonly StaticValue[])[], isWhole = true): RecordValue {
  const known = pairs.flatMap(([key, value]) => (textOf(key) === undefined || value === undefined ? [] : [[textOf(key)!, { value }] as const]));
  return { kind: 'record', entries: new Map(known), isWhole: isWhole && known.length === pairs.length };
}
