/** Recording accesses: which places an operation touches after aliases, what it depends on, what it outdates. */
import type { Span, TypeId } from '../../ir/index.js';
import type { Access, AccessKind, Site, StoredValue } from '../domain/access.js';
import { ELEMENT, PER_FLOW, extend, extendAll, isPrivate, isRelative, parentOf, pathOf, splitStep, startsWith } from '../domain/access-path.js';
import type { AccessPath } from '../domain/access-path.js';
import { cellOf, fieldCell, fieldName, holderOf, writeMarker } from '../domain/cell.js';
import { MAX_VALUES, outlasting } from '../domain/state.js';
import type { DoneWrite, State } from '../domain/state.js';
import { NO_MARKS } from '../domain/marks.js';
import { displayText } from '../domain/text.js';
import type { Text } from '../domain/text.js';
import { withLook } from '../domain/locked-looks.js';
import { threadPlaceOf, withValue, withoutValue } from '../domain/thread-values.js';
import { union } from '../domain/value.js';
import type { ReadId, Value } from '../domain/value.js';
import { siteKey } from '../domain/summary.js';
import { dependencies } from './dependencies.js';
import { keep } from './keep.js';
import { originsOf } from './origins.js';
import type { Handover } from '../domain/summary.js';
import { site, siteId } from './walk.js';
import { isPlain } from '../engine.js';
import type { Engine } from '../engine.js';
import type { Walk } from './walk.js';

const MAX_ALIASES = 8;

/**
 * The places that `path` names here: fields of objects this function has filled lead on to what was stored there, and an
 * object that was stored elsewhere is also found there.
 */
export function aliasesOf(state: State, path: AccessPath): readonly AccessPath[] {
  let current = path.steps.length === 0 ? publishedAs(state, path) : objectsIn(state, pathOf(path.root));
  for (const step of path.steps) {
    const next: AccessPath[] = [];
    for (const prefix of current) {
      const place = extend(prefix, step);
      const stored = state.heap.get(place.key)?.value.paths ?? [];
      for (const alias of stored.length > 0 ? stored : [place]) {
        for (const found of publishedAs(state, alias)) if (!next.includes(found) && next.length < MAX_ALIASES) next.push(found);
      }
      if (stored.length > 0 && place.root.kind !== 'fresh' && !next.includes(place)) next.push(place);
    }
    current = next;
  }
  return current;
}

/** What a variable refers to, as far as this function has set it. */
export function objectsIn(state: State, variable: AccessPath): readonly AccessPath[] {
  const stored = variable.root.kind === 'captured' ? (state.heap.get(variable.key)?.value.paths ?? []) : [];
  return stored.length > 0 ? stored.flatMap((path) => publishedAs(state, path)) : publishedAs(state, variable);
}

/** The places themselves, without following what the last one holds: what a store to `path` writes. */
export function storedPlaces(state: State, path: AccessPath): readonly AccessPath[] {
  const last = path.steps.at(-1);
  if (last === undefined) return publishedAs(state, path);
  const holder = parentOf(path);
  const objects = holder.steps.length === 0 ? objectsIn(state, holder) : aliasesOf(state, holder);
  return objects.map((prefix) => extend(prefix, last));
}

function publishedAs(state: State, path: AccessPath): readonly AccessPath[] {
  if (path.root.kind !== 'fresh') return [path];
  const elsewhere = state.published.get(path.root.site);
  return elsewhere ? [path, ...elsewhere.map((place) => extendAll(place, path.steps))] : [path];
}

export interface AccessDetails {
  readonly value?: Value;
  readonly key?: { readonly marks: number; readonly text?: import('../domain/text.js').Text };
  readonly objectTypes?: readonly TypeId[];
  readonly method?: string;
  /** Text of the database statement that is sent. */
  readonly statement?: string;
  /** The method goes on after it has returned its promise. */
  readonly returnsPromise?: boolean;
  readonly isUpdate?: boolean;
  /** Sets a flag that a look in the same turn has found unset. */
  readonly isClaim?: boolean;
  /** The source does not name the place: the callee looks there by itself. */
  readonly isImplicit?: boolean;
}

