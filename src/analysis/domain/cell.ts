/**
 * Cells: the unit in which accesses are compared and hazards are counted. A field of a repository class is one cell whatever
 * leads to the object (steps carry the declaring class as `Type#field`); any other place is its path. The contents of a
 * container belong to the cell of the variable or field that holds it. What a thread or flow of control has for itself is apart.
 */
import { ELEMENT, isPrivate, splitStep } from './access-path.js';
import type { AccessPath } from './access-path.js';

/** Key of the memory cell at `path`: equal for two paths that name the same field of the same class. */
export function cellOf(path: AccessPath): string {
  let cell = cells.get(path);
  if (cell === undefined) cells.set(path, (cell = findCell(path)));
  return cell;
}

const cells = new WeakMap<AccessPath, string>();
const holders = new WeakMap<AccessPath, string>();

function findCell(path: AccessPath): string {
  return isPrivate(path) ? path.key : fieldCell(path);
}

/** The cell of the field, whoever has the object. */
export function fieldCell(path: AccessPath): string {
  for (let i = path.steps.length - 1; i >= 0; i--) {
    if (path.steps[i]?.includes('#')) return path.steps.slice(i).join('/');
  }
  return path.key;
}

/** The cell without the elements and inner fields below it: what one finding is about. */
export function holderOf(path: AccessPath): string {
  let holder = holders.get(path);
  if (holder === undefined) holders.set(path, (holder = findHolder(path)));
  return holder;
}

function findHolder(path: AccessPath): string {
  const cell = cellOf(path);
  const cut = cell.indexOf(ELEMENT);
  return cut < 0 ? cell : cell.slice(0, cut).replace(/[/.]$/, '');
}

/** Step for a field whose declaring class is known. */
export function qualifiedStep(type: string, field: string): string {
  return `${type}#${field}`;
}

/** The field's own name in a step. */
export function fieldName(step: string): string {
  return splitStep(step).field;
}

/**
 * Under which name a write makes reads of the same place matter: the holder, or for objects whose class is not known the name
 * of the field, whatever the object.
 */
export function writeMarker(path: AccessPath): string {
  const named = path.steps.findLast((step) => step !== ELEMENT && step !== '*');
  if (named?.includes('#') || path.root.kind === 'module' || path.root.kind === 'static' || path.root.kind === 'captured' || path.root.kind === 'entry-object') return holderOf(path);
  return named === undefined ? '?' : `?.${named}`;
}
