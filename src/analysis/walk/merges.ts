/** Calls that set the members of some objects on another one (`Object.assign`). */
import { ELEMENT } from '../domain/access-path.js';
import type { State } from '../domain/state.js';
import type { Value } from '../domain/value.js';
import type { LibraryCall } from './library.js';
import { memberNames } from './literals.js';
import { loadField, storeField } from './places.js';
import type { Walk } from './walk.js';

/** Sets what is known of the given objects, name by name; `false` when something in them has no name that is known. */
export function mergeMembers(walk: Walk, state: State, { fact, args, at }: LibraryCall, target: Value): boolean {
  if (!fact.mergesMembers) return false;
  const sources = args.filter((arg) => arg !== target);
  if (sources.length === 0 || !sources.every((source) => isWrittenOut(walk, source))) return false;
  for (const source of sources) {
    for (const name of memberNames(walk, source)) storeField(walk, state, target, name, loadField(walk, state, source, name, at), at, 'assign');
  }
  return true;
}

/** An object of this function's own that the code writes out, with names for all that is in it. */
function isWrittenOut({ engine: { heap, openLiterals } }: Walk, { paths, shapes }: Value): boolean {
  return paths.length > 0 && paths.every(({ root, steps }) => root.kind === 'fresh' && steps.length === 0)
    && shapes.length > 0 && shapes.every((shape) => shape.kind === 'object' && !openLiterals.has(shape.site) && !heap.has(`${shape.site}${ELEMENT}`));
}
