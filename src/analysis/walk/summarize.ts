/** One function in one context: walk the body, then keep what a caller needs and drop what the invocation owns. */
import { fileOf } from '../../ir/index.js';
import type { FunctionBody } from '../../ir/index.js';
import type { Access } from '../domain/access.js';
import { pathOf } from '../domain/access-path.js';
import type { AccessPath } from '../domain/access-path.js';
import { parameterMark } from '../domain/marks.js';
import { emptyState, joinExits, joinStates } from '../domain/state.js';
import type { DoneWrite, PendingRead, State } from '../domain/state.js';
import type { ExitEntry, Summary } from '../domain/summary.js';
import { hole } from '../domain/text.js';
import { NO_LOCKED_LOOKS } from '../domain/locked-looks.js';
import { NO_THREAD_VALUES } from '../domain/thread-values.js';
import type { ThreadValues } from '../domain/thread-values.js';
import type { Value } from '../domain/value.js';
import type { Context, Engine } from '../engine.js';
import { idleLoads } from './idle-loads.js';
import { NOTHING_LEFT } from './leaving.js';
import { settleLoans } from './loans.js';
import { newWalk } from './new-walk.js';
import { walkBlock } from './statements.js';
import { declaredShape } from './walk.js';
import { handedBack, leftWorks, withoutWork } from './works.js';
import type { Walk } from './walk.js';

export function summarize(engine: Engine, fn: FunctionBody, context: Context): Summary {
  const walk = newWalk(engine, fn, context);
  const state = emptyState();
  fn.parameters.forEach((parameter, index) => state.locals.set(parameter.name, formal(context, index, parameter.name, declaredShape(parameter.type))));
  const end = joinExits(walkBlock(walk, state, fn.body), walk.returned.state);
  return finish(walk, end ?? joinThrown(walk), end === undefined);
}

function joinThrown(walk: Walk): State | undefined {
  return (walk.thrown[0] ?? []).reduce<State | undefined>((joined, state) => joinStates(joined, state), undefined);
}

/** A parameter: its place is relative, its characters are whatever the caller passes. */
function formal(context: Context, index: number, name: string, declared: Value['shapes']): Value {
  const path = pathOf({ kind: 'parameter', index });
  const marks = parameterMark(index);
  const shapes = context.args[index]?.shapes ?? [];
  // Objects of libraries are what they are in every context.
  const known = shapes.flatMap((shape) => (shape.kind === 'symbol' ? [pathOf({ kind: 'symbol', name: shape.name })] : []));
  return { paths: [path, ...known], shapes: shapes.length > 0 ? shapes : declared, marks, reads: [], text: hole(marks, { name, path }) };
}

function finish(walk: Walk, end: State | undefined, diverges: boolean): Summary {
  const returnsAsync = walk.fn.returns;
  const returns = walk.returned.value;
  const left = walk.leaving[0] ?? NOTHING_LEFT;
  const shapes = returns.shapes.length > 0 ? returns.shapes : declaredShape(returnsAsync);
  // Nobody is given what top-level code leaves in its own state: variables are found in the heap.
  const reachable: Reachable = end && !isInitialiser(walk) ? leftBehind(walk, end, returns) : { entries: [], published: new Map() };
  return {
    accesses: withIdleReads(walk, [...walk.accesses.values()].filter((access) => leavesFunction(walk, access))),
    files: [...walk.files.values()],
    effects: [...walk.effects.values()],
    handovers: [...walk.handovers.values()],
    lockEvents: [...walk.lockEvents.values()],
    returns: { ...withoutWork(returns), shapes },
    handedWork: handedBack(walk, returns),
    works: leftWorks(walk, returns),
    waitsForAll: walk.works.waitsForAll,
    completes: walk.works.completes,
    exit: reachable.entries,
    exitWrites: end ? visibleWrites(end) : new Map<string, DoneWrite>(),
    returnedReads: end ? readsOf(end, [returns, ...reachable.entries.map(({ value }) => value)]) : new Map<string, PendingRead>(),
    published: reachable.published,
    acquired: end ? end.locks.filter((lock) => lock.mode !== 'optimistic') : [],
    released: end ? end.released : [],
    lockedLooks: end ? end.lockedLooks : NO_LOCKED_LOOKS,
    maySuspend: walk.maySuspend,
    threadValues: cleared(walk, end ? end.threadValues : NO_THREAD_VALUES),
    thrownValues: cleared(walk, left.values),
    loans: settleLoans(walk, diverges ? undefined : end?.loans, left.loans, returns),
    mayThrow: walk.throws > 0,
    mayFail: walk.fails > 0,
    promisesFail: walk.promisesFail,
    diverges,
  };
}

