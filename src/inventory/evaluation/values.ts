/**
 * Values that a program surely computes, read from its IR without running it: texts, numbers, records and lists that are
 * written down, objects of the program's classes, and what libraries make. Whatever depends on more is unknown.
 */
import type { FunctionId, Location, TypeId } from '../../ir/index.js';

/** A property with the place where it is written. */
export interface Property {
  readonly value: StaticValue;
  readonly at?: Location;
}

/** An object literal, a dictionary, or the named arguments of a call (`isNamed`). Not whole when it may have more than is written down. */
export interface RecordValue {
  readonly kind: 'record';
  readonly entries: Map<string, Property>;
  isWhole: boolean;
  readonly isNamed?: boolean;
}

export interface ListValue {
  readonly kind: 'list';
  readonly items: StaticValue[];
  isWhole: boolean;
}

/** An object of a class of the repository. `made` is the library's part of it, where its class extends one of a library. */
export interface Instance {
  readonly kind: 'instance';
  readonly type: TypeId;
  readonly fields: Map<string, Property>;
  made?: Made;
}

/**
 * An object of a library's class, or what a function of a library gives; of a method when there is a `receiver`, and `by` is its
 * name. Named arguments are a record that comes last.
 */
export interface Made {
  readonly kind: 'made';
  readonly by: string;
  readonly receiver?: StaticValue;
  readonly args: readonly StaticValue[];
  /** Properties that were assigned to it. */
  readonly fields: Map<string, Property>;
  readonly at: Location;
  /** What functions give that were handed to it, in their order. */
  readonly results?: readonly StaticValue[];
}

/** The variables of a running function that closures see. */
export interface Environment {
  readonly owner: FunctionId;
  readonly variables: Map<string, Property>;
  readonly outer?: Environment;
}

export type StaticValue =
  | { readonly kind: 'plain'; readonly value: string | number | boolean }
  /** A text of which parts are not known: `arn:aws:sqs:${region}:123456789012:orders`. */
  | { readonly kind: 'partial'; readonly text: string }
  /** A file or folder of the repository, as `__dirname` gives one. */
  | { readonly kind: 'path'; readonly path: string }
  | RecordValue | ListValue | Instance | Made
  /** A property of what a library made: `queue.queueArn`. */
  | { readonly kind: 'member'; readonly of: StaticValue; readonly name: string }
  /** A name of a library: `aws-cdk-lib/aws-lambda.Runtime.NODEJS_22_X`. */
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'closure'; readonly function: FunctionId; readonly self?: StaticValue; readonly environment?: Environment }
  | { readonly kind: 'type'; readonly type: TypeId }
  | { readonly kind: 'namespace'; readonly module: string }
  /** `undefined` and `null`. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown' };

export const UNKNOWN: StaticValue = { kind: 'unknown' };
export const NOTHING: StaticValue = { kind: 'nothing' };
/** Longer texts are no names, paths or settings. */
const MAX_TEXT = 20_000;
/** What libraries made of what they made is joined this deep. */
const MAX_JOINED_DEPTH = 4;
/** Records with more entries are no properties of a construct. */
const MAX_NAMED = 200;
/** Parts of two values that are compared before they count as different. */
const MAX_COMPARISONS = 2000;

export function plain(value: string | number | boolean | null): StaticValue {
  if (value === null) return NOTHING;
  return typeof value === 'string' && value.length > MAX_TEXT ? UNKNOWN : { kind: 'plain', value };
}

export function listOf(items: readonly StaticValue[], isWhole = true): ListValue {
  return { kind: 'list', items: [...items], isWhole };
}

export function textOf(value: StaticValue | undefined): string | undefined {
  return value?.kind === 'plain' && typeof value.value === 'string' ? value.value : undefined;
}

export function numberOf(value: StaticValue | undefined): number | undefined {
  return value?.kind === 'plain' && typeof value.value === 'number' ? value.value : undefined;
}

export function truthOf(value: StaticValue | undefined): boolean | undefined {
  return value?.kind === 'plain' && typeof value.value === 'boolean' ? value.value : undefined;
}

/** The last part of a library's name: `NODEJS_22_X`. */
export function memberOf(value: StaticValue | undefined): string | undefined {
  return value?.kind === 'symbol' ? value.name.slice(value.name.lastIndexOf('.') + 1) : undefined;
}

/** Whether a value is there for certain. */
export function isThere(value: StaticValue | undefined): value is StaticValue {
  return value !== undefined && value.kind !== 'nothing' && value.kind !== 'unknown';
}

/** `memory_size` and `MemorySize` as JavaScript writes them; constants keep their form. */
export function camelCase(name: string): string {
  if (/^[A-Z][A-Z0-9_]*$/.test(name)) return name;
  return name.replace(/^[A-Z]/, (first) => first.toLowerCase()).replace(/(?<=[a-z0-9])_+([a-z0-9])/g, (_, next: string) => next.toUpperCase());
}

