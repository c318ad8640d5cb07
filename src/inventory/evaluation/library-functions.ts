/** What functions of standard libraries give for values that are known: paths, texts, collections. */
import { NOTHING, listOf, plain, textOf, UNKNOWN, type StaticValue } from './values.js';
import type { Arguments } from './arguments.js';
import { JAVA_COLLECTIONS } from './java-collections.js';
import { joined, parentOf, recordOf } from './operations.js';

type Result = (values: readonly StaticValue[], args: Arguments) => StaticValue;

const MAX_RANGE = 1000;

const same: Result = ([value]) => value ?? UNKNOWN;
/** The folder that a program is started in; what is relative to it stays relative. */
const workingFolder: Result = () => plain('.');

/** By the qualified name. */
const FUNCTIONS: ReadonlyMap<string, Result> = new Map([
  ...['join', 'resolve', 'normalize'].flatMap((name): [string, Result][] => [[`node:path.${name}`, join], [`node:path.posix.${name}`, join], [`node:path.default.${name}`, join]]),
  ['node:path.dirname', ([value]) => parentOf(value ?? UNKNOWN)], ['node:path.basename', ([value, ending]) => baseName(value, textOf(ending) ?? '')],
  ['node:path.relative', ([from, to]) => (textOf(from) === '.' && to?.kind === 'path' ? to : UNKNOWN)],
  ['node:url.fileURLToPath', same],
  ...['process', 'node:process', 'node:process.default'].map((module): [string, Result] => [`${module}.cwd`, workingFolder]),
  ['os.path.join', join], ['os.path.abspath', join], ['os.path.realpath', join], ['os.path.normpath', join], ['os.fspath', same],
  ['os.path.dirname', ([value]) => parentOf(value ?? UNKNOWN)], ['os.path.basename', ([value]) => baseName(value, '')], ['os.getcwd', workingFolder],
  ['pathlib.Path', join], ['pathlib.PurePath', join], ['pathlib.PosixPath', join], ['pathlib.Path.cwd', workingFolder],
  ['str', text], ['String', text], ['int', number], ['float', number], ['Number', number], ['parseInt', number], ['bool', same],
  ['Object.entries', ([value]) => pairs(value)], ['Object.keys', ([value]) => keys(value)], ['Object.values', ([value]) => entryValues(value)],
  ['Object.freeze', same], ['Object.assign', (values) => recordOf(values.map((value) => ({ property: { value } })))], ['structuredClone', same],
  ['Promise.all', same], ['Promise.resolve', same], ['Array.from', same], ['list', same], ['tuple', same], ['sorted', same],
  ['dict', (values, { named, isWhole }) => recordOf([...values.map((value) => ({ property: { value } })), { property: { value: { kind: 'record', entries: new Map(named), isWhole } } }])],
  ['range', range], ['enumerate', enumerate], ['zip', zip],
  ...JAVA_COLLECTIONS,
  ['len', ([value]) => (value?.kind === 'list' && value.isWhole ? plain(value.items.length) : UNKNOWN)],
]);

/** The result of a function of a library; nothing when it is not known here. */
export function libraryResult(name: string, args: Arguments): StaticValue | undefined {
  return FUNCTIONS.get(name)?.(args.positional, args);
}

/** Paths are joined as long as each part is known; an absolute one would begin anew. */
function join(values: readonly StaticValue[]): StaticValue {
  const start = values.findLastIndex((value) => value.kind === 'path');
  const [first, ...rest] = start < 0 ? values : values.slice(start);
  const texts = rest.map(textOf);
  if (first?.kind === 'path') return joined(first.path, texts);
  const written = textOf(first);
  return written === undefined || texts.includes(undefined) ? UNKNOWN : plain([written, ...texts].join('/'));
}

function baseName(value: StaticValue | undefined, ending: string): StaticValue {
  const path = value?.kind === 'path' ? value.path : textOf(value);
  if (path === undefined) return UNKNOWN;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return plain(ending !== '' && name.endsWith(ending) ? name.slice(0, -ending.length) : name);
}

function text([value]: readonly StaticValue[]): StaticValue {
  if (value?.kind === 'plain') return plain(typeof value.value === 'string' ? value.value : String(value.value));
  return value?.kind === 'path' ? value : UNKNOWN;
}

function number([value]: readonly StaticValue[]): StaticValue {
  if (value?.kind !== 'plain' || value.value === '') return UNKNOWN;
  const result = Number(value.value);
  return Number.isFinite(result) ? plain(result) : UNKNOWN;
}

export function pairs(value: StaticValue | undefined): StaticValue {
  return value?.kind === 'record' ? listOf([...value.entries].map(([name, property]) => listOf([plain(name), property.value])), value.isWhole) : UNKNOWN;
}

export function keys(value: StaticValue | undefined): StaticValue {
  return value?.kind === 'record' ? listOf([...value.entries.keys()].map(plain), value.isWhole) : UNKNOWN;
}

export function entryValues(value: StaticValue | undefined): StaticValue {
  return value?.kind === 'record' ? listOf([...value.entries.values()].map((property) => property.value), value.isWhole) : UNKNOWN;
}

function range(values: readonly StaticValue[]): StaticValue {
  const numbers = values.map((value) => (value.kind === 'plain' && typeof value.value === 'number' ? value.value : Number.NaN));
  const [start, end, step] = numbers.length === 1 ? [0, numbers[0]!, 1] : [numbers[0] ?? Number.NaN, numbers[1] ?? Number.NaN, numbers[2] ?? 1];
  const length = Math.ceil((end - start) / step);
  if (Number.isNaN(length) || length > MAX_RANGE) return UNKNOWN;
  return listOf(Array.from({ length: Math.max(0, length) }, (_, i) => plain(start + i * step)));
}

function enumerate([value, start]: readonly StaticValue[]): StaticValue {
  const first = start?.kind === 'plain' && typeof start.value === 'number' ? start.value : 0;
  return value?.kind === 'list' ? listOf(value.items.map((item, i) => listOf([plain(first + i), item])), value.isWhole) : UNKNOWN;
}

function zip(values: readonly StaticValue[]): StaticValue {
  const lists = values.map((value) => (value.kind === 'list' && value.isWhole ? value.items : undefined));
  if (lists.length === 0 || lists.includes(undefined)) return UNKNOWN;
  const length = Math.min(...lists.map((items) => items?.length ?? 0));
  return listOf(Array.from({ length }, (_, i) => listOf(lists.map((items) => items?.[i] ?? NOTHING))));
}

