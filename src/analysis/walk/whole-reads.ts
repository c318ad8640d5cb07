/**
 * Objects that are read as a whole, with all that they refer to: handed to a function of a library, copied, or given to the
 * platform as an answer. What this execution has written into such an object before is read there, perhaps after another
 * invocation has written it. Who wrote it may only be known to a caller, so the read stays in the summary.
 */
import type { Span } from '../../ir/index.js';
import { ELEMENT, WHOLE, extend, parentOf, pathOf, startsWith } from '../domain/access-path.js';
import type { AccessPath } from '../domain/access-path.js';
import type { State } from '../domain/state.js';
import type { Value } from '../domain/value.js';
import type { Engine } from '../engine.js';
import { contentTypes } from './contents.js';
import { keep } from './keep.js';
import { aliasesOf, makeAccess, mayBeWrittenWithin, recordAccess } from './record.js';
import type { Walk } from './walk.js';

/** Somebody reads all that `value` is or holds: of plain data only, where nobody says that objects of classes are gone through too. */
export function readWhole(walk: Walk, state: State, value: Value, at: Span, what: 'data' | 'objects' = 'data'): void {
  if (walk.engine.phase === 'init') return;
  for (const { path, value: object } of outsideObjects(state, value)) {
    if ((what === 'data' && !isData(walk.engine, object)) || path.root.kind === 'symbol' || path.root.kind === 'type') continue;
    for (const { path: written } of state.writes.values()) if (startsWith(written, path)) readWritten(walk, state, written, object, path, at);
    const whole = extend(path, WHOLE);
    if (mayBeWrittenWithin(walk.engine, path)) keep(walk, { ...makeAccess(walk, state, `${whole.key}@${at.start}`, whole, 'read', at, {}), isWhole: true, settled: settledWithin(state, path) });
  }
}

/** Places in the object at `holder` that the running turn has certainly set. */
export function settledWithin(state: State, holder: AccessPath): readonly AccessPath[] {
  return [...state.writes.values()].filter(({ path, certain, stale }) => certain && !stale && startsWith(path, holder)).map(({ path }) => path);
}

function readWritten(walk: Walk, state: State, written: AccessPath, object: Value, holder: AccessPath, at: Span): void {
  const isContent = written.steps.at(-1) === ELEMENT;
  recordAccess(walk, state, [written], isContent ? 'iterate' : 'read', at, { objectTypes: isContent && parentOf(written) === holder ? contentTypes(walk.engine, object) : [] });
}

/** What a read of a whole in a callee is to its caller: a read of each place in the object that the caller has written. */
export function expandWhole(state: State, roots: readonly AccessPath[]): { readonly written: readonly AccessPath[]; readonly wholes: readonly AccessPath[] } {
  const outside = outsideObjects(state, { paths: roots, shapes: [], marks: 0, reads: [] }).map(({ path }) => path);
  const written = [...state.writes.values()].flatMap(({ path }) => (outside.some((root) => startsWith(path, root)) ? [path] : []));
  return { written, wholes: outside.map((path) => extend(path, WHOLE)) };
}

/** An object that outlives the invocation, or that the running function was given. */
interface OutsideObject {
  readonly path: AccessPath;
  readonly value: Value;
}

/** Such objects in `value`, or in what the invocation has made for it. */
export function outsideObjects(state: State, value: Value): readonly OutsideObject[] {
  const made = new Set<string>();
  const found: OutsideObject[] = [];
  const visit = (from: Value): void => {
    // A method or property of a library's object, taken as a value, is written out as what it gives, and not as the object.
    if (from.shapes.some((shape) => shape.kind === 'member')) return;
    for (const path of from.paths.flatMap((alias) => aliasesOf(state, alias))) {
      if (path.root.kind !== 'fresh') { found.push({ path, value: from }); continue; }
      if (made.has(path.root.site)) continue;
      made.add(path.root.site);
      for (const entry of state.heap.values()) if (startsWith(entry.path, pathOf(path.root))) visit(entry.value);
    }
  };
  visit(value);
  return found;
}

/** Literals and what is not known any better; objects of classes keep more than what others read of them. */
function isData(engine: Engine, { shapes }: Value): boolean {
  return shapes.every((shape) => shape.kind === 'object' || shape.kind === 'array' || (shape.kind === 'instance' && isDataType(engine, shape.type)));
}

function isDataType({ knowledge, program }: Engine, type: string): boolean {
  const declaration = program.type(type);
  const fact = knowledge.type(type);
  return declaration ? declaration.kind === 'interface' : fact === undefined || fact.collection !== undefined;
}
