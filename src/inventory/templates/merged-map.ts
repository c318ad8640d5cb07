/** Mappings that stand for one: settings of a function before those of its stage, parts of a section in several files. */
import type { MapNode, TemplateNode } from './document.js';

/** One mapping of several: of a key that more than one has, the value in the last of them; nothing when there are none. */
export function mergedMap(maps: readonly (MapNode | undefined)[]): MapNode | undefined {
  const present = maps.filter((map) => map !== undefined);
  const last = present.at(-1);
  if (!last || present.length === 1) return last;
  return {
    kind: 'map', at: last.at, keys: [...new Set(present.flatMap(({ keys }) => keys))],
    get: (key) => present.findLast(({ keys }) => keys.includes(key))?.get(key),
  };
}

/** The mapping `name` in `map`. */
export function mapIn(map: TemplateNode | undefined, name: string): MapNode | undefined {
  const node = map?.kind === 'map' ? map.get(name) : undefined;
  return node?.kind === 'map' ? node : undefined;
}
