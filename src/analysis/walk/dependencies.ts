/**
 * What decides a write: earlier reads, through its value or through a condition. They are found in the function that writes, in
 * variables of the functions around it, and in what its callers hand over; the latter two are known where the function is called.
 */
import type { Access, Dependency } from '../domain/access.js';
import type { AccessPath } from '../domain/access-path.js';
import { pathOf } from '../domain/access-path.js';
import { cellOf, holderOf } from '../domain/cell.js';
import { parameterMark } from '../domain/marks.js';
import type { Guard, State } from '../domain/state.js';
import type { ReadId, Value } from '../domain/value.js';
import { dependencyPlace } from './closure-variables.js';
import { readsWithin } from './reads-within.js';
import type { Substitution } from './substitution.js';
import type { Walk } from './walk.js';

export const MAX_DEPENDENCIES = 12;

/** Earlier reads that decide the write: of the same place through its value, and presence tests through its condition. */
export function dependencies(walk: Walk, state: State, path: AccessPath, value: Value | undefined): readonly Dependency[] {
  const result: Dependency[] = [];
  const holder = holderOf(path);
  // What a place holds, stored there again, is no new value made of the old one.
  const isItself = value?.computed === undefined && value?.paths.includes(path) === true;
  const written = isItself ? state.writes.get(cellOf(path)) : undefined;
  const isRestored = written?.stale === true && written.replaced !== undefined;
  for (const id of (isItself && !isRestored) || !value ? [] : readsWithin(state, value)) {
    const read = state.reads.get(id);
    if (read && isRestored && written.replaced.includes(id)) result.push({ read: id, via: 'value', ...read, restores: true });
    else if (read && !isItself && (holderOf(read.path) === holder || isOuterVariable(walk, read.path))) result.push({ read: id, via: 'value', ...read });
  }
  for (const guard of state.guards) {
    for (const id of guard.reads) {
      const read = state.reads.get(id);
      if (!read || result.some((known) => known.read === id)) continue;
      if (decides(guard) || holderOf(read.path) === holder || isOuterVariable(walk, read.path)) result.push({ read: id, via: 'guard', ...read, ...asked(guard) });
    }
  }
  return result.slice(-MAX_DEPENDENCIES);
}

type Question = Pick<Guard, 'test' | 'alone' | 'expires'>;

/** The condition says something of writes to other places, too. */
function decides({ test, expires }: Question): boolean {
  return test || expires === true;
}

function asked({ test, alone, expires }: Question): Pick<Dependency, 'test' | 'alone' | 'expires'> {
  return { test, ...(alone ? { alone } : {}), ...(expires ? { expires: true } : {}) };
}

/** A variable of a function around the running one: what decided its value is known there. */
function isOuterVariable({ fn }: Walk, { root }: AccessPath): boolean {
  return root.kind === 'captured' && root.owner !== fn.id && root.name !== 'this';
}

/** The callee's own dependencies, and those the caller adds: its conditions, and reads that decided arguments and captured variables. */
export function liftDependencies(walk: Walk, state: State, access: Access, path: AccessPath, context: Substitution): readonly Dependency[] {
  const own: Dependency[] = [];
  const holder = holderOf(path);
  const added: Dependency[] = [];
  const isDeferred = context.actuals.when === 'later' || context.actuals.when === 'other-thread';
  const isLater = access.afterSuspension || context.actuals.when === 'later';
  const around = isDeferred ? (context.actuals.under ?? []) : state.locks;
  const add = (id: ReadId, via: 'value' | 'guard', question: Question, isStale = isLater): void => {
    const read = state.reads.get(id);
    if (!read || own.some((known) => known.read === id) || added.some((known) => known.read === id)) return;
    if (holderOf(read.path) !== holder && !isOuterVariable(walk, read.path) && !(via === 'guard' && decides(question))) return;
    added.push({ read: id, via, ...read, ...asked(question), stale: read.stale || isStale });
  };
  for (const dependency of access.dependsOn) {
    const isVariable = isOwnVariable(walk, dependency.path);
    if (isVariable) for (const id of readsOfVariable(state, dependency.path)) add(id, dependency.via, dependency, isLater || dependency.stale);
    if (isVariable && dependency.via === 'value' && holderOf(dependency.path) !== holderOf(access.path)) continue;
    own.push({ ...dependency, read: context.read(dependency.read), path: dependencyPlace(walk, state, dependency, context), locks: [...around, ...context.locks(dependency.locks)] });
  }
  if (access.value) {
    context.actuals.args.forEach((arg, index) => {
      if (access.value && access.value.marks & parameterMark(index)) for (const id of readsWithin(state, arg)) add(id, 'value', NO_QUESTION);
    });
  }
  // What runs later was only handed over where the condition held then.
  if (context.actuals.when !== 'other-thread') for (const guard of state.guards) for (const id of guard.reads) add(id, 'guard', guard);
  return [...own, ...added].slice(0, MAX_DEPENDENCIES);
}

const NO_QUESTION: Question = { test: false };

function isOwnVariable({ fn }: Walk, { root }: AccessPath): boolean {
  return root.kind === 'captured' && root.owner === fn.id && root.name !== 'this';
}

/** Reads that decided what a variable of this function holds, as far as it is known here. */
function readsOfVariable(state: State, { root }: AccessPath): readonly ReadId[] {
  const variable = state.heap.get(pathOf(root).key);
  return variable ? readsWithin(state, variable.value) : [];
}
