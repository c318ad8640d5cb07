/** How many callers at once a pool, an executor or a semaphore serves, as the call that makes it says, or by default. */
import type { CapacityFact } from '../../knowledge/schema.js';
import { ELEMENT, extend } from '../domain/access-path.js';
import type { Site } from '../domain/access.js';
import type { Capacity } from '../domain/effect.js';
import type { State } from '../domain/state.js';
import { literal, literalText } from '../domain/text.js';
import type { Text } from '../domain/text.js';
import { EMPTY, joinValues } from '../domain/value.js';
import type { Value } from '../domain/value.js';
import type { Walk } from './walk.js';

/** What a call is given. */
interface Given {
  readonly args: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
}

export function capacityOf(walk: Walk, state: State, fact: CapacityFact, given: Given): Capacity | undefined {
  if (fact.always !== undefined) return { limit: literal(String(fact.always)), more: 0 };
  const more = beyond(fact, given);
  if (Number.isNaN(more)) return undefined;
  const written = fact.option === undefined ? writtenIn(walk, state, fact, given) : inText(given.args[fact.argument ?? 0]?.text, fact.option);
  if (written !== undefined) return { ...written, more };
  return fact.byDefault !== undefined && isLeftOut(walk, state, fact, given) ? { limit: literal(String(fact.byDefault)), more, isDefault: true } : undefined;
}

/** What comes on top; `NaN` when it is given and not known. */
function beyond({ beyond: top }: CapacityFact, { named }: Given): number {
  if (top === undefined) return 0;
  return named.has(top.key) ? Number(literalText(named.get(top.key)?.text)) : top.default;
}

function writtenIn(walk: Walk, state: State, { argument, key }: CapacityFact, { args, named }: Given): Omit<Capacity, 'more'> | undefined {
  if (argument === undefined && key === undefined) return undefined;
  const candidates = argument === undefined ? args : args.slice(argument, argument + 1);
  const plain = argument === undefined ? undefined : candidates.find((arg) => literalText(arg.text) !== undefined);
  const given = (key === undefined ? undefined : named.get(key)) ?? plain;
  const found = given ? { value: given } : key === undefined ? { value: candidates[0] } : optionIn(walk, state, candidates, key);
  return found?.value?.text && { limit: found.value.text, ...(found.in ? { writtenIn: found.in } : {}) };
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

/** The number that a connection text or an address gives to one of `names`: `Server=db;Max Pool Size=20`, `?connection_limit=5`. */
function inText(text: Text | undefined, names: readonly string[]): Omit<Capacity, 'more'> | undefined {
  const option = new RegExp(`(?:^|[;?&])\\s*(?:${names.join('|')})\\s*=\\s*(\\d+)\\s*(?:[;&]|$)`, 'i');
  const [only, ...others] = text?.alternatives ?? [];
  const written = only?.map((part) => (part.kind === 'literal' ? part.text : '\0')).join('');
  const [, size] = (others.length === 0 && option.exec(written ?? '')) || [];
  return size === undefined ? undefined : { limit: literal(size) };
}

/** Keyword arguments of a mapping that is spread out. */
const SPREAD = '**';

/** Whether nothing that the call is given says how many there are, for certain. */
function isLeftOut(walk: Walk, state: State, { argument, key, option, unless = [] }: CapacityFact, { args, named }: Given): boolean {
  if ([SPREAD, key, ...unless].some((name) => name !== undefined && named.has(name))) return false;
  if (option !== undefined) return literalText(args[argument ?? 0]?.text) !== undefined;
  if (key === undefined) return true;
  const candidates = argument === undefined ? args.filter(({ text }) => text === undefined) : args.slice(argument, argument + 1);
  return candidates.every((arg) => [key, ...unless].every((name) => isWithout(walk, state, arg, name.split('.'))));
}

/** A literal that is written out in whole and has no such member. */
function isWithout(walk: Walk, state: State, value: Value, [name = '', ...inner]: readonly string[]): boolean {
  const { engine } = walk;
  const [shape, ...others] = value.shapes;
  if (shape?.kind !== 'object' || others.length > 0 || !engine.literals.has(shape.site) || engine.openLiterals.has(shape.site) || engine.heap.has(`${shape.site}${ELEMENT}`)) return false;
  if (!engine.heap.has(`${shape.site}.${name}`)) return true;
  const member = memberOf(walk, state, value, name);
  return inner.length > 0 && member !== undefined && isWithout(walk, state, member, inner);
}
