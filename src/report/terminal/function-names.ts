/** What functions are called in the report. */
import type { LambdaFunction } from '../../inventory/lambda-function.js';

/** Names by id: the name where it is the only one, else the id. `--function` takes both. */
export function functionNames(functions: readonly Pick<LambdaFunction, 'id' | 'name'>[]): ReadonlyMap<string, string> {
  const idsOf = new Map<string, Set<string>>();
  for (const { id, name } of functions) idsOf.set(name, (idsOf.get(name) ?? new Set()).add(id));
  return new Map(functions.map(({ id, name }) => [id, idsOf.get(name)?.size === 1 ? name : id]));
}
