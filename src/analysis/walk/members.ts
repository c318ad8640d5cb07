/** Members that are no stored fields, and what modules export. */
import type { FunctionId, Span, TypeId } from '../../ir/index.js';
import { ELEMENT, extend } from '../domain/access-path.js';
import { NO_MARKS } from '../domain/marks.js';
import { closureShape, instanceOf, memberShape } from '../domain/shape.js';
import type { State } from '../domain/state.js';
import { hole } from '../domain/text.js';
import { EMPTY, joinValues } from '../domain/value.js';
import type { Value } from '../domain/value.js';
import { touchModule } from '../engine.js';
import { callRepository } from './call-repository.js';
import { noteSymbol } from './effects.js';
import { applyFact } from './library.js';
import { loadField, loadStatic, readPlace } from './places.js';
import { field, variable } from './resolved-place.js';
import { here, recordAccess, storedPlaces } from './record.js';
import { evaluate, symbolValue } from './walk.js';
import type { Walk } from './walk.js';

/** Members that are no stored fields: exports of a module, getters, methods as values, properties that knowledge describes. */
export function specialMember(walk: Walk, state: State, object: Value, shape: Value['shapes'][number], name: string, at: Span): Value | undefined {
  const { engine } = walk;
  switch (shape.kind) {
    case 'namespace': return exported(walk, state, shape.module, name, at);
    case 'symbol': {
      if (engine.knowledge.symbol(`${shape.name}.${name}`)?.part) return symbolValue(engine, `${shape.name}.${name}`, object.paths);
      const paths = object.paths.map((path) => extend(path, name));
      const stored = engine.heap.get(`@${shape.name}.${name}`);
      const named = symbolValue(engine, `${shape.name}.${name}`, paths);
      const known = engine.knowledge.symbol(`${shape.name}.${name}`);
      if (known) noteSymbol(walk, state, `${shape.name}.${name}`, known, at);
      const original = !named.text && engine.knowledge.symbol(shape.name)?.process !== undefined ? { ...named, text: hole(NO_MARKS, { fixed: true, name }) } : named;
      if (stored.shapes.length > 0 || state.heap.has(paths[0]?.key ?? '')) return joinValues(readPlace(walk, state, field(engine, { ...object, shapes: [shape] }, name), at), original);
      return { ...original, reads: recordAccess(walk, state, paths.flatMap((path) => storedPlaces(state, path)), 'read', at) };
    }
    case 'instance': {
      const getter = engine.hierarchy.accessor(shape.type, name, 'get');
      if (getter) return callRepository(walk, state, [getter.id], object, [], at);
      if (engine.program.type(shape.type)) {
        const methods = engine.hierarchy.field(shape.type, name) ? [] : engine.hierarchy.methods(shape.type, name, 0);
        return methods.length > 0 ? { ...EMPTY, paths: object.paths, shapes: methodValues(walk, methods, at) } : undefined;
      }
      return libraryProperty(walk, state, object, shape.type, name, at);
    }
    case 'type': {
      const methods = engine.hierarchy.methods(shape.type, name, 0).filter((method) => method.isStatic);
      if (methods.length > 0) return { ...EMPTY, shapes: methodValues(walk, methods, at) };
      return loadStatic(walk, state, shape.type, name, at);
    }
    default: return undefined;
  }
}

/** Methods taken as values. */
function methodValues(walk: Walk, methods: readonly { readonly id: FunctionId }[], at: Span): Value['shapes'] {
  for (const method of methods) walk.engine.madeValues.set(method.id, { function: walk.fn.id, at });
  return methods.map((method) => closureShape(method.id));
}

function libraryProperty(walk: Walk, state: State, object: Value, type: TypeId, name: string, at: Span): Value | undefined {
  const fact = walk.engine.knowledge.symbol(`${type}.${name}`);
  const call = walk.engine.knowledge.method(type, name);
  if (!fact && !call) return undefined;
  noteSymbol(walk, state, `${type}.${name}`, fact ?? { names: [], ...(call?.legacy ? { legacy: call.legacy } : {}) }, at);
  // A property that shows the object itself from another side is no method that somebody may call later.
  if (call?.live && !fact) return applyFact(walk, state, { name: `${type}.${name}`, fact: call, receiver: object, args: [], named: new Map(), at });
  if (call && !fact && call.text === undefined && !call.returnsElement) {
    const shapes = [memberShape(type, name), ...(call.returns === undefined ? [] : [instanceOf(call.returns, false)])];
    const contents = call.effect === 'check' ? object.paths.flatMap((path) => storedPlaces(state, path)).map((path) => extend(path, ELEMENT)) : [];
    const asks = object.text && call.files?.some(({ effect, argument }) => effect === 'exists' && argument < 0) ? { exists: { text: object.text, site: here(walk, at) } } : {};
    return { ...EMPTY, ...asks, paths: object.paths, shapes, marks: object.marks, reads: recordAccess(walk, state, contents, 'check', at, { objectTypes: [type], method: name }) };
  }
  if (fact?.part) return { ...EMPTY, paths: object.paths, shapes: fact.type === undefined ? [] : [instanceOf(fact.type, false)], marks: object.marks, reads: object.reads };
  const resolved = field(walk.engine, object, name);
  const value = readPlace(walk, state, resolved, at);
  if (fact?.unique) return { ...value, text: hole(value.marks, { unique: [fact.unique], name }) };
  const returned = fact?.type ?? call?.returns;
  const harmless = call?.returnsHarmless === true || fact?.harmless === true;
  if (call?.text !== undefined && object.text) return { ...applyFact(walk, state, { name: `${type}.${name}`, fact: call, receiver: object, args: [], named: new Map(), at }), paths: [] };
  return { ...value, marks: harmless ? NO_MARKS : value.marks, shapes: returned === undefined ? value.shapes : [instanceOf(returned, false)] };
}

/** The value behind an exported name, through re-exports. */
export function exported(walk: Walk, state: State, module: string, name: string, at: Span, depth = 0): Value | undefined {
  const { engine } = walk;
  const index = engine.program.index(module);
  if (!index || depth > 12) return undefined;
  touchModule(engine, module);
  const found = index.exports.get(name);
  if (found) {
    switch (found.kind) {
      case 'variable': return readPlace(walk, state, variable(engine, { kind: 'module', module, name: found.name }), at);
      case 'reexport': return exported(walk, state, found.module, found.name, at, depth + 1);
      case 'namespace': return evaluate(walk, state, { kind: 'namespace', module: found.module });
      case 'symbol': return symbolValue(engine, found.name);
      case 'member': break;
    }
  }
  if (index.exportsObject) {
    const object = readPlace(walk, state, variable(engine, { kind: 'module', module, name: 'exports' }), at);
    return name === 'default' ? object : loadField(walk, state, object, name, at);
  }
  for (const other of index.exportAll) {
    const value = exported(walk, state, other, name, at, depth + 1);
    if (value) return value;
  }
  return undefined;
}