/** What is left when the aspects of the function have done their work. */
function cleared({ engine: { knowledge }, fn }: Walk, values: ThreadValues): ThreadValues {
  if (values.size === 0 || fn.annotations.length === 0) return values;
  const holders = fn.annotations.flatMap(({ name, args }) => {
    const clears = knowledge.type(name)?.clears;
    return clears && (clears.when === undefined || args.some((arg) => arg.name === clears.when && arg.value === true)) ? clears.holders : [];
  });
  return new Map([...values].filter(([, { path: { root } }]) => root.kind !== 'symbol' || !holders.includes(root.name)));
}

function withIdleReads({ engine, fn }: Walk, accesses: readonly Access[]): readonly Access[] {
  if (engine.contextType === undefined || !accesses.some((access) => access.kind === 'read')) return accesses;
  const idle = idleLoads(engine.knowledge, fn, engine.contextType);
  return idle.size === 0 ? accesses : accesses.map((access) => (access.kind === 'read' && access.site.function === fn.id && idle.has(access.site.at) ? { ...access, isIdle: true } : access));
}

function isInitialiser({ engine, fn }: Walk): boolean {
  return engine.program.module(fileOf(fn.id))?.init === fn.id || (fn.owner !== undefined && engine.program.type(fn.owner)?.staticInit === fn.id);
}

/** Accesses to the function's own variables end with it, unless another thread makes them or a closure outlives it. */
function leavesFunction(walk: Walk, access: Access): boolean {
  const { root } = access.path;
  return root.kind !== 'captured' || root.owner !== walk.fn.id || access.thread !== 'own' || walk.fn.capturedVariables.includes(root.name);
}

const MAX_EXIT = 120;

/** What the caller can reach when the function returns. */
interface Reachable {
  readonly entries: readonly ExitEntry[];
  readonly published: ReadonlyMap<string, readonly AccessPath[]>;
}

/** Places that the caller can reach: through parameters, receiver, shared roots, or the returned fresh object. */
function leftBehind(walk: Walk, end: State, returns: Value): Reachable {
  const reachable = new Set<string>();
  for (const path of returns.paths) if (path.root.kind === 'fresh') reachable.add(path.root.site);
  const entries: ExitEntry[] = [];
  const waiting = new Map(end.heap);
  for (let grew = true; grew && entries.length < MAX_EXIT;) {
    grew = false;
    for (const [key, entry] of waiting) {
      const { root } = entry.path;
      if (root.kind === 'fresh' && !reachable.has(root.site)) continue;
      waiting.delete(key);
      if (entries.length >= MAX_EXIT) break;
      entries.push(entry);
      for (const path of entry.value.paths) if (path.root.kind === 'fresh' && !reachable.has(path.root.site)) { reachable.add(path.root.site); grew = true; }
    }
  }
  if (entries.length >= MAX_EXIT) walk.engine.cuts.add(`more than ${MAX_EXIT} places written in ${walk.fn.name}`);
  return { entries, published: new Map([...end.published].filter(([root]) => reachable.has(root))) };
}

function visibleWrites(end: State): ReadonlyMap<string, DoneWrite> {
  return new Map([...end.writes].flatMap(([cell, { replaced: _, ...write }]) => (write.path.root.kind === 'fresh' ? [] : [[cell, write] as const])));
}

/** Reads of which the caller gets to see what came of them. */
function readsOf(end: State, values: readonly Value[]): ReadonlyMap<string, PendingRead> {
  const result = new Map<string, PendingRead>();
  for (const { reads } of values) {
    for (const id of reads) {
      const read = end.reads.get(id);
      if (read) result.set(id, read);
    }
  }
  return result;
}
