/** Calls of function values. */
import type { Span } from '../../ir/index.js';
import type { HeldLock } from '../domain/lock-set.js';
import type { State } from '../domain/state.js';
import type { Value } from '../domain/value.js';
import { callRepository } from './call-repository.js';
import type { When } from './substitution.js';
import type { Walk } from './walk.js';

/** Functions of the repository that `value` may be or hold: closures, objects with a single method to call, members of literals. */
export function closuresOf(walk: Walk, value: Value): readonly string[] {
  return value.shapes.flatMap((shape) => {
    if (shape.kind === 'closure') return [shape.function];
    if (shape.kind === 'object') return walk.engine.heap.closuresIn(shape.site);
    if (shape.kind === 'instance') return functionalMethod(walk, shape.type);
    return [];
  });
}

/** `new Runnable() { run() … }`: the method of a class that implements an interface of one method. */
function functionalMethod(walk: Walk, type: string): readonly string[] {
  const declaration = walk.engine.program.type(type);
  if (!declaration || declaration.bases.length === 0) return [];
  const methods = declaration.methods.filter((method) => !method.isConstructor && !method.isStatic && !method.isAbstract && !method.isPrivate && !method.accessor);
  return methods.length === 1 && methods[0] ? [methods[0].id] : [];
}

export function hasClosure(walk: Walk, value: Value): boolean {
  return closuresOf(walk, value).length > 0;
}

/** Runs whatever functions `value` may be; methods get `value` itself as receiver. */
export function callClosures(walk: Walk, state: State, value: Value, args: readonly Value[], at: Span, when: When = 'now', under: readonly HeldLock[] = []): Value {
  return callRepository(walk, state, closuresOf(walk, value), value, args, at, when, [], under);
}
