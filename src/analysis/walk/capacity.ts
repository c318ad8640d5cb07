/** How many callers at once a pool, an executor or a semaphore serves, as the call that makes it says. */
import type { CapacityFact } from '../../knowledge/schema.js';
import { extend } from '../domain/access-path.js';
import type { Site } from '../domain/access.js';
import type { Capacity } from '../domain/effect.js';
import type { State } from '../domain/state.js';
import { literal, literalText } from '../domain/text.js';
import { EMPTY, joinValues } from '../domain/value.js';
import type { Value } from '../domain/value.js';
import type { Walk } from './walk.js';

export function capacityOf(walk: Walk, state: State, { argument, key, always, beyond }: CapacityFact, args: readonly Value[], named: ReadonlyMap<string, Value>): Capacity | undefined {
  if (always !== undefined) return { limit: literal(String(always)), more: 0 };
  const given = key === undefined ? undefined : named.get(key);
  const candidates = argument === undefined ? args : args.slice(argument, argument + 1);
  const plain = argument === undefined ? undefined : candidates.find((arg) => literalText(arg.text) !== undefined);
  const found = given ?? plain ? { value: given ?? plain } : key === undefined ? { value: candidates[0] } : optionIn(walk, state, candidates, key);
  const more = beyond && (named.has(beyond.key) ? Number(literalText(named.get(beyond.key)?.text)) : beyond.default);
  if (!found?.value?.text || Number.isNaN(more)) return undefined;
  return { limit: found.value.text, more: more ?? 0, ...(found.in ? { writtenIn: found.in } : {}) };
}

interface Option {
  readonly value: Value | undefined;
  readonly in?: Site;
}

/** The property `key` of the first argument that has it, and the literal in which it stands. */
function optionIn(walk: Walk, state: State, args: readonly Value[], key: string): Option | undefined {
  for (const arg of args) {
    let value: Value | undefined = arg;
    let literalSite: Site | undefined;
    for (const name of key.split('.')) {
      literalSite = value ? siteOfLiteral(walk, value) : undefined;
      value = value && memberOf(walk, state, value, name);
    }
    if (value?.text) return { value, ...(literalSite ? { in: literalSite } : {}) };
  }
  return undefined;
}

function memberOf(walk: Walk, state: State, { paths, shapes }: Value, name: string): Value | undefined {
  const known = paths.flatMap((path) => state.heap.get(extend(path, name).key)?.value ?? []);
  const seen = shapes.flatMap((shape) => (shape.kind === 'object' && walk.engine.heap.has(`${shape.site}.${name}`) ? [walk.engine.heap.get(`${shape.site}.${name}`)] : []));
  const all = known.length > 0 ? known : seen;
  return all.length === 0 ? undefined : all.reduce(joinValues, EMPTY);
}

function siteOfLiteral({ engine }: Walk, { shapes }: Value): Site | undefined {
  const sites = shapes.flatMap((shape) => (shape.kind === 'object' ? (engine.literals.get(shape.site) ?? []) : []));
  return sites.length === 1 ? sites[0] : undefined;
}
