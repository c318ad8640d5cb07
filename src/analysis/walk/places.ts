/** Loads and stores: from a place in the IR to access paths, heap cells and values. */
import type { Operand, Place, Span, TypeId } from '../../ir/index.js';
import { ELEMENT } from '../domain/access-path.js';
import type { AccessPath } from '../domain/access-path.js';
import { cellOf } from '../domain/cell.js';
import { NO_MARKS } from '../domain/marks.js';
import { orDeclared } from '../domain/shape.js';
import { partOfList } from '../domain/list-text.js';
import type { State } from '../domain/state.js';
import { textOfElement, hole, literalText } from '../domain/text.js';
import { EMPTY, joinValues, union } from '../domain/value.js';
import type { ReadId, Value } from '../domain/value.js';
import type { CallFact } from '../../knowledge/schema.js';
import type { Engine } from '../engine.js';
import { callRepository } from './call-repository.js';
import { expiringIn, holdIn, partOf } from './expiring.js';
import { applyFact } from './library.js';
import { readOperand } from './library-effects.js';
import { noteProfile } from './record-file.js';
import { specialMember } from './members.js';
import { promiseMember } from './promises.js';
import { noteSymbol } from './effects.js';
import { recordAccess, storedPlaces } from './record.js';
import type { AccessDetails } from './record.js';
import { element, field, variable } from './resolved-place.js';
import type { Resolved } from './resolved-place.js';
import { serviceOf } from './services.js';
import { keepStored, taintOwner } from './stored-values.js';
import { isClaim, noteFlag } from './turns.js';
import { evaluate } from './walk.js';
import type { Walk } from './walk.js';

export function load(walk: Walk, state: State, place: Place, at: Span): Value {
  if (place.kind === 'field') return loadField(walk, state, readOperand(walk, state, place.object, at), place.field, at);
  if (place.kind === 'element') return loadElement(walk, state, place.object, place.key, at);
  return place.kind === 'static' ? loadStatic(walk, state, place.type, place.field, at) : readPlace(walk, state, variable(walk.engine, place), at);
}

/** A static field, or what its getter returns. */
export function loadStatic(walk: Walk, state: State, type: TypeId, name: string, at: Span): Value {
  const getter = walk.engine.hierarchy.accessor(type, name, 'get');
  if (getter?.isStatic) return callRepository(walk, state, [getter.id], evaluate(walk, state, { kind: 'type', type }), [], at);
  return readPlace(walk, state, variable(walk.engine, { kind: 'static', type, field: name }), at);
}

export function store(walk: Walk, state: State, place: Place, value: Value, at: Span, how: 'assign' | 'update' | 'initialise'): void {
  if (place.kind === 'field') { storeField(walk, state, evaluate(walk, state, place.object), place.field, value, at, how); return; }
  if (place.kind === 'element') { storeElement(walk, state, place.object, place.key, value, at, how); return; }
  const setter = place.kind === 'static' ? walk.engine.hierarchy.accessor(place.type, place.field, 'set') : undefined;
  if (place.kind === 'static' && setter?.isStatic) callRepository(walk, state, [setter.id], evaluate(walk, state, { kind: 'type', type: place.type }), [value], at);
  else writePlace(walk, state, variable(walk.engine, place), value, at, how);
}

export function remove(walk: Walk, state: State, place: Place, at: Span): void {
  const resolved = resolvePlace(walk, state, place);
  recordAccess(walk, state, resolved.paths.flatMap((path) => storedPlaces(state, path)), 'remove', at, { objectTypes: resolved.objectTypes, ...(place.kind === 'element' ? keyOf(evaluate(walk, state, place.key)) : {}) });
}

function keyOf({ marks, text }: Value): Pick<AccessDetails, 'key'> {
  return { key: { marks, ...(text ? { text } : {}) } };
}

function resolvePlace(walk: Walk, state: State, place: Place): Resolved {
  if (place.kind === 'field') return field(walk.engine, evaluate(walk, state, place.object), place.field);
  if (place.kind === 'element') return element(walk.engine, evaluate(walk, state, place.object));
  return variable(walk.engine, place);
}