/** Records `kind` on each of `paths` that this invocation does not own, and returns the ids of the reads. */
export function recordAccess(walk: Walk, state: State, paths: readonly AccessPath[], kind: AccessKind, at: Span, details: AccessDetails = {}): readonly ReadId[] {
  const ids: ReadId[] = [];
  if (details.objectTypes && keepsNothingShared(walk.engine, details.objectTypes)) return ids;
  if (isWriting(kind) && details.objectTypes && isConfigured(walk.engine, details.objectTypes)) return recordAccess(walk, state, paths.map(settingsOf), 'configure', at, details);
  for (const path of paths) {
    if (path.root.kind === 'fresh' || path.root.kind === 'type' || isImpossible(walk.engine, path)) continue;
    // Nobody else sees it; but what was put there is still data of the request, whoever reads it in this flow.
    if (path.steps.includes(PER_FLOW) && kind !== 'write') continue;
    if (isWriting(kind) || kind === 'configure') noteWritten(walk.engine, path);
    else if (isReading(kind) && (walk.engine.phase === 'init' || !mayBeWritten(walk.engine, path))) continue;
    const id = `${siteId(walk, at)}:${kind}:${path.key}`;
    const access = makeAccess(walk, state, id, path, kind, at, details);
    keep(walk, access);
    noteOrder(state, access);
    noteThreadValue(state, access);
    if (isReading(kind)) ids.push(id);
  }
  return ids;
}

/** Objects with a value per thread or flow of control, objects that never change, and locks: what is done to them concerns nobody else. */
export function keepsNothingShared(engine: Engine, types: readonly TypeId[]): boolean {
  return types.length > 0 && types.every((type) => {
    const concurrency = engine.knowledge.type(type)?.concurrency;
    return concurrency === 'immutable' || concurrency === 'per-thread' || concurrency === 'per-flow' || concurrency === 'lock';
  });
}

/** The settings of an object are its contents, whichever of them `path` names. */
function settingsOf(path: AccessPath): AccessPath {
  return path.steps.length === 0 ? path : extend(parentOf(path), ELEMENT);
}

/** Objects that are safe once they are configured: whatever changes them configures them. */
export function isConfigured(engine: Engine, types: readonly TypeId[]): boolean {
  return types.some((type) => engine.knowledge.type(type)?.concurrency === 'safe-once-configured');
}

/**
 * An object that a library made is no instance of a class of the repository, its contents may be; and the one object of a class has
 * no fields of a class that is neither above nor below its own. A variable with nothing but texts and numbers has no contents.
 */
export function isImpossible(engine: Engine, { root, steps }: AccessPath): boolean {
  const { hierarchy, program } = engine;
  const field = steps[0] ?? '';
  if (steps.length > 0 && (root.kind === 'module' || root.kind === 'captured') && isStateless(engine, engine.heap.get(cellOf(pathOf(root))))) return true;
  if (root.kind === 'symbol') return field.includes('#');
  const { type: owner } = splitStep(field);
  if (root.kind !== 'entry-object' || owner === '' || root.type === owner || !program.type(root.type) || !program.type(owner)) return false;
  return !hierarchy.ancestors(root.type).includes(owner) && !hierarchy.ancestors(owner).includes(root.type);
}

/** Only texts, numbers and the like, which have no fields. */
export function isStateless(engine: Engine, { shapes }: Value): boolean {
  return shapes.length > 0 && shapes.every((shape) => shape.kind === 'instance' && isPlain(engine, shape.type));
}

/** Reads matter only where an invocation writes. Which places those are is known from the round before. */
function mayBeWritten(engine: Engine, path: AccessPath): boolean {
  const holder = holderOf(path);
  const marker = writeMarker(path);
  if (engine.written.has(holder) || engine.written.has(marker)) return true;
  if (isPrivate(path)) return engine.written.has(fieldCell(path));
  // Where one side does not know the class, the name of the field has to do.
  return engine.written.has(marker === holder ? `?.${fieldNameOf(path)}` : `any.${fieldNameOf(path)}`);
}

/** Whether invocations write something in the object at `path`; of a place that only callers know, nobody can say. */
export function mayBeWrittenWithin(engine: Engine, path: AccessPath): boolean {
  return isRelative(path.root) || engine.written.has(within(path));
}

function within(object: AccessPath): string {
  return `in ${cellOf(object)}`;
}

/** Notes for each object on the way to `path` that something in it is written. */
export function noteWrittenWithin({ written }: Engine, path: AccessPath): void {
  for (let object = path; object.steps.length > 0;) {
    object = parentOf(object);
    if (written.has(within(object))) return;
    written.add(within(object));
  }
}

