/** What places hold after something was stored there, and where the stored object is found from then on. */
import { ELEMENT, extend } from '../domain/access-path.js';
import type { AccessPath } from '../domain/access-path.js';
import { NO_MARKS } from '../domain/marks.js';
import type { State } from '../domain/state.js';
import { EMPTY, joinValues, union } from '../domain/value.js';
import type { Value } from '../domain/value.js';
import { noteOtherName } from './locks.js';
import { noteMaking } from './makers.js';
import type { Walk } from './walk.js';

/** What a place holds from here on: exactly this when there is one place, otherwise perhaps this. */
export function keepStored(walk: Walk, state: State, places: readonly AccessPath[], cells: readonly string[], value: Value): void {
  const certain = places.length === 1;
  for (const place of places) {
    const before = state.heap.get(place.key);
    const isContent = place.steps.includes(ELEMENT);
    const next = certain && !isContent ? value : joinValues(before?.value ?? EMPTY, value);
    state.heap.set(place.key, { path: place, value: next });
    publish(state, value, place);
    noteOtherName(walk.engine, place, value);
  }
  const contents = value.paths.flatMap((path) => (path.root.kind === 'fresh' ? (state.heap.get(extend(path, ELEMENT).key)?.value ?? []) : []));
  for (const cell of cells) {
    walk.engine.heap.add(cell, value);
    if (walk.engine.phase === 'init') noteMaking(walk.engine, cell, value);
    for (const content of contents) walk.engine.heap.add(contentCell(cell), content);
  }
}

/** The cell of what is inside of what the cell holds; deeper nesting is not told apart. */
function contentCell(cell: string): string {
  if (cell.endsWith(`${ELEMENT}${ELEMENT}`) || cell.endsWith(`${ELEMENT}/${ELEMENT}`)) return cell;
  return cell.includes('#') ? `${cell}/${ELEMENT}` : `${cell}${ELEMENT}`;
}

/** A fresh object that is stored in a place outside of this invocation is found there from now on. */
function publish(state: State, value: Value, place: AccessPath): void {
  if (place.root.kind === 'fresh') {
    const outside = state.published.get(place.root.site);
    if (!outside) return;
    for (const found of outside) publish(state, value, extend(found, place.steps.at(-1) ?? ELEMENT));
    return;
  }
  for (const path of value.paths) {
    if (path.root.kind !== 'fresh' || path.steps.length > 0) continue;
    state.published.set(path.root.site, union(state.published.get(path.root.site) ?? [], [place], 4));
  }
}

/** An owned object carries the marks of what was put into it. */
export function taintOwner(state: State, object: Value, value: Value): void {
  if (value.marks === NO_MARKS) return;
  for (const [name, local] of state.locals) {
    if (local.marks === (local.marks | value.marks)) continue;
    if (local.paths.some((path) => path.root.kind === 'fresh' && object.paths.includes(path))) state.locals.set(name, { ...local, marks: local.marks | value.marks });
  }
}
