/** Calls whose code is in the repository: every candidate's summary is made and applied; results are joined. */
import type { FunctionBody, FunctionId, Span, TypeRef } from '../../ir/index.js';
import type { HeldLock } from '../domain/lock-set.js';
import { ELEMENT, extend, pathOf } from '../domain/access-path.js';
import { NO_MARKS } from '../domain/marks.js';
import { arrayShape } from '../domain/shape.js';
import type { Summary } from '../domain/summary.js';
import { copyState, joinStates } from '../domain/state.js';
import type { State } from '../domain/state.js';
import { hole } from '../domain/text.js';
import { EMPTY, derive, joinValues } from '../domain/value.js';
import type { Value } from '../domain/value.js';
import { instantiate } from './instantiate.js';
import { keepStored } from './stored-values.js';
import type { When } from './substitution.js';
import { lastName, siteId } from './walk.js';
import type { Walk } from './walk.js';
import { beginWork, carrying, takeUp, withoutWork, workOfCallee } from './works.js';

const MAX_CANDIDATES = 8;

/** Calls each of `functions` with the same arguments; which one runs is not known when there are several. */
export function callRepository(
  walk: Walk, state: State, functions: readonly FunctionId[], receiver: Value | undefined, args: readonly Value[], at: Span,
  when: When = 'now', types: readonly TypeRef[] = [], under: readonly HeldLock[] = [],
): Value {
  if (receiver) takeUp(walk, receiver);
  const bodies = functions.slice(0, MAX_CANDIDATES).flatMap((id) => walk.engine.program.body(id) ?? []);
  if (functions.length > MAX_CANDIDATES) walk.engine.cuts.add(`more than ${MAX_CANDIDATES} targets of a call in ${walk.fn.name}`);
  if (bodies.length === 1 && bodies[0]) return callOne(walk, state, bodies[0], receiver, args, at, when, types, under);
  let result: Value = EMPTY;
  let after: State | undefined;
  /** Whichever function runs, it begins work. */
  let isSure = true;
  for (const body of bodies) {
    const branch = copyState(state);
    const value = callOne(walk, branch, body, receiver, args, at, when, types, under);
    isSure &&= value.work !== undefined;
    result = joinValues(result, value);
    after = joinStates(after, branch);
  }
  if (after) Object.assign(state, after);
  if (!isSure) takeUp(walk, result);
  return bodies.length === 0 ? unknownResult(receiver, args) : result;
}

function callOne(walk: Walk, state: State, body: FunctionBody, receiver: Value | undefined, args: readonly Value[], at: Span, when: When, types: readonly TypeRef[], under: readonly HeldLock[]): Value {
  const actuals = bindArguments(walk, state, body, args, at);
  const bound = typesOf(body, types);
  const summary = walk.engine.summaryOf(body, { receiver, args: actuals, ...(bound ? { types: bound } : {}) });
  const value = instantiate(walk, state, summary, { callee: body, receiver, args: actuals, at, when: when === 'aside' && !body.isAsync && waitsForAll(summary) ? 'now' : when, isAsync: body.isAsync, ...(under.length > 0 ? { under } : {}) });
  const handed = workOfCallee(walk, body, summary);
  return handed ? carrying(value, beginWork(walk, at, lastName(body.id), handed)) : withoutWork(value);
}

/** A function that blocks its thread until what it has started is done. */
function waitsForAll({ lockEvents }: Summary): boolean {
  return lockEvents.some((event) => event.kind === 'wait' && !event.isAsync);
}

/** Type arguments by type parameter. */
function typesOf(body: FunctionBody, types: readonly TypeRef[]): ReadonlyMap<string, TypeRef> | undefined {
  const names = body.typeParameters ?? [];
  return names.length === 0 || names.length !== types.length ? undefined : new Map(names.map((name, index) => [name, types[index]!]));
}

/** Arguments by parameter: a rest parameter gets what is left, joined. */
function bindArguments(walk: Walk, state: State, body: FunctionBody, args: readonly Value[], at: Span): readonly Value[] {
  return body.parameters.map((parameter, index) => {
    if (parameter.rest === undefined) return args[index] ?? (parameter.optional ? { ...EMPTY, isNull: true } : EMPTY);
    const rest = args.slice(index);
    return rest.some((arg) => arg.shapes.some((shape) => shape.kind === 'closure')) ? listOf(walk, state, rest, at) : rest.length === 0 ? EMPTY : { ...derive(...rest), paths: [], text: hole(rest.reduce((marks, arg) => marks | arg.marks, NO_MARKS)) };
  });
}

/** Functions among what a rest parameter gets are called as elements of a list. */
function listOf(walk: Walk, state: State, items: readonly Value[], at: Span): Value {
  const id = `${siteId(walk, at)}...`;
  const path = pathOf({ kind: 'fresh', site: id });
  for (const item of items) keepStored(walk, state, [extend(path, ELEMENT)], [`${id}${ELEMENT}`], item);
  return { ...derive(...items), paths: [path], shapes: [arrayShape(id)] };
}

/** Nothing is known but what went in. */
export function unknownResult(receiver: Value | undefined, args: readonly Value[]): Value {
  const value = derive(...(receiver ? [receiver] : []), ...args);
  return { ...value, text: hole(value.marks) };
}
