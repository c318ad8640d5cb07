/** What the relative names of a summary mean at one call: paths, values, texts, locks. */
import type { FunctionBody, Span } from '../../ir/index.js';
import { ELEMENT, extend, extendAll, parentOf, pathOf } from '../domain/access-path.js';
import type { AccessPath } from '../domain/access-path.js';
import { cellOf } from '../domain/cell.js';
import type { HeldLock } from '../domain/lock-set.js';
import { NO_MARKS, parameterMark, substituteMarks } from '../domain/marks.js';
import type { State } from '../domain/state.js';
import type { Text, TextPart } from '../domain/text.js';
import { concatTexts, textOfElement, hole } from '../domain/text.js';
import { MAX_READS, union } from '../domain/value.js';
import type { ReadId, Value } from '../domain/value.js';
import type { Engine } from '../engine.js';
import { withOtherNames } from './locks.js';
import { readsWithin } from './reads-within.js';
import { isGlobalCell } from './resolved-place.js';
import { aliasesOf, objectsIn } from './record.js';
import { site, siteId, thisValue } from './walk.js';
import type { Walk } from './walk.js';

/** When a function runs, seen from the call: `aside`: up to its first suspension now, and then beside the other runs of it. */
export type When = 'now' | 'aside' | 'later' | 'other-thread';

/** What a callee's relative names mean at one call. */
export interface Actuals {
  readonly callee: FunctionBody;
  readonly receiver: Value | undefined;
  readonly args: readonly Value[];
  readonly at: Span;
  /** When the callee runs, seen from the call. */
  readonly when: When;
  /** An asynchronous callee: its suspensions let the caller go on; the caller suspends where it awaits. */
  readonly isAsync: boolean;
  /** Held around a callee that runs later. */
  readonly under?: readonly HeldLock[];
}

/** The names of a callee in the terms of one call. */
export interface Substitution {
  readonly actuals: Actuals;
  readonly prefix: string;
  readonly callSite: { readonly function: string; readonly at: Span };
  paths(path: AccessPath): readonly AccessPath[];
  /** What a captured variable refers to. */
  variable(path: AccessPath): readonly AccessPath[];
  marks(marks: number): number;
  value(value: Value): Value;
  text(text: Text): Text;
  locks(locks: readonly HeldLock[]): readonly HeldLock[];
  read(id: string): string;
}

/** How the names of a callee read in the caller. */
export function makeSubstitution(walk: Walk, state: State, actuals: Actuals): Substitution {
  const prefix = siteId(walk, actuals.at);
  const cache = new Map<AccessPath, readonly AccessPath[]>();
  const marks = (value: number): number => substituteMarks(value, actuals.receiver?.marks ?? NO_MARKS, actuals.args.map((arg) => arg.marks));
  const paths = (path: AccessPath): readonly AccessPath[] => {
    let known = cache.get(path);
    if (!known) cache.set(path, (known = substitutePath(walk, state, actuals, prefix, path)));
    return known;
  };
  const variable = (path: AccessPath): readonly AccessPath[] => (path.root.kind === 'captured' && path.root.owner === walk.fn.id && path.root.name !== 'this' ? objectsIn(state, path) : paths(path));
  const text = (value: Text): Text => substituteText(walk.engine, state, value, actuals, { paths, variable }, marks);
  const read = (id: string): string => shorten(`${prefix}/${id}`);
  const locks = (held: readonly HeldLock[]): readonly HeldLock[] => held.map((lock) => ({ ...lock, paths: withOtherNames(walk.engine, lock.paths.flatMap(paths)), acquisition: `${prefix}/${lock.acquisition}` }));
  return {
    actuals, prefix, callSite: site(walk, actuals.at), paths, variable, marks, text, read,
    value: (value) => substituteValue(state, value, actuals, { paths, variable }, marks, text, read, locks), locks,
  };
}

function substitutePath(walk: Walk, state: State, actuals: Actuals, prefix: string, path: AccessPath): readonly AccessPath[] {
  const { root, steps } = path;
  switch (root.kind) {
    case 'this': return (actuals.receiver?.paths ?? []).flatMap((base) => aliasesOf(state, extendAll(base, steps)));
    case 'parameter': return (actuals.args[root.index]?.paths ?? []).flatMap((base) => aliasesOf(state, extendAll(base, steps)));
    case 'fresh': {
      // Objects are told apart by where they are made and by the last call on the way there; more would not end.
      return [pathOf({ kind: 'fresh', site: `${prefix}/${root.site.slice(root.site.lastIndexOf('/') + 1)}` }, steps)];
    }
    case 'captured':
      if (root.owner !== walk.fn.id) return [path];
      if (root.name === 'this') return thisValue(walk).paths.flatMap((base) => aliasesOf(state, extendAll(base, steps)));
      return steps.length === 0 ? [path] : aliasesOf(state, path);
    default: return aliasesOf(state, path);
  }
}

