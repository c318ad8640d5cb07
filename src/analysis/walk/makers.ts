/** Which calls have made what a place holds, as far as init has put it there: wrappers are told by that. */
import { parentOf } from '../domain/access-path.js';
import type { AccessPath } from '../domain/access-path.js';
import { cellOf } from '../domain/cell.js';
import type { Value } from '../domain/value.js';
import type { Engine } from '../engine.js';

/** Notes what has made `value`, which is put into `cell`. */
export function noteMaking(engine: Engine, cell: string, { paths }: Value): void {
  for (const path of paths) {
    const made = path.root.kind !== 'fresh' ? makersOf(engine, path) : path.steps.length === 0 ? [path.root.site] : [];
    if (made.length > 0) engine.madeAt.set(cell, new Set([...(engine.madeAt.get(cell) ?? []), ...made]));
  }
}

/** Sites of the calls that have made what is at `path`. */
export function makersOf(engine: Engine, path: AccessPath): readonly string[] {
  return cellsOf(engine, path).flatMap((cell) => [...(engine.madeAt.get(cell) ?? [])]);
}

/** Where the place is kept: under its own name, and as a member of an object that is written out (`module.exports = { handler: wrap(f) }`). */
function cellsOf({ heap }: Engine, path: AccessPath): readonly string[] {
  const step = path.steps.at(-1);
  const literals = step === undefined ? [] : heap.get(cellOf(parentOf(path))).shapes.flatMap((shape) => (shape.kind === 'object' ? [`${shape.site}.${step}`] : []));
  return [cellOf(path), ...literals];
}
