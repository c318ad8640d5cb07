/** Typed access to the properties of a resource: own ones first, then the ones that `Globals` gives to all functions. */
import type { Setting } from '../../lambda-function.js';
import type { MapNode, TemplateNode } from '../document.js';
import { nameOf, resolveNode, resolveValue, type Scope, type Value } from './resolve.js';

/** A mapping of properties. `unknown` collects, for all of a resource, the values that are not literal. */
export interface Properties {
  readonly own: MapNode | undefined;
  readonly globals: MapNode | undefined;
  readonly scope: Scope;
  readonly unknown: string[];
  /** Where in the resource this is, for messages: empty or `Environment.`. */
  readonly path: string;
}

/** The node of a property, with `!If` looked through. */
export function property(properties: Properties, name: string): TemplateNode | undefined {
  const node = properties.own?.get(name) ?? properties.globals?.get(name);
  return node && resolveNode(node, properties.scope);
}

/** The nested mapping `name`, merged with the one of `Globals`. */
export function section(properties: Properties, name: string): Properties {
  const asMap = (map: MapNode | undefined): MapNode | undefined => {
    const node = map?.get(name);
    const resolved = node && resolveNode(node, properties.scope);
    return resolved?.kind === 'map' ? resolved : undefined;
  };
  return { ...properties, own: asMap(properties.own), globals: asMap(properties.globals), path: `${properties.path}${name}.` };
}

/** Whether the mapping is written anywhere. */
export function isPresent(properties: Properties): boolean {
  return properties.own !== undefined || properties.globals !== undefined;
}

/** All property names, own ones first. */
export function propertyNames(properties: Properties): readonly string[] {
  return [...new Set([...(properties.own?.keys ?? []), ...(properties.globals?.keys ?? [])])];
}

/** The text of a property that can be computed from the template alone. */
export function text(properties: Properties, name: string): Setting<string> | undefined {
  const node = property(properties, name);
  if (!node) return undefined;
  const value = resolveValue(node, properties.scope);
  if (value.kind === 'known') return { value: String(value.value).trim(), from: node.at };
  noteUnknown(properties, name, value);
  return undefined;
}

/** A number; text that is none is unknown. */
export function number(properties: Properties, name: string): Setting<number> | undefined {
  const setting = text(properties, name);
  if (!setting) return undefined;
  const value = setting.value === '' ? Number.NaN : Number(setting.value);
  if (Number.isFinite(value)) return { value, from: setting.from };
  properties.unknown.push(`${properties.path}${name}: no number`);
  return undefined;
}

/** A name or ARN: the readable part of it when it is only known at deployment. */
export function reference(properties: Properties, name: string): Setting<string> | undefined {
  const node = property(properties, name);
  return node && referenceOf(node, properties.scope);
}

/** The items of a list property; those of `Globals` come before the own ones when `additive`. */
export function list(properties: Properties, name: string, { additive }: { additive: boolean }): readonly TemplateNode[] {
  const itemsOf = (map: MapNode | undefined): readonly TemplateNode[] => {
    const node = map?.get(name);
    const resolved = node && resolveNode(node, properties.scope);
    return resolved?.kind === 'list' ? resolved.items() : [];
  };
  const own = itemsOf(properties.own);
  if (!additive && own.length > 0) return own;
  return [...itemsOf(properties.globals), ...own];
}

/** `node` as a name or ARN, as far as it can be read. */
export function referenceOf(node: TemplateNode, scope: Scope): Setting<string> | undefined {
  const value = resolveValue(node, scope);
  if (value.kind === 'known') return { value: String(value.value), from: node.at };
  const readable = value.kind === 'unknown' ? value.text : '';
  return readable === '' ? undefined : { value: readable, from: node.at };
}

/** The variables of a mapping such as `Environment.Variables`; a value that is not known has none. */
export function variables(properties: Properties): ReadonlyMap<string, Setting<string | undefined>> {
  const result = new Map<string, Setting<string | undefined>>();
  for (const name of [...propertyNames(properties)].sort()) {
    const node = property(properties, name);
    const value = node && resolveValue(node, properties.scope);
    if (node && value && value.kind !== 'absent') result.set(name, { value: value.kind === 'known' ? String(value.value) : undefined, from: node.at });
  }
  return result;
}

/** The plain text of a scalar below `map`, for sections that take no expressions (`Type`, `Metadata`). */
export function plainText(map: MapNode | undefined, name: string): string | undefined {
  return nameOf(map?.get(name));
}

function noteUnknown(properties: Properties, name: string, value: Value): void {
  if (value.kind === 'unknown') properties.unknown.push(`${properties.path}${name}: ${value.reason}`);
}
