/** Types of variables, as far as they give values: what `optional(…)` stands for when an argument leaves it out. */
import type { Expression } from '../hcl/tree.js';
import { evaluate, type Scope } from '../language/evaluate.js';
import { list, map, scalar, type Value } from '../language/values.js';

const MAX_DEPTH = 20;

/** `value` with the optional attributes that `type` knows and it does not have. */
export function completed(value: Value, type: Expression | undefined, scope: Scope, depth = 0): Value {
  if (type?.kind !== 'call' || depth > MAX_DEPTH) return value;
  const [argument] = type.args;
  switch (type.name) {
    case 'optional': return completed(value, argument, scope, depth + 1);
    case 'map': return value.kind === 'map' ? map(new Map([...value.entries].map(([key, item]) => [key, completed(item, argument, scope, depth + 1)])), value.at) : value;
    case 'list': case 'set': return value.kind === 'list' ? list(value.items.map((item) => completed(item, argument, scope, depth + 1)), value.at) : value;
    case 'object': return value.kind === 'map' && argument?.kind === 'object' ? completedObject(value, argument, scope, depth) : value;
    default: return value;
  }
}

function completedObject(value: Value & { readonly kind: 'map' }, { entries }: Expression & { readonly kind: 'object' }, scope: Scope, depth: number): Value {
  const result = new Map(value.entries);
  for (const { key, value: type } of entries) {
    const name = key.kind === 'literal' ? String(key.value) : undefined;
    if (name === undefined) continue;
    const given = value.entries.get(name);
    const fallback = type.kind === 'call' && type.name === 'optional' ? type.args[1] : undefined;
    const isLeftOut = given === undefined || (given.kind === 'scalar' && given.value === null);
    if (!isLeftOut) result.set(name, completed(given, type, scope, depth + 1));
    else if (fallback !== undefined) result.set(name, completed(evaluate(fallback, scope), type, scope, depth + 1));
    else if (type.kind === 'call' && type.name === 'optional') result.set(name, scalar(null, value.at));
  }
  return map(result, value.at);
}
