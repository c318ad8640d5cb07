/** Of which objects a value is a part (`StoredValue.partOf`): two values of one object have to agree with each other. */
import { rootKey } from '../domain/access-path.js';
import type { AccessPath } from '../domain/access-path.js';
import { union } from '../domain/value.js';
import type { Value } from '../domain/value.js';

const MAX_ORIGINS = 4;

/** The objects that the places of a value are in; a parameter as a whole may be a part of what the caller knows. */
export function originsOf(paths: readonly AccessPath[]): readonly string[] {
  const found = paths.flatMap(({ root, steps }) => {
    if (root.kind === 'parameter' && steps.length === 0) return [`=${root.index}`];
    return steps.length > 0 && (root.kind === 'fresh' || root.kind === 'parameter') ? [rootKey(root)] : [];
  });
  return union([], found, MAX_ORIGINS);
}

/** The same in the caller's terms, at the call `prefix` with `args`. */
export function liftOrigins(origins: readonly string[], args: readonly Value[], prefix: string): readonly string[] {
  const lifted = origins.flatMap((origin) => {
    const parameter = /^(?:=|param )(\d+)$/.exec(origin)?.[1];
    if (parameter === undefined) return [`${prefix}/${origin.slice(origin.lastIndexOf('/') + 1)}`];
    const paths = args[Number(parameter)]?.paths ?? [];
    return origin.startsWith('=') ? originsOf(paths) : paths.map(({ root }) => rootKey(root));
  });
  return union([], lifted, MAX_ORIGINS);
}
