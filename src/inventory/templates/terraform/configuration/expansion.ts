/** `count` and `for_each`: how many instances of a resource or module there are, and what each of them is called. */
import type { Location } from '../../../../ir/index.js';
import type { Block, Body, Expression } from '../hcl/tree.js';
import { evaluate, itemsOf, type Scope } from '../language/evaluate.js';
import { isNull, map, numberOf, reasonOf, scalar, textOf, unknown, type Value } from '../language/values.js';

export interface Instance {
  /** Nothing for a single one, and for one that stands for a number that is not known. */
  readonly key?: string | number;
  /** `each` or `count`. */
  readonly names: readonly (readonly [string, Value])[];
  /** Why the number is not known: `for_each: …` */
  readonly unknown?: string;
}

/** More instances are not listed one by one. */
const MAX_INSTANCES = 100;

/** The instances of `block`; one that stands for all when their number is not known. */
export function instancesOf({ body: { attributes }, at }: Block, scope: Scope): readonly Instance[] {
  const [count, forEach] = [attributes.get('count'), attributes.get('for_each')];
  if (count !== undefined) return counted(evaluate(count, scope), at);
  return forEach === undefined ? [{ names: [] }] : forEachOf(evaluate(forEach, scope), at);
}

function counted(value: Value, at: Location): readonly Instance[] {
  const number = value.kind === 'scalar' && typeof value.value === 'boolean' ? undefined : numberOf(value);
  if (number === undefined || number > MAX_INSTANCES) {
    const reason = number === undefined ? reasonOf(value) ?? 'no number' : `more than ${MAX_INSTANCES} instances`;
    return [{ names: [['count', each(at, [['index', unknown('the index of an instance', at, 'count.index')]])]], unknown: `count: ${reason}` }];
  }
  return Array.from({ length: Math.max(0, Math.floor(number)) }, (_, index) => ({ key: index, names: [['count', each(at, [['index', scalar(index, at)]])]] as const }));
}

function forEachOf(value: Value, at: Location): readonly Instance[] {
  const items = isNull(value) ? [] : itemsOf(value);
  const keys = typeof items === 'string' ? [] : items.map(([key, item]) => (value.kind === 'list' ? textOf(item) : textOf(key)));
  if (typeof items === 'string' || keys.includes(undefined) || items.length > MAX_INSTANCES) {
    const reason = typeof items === 'string' ? items : keys.includes(undefined) ? 'a key that is not known' : `more than ${MAX_INSTANCES} instances`;
    const parts = [['key', unknown(`the key of an instance (${reason})`, at, 'each.key')], ['value', unknown(`the value of an instance (${reason})`, at, 'each.value')]] as const;
    return [{ names: [['each', each(at, parts)]], unknown: `for_each: ${reason}` }];
  }
  return items.map(([, item], index) => {
    const key = keys[index]!;
    return { key, names: [['each', each(at, [['key', scalar(key, at)], ['value', item]])]] as const };
  });
}

function each(at: Location, parts: readonly (readonly [string, Value])[]): Value {
  return map(new Map(parts), at);
}

/** The contents of the blocks `name` in `body`, with what `dynamic` blocks make; a reason where their number is not known. */
export function nestedBlocks(body: Body, name: string, scope: Scope): readonly (NestedBlock | string)[] {
  return body.blocks.flatMap((block): readonly (NestedBlock | string)[] => {
    if (block.type === name) return [{ body: block.body, scope, at: block.at }];
    return block.type === 'dynamic' && block.labels[0] === name ? dynamicBlocks(block, name, scope) : [];
  });
}

export interface NestedBlock {
  readonly body: Body;
  readonly scope: Scope;
  readonly at: Location;
}

function dynamicBlocks({ body, at }: Block, name: string, scope: Scope): readonly (NestedBlock | string)[] {
  const content = body.blocks.find(({ type }) => type === 'content');
  const forEach = body.attributes.get('for_each');
  if (content === undefined || forEach === undefined) return [];
  const value = evaluate(forEach, scope);
  const items = isNull(value) ? [] : itemsOf(value);
  if (typeof items === 'string') return [items];
  const iterator = iteratorOf(body.attributes.get('iterator')) ?? name;
  return items.slice(0, MAX_INSTANCES).map(([key, item]) => {
    const names = new Map([...scope.names, [iterator, each(at, [['key', value.kind === 'list' ? item : key], ['value', item]])] as const]);
    return { body: content.body, scope: { ...scope, names }, at: content.at };
  });
}

function iteratorOf(expression: Expression | undefined): string | undefined {
  return expression?.kind === 'name' ? expression.name : undefined;
}