export function readPlace(walk: Walk, state: State, resolved: Resolved, at: Span): Value {
  const places = resolved.paths.flatMap((path) => storedPlaces(state, path));
  const ids = recordAccess(walk, state, places, 'read', at, { objectTypes: resolved.objectTypes });
  let value: Value = EMPTY;
  let known = false;
  for (const place of places) {
    const entry = state.heap.get(place.key);
    if (!entry) continue;
    value = joinValues(value, entry.value);
    known = true;
  }
  const { computed } = value;
  // What is known of this very object says more than what any object of its class holds.
  const own = places.length === 1 ? value.text : undefined;
  for (const cell of resolved.cells) value = joinValues(value, walk.engine.heap.get(cell));
  const shapes = orDeclared(value.shapes, resolved.declared);
  const owner = resolved.object?.marks ?? NO_MARKS;
  const marks = known ? value.marks : value.marks | owner;
  // A variable that holds an object known everywhere is another name for that object.
  const isAlias = !known && value.paths.length > 0 && places.every((place) => place.root.kind === 'module' && place.steps.length === 0);
  const paths = isAlias ? value.paths : union(value.paths, places.filter((place) => !known || place.root.kind !== 'fresh'), 8);
  const first = resolved.paths[0];
  const text = own ?? value.text ?? hole(marks, { name: resolved.name, ...(first ? { path: first } : {}) });
  return { paths, shapes, text, marks, ...(computed ? { computed } : {}), reads: union(outlasting(state, value.reads, places, ids), ids), ...(known && value.isNull ? { isNull: true } : {}) };
}

/** Earlier reads of the place itself say nothing any more: whatever it held then, this is what it holds now. */
function outlasting(state: State, reads: readonly ReadId[], places: readonly AccessPath[], ids: readonly ReadId[]): readonly ReadId[] {
  if (ids.length === 0 || reads.length === 0) return reads;
  const cells = places.map(cellOf);
  return reads.filter((id) => { const read = state.reads.get(id); return !read || !cells.includes(cellOf(read.path)); });
}

export function writePlace(walk: Walk, state: State, resolved: Resolved, stored: Value, at: Span, how: 'assign' | 'update' | 'initialise'): void {
  const value = stored.isNull ? stored : { ...stored, shapes: fittingShapes(walk.engine, stored.shapes, resolved.declared) };
  const places = resolved.paths.flatMap((path) => storedPlaces(state, path));
  const hasClaimed = isClaim(state, places, value);
  recordAccess(walk, state, places, 'write', at, { value, objectTypes: resolved.objectTypes, isUpdate: how === 'update', isClaim: hasClaimed });
  noteFlag(walk, state, places, hasClaimed, at);
  keepStored(walk, state, places, resolved.cells, value);
  noteKeptFunction(walk, places, resolved.objectTypes, value, at);
}

/** A function put into an object of a library runs whenever the library calls it there: for whoever comes. */
function noteKeptFunction(walk: Walk, places: readonly AccessPath[], objectTypes: readonly TypeId[], value: Value, at: Span): void {
  const replaces = places.some((place) => place.root.kind === 'symbol');
  const configures = walk.engine.phase === 'init' && objectTypes.length > 0 && objectTypes.every((type) => !walk.engine.program.type(type));
  if (!replaces && !configures) return;
  for (const shape of value.shapes) if (shape.kind === 'closure') walk.engine.perEvent.set(shape.function, { site: { function: walk.fn.id, at }, parameters: [], isRequest: replaces });
}

/** What a value can be in a place of a declared type: what is no such type was misunderstood on the way. */
function fittingShapes(engine: Engine, shapes: Value['shapes'], declared: Value['shapes']): Value['shapes'] {
  const type = declared[0];
  if (type?.kind !== 'instance' || engine.knowledge.type(type.type) === undefined) return shapes.length > 0 ? shapes : declared;
  const fitting = shapes.filter((shape) => shape.kind !== 'instance' || engine.program.type(shape.type) !== undefined || shape.type === type.type || engine.knowledge.isA(shape.type, type.type));
  return fitting.length > 0 ? fitting : declared;
}

