/**
 * Values that a program surely computes, read from its IR without running it: texts, numbers, records and lists that are
 * written down, through constants, spreads, helper functions and the paths that are joined of them. Whatever depends on more
 * is unknown.
 */
import type { Location } from '../../ir/index.js';

export type StaticValue =
  | { readonly kind: 'plain'; readonly value: string | number | boolean }
  /** A file or folder of the repository, as `__dirname` gives one. */
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'record'; readonly entries: ReadonlyMap<string, StaticValue>; readonly isWhole: boolean }
  | { readonly kind: 'list'; readonly items: readonly StaticValue[] }
  /** A name of a library: `aws-cdk-lib/aws-lambda.Runtime.NODEJS_22_X`. */
  | { readonly kind: 'symbol'; readonly name: string }
  /** What a call of a library gives, or an object of a library's class. */
  | { readonly kind: 'made'; readonly by: string; readonly args: readonly StaticValue[]; readonly at: Location }
  /** `undefined` and `null`. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown' };

export const UNKNOWN: StaticValue = { kind: 'unknown' };
export const NOTHING: StaticValue = { kind: 'nothing' };

export function plain(value: string | number | boolean | null): StaticValue {
  return value === null ? NOTHING : { kind: 'plain', value };
}

export function textOf(value: StaticValue | undefined): string | undefined {
  return value?.kind === 'plain' && typeof value.value === 'string' ? value.value : undefined;
}

export function numberOf(value: StaticValue | undefined): number | undefined {
  return value?.kind === 'plain' && typeof value.value === 'number' ? value.value : undefined;
}

/** The last part of a library's name: `NODEJS_22_X`. */
export function memberOf(value: StaticValue | undefined): string | undefined {
  return value?.kind === 'symbol' ? value.name.slice(value.name.lastIndexOf('.') + 1) : undefined;
}

/** An entry of a record; unknown when the record may have more than is written down. */
export function entryOf(value: StaticValue | undefined, name: string): StaticValue | undefined {
  if (value?.kind !== 'record') return value === undefined || value.kind === 'nothing' ? undefined : UNKNOWN;
  return value.entries.get(name) ?? (value.isWhole ? undefined : UNKNOWN);
}

/** A record of `parts` in the order of the text: later entries win, and one that is not known makes those before it uncertain. */
export function recordOf(parts: readonly { readonly key?: StaticValue; readonly value: StaticValue }[]): StaticValue {
  const entries = new Map<string, StaticValue>();
  let isWhole = true;
  for (const { key, value } of parts) {
    const name = key?.kind === 'plain' ? String(key.value) : undefined;
    if (name !== undefined) entries.set(name, value);
    else if (key === undefined && value.kind === 'record') {
      isWhole &&= value.isWhole;
      for (const [inner, each] of value.entries) entries.set(inner, each);
    } else if (key !== undefined || value.kind !== 'nothing') {
      isWhole = false;
      // Properties that a caller hands over may replace what stands before them.
      for (const inner of entries.keys()) entries.set(inner, UNKNOWN);
    }
  }
  return { kind: 'record', entries, isWhole };
}

/** Both branches may have run. */
export function eitherOf(a: StaticValue, b: StaticValue): StaticValue {
  return a === b || JSON.stringify(asData(a)) === JSON.stringify(asData(b)) ? a : UNKNOWN;
}

function asData(value: StaticValue): unknown {
  return value.kind === 'record' ? { ...value, entries: [...value.entries].map(([name, each]) => [name, asData(each)]) } : value;
}
