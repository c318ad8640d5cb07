/** Typed access to the arguments of a resource or module, in nested blocks too. */
import type { Setting } from '../../../lambda-function.js';
import type { Location } from '../../../../ir/index.js';
import type { Declared } from '../configuration/module.js';
import { nestedBlocks } from '../configuration/expansion.js';
import type { Body } from '../hcl/tree.js';
import { evaluate, type Scope } from '../language/evaluate.js';
import { isNull, readableOf, reasonOf, textOf, type Value } from '../language/values.js';

/** Arguments that stand together. `unknown` collects, for all of a resource, the values that are not literal. */
export interface Properties {
  /** Nothing when they are the values of a map. */
  readonly body?: Body;
  readonly values?: ReadonlyMap<string, Value>;
  readonly scope: Scope;
  readonly at: Location;
  readonly unknown: string[];
  /** Where in the resource this is, for messages: empty or `environment.`. */
  readonly path: string;
}

/** The names that lead to an argument, through blocks or maps: `['environment', 'variables']`. */
export type Path = readonly string[];

export function propertiesOf({ block: { body }, scope, block: { at }, unknown }: Declared): Properties {
  return { body, scope, at, unknown: [...unknown], path: '' };
}

/** The value of an argument; nothing when it is not given, or null. */
export function valueOf(properties: Properties, name: string): Value | undefined {
  const expression = properties.body?.attributes.get(name);
  const value = expression === undefined ? properties.values?.get(name) : evaluate(expression, properties.scope);
  return value === undefined || isNull(value) ? undefined : value;
}

/** The blocks or maps `name`. What decides whether there are any may be unknown. */
export function sections(properties: Properties, name: string): readonly Properties[] {
  const path = `${properties.path}${name}.`;
  const blocks = properties.body === undefined ? [] : nestedBlocks(properties.body, name, properties.scope);
  const reasons = blocks.filter((block) => typeof block === 'string');
  if (reasons[0] !== undefined) properties.unknown.push(`${properties.path}${name}: ${reasons[0]}`);
  const value = valueOf(properties, name);
  const maps = value === undefined ? [] : value.kind === 'list' ? value.items : [value];
  return [
    ...blocks.flatMap((block) => (typeof block === 'string' ? [] : [{ ...properties, ...block, values: undefined, path }])),
    ...maps.flatMap((map) => (map.kind === 'map' ? [{ ...properties, body: undefined, values: map.entries, at: map.at, path }] : [])),
  ];
}

/** The first of them. */
export function section(properties: Properties, name: string): Properties | undefined {
  return sections(properties, name)[0];
}

/** Where an argument is to be asked for, and under which name. */
function holderOf(properties: Properties, path: Path): readonly [Properties, string] | undefined {
  const inner = path.slice(0, -1).reduce<Properties | undefined>((holder, name) => holder && section(holder, name), properties);
  const name = path.at(-1);
  return inner === undefined || name === undefined ? undefined : [inner, name];
}

export function valueAt(properties: Properties, path: Path): Value | undefined {
  const found = holderOf(properties, path);
  return found && valueOf(...found);
}

/** The text of an argument that can be computed from what is written. */
export function text(properties: Properties, path: Path): Setting<string> | undefined {
  const found = holderOf(properties, path);
  const value = found && valueOf(...found);
  if (!found || value === undefined) return undefined;
  const known = textOf(value);
  if (known !== undefined) return { value: known.trim(), from: value.at };
  noteUnknown(...found, value);
  return undefined;
}

/** A number; text that is none is unknown. */
export function number(properties: Properties, path: Path): Setting<number> | undefined {
  const setting = text(properties, path);
  if (setting === undefined) return undefined;
  const value = setting.value === '' ? Number.NaN : Number(setting.value);
  if (Number.isFinite(value)) return { value, from: setting.from };
  properties.unknown.push(`${path.join('.')}: no number`);
  return undefined;
}

/** A name or ARN: the readable part of it when it is only known after it is made. */
export function reference(properties: Properties, path: Path): Setting<string> | undefined {
  const value = valueAt(properties, path);
  const readable = value === undefined ? '' : readableOf(value);
  return value === undefined || readable === '' ? undefined : { value: readable, from: value.at };
}

/** The items of a list, as far as they are written down; a list that is a reference is one item. */
export function references(properties: Properties, path: Path): readonly Setting<string>[] {
  const value = valueAt(properties, path);
  const items = value === undefined ? [] : value.kind === 'list' ? value.items : [value];
  return items.flatMap((item) => (readableOf(item) === '' ? [] : [{ value: readableOf(item), from: item.at }]));
}

/** The readable items of a list as one setting. */
export function texts(properties: Properties, path: Path): Setting<readonly string[]> | undefined {
  const value = valueAt(properties, path);
  const items = references(properties, path).map((item) => item.value);
  return value === undefined || items.length === 0 ? undefined : { value: items, from: value.at };
}

export function noteUnknown(properties: Properties, name: string, value: Value): void {
  properties.unknown.push(`${properties.path}${name}: ${reasonOf(value) ?? 'no single value'}`);
}