export function loadField(walk: Walk, state: State, object: Value, name: string, at: Span): Value {
  return partOf(walk.engine, object, loadMember(walk, state, object, name, at));
}

function loadMember(walk: Walk, state: State, object: Value, name: string, at: Span): Value {
  const { engine } = walk;
  let special = promiseMember(walk, state, object, name, at);
  if (special) return special;
  for (const shape of object.shapes) {
    const found = specialMember(walk, state, object, shape, name, at);
    if (found) special = special ? joinValues(special, found) : found;
  }
  if (special) return { ...special, reads: union(special.reads, object.reads) };
  const anywhere = engine.knowledge.symbol(`*.${name}`);
  if (anywhere?.unique) return { ...EMPTY, marks: object.marks, reads: object.reads, text: hole(object.marks, { unique: [anywhere.unique], name }) };
  const entry = textOfElement(object.text);
  if (object.shapes.length === 0 && object.paths.length === 0) return { ...EMPTY, marks: object.marks, reads: object.reads, text: entry ?? hole(object.marks, { name }) };
  const resolved = field(engine, object, name);
  const value = ofRequest(walk, state, resolved, at) ?? readPlace(walk, state, resolved, at);
  return { ...value, ...(entry ? { text: entry } : {}), reads: union(value.reads, object.reads) };
}

/** A field for an object of the request leads to that of the running one, wherever the field is. */
function ofRequest(walk: Walk, state: State, { declared }: Resolved, at: Span): Value | undefined {
  for (const shape of declared) {
    if (shape.kind === 'instance' && walk.engine.registrations.isOfRequest(shape.type)) return serviceOf(walk, state, { name: shape.type, args: shape.args }, { scope: 'request', at });
  }
  return undefined;
}

/** Puts `value` into the field of that name, or does what setting it means for objects of a library. */
export function storeField(walk: Walk, state: State, object: Value, name: string, value: Value, at: Span, how: 'assign' | 'update' | 'initialise'): void {
  for (const shape of object.shapes) {
    if (shape.kind !== 'instance') continue;
    const setter = walk.engine.hierarchy.accessor(shape.type, name, 'set');
    if (setter) { callRepository(walk, state, [setter.id], object, [value], at); return; }
  }
  if (isEnvironment(walk, object)) noteProfile(walk, state, name, value, at);
  for (const shape of object.shapes) {
    const known = shape.kind === 'instance' ? walk.engine.knowledge.symbol(`${shape.type}.${name}`) : undefined;
    if (known && shape.kind === 'instance') noteSymbol(walk, state, `${shape.type}.${name}`, known, at);
  }
  const setting = settingFact(walk, object, name);
  if (setting) { applyFact(walk, state, { name: setting.name, fact: setting.fact, receiver: object, args: [value], named: new Map(), at }); return; }
  taintOwner(state, object, value);
  for (const shape of object.shapes) {
    if (shape.kind !== 'namespace') continue;
    writePlace(walk, state, variable(walk.engine, { kind: 'module', module: shape.module, name }), value, at, how);
  }
  writePlace(walk, state, field(walk.engine, object, name), value, at, how);
  holdInLibraryObject(walk, state, object, value);
}

/** What a library's object is given, it goes on using. */
function holdInLibraryObject({ engine }: Walk, state: State, object: Value, value: Value): void {
  if (object.shapes.some((shape) => shape.kind === 'instance' && !engine.program.type(shape.type))) holdIn(engine, state, object, expiringIn(engine, value));
}

/** The variables of the process. */
function isEnvironment({ engine: { knowledge } }: Walk, { paths }: Value): boolean {
  return paths.some(({ root, steps }) => root.kind === 'symbol' && steps.length === 0 && knowledge.symbol(root.name)?.process === 'environment');
}