function noteWritten(engine: Engine, path: AccessPath): void {
  noteWrittenWithin(engine, path);
  engine.written.add(holderOf(path));
  engine.written.add(writeMarker(path));
  engine.written.add(`any.${fieldNameOf(path)}`);
  if (!isPrivate(path)) return;
  // Methods of an object do not know that it is one of the thread's own.
  engine.written.add(fieldCell(path));
  if (path === threadPlaceOf(path)) noteThreadPlace(engine, path);
}

function noteThreadPlace(engine: Engine, path: AccessPath): void {
  const holder = parentOf(path).key;
  const known = engine.threadPlaces.peek(holder);
  if (!known?.has(path)) engine.threadPlaces.set(holder, new Set([...(known ?? []), path]));
}

function fieldNameOf(path: AccessPath): string {
  const named = path.steps.findLast((step) => step !== ELEMENT && step !== '*');
  return named === undefined ? '' : fieldName(named);
}

export function isReading(kind: AccessKind): boolean {
  return kind === 'read' || kind === 'check' || kind === 'iterate';
}

export function isWriting(kind: AccessKind): boolean {
  return kind === 'write' || kind === 'mutate' || kind === 'remove' || kind === 'clear' || kind === 'atomic';
}

export function makeAccess(walk: Walk, state: State, id: ReadId, path: AccessPath, kind: AccessKind, at: Span, details: AccessDetails): Access {
  const write = state.writes.get(cellOf(path));
  const value = details.value && stored(details.value, path);
  return {
    id, path, kind, site: site(walk, at), chain: [], locks: state.locks, ...(state.released.length > 0 ? { released: state.released } : {}), thread: 'own', afterSuspension: state.suspended,
    exposed: isReading(kind) && !write?.certain,
    afterStaleWrite: isReading(kind) && write?.stale === true,
    ...lookedAt(state, path, kind),
    dependsOn: isReading(kind) ? [] : dependencies(walk, state, path, details.value),
    ...(!isReading(kind) && state.decision.by !== NO_MARKS ? { decision: state.decision } : {}),
    ...(value ? { value } : {}),
    ...(kind === 'write' && replacesPlain(write, value) ? { replaces: true } : {}),
    ...(details.key ? { key: details.key } : {}),
    objectTypes: details.objectTypes ?? [],
    ...(details.method === undefined ? {} : { method: details.method }),
    ...(details.statement === undefined ? {} : { statement: details.statement }),
    ...(details.returnsPromise ? { returnsPromise: true } : {}),
    ...(details.isUpdate ? { isUpdate: true } : {}),
    ...(details.isClaim ? { isClaim: true } : {}),
    ...(details.isImplicit ? { isImplicit: true } : {}),
    ...(walk.loopDepth > 0 ? { inLoop: true } : {}),
  };
}

/** Whether a read without a lock repeats one under a lock. */
function lookedAt(state: State, path: AccessPath, kind: AccessKind): Pick<Access, 'lookedAtUnder'> {
  const look = isReading(kind) && state.locks.length === 0 ? state.lockedLooks.get(cellOf(path)) : undefined;
  return look ? { lookedAtUnder: look.locks } : {};
}

export function stored(value: Value, at: AccessPath): StoredValue {
  const partOf = originsOf(value.paths);
  return {
    marks: value.marks, shapes: value.shapes, isNull: value.isNull === true,
    fresh: value.paths.length > 0 && value.paths.every((path) => path.root.kind === 'fresh'), ...(value.fromClock ? { fromClock: true } : {}), ...(value.computed === undefined && value.paths.includes(at) ? { isPutBack: true } : {}), ...(value.after?.includes(at) ? { isNext: true } : {}), ...making(value, at), ...(partOf.length > 0 ? { partOf } : {}), ...plainOf(value),
  };
}

/** Whether the value is the outcome of arithmetic, or else what was there already; nobody can say of what comes from elsewhere. */
export function making({ computed, paths }: Value, at: AccessPath): Pick<StoredValue, 'isComputed' | 'copyOf'> {
  if (computed === 'always' || (computed === 'maybe' && paths.every((path) => path === at))) return { isComputed: true };
  const outer = computed === undefined ? paths.find(({ root, steps }) => steps.length === 0 && (root.kind === 'parameter' || root.kind === 'captured')) : undefined;
  return outer ? { copyOf: outer } : {};
}

/** What is known of a value that is stored, as far as it decides whether two stores store the same. */
function plainOf(value: Value): Pick<StoredValue, 'plain' | 'handedIn'> {
  if (value.isNull) return { plain: 'null' };
  const [parts, ...others] = value.text?.alternatives ?? [];
  if (!value.text || parts === undefined || others.length > 0) return {};
  const [part] = parts;
  if (parts.length === 1 && part?.kind === 'hole' && part.path) return { handedIn: value.text };
  return value.paths.length === 0 ? plainText(value.text) : {};
}

