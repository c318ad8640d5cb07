/** Where a construct stands in the tree of its application: the ids from its stack down to it. */
import { argumentOf, textOf, type Made, type StaticValue } from '../evaluation/values.js';
import { constructName, madeIn } from './names.js';

/** Constructs that begin a path. */
const STACKS: ReadonlySet<string> = new Set(['App', 'Stage', 'Stack', 'NestedStack']);
const MAX_DEPTH = 20;

/** `Orders/Handler`, as far as the ids are written down. */
export function constructPath(construct: Made): string | undefined {
  const id = idOf(construct);
  return id === undefined ? undefined : [...idsAbove(argumentOf(construct, 0, 'scope'), 0), id].join('/');
}

/** The id that a construct has within its scope. */
export function idOf(construct: Made): string | undefined {
  return textOf(argumentOf(construct, 1, 'id') ?? argumentOf(construct, 1, 'constructId'));
}

function idsAbove(scope: StaticValue | undefined, depth: number): readonly string[] {
  const made = madeIn(scope);
  if (!made || made.receiver !== undefined || depth > MAX_DEPTH || STACKS.has(constructName(made.by) ?? '')) return [];
  const id = idOf(made);
  return [...idsAbove(argumentOf(made, 0, 'scope'), depth + 1), ...(id === undefined ? [] : [id])];
}