function substituteValue(
  state: State, value: Value, actuals: Actuals, names: Pick<Substitution, 'paths' | 'variable'>, marks: (m: number) => number, text: (t: Text) => Text, read: (id: string) => string,
  locks: (held: readonly HeldLock[]) => readonly HeldLock[],
): Value {
  let shapes = value.shapes;
  let stored = NO_MARKS;
  for (const path of value.paths) {
    if (path.steps.length > 0) {
      // What the caller has put there may say more than what it knows of the object as a whole.
      for (const place of placesOf(path, names)) stored |= state.heap.get(place.key)?.value.marks ?? NO_MARKS;
      continue;
    }
    const actual = path.root.kind === 'this' ? actuals.receiver : path.root.kind === 'parameter' ? actuals.args[path.root.index] : undefined;
    if (actual && shapes.every((shape) => shape.kind !== 'instance' || !shape.exact)) shapes = union(actual.shapes, shapes, 8);
  }
  return {
    ...value, shapes, paths: union([], value.paths.flatMap(names.paths), 8), marks: marks(value.marks) | stored, reads: decidingReads(state, value, actuals, read),
    ...(value.text ? { text: text(value.text) } : {}),
    ...(value.exists ? { exists: { ...value.exists, text: text(value.exists.text) } } : {}),
    ...(value.after ? { after: value.after.flatMap((path) => placesOf(path, names)) } : {}),
    ...(value.attempt ? { attempt: { ...value.attempt, lock: locks([value.attempt.lock])[0] ?? value.attempt.lock } } : {}),
  };
}

/** The callee's own reads, and those that decided what it was given. */
function decidingReads(state: State, { reads, marks }: Value, { args }: Actuals, read: (id: string) => string): readonly ReadId[] {
  return args.reduce<readonly ReadId[]>((all, arg, index) => (marks & parameterMark(index) ? union(all, readsWithin(state, arg), MAX_READS) : all), reads.map(read));
}

function substituteText(engine: Engine, state: State, text: Text, actuals: Actuals, names: Pick<Substitution, 'paths' | 'variable'>, marks: (m: number) => number): Text {
  const fill = (part: TextPart): Text => {
    if (part.kind === 'literal') return { alternatives: [[part]] };
    const actual = part.path && textAt(engine, state, part.path, actuals, names);
    if (actual && !part.basename) return part.unique.length > 0 ? { alternatives: actual.alternatives.map((parts) => [...parts, { ...part, path: undefined, marks: marks(part.marks) }]) } : actual;
    const next = part.path ? names.paths(part.path)[0] : undefined;
    const { path: _, ...kept } = part;
    const rest = kept.entryOf ? { ...kept, entryOf: substituteText(engine, state, kept.entryOf, actuals, names, marks) } : kept;
    return { alternatives: [[{ ...rest, marks: marks(part.marks), ...(next && next.root.kind !== 'fresh' ? { path: next } : {}) }]] };
  };
  const alternatives = text.alternatives.flatMap((parts) => concatTexts(parts.map(fill)).alternatives).slice(0, 6);
  return { alternatives };
}

/** The text that stands at a relative path in the caller. */
function textAt(engine: Engine, state: State, path: AccessPath, actuals: Actuals, names: Pick<Substitution, 'paths' | 'variable'>): Text | undefined {
  if (path.steps.length === 0) {
    if (path.root.kind === 'parameter') return actuals.args[path.root.index]?.text ?? hole(actuals.args[path.root.index]?.marks ?? NO_MARKS);
    if (path.root.kind === 'this') return actuals.receiver?.text;
  }
  for (const place of placesOf(path, names)) {
    const text = state.heap.get(place.key)?.value.text ?? (isGlobalCell(place) ? engine.heap.get(cellOf(place)).text : undefined);
    if (text) return text;
  }
  return path.steps.at(-1) === ELEMENT ? textOfElement(textAt(engine, state, parentOf(path), actuals, names)) : undefined;
}

function shorten(id: string): string {
  return id.length > 160 ? id.slice(-160) : id;
}

/** The place itself in the caller's terms: only the way to it is resolved, not what it holds now. */
export function placesOf(path: AccessPath, context: Pick<Substitution, 'paths' | 'variable'>): readonly AccessPath[] {
  const last = path.steps.at(-1);
  if (last === undefined) return path.root.kind === 'fresh' || path.root.kind === 'parameter' || path.root.kind === 'this' ? [] : [path];
  const holder = parentOf(path);
  const objects = holder.root.kind === 'captured' && holder.steps.length === 0 ? context.variable(holder) : context.paths(holder);
  return objects.map((prefix) => extend(prefix, last));
}
