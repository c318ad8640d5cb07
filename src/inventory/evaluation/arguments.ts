/** Arguments of a call, and how parameters get them. */
import type { Parameter } from '../../ir/index.js';
import { listOf, NOTHING, UNKNOWN, type Property, type RecordValue, type StaticValue } from './values.js';

export interface Arguments {
  readonly positional: readonly StaticValue[];
  readonly named: ReadonlyMap<string, Property>;
  /** All arguments are known: what is not among them was not given. */
  readonly isWhole: boolean;
}

/** Positional arguments alone. */
export function positional(values: readonly StaticValue[]): Arguments {
  return { positional: values, named: new Map(), isWhole: true };
}

/** As libraries get them: named ones are a record at the end. */
export function asValues({ positional, named, isWhole }: Arguments): readonly StaticValue[] {
  if (named.size === 0 && isWhole) return positional;
  const record: RecordValue = { kind: 'record', entries: new Map(named), isWhole, isNamed: true };
  return [...positional, record];
}

/** The values of `parameters`; without arguments nothing is known of them. */
export function bind(parameters: readonly Parameter[], args: Arguments | undefined): ReadonlyMap<string, StaticValue> {
  if (args === undefined) return new Map(parameters.map(({ name }) => [name, UNKNOWN]));
  const missing = args.isWhole ? NOTHING : UNKNOWN;
  const names = new Set(parameters.map(({ name }) => name));
  return new Map(parameters.map(({ name, rest }, i): [string, StaticValue] => {
    if (rest === 'list') return [name, listOf(args.positional.slice(i), args.isWhole)];
    if (rest === 'map') return [name, { kind: 'record', entries: new Map([...args.named].filter(([key]) => !names.has(key))), isWhole: args.isWhole }];
    return [name, args.named.get(name)?.value ?? args.positional[i] ?? missing];
  }));
}
