/** Terraform's functions on lists and maps. */
import type { Location } from '../../../../ir/index.js';
import type { PureFunction } from './functions.js';
import { areEqual } from './operators.js';
import { failing, isNull, list, map, MAX_ITEMS, numberOf, scalar, textOf, unknown, type Value } from './values.js';

const MAX_NESTING = 20;

export const COLLECTION_FUNCTIONS: ReadonlyMap<string, PureFunction> = new Map<string, PureFunction>([
  ['length', ([value], at) => {
    const size = value?.kind === 'list' ? value.items.length : value?.kind === 'map' ? value.entries.size : textOf(value)?.length;
    return size === undefined ? undefined : scalar(size, at);
  }],
  ['keys', ([value], at) => (value?.kind === 'map' ? list([...value.entries.keys()].sort().map((key) => scalar(key, at)), at) : undefined)],
  ['values', ([value], at) => (value?.kind === 'map' ? list(sortedEntries(value.entries).map(([, item]) => item), at) : undefined)],
  ['lookup', lookup],
  ['element', ([value, index], at) => {
    const place = numberOf(index);
    if (value?.kind !== 'list' || place === undefined) return undefined;
    return value.items.at(place % Math.max(1, value.items.length)) ?? failing('an element of an empty list', at);
  }],
  ['one', ([value], at) => (value?.kind === 'list' && value.items.length <= 1 ? value.items[0] ?? scalar(null, at) : undefined)],
  ['concat', (values, at) => joinedLists(values, at)],
  ['merge', merge],
  ['compact', ([value], at) => (value?.kind === 'list' ? list(value.items.filter((item) => !isNull(item) && textOf(item) !== ''), at) : undefined)],
  ['flatten', ([value], at) => {
    const items = value === undefined ? undefined : flattened(value, 0);
    return items === undefined ? undefined : list(items, at);
  }],
  ['reverse', ([value], at) => (value?.kind === 'list' ? list([...value.items].reverse(), at) : undefined)],
  ['sort', ([value], at) => asSet(value, at, false)],
  ['toset', ([value], at) => asSet(value, at, true)],
  ['distinct', ([value], at) => (value?.kind === 'list' && value.items.every(isText) ? list(withoutDoubles(value.items), at) : undefined)],
  ['tolist', ([value]) => (value?.kind === 'list' ? value : undefined)],
  ['tomap', ([value]) => (value?.kind === 'map' ? value : undefined)],
  ['sensitive', ([value]) => value],
  ['nonsensitive', ([value]) => value],
  ['contains', ([value, wanted], at) => {
    if (value?.kind !== 'list' || wanted === undefined) return undefined;
    const answers = value.items.map((item) => areEqual(item, wanted));
    return answers.includes(true) ? scalar(true, at) : answers.includes(undefined) ? undefined : scalar(false, at);
  }],
  ['coalescelist', (values) => values.find((value) => value.kind !== 'list' || value.items.length > 0)],
  ['zipmap', ([keys, values], at) => {
    if (keys?.kind !== 'list' || values?.kind !== 'list' || !keys.items.every(isText) || keys.items.length !== values.items.length) return undefined;
    return map(new Map(keys.items.map((key, index) => [textOf(key)!, values.items[index]!])), at);
  }],
  ['range', (values, at) => range(values.map(numberOf), at)],
  ['slice', ([value, from, to], at) => {
    const [start, end] = [numberOf(from), numberOf(to)];
    return value?.kind === 'list' && start !== undefined && end !== undefined ? list(value.items.slice(start, end), at) : undefined;
  }],
  ['setproduct', (values, at) => product(values, at)],
  ['formatlist', () => undefined],
]);

function isText(value: Value): boolean {
  return textOf(value) !== undefined;
}

function sortedEntries(entries: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
}

function lookup([value, key, fallback]: readonly Value[], at: Location): Value | undefined {
  const name = textOf(key);
  if (value?.kind !== 'map' || name === undefined) return undefined;
  return value.entries.get(name) ?? fallback ?? failing(`there is no ${name} in the map`, at);
}

function joinedLists(values: readonly Value[], at: Location): Value | undefined {
  const items = values.map((value) => (value.kind === 'list' ? value.items : isNull(value) ? [] : undefined));
  return items.includes(undefined) ? undefined : list(items.flatMap((each) => each ?? []), at);
}

/** Later maps win, as far as they are known. */
function merge(values: readonly Value[], at: Location): Value | undefined {
  const entries = new Map<string, Value>();
  for (const value of values) {
    if (isNull(value)) continue;
    if (value.kind !== 'map') return undefined;
    for (const [key, item] of value.entries) entries.set(key, item);
  }
  return map(entries, at);
}

function flattened(value: Value, depth: number): readonly Value[] | undefined {
  if (value.kind === 'unknown' || depth > MAX_NESTING) return undefined;
  if (value.kind !== 'list') return [value];
  const items: Value[] = [];
  for (const item of value.items) {
    const inner = flattened(item, depth + 1);
    if (inner === undefined || items.length + inner.length > MAX_ITEMS) return undefined;
    items.push(...inner);
  }
  return items;
}

/** Sets and sorted lists of texts are in the order of the texts. */
function asSet(value: Value | undefined, at: Location, isSet: boolean): Value | undefined {
  if (value?.kind !== 'list' || !value.items.every(isText)) return undefined;
  const items = [...value.items].sort((a, b) => (textOf(a)! < textOf(b)! ? -1 : 1));
  return list(isSet ? withoutDoubles(items) : items, at);
}

function withoutDoubles(items: readonly Value[]): readonly Value[] {
  return [...new Map(items.toReversed().map((item) => [textOf(item)!, item])).values()].reverse();
}

function range(numbers: readonly (number | undefined)[], at: Location): Value | undefined {
  const [first, second, third] = numbers;
  if (numbers.includes(undefined) || first === undefined) return undefined;
  const [start, end] = second === undefined ? [0, first] : [first, second];
  const step = third ?? (end < start ? -1 : 1);
  if (step === 0 || Math.abs((end - start) / step) > MAX_ITEMS) return unknown('a range that is too long', at);
  return list(Array.from({ length: Math.max(0, Math.ceil((end - start) / step)) }, (_, index) => scalar(start + index * step, at)), at);
}

function product(values: readonly Value[], at: Location): Value | undefined {
  let rows: readonly (readonly Value[])[] = [[]];
  for (const value of values) {
    if (value.kind !== 'list' || rows.length * value.items.length > MAX_ITEMS) return undefined;
    rows = rows.flatMap((row) => value.items.map((item) => [...row, item]));
  }
  return list(rows.map((row) => list(row, at)), at);
}
