/**
 * `Fn::ForEach`: what CloudFormation writes out of it, as a tree with the places of the loop. Collections are literal lists, parameters and
 * mappings; a loop over anything else stays as it is.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
 */
import type { MapNode, TemplateNode } from '../document.js';
import { nameOf, resolveTexts, type Scope } from './resolve.js';

/** CloudFormation allows 500 resources; loops inside loops multiply. */
const MAX_COPIES = 2000;
/** CloudFormation allows five. */
const MAX_LEVELS = 5;

/** Values of the loops around a node, by identifier. */
type Identifiers = ReadonlyMap<string, string>;

interface Expansion {
  readonly scope: Scope;
  readonly left: { copies: number };
}

/** Whether a key of a section begins a loop. */
export function isLoop(key: string): boolean {
  return key.startsWith('Fn::ForEach');
}

/** `section` with its loops written out, those inside of what they make too. */
export function withLoops<T extends MapNode | undefined>(section: T, scope: Scope): MapNode | T {
  return section && expandedMap(section, new Map(), { scope, left: { copies: MAX_COPIES } }, 0);
}

function expandedMap(map: MapNode, identifiers: Identifiers, expansion: Expansion, level: number): MapNode {
  if (identifiers.size === 0 && !map.keys.some(isLoop)) return map;
  const made = new Map<string, () => TemplateNode | undefined>();
  for (const key of map.keys) {
    const copies = isLoop(key) && level < MAX_LEVELS ? copiesOf(map.get(key), identifiers, expansion, level) : undefined;
    if (copies === undefined) made.set(filledIn(key, identifiers), () => expandedNode(map.get(key), identifiers, expansion, level));
    for (const [name, node] of copies ?? []) made.set(name, node);
  }
  return { kind: 'map', at: map.at, keys: [...made.keys()], get: (key) => made.get(key)?.() };
}

/** The entries that a loop makes; nothing when they are not known. */
function copiesOf(loop: TemplateNode | undefined, outer: Identifiers, expansion: Expansion, level: number): readonly (readonly [string, () => TemplateNode | undefined])[] | undefined {
  const [identifier, collection, body] = loop?.kind === 'list' ? loop.items() : [];
  const name = nameOf(identifier);
  const values = collection && resolveTexts(expandedNode(collection, outer, expansion, level) ?? collection, expansion.scope);
  if (name === undefined || values === undefined || body?.kind !== 'map' || (expansion.left.copies -= values.length * body.keys.length) < 0) return undefined;
  return values.flatMap((value) => {
    const copy = expandedMap(body, new Map([...outer, [name, value]]), expansion, level + 1);
    return copy.keys.map((key) => [key, () => copy.get(key)] as const);
  });
}

/** `node` with the values of the loops around it: where `Ref` or a text names their identifiers. */
function expandedNode(node: TemplateNode | undefined, identifiers: Identifiers, expansion: Expansion, level: number): TemplateNode | undefined {
  if (node === undefined || identifiers.size === 0) return node;
  switch (node.kind) {
    case 'scalar': return typeof node.value === 'string' ? { ...node, value: filledIn(node.value, identifiers) } : node;
    case 'list': return { ...node, items: () => node.items().map((item) => expandedNode(item, identifiers, expansion, level) ?? item) };
    case 'map': return expandedMap(node, identifiers, expansion, level);
    case 'unknown': return node;
    case 'intrinsic': {
      const value = node.name === 'Ref' ? identifiers.get(nameOf(node.argument()) ?? '') : undefined;
      return value === undefined ? { ...node, argument: () => expandedNode(node.argument(), identifiers, expansion, level) ?? node.argument() } : { kind: 'scalar', value, at: node.at };
    }
  }
}

/** `${Name}`, and `&{Name}` without what no logical id may have. */
function filledIn(text: string, identifiers: Identifiers): string {
  return text.replaceAll(/([$&])\{(\w+)\}/g, (whole, sign: string, name: string) => {
    const value = identifiers.get(name);
    return value === undefined ? whole : sign === '&' ? value.replaceAll(/[^A-Za-z0-9]/g, '') : value;
  });
}