/** What a list literal is called as a type of the language. */
const LIST = 'Array';
/** What setting a property does to an object of a library, where that is more than to keep a value (`list.length = 0`). */
function settingFact({ engine: { knowledge } }: Walk, { shapes }: Value, property: string): { readonly name: string; readonly fact: CallFact } | undefined {
  for (const shape of shapes) {
    const type = shape.kind === 'array' ? LIST : shape.kind === 'instance' ? shape.type : undefined;
    const fact = type === undefined ? undefined : knowledge.method(type, `${property}=`);
    if (fact) return { name: `${type}.${property}`, fact };
  }
  return undefined;
}

function loadElement(walk: Walk, state: State, object: Operand, key: Operand, at: Span): Value {
  const base = evaluate(walk, state, object);
  const index = evaluate(walk, state, key);
  const name = isBreakable(walk, base) ? undefined : literalText(index.text);
  if (name !== undefined && (!/^-?\d+$/.test(name) || isPart(walk, base, name))) return loadField(walk, state, base, name, at);
  const resolved = element(walk.engine, base);
  const places = resolved.paths.flatMap((path) => storedPlaces(state, path));
  const ids = recordAccess(walk, state, places, 'check', at, { objectTypes: resolved.objectTypes, ...keyOf(index) });
  let value: Value = EMPTY;
  for (const place of places) value = joinValues(value, state.heap.get(place.key)?.value ?? EMPTY);
  for (const cell of resolved.cells) value = joinValues(value, walk.engine.heap.get(cell));
  const marks = value.marks | base.marks | index.marks;
  return partOf(walk.engine, base, {
    paths: union(value.paths, places, 8), shapes: orDeclared(value.shapes, resolved.declared),
    text: value.text ?? partOfList(base.text, Number(literalText(index.text))) ?? textOfElement(base.text, literalText(index.text)) ?? hole(marks, { name: 'element' }), marks, reads: union(union(value.reads, ids), base.reads),
  });
}

/** What a library's object has at this index is the object itself from another side. */
function isPart({ engine: { knowledge } }: Walk, { shapes }: Value, index: string): boolean {
  return shapes.some((shape) => shape.kind === 'instance' && knowledge.symbol(`${shape.type}.${index}`)?.part === true);
}

/** Entries of a collection that breaks when it is changed concurrently are no places of their own. */
function isBreakable({ engine }: Walk, collection: Value): boolean {
  return collection.shapes.some((shape) => {
    const fact = shape.kind === 'instance' ? engine.knowledge.type(shape.type) : undefined;
    return fact?.collection !== undefined && fact.concurrency === 'unsafe';
  });
}

function storeElement(walk: Walk, state: State, object: Operand, key: Operand, value: Value, at: Span, how: 'assign' | 'update' | 'initialise'): void {
  const base = evaluate(walk, state, object);
  const index = evaluate(walk, state, key);
  const name = isBreakable(walk, base) ? undefined : literalText(index.text);
  if (name !== undefined && !/^\d+$/.test(name)) { storeField(walk, state, base, name, value, at, how); return; }
  holdInLibraryObject(walk, state, base, value);
  taintOwner(state, base, value);
  const all = element(walk.engine, base);
  const resolved = { ...all, cells: all.cells.filter((cell) => cell.endsWith(ELEMENT)) };
  const places = resolved.paths.flatMap((path) => storedPlaces(state, path));
  recordAccess(walk, state, places, 'mutate', at, {
    value, objectTypes: resolved.objectTypes, isUpdate: how === 'update', ...keyOf(index),
  });
  keepStored(walk, state, places, resolved.cells, value);
}

/** The elements of a collection, as a loop sees them. */
export function elementOf(walk: Walk, state: State, collection: Value): Value {
  const resolved = element(walk.engine, collection);
  const places = resolved.paths.flatMap((path) => storedPlaces(state, path));
  let value: Value = EMPTY;
  for (const place of places) value = joinValues(value, state.heap.get(place.key)?.value ?? EMPTY);
  for (const cell of resolved.cells) value = joinValues(value, walk.engine.heap.get(cell));
  const marks = value.marks | collection.marks;
  return {
    paths: union(value.paths, places, 8), shapes: orDeclared(value.shapes, resolved.declared),
    text: value.text ?? textOfElement(collection.text) ?? hole(marks, { name: 'element' }), marks, reads: collection.reads,
  };
}
