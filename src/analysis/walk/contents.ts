/** The contents of collections, through whatever they are seen: types behind views, and iterations. */
import type { Span, TypeId } from '../../ir/index.js';
import type { CallFact, TypeFact } from '../../knowledge/schema.js';
import { ELEMENT, extend } from '../domain/access-path.js';
import type { AccessPath } from '../domain/access-path.js';
import type { State } from '../domain/state.js';
import type { ReadId, Value } from '../domain/value.js';
import type { Engine } from '../engine.js';
import { aliasesOf, recordAccess } from './record.js';
import type { Walk } from './walk.js';

/** Types of the object whose contents `value` stands for, as knowledge names them: for a live view, of what it is a view of. */
export function contentTypes(engine: Engine, value: Value): readonly TypeId[] {
  return value.shapes.flatMap((shape) => {
    switch (shape.kind) {
      case 'instance': return [shape.behind ?? libraryTypeOf(engine, shape.type)];
      // A property that shows the contents: `dictionary.Values`.
      case 'member': return [shape.type];
      case 'array': return ['Array'];
      case 'object': return ['Object'];
      default: return [];
    }
  });
}

/** Types through which `value` is seen, views as what they are. */
export function seenTypes(engine: Engine, value: Value): readonly TypeId[] {
  return value.shapes.flatMap((shape) => (shape.kind === 'instance' && shape.behind !== undefined ? [shape.type] : contentTypes(engine, { ...value, shapes: [shape] })));
}

/** What the library knows the object as: a class of the repository is the class of a library that it extends. */
export function libraryTypeOf({ hierarchy, knowledge }: Engine, type: TypeId): TypeId {
  return hierarchy.ancestors(type).find((ancestor) => knowledge.type(ancestor) !== undefined) ?? type;
}

/** Places of what is inside of the objects that `container` may be. */
export function contentPlaces(state: State, container: Value): readonly AccessPath[] {
  return container.paths.flatMap((path) => aliasesOf(state, path)).map((path) => extend(path, ELEMENT));
}

/** Somebody goes through all of `collection`. */
export function recordIteration(walk: Walk, state: State, collection: Value, at: Span): readonly ReadId[] {
  return recordAccess(walk, state, contentPlaces(state, collection), 'iterate', at, { objectTypes: contentTypes(walk.engine, collection) });
}

/** Collections among the arguments of a library's function that it goes through, one by one or in one step. */
export function recordArgumentIterations(walk: Walk, state: State, fact: CallFact, args: readonly Value[], at: Span): void {
  const record = (index: number, isMeant: (type: TypeFact) => boolean): void => {
    const arg = args[index];
    // Of other objects that the argument may be nothing is gone through.
    const shapes = arg?.shapes.filter((shape) => collectionFacts(walk.engine, { ...arg, shapes: [shape] }).some(isMeant)) ?? [];
    if (arg && shapes.length > 0) recordIteration(walk, state, { ...arg, shapes }, at);
  };
  for (const index of fact.iteratesArguments ?? []) record(index, () => true);
  // A copy in one step is one call of a collection whose calls are atomic.
  for (const index of fact.copiesArguments ?? []) record(index, (type) => type.concurrency !== 'safe');
}

function collectionFacts(engine: Engine, value: Value): readonly TypeFact[] {
  return contentTypes(engine, value).flatMap((type) => { const fact = engine.knowledge.type(type); return fact?.collection === undefined ? [] : [fact]; });
}
