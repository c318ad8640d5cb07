/**
 * The flow-insensitive memory of a whole program run: which shapes and texts each variable and field was ever seen to hold.
 * It grows monotonically; the driver repeats the analysis until it is stable. Objects are told apart by class and by the
 * literal that made them, as in a 0-CFA.
 */
import { isRelative } from './domain/access-path.js';
import type { AccessPath } from './domain/access-path.js';
import { Answers } from './domain/growing.js';
import { NO_MARKS, inputsOf } from './domain/marks.js';
import type { Marks } from './domain/marks.js';
import type { Shape } from './domain/shape.js';
import type { Text } from './domain/text.js';
import { joinTexts } from './domain/text.js';
import { EMPTY, union } from './domain/value.js';
import type { Value } from './domain/value.js';

const MAX_SHAPES = 32;

interface Cell {
  shapes: readonly Shape[];
  text: Text | undefined;
  /** Objects that it may be and whose paths mean the same everywhere. */
  paths: readonly AccessPath[];
  /** All that as a value, once it was asked for; gone when the cell has grown. */
  value?: Value;
}

export interface Heap {
  /** What the cell may hold; `EMPTY` when nothing was stored. */
  get(key: string): Value;
  has(key: string): boolean;
  add(key: string, value: Value): void;
  /** Cells of the members of the object literal made at `site`: which one a computed key means is not known. */
  membersOf(site: string): readonly string[];
  /** Functions that are members of the object literal made at `site`. */
  closuresIn(site: string): readonly string[];
  /** Data of an invocation was stored in this shared cell: what is loaded from it carries its marks. */
  markRequest(key: string, marks: Marks): void;
  /** Counts growth. */
  readonly version: () => number;
  /** By cell; `members SITE` for those of an object, `has CELL` for whether there is one. */
  readonly answers: Answers<string>;
}

export function createHeap(): Heap {
  const cells = new Map<string, Cell>();
  const inputs = new Map<string, Marks>();
  const members = new Map<string, string[]>();
  let version = 0;
  const answers = new Answers<string>();
  const grew = (key: string, cell: Cell): void => {
    delete cell.value;
    version++;
    answers.change(key);
  };
  return {
    get: (key) => {
      answers.give(key);
      const value = valueOf(cells.get(key));
      const marks = inputs.get(key);
      return marks === undefined ? value : { ...value, marks };
    },
    membersOf(site) {
      answers.give(membersKey(site));
      return members.get(site) ?? [];
    },
    closuresIn(site) {
      answers.give(membersKey(site));
      for (const key of members.get(site) ?? []) answers.give(key);
      return (members.get(site) ?? []).flatMap((key) => (cells.get(key)?.shapes ?? []).flatMap((shape) => (shape.kind === 'closure' ? [shape.function] : [])));
    },
    markRequest(key, marks) {
      const known = inputs.get(key) ?? NO_MARKS;
      const all = known | inputsOf(marks);
      if (all === known) return;
      inputs.set(key, all);
      version++;
      answers.change(key);
    },
    has(key) {
      answers.give(`has ${key}`);
      return cells.has(key);
    },
    version: () => version,
    answers,
    add(key, added) {
      const value = added.text && isRelativeText(added.text) ? { ...added, text: undefined } : added;
      const cell = cells.get(key);
      if (!cell) {
        const made: Cell = { shapes: value.shapes, text: value.text, paths: value.paths.filter(isGlobalPath) };
        cells.set(key, made);
        const dot = key.indexOf('.');
        const site = dot > 0 ? key.slice(0, dot) : undefined;
        if (site !== undefined) {
          members.set(site, [...(members.get(site) ?? []), key]);
          answers.change(membersKey(site));
        }
        answers.change(`has ${key}`);
        if (isEmpty(made)) version++;
        else grew(key, made);
        return;
      }
      const shapes = union(cell.shapes, value.shapes, MAX_SHAPES);
      if (shapes !== cell.shapes && shapes.length !== cell.shapes.length) { cell.shapes = shapes; grew(key, cell); }
      const paths = union(cell.paths, value.paths.filter(isGlobalPath), 4);
      if (paths.length !== cell.paths.length) { cell.paths = paths; grew(key, cell); }
      if (value.text) {
        const text = cell.text ? joinTexts(cell.text, value.text) : value.text;
        if (!cell.text || text.alternatives.length !== cell.text.alternatives.length) { cell.text = text; grew(key, cell); }
      }
    },
  };
}

/** Nobody can tell it from a cell that does not exist. */
function isEmpty({ shapes, text, paths }: Cell): boolean {
  return shapes.length === 0 && text === undefined && paths.length === 0;
}

function membersKey(site: string): string {
  return `members ${site}`;
}

function valueOf(cell: Cell | undefined): Value {
  if (!cell) return EMPTY;
  cell.value ??= { paths: cell.paths, shapes: cell.shapes, marks: NO_MARKS, reads: [], ...(cell.text ? { text: cell.text } : {}) };
  return cell.value;
}

/** Objects of libraries and module variables are the same in every function. */
function isGlobalPath(path: AccessPath): boolean {
  return path.root.kind === 'symbol' || (path.root.kind === 'module' && path.steps.length === 0);
}

/** Texts with parts that mean something else in each calling context say nothing here. */
function isRelativeText(text: Text): boolean {
  return text.alternatives.some((parts) => parts.some((part) => part.kind === 'hole' && part.path !== undefined && isRelative(part.path.root)));
}
