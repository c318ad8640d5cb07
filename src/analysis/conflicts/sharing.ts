/** Which places outlive an invocation, and which of its accesses therefore concern others. */
import type { ExecutionModel } from '../../runtimes/execution-model.js';
import type { Access } from '../domain/access.js';
import { ELEMENT, isPrivate } from '../domain/access-path.js';
import type { AccessPath } from '../domain/access-path.js';
import { cellOf, holderOf } from '../domain/cell.js';
import type { HeldLock } from '../domain/lock-set.js';
import type { Engine } from '../engine.js';
import type { Run } from '../run.js';
import { withRealLocks } from './real-locks.js';

/** All accesses of invocations to one shared holder, with those of the init phase beside them. */
export interface SharedGroup {
  readonly holder: string;
  readonly accesses: readonly Access[];
  readonly initAccesses: readonly Access[];
  /** What threads that one invocation has started do to each other there. */
  readonly ownThreads?: boolean;
}

/** Whether `path` names memory that invocations after or beside this one see. */
export function isShared(run: Run, path: AccessPath): boolean {
  const { root } = path;
  if (isPrivate(path)) return false;
  switch (root.kind) {
    case 'module': case 'static': case 'entry-object': return true;
    case 'symbol': return path.steps.length > 0;
    case 'captured': return run.init.reached.has(root.owner) && !run.invocation.reached.has(root.owner);
    case 'fresh': case 'parameter': case 'this': case 'type': return false;
  }
}

/** An object or variable of the invocation that several threads or tasks started by it work on. */
function isSharedByOwnThreads(run: Run, model: ExecutionModel, { path, thread, inLoop, aside, perRun }: Access): boolean {
  const { root, steps } = path;
  if (isPrivate(path) || perRun) return false;
  const onThreads = thread === 'other-thread' && inLoop === true;
  // Where invocations share no memory, it is theirs alone, and that of their threads.
  if (isShared(run, path)) return onThreads && model.memory === 'never';
  const isOwn = root.kind === 'fresh' || (root.kind === 'captured' && steps.length === 0 && run.invocation.reached.has(root.owner));
  return isOwn && (onThreads || (aside === true && model.memory !== 'never'));
}

/** Shared accesses by holder, sorted by holder. */
export function groupShared(run: Run, model: ExecutionModel): readonly SharedGroup[] {
  const groups = new Map<string, { holder: string; accesses: Access[]; initAccesses: Access[]; ownThreads?: boolean }>();
  const add = (access: Access, into: 'accesses' | 'initAccesses'): void => {
    if (isShared(run, access.path)) put(access, into, false);
    if (isSharedByOwnThreads(run, model, access)) put(access, into, true);
  };
  const put = (access: Access, into: 'accesses' | 'initAccesses', ownThreads: boolean): void => {
    const holder = holderOf(access.path);
    const key = ownThreads ? `own ${holder}` : holder;
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { holder, accesses: [], initAccesses: [], ...(ownThreads ? { ownThreads } : {}) }));
    group[into].push(withRealLocks(run, access));
  };
  for (const access of run.invocation.accesses) add(access, 'accesses');
  for (const access of run.init.accesses) add(access, 'initAccesses');
  return [...groups].filter(([, group]) => group.accesses.length > 0).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** Whether the access concerns the contents of the holder rather than what the holder refers to. */
export function isContent(access: Access): boolean {
  return cellOf(access.path).includes(ELEMENT);
}

/** Locks that other invocations can hold too: one that the invocation made itself, or that invocations replace, protects nothing. */
export function effectiveLocks(run: Run, locks: readonly HeldLock[]): readonly HeldLock[] {
  return locks.flatMap((lock) => {
    const paths = lock.paths.filter((path) => path.root.kind === 'type' || path.root.kind === 'symbol' || (isShared(run, path) && (lock.builtOf !== undefined || !isReplaced(run, path))));
    return paths.length > 0 ? [{ ...lock, paths }] : [];
  });
}

/** Whether invocations put other objects at `path`: who locks what is there now keeps out nobody who locked what was there before. */
export function isReplaced(run: Run, path: AccessPath): boolean {
  let cells = replacedCells.get(run);
  if (!cells) replacedCells.set(run, (cells = new Set(run.invocation.accesses.filter(isReplacement).map((access) => cellOf(access.path)))));
  return cells.has(cellOf(path));
}

const replacedCells = new WeakMap<Run, ReadonlySet<string>>();

/** What is only stored when nothing is there yet replaces nothing. */
function isReplacement(access: Access): boolean {
  const holder = holderOf(access.path);
  return access.kind === 'write' && !isContent(access) && !access.dependsOn.some((dependency) => dependency.via === 'guard' && dependency.test && holderOf(dependency.path) === holder);
}

/** Types of the objects that the group's accesses work on, as knowledge names them. */
export function objectTypes(engine: Engine, accesses: readonly Access[]): readonly string[] {
  return [...new Set(accesses.filter(isContent).flatMap((access) => access.objectTypes))].filter((type) => engine.knowledge.type(type) !== undefined);
}