/** A property of a record, or of an object that a library made of one, by its name in JavaScript; unknown when there may be more than is written down. */
export function propertyOf(value: StaticValue | undefined, name: string): Property | undefined {
  if (value === undefined || value.kind === 'nothing') return undefined;
  if (value.kind === 'instance') return value.fields.get(name);
  if (value.kind === 'made') return value.fields.get(name) ?? (value.fields.size > 0 ? written(value.fields, name) : undefined) ?? propertyOf(recordIn(value), name);
  if (value.kind !== 'record') return { value: UNKNOWN };
  return written(value.entries, name) ?? (value.isWhole ? undefined : { value: UNKNOWN });
}

/** Structures of a library that are made of named arguments: `BundlingOptions(image=…)`. */
function recordIn({ args, receiver }: Made): StaticValue | undefined {
  const [only, ...others] = args;
  return receiver === undefined && others.length === 0 && only?.kind === 'record' ? only : undefined;
}

function written(entries: ReadonlyMap<string, Property>, name: string): Property | undefined {
  const exact = entries.get(name);
  if (exact || entries.size > MAX_NAMED) return exact;
  const wanted = folded(name);
  for (const [key, property] of entries) if (folded(key) === wanted) return property;
  return undefined;
}

/** Languages write the same property in different cases, and do not agree on what is a word of it. */
function folded(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}

export function entryOf(value: StaticValue | undefined, name: string): StaticValue | undefined {
  return propertyOf(value, name)?.value;
}

/** An argument of a call, by its position or its name. */
export function argumentOf({ args }: Made, index: number, name: string): StaticValue | undefined {
  const last = args.at(-1);
  const named = last?.kind === 'record' && last.isNamed ? last : undefined;
  const value = args[index];
  return value === undefined || value === named ? entryOf(named, name) : value;
}

/** Both may be the value. Of nothing and an object it is the object, if any. */
export function eitherOf(a: StaticValue, b: StaticValue, depth = 0): StaticValue {
  if (isSame(a, b, { left: MAX_COMPARISONS })) return a;
  if (a.kind === 'nothing' && isObject(b)) return b;
  if (b.kind === 'nothing' && isObject(a)) return a;
  return a.kind === 'made' && b.kind === 'made' && depth < MAX_JOINED_DEPTH ? eitherMade(a, b, depth + 1) : UNKNOWN;
}

/** What one function of a library gives for arguments of which the first are the same: `Code.fromAsset(path)` with other options. */
function eitherMade(a: Made, b: Made, depth: number): StaticValue {
  if (a.by !== b.by || a.receiver !== b.receiver || a.args.length === 0 || b.args.length === 0) return UNKNOWN;
  const args = Array.from({ length: Math.max(a.args.length, b.args.length) }, (_, i) => eitherOf(a.args[i] ?? UNKNOWN, b.args[i] ?? UNKNOWN, depth));
  return args[0]?.kind === 'unknown' ? UNKNOWN : { kind: 'made', by: a.by, args, fields: new Map(), at: a.at, ...(a.receiver === undefined ? {} : { receiver: a.receiver }) };
}

function isObject({ kind }: StaticValue): boolean {
  return kind === 'made' || kind === 'instance';
}

function isSame(a: StaticValue, b: StaticValue, budget: { left: number }): boolean {
  if (a === b) return true;
  if (budget.left-- <= 0 || a.kind !== b.kind) return false;
  switch (a.kind) {
    case 'plain': return b.kind === 'plain' && a.value === b.value;
    case 'partial': return b.kind === 'partial' && a.text === b.text;
    case 'path': return b.kind === 'path' && a.path === b.path;
    case 'symbol': return b.kind === 'symbol' && a.name === b.name;
    case 'type': return b.kind === 'type' && a.type === b.type;
    case 'namespace': return b.kind === 'namespace' && a.module === b.module;
    case 'member': return b.kind === 'member' && a.name === b.name && isSame(a.of, b.of, budget);
    case 'list': return b.kind === 'list' && a.isWhole && b.isWhole && areSame(a.items, b.items, budget);
    case 'record': return b.kind === 'record' && a.isWhole && b.isWhole && haveSame(a.entries, b.entries, budget);
    case 'made': return b.kind === 'made' && a.by === b.by && a.receiver === b.receiver && areSame(a.args, b.args, budget) && haveSame(a.fields, b.fields, budget);
    case 'closure': return b.kind === 'closure' && a.function === b.function && a.environment === b.environment;
    case 'instance': return false;
    case 'nothing': case 'unknown': return true;
  }
}

function areSame(a: readonly StaticValue[], b: readonly StaticValue[], budget: { left: number }): boolean {
  return a.length === b.length && a.every((item, i) => isSame(item, b[i]!, budget));
}

function haveSame(a: ReadonlyMap<string, Property>, b: ReadonlyMap<string, Property>, budget: { left: number }): boolean {
  return a.size === b.size && [...a].every(([name, { value }]) => {
    const other = b.get(name);
    return other !== undefined && isSame(value, other.value, budget);
  });
}