/** A text that is the same in every execution. */
export function plainText(text: Text): Pick<StoredValue, 'plain'> {
  const [parts, ...others] = text.alternatives;
  const isPlain = parts !== undefined && others.length === 0 && parts.every((part) => part.kind === 'literal' || part.fixed === true);
  return isPlain ? { plain: `"${displayText(parts)}"` } : {};
}

/** Whether `value` differs from a plain value that was stored at the place before. */
export function replacesPlain(before: DoneWrite | undefined, value: StoredValue | undefined): boolean {
  return value?.plain !== undefined && before !== undefined && before.values.some((earlier) => earlier !== value.plain);
}

/** Other work came between two steps of an iteration whose reads are `ids`. */
export function noteSuspensionsWithin(walk: Walk, state: State, ids: readonly ReadId[]): void {
  const suspended = ids.filter((id) => state.reads.get(id)?.stale);
  if (suspended.length === 0) return;
  for (const [key, access] of walk.accesses) if (suspended.includes(access.id)) walk.accesses.set(key, { ...access, spansSuspension: true });
}

/** Keeps the order of reads and writes in the state: pending reads for dependent pairs, writes for exposed reads. */
function noteOrder(state: State, access: Access): void {
  if (isReading(access.kind)) {
    state.reads.set(access.id, { path: access.path, site: access.site, stale: false, test: access.kind === 'check', locks: access.locks });
    state.lockedLooks = withLook(state.lockedLooks, access.path, access.locks);
    return;
  }
  if (!isWriting(access.kind)) return;
  const cell = cellOf(access.path);
  const { plain } = access.value ?? {};
  const before = state.writes.get(cell);
  if (access.kind === 'write') forgetWithin(state, access.path);
  const replaced = access.kind === 'write' ? readsOf(state, cell) : [];
  const values = union(before?.values ?? [], plain === undefined ? [] : [plain], MAX_VALUES);
  state.writes.set(cell, { path: access.path, stale: false, ...outlasting(before), ...(replaced.length > 0 ? { replaced } : {}), certain: access.kind === 'write' && !access.path.steps.includes(ELEMENT), values });
}

/** Reads are looked through at every write: of a function with more of them the first ones are looked at. */
const MAX_READS_LOOKED_AT = 200;

/** The reads of the cell so far. */
function readsOf(state: State, cell: string): readonly ReadId[] {
  const found: ReadId[] = [];
  let looked = 0;
  for (const [id, read] of state.reads) {
    if (++looked > MAX_READS_LOOKED_AT) break;
    if (cellOf(read.path) === cell) found.push(id);
  }
  return found;
}

/** Another object is at `path` from now on: what was written into the one before is no longer found there. */
export function forgetWithin(state: State, path: AccessPath): void {
  for (const [cell, write] of state.writes) if (startsWith(write.path, path)) state.writes.delete(cell);
}

/** What the thread keeps from here on. A constant says nothing of the request that is served. */
export function noteThreadValue(state: State, { kind, path, value }: Access): void {
  const place = isWriting(kind) ? threadPlaceOf(path) : undefined;
  if (!place) return;
  const isHarmless = value?.isNull === true || (value?.plain !== undefined && value.marks === NO_MARKS);
  if (!isHarmless) state.threadValues = withValue(state.threadValues, place);
  else if (path === place) state.threadValues = withoutValue(state.threadValues, place);
}

/** Notes where a site was reached, for file operations and effects that need no path. */
export function here(walk: Walk, at: Span): Site {
  return site(walk, at);
}

/** The fresh object `root` is found at `places` from now on. */
export function publishLater(state: State, root: string, places: readonly AccessPath[]): void {
  const outside = places.filter((place) => place.root.kind !== 'fresh');
  if (outside.length > 0) state.published.set(root, union(state.published.get(root) ?? [], outside, 4));
}

const MAX_HANDOVERS = 60;

/** Notes a call of a method that nothing is known of, on an object that somebody else may hold. */
export function noteHandover(walk: Walk, handover: Handover): void {
  if (handover.path.root.kind === 'fresh' || handover.marks === NO_MARKS || walk.handovers.size >= MAX_HANDOVERS) return;
  walk.handovers.set(`${siteKey(handover.site)}:${handover.path.key}`, handover);
}
