/** Variables that closures go on using when the function around them has returned: fields of the closure. */
import type { FunctionBody, FunctionId } from '../../ir/index.js';
import type { Access, Dependency, Thread } from '../domain/access.js';
import { extend, extendAll, pathOf } from '../domain/access-path.js';
import type { AccessPath } from '../domain/access-path.js';
import { cellOf, qualifiedStep } from '../domain/cell.js';
import { NO_MARKS, isRequest } from '../domain/marks.js';
import type { State } from '../domain/state.js';
import type { Engine } from '../engine.js';
import { aliasesOf, isStateless } from './record.js';
import { placesOf } from './substitution.js';
import type { Substitution } from './substitution.js';
import type { Walk } from './walk.js';

/**
 * The variables of a function that has returned live on in the closures that it made. Where init and invocations both run such a
 * function, or invocations alone, a variable is a field of the closure, or of the object whose method that is: shared when the
 * closure is, otherwise the invocation's own.
 */
export function environmentPlaces(walk: Walk, state: State, access: Access, path: AccessPath, context: Substitution): readonly AccessPath[] {
  if (access.aside || !isLeftVariable(walk, access.thread, path)) return [path];
  const fields = fieldsOfClosure(walk, state, path, context);
  if (fields.length > 0 && access.kind === 'write' && access.value) markRequest(walk, path, context.marks(access.value.marks));
  return carriesOn(walk, access, path, context) ? [...fields, path] : fields;
}

/** Whether `path` is a variable of a function that has returned and that is not around the running one; other threads, and tasks beside it, are started before it returns. */
function isLeftVariable({ engine, fn }: Walk, thread: Thread, { root }: AccessPath): boolean {
  return engine.phase === 'invocation' && thread === 'own' && root.kind === 'captured' && engine.ranInInvocations.has(root.owner) && !engine.isActive(root.owner) && !isInside(engine, fn, root.owner);
}

function isInside(engine: Engine, fn: FunctionBody, owner: FunctionId): boolean {
  let current: FunctionBody | undefined = fn;
  for (let i = 0; i < 32 && current?.enclosing !== undefined; i++) {
    if (current.enclosing === owner) return true;
    current = engine.program.body(current.enclosing);
  }
  return false;
}

/** The variable as a field of the closure that is called, under every name this has outside of the invocation. */
function fieldsOfClosure({ engine }: Walk, state: State, { root, steps }: AccessPath, { actuals }: Substitution): readonly AccessPath[] {
  if (root.kind !== 'captured' || !isInside(engine, actuals.callee, root.owner)) return [];
  if (steps.length > 0 && isStateless(engine, engine.heap.get(cellOf(pathOf(root))))) return [];
  const closures = (actuals.receiver?.paths ?? []).flatMap((path) => aliasesOf(state, path)).filter((path) => path.root.kind !== 'fresh');
  return [...new Set(closures)].map((closure) => extendAll(extend(closure, qualifiedStep(root.owner, root.name)), steps));
}

/** What is stored there may still turn out to be request data, which later loads must know. */
function carriesOn(walk: Walk, access: Access, path: AccessPath, context: Substitution): boolean {
  if (access.kind !== 'write' || !access.value || access.value.isNull) return false;
  const marks = context.marks(access.value.marks);
  markRequest(walk, path, marks);
  return !isRequest(marks) && marks !== NO_MARKS;
}

function markRequest({ engine }: Walk, path: AccessPath, marks: number): void {
  if (isRequest(marks)) engine.heap.markRequest(cellOf(path), marks);
}

/** Where the read lay on which a write depends. */
export function dependencyPlace(walk: Walk, state: State, { path }: Dependency, context: Substitution): AccessPath {
  const place = placesOf(path, context)[0] ?? path;
  return isLeftVariable(walk, 'own', place) ? (fieldsOfClosure(walk, state, place, context)[0] ?? place) : place;
}
