/** `try`, `catch` and `finally`: which states reach a handler, and what the finally block does on the way out. */
import type { Try } from '../../ir/index.js';
import { copyState, joinAll, joinExits } from '../domain/state.js';
import type { Guard, State } from '../domain/state.js';
import type { Loans } from '../domain/loan.js';
import { joinThreadValues, valuesSet } from '../domain/thread-values.js';
import { EMPTY } from '../domain/value.js';
import { catchingOf } from './catching.js';
import { NOTHING_LEFT, leave, leavingFrom } from './leaving.js';
import { looksWithin } from './looks.js';
import { walkBlock } from './statements.js';
import { declaredShape } from './walk.js';
import type { Left, Walk } from './walk.js';

export function walkTry(walk: Walk, state: State, statement: Try): State | undefined {
  const before = copyState(state);
  const outerReturn = walk.returned.state;
  walk.returned.state = undefined;
  const ends: (State | undefined)[] = [];
  const left = leavingFrom(walk, () => ends.push(...walkGuarded(walk, state, before, statement)));
  const ended = ends.reduce(joinExits, undefined);
  const known = joinAll([before, ended && copyState(ended), walk.returned.state && copyState(walk.returned.state)]) ?? before;
  const end = finish(walk, statement, ended, outerReturn);
  leaveFinally(walk, statement, left, known);
  return end;
}

/** The block and its handlers; how each of them ends. */
function walkGuarded(walk: Walk, state: State, before: State, statement: Try): readonly (State | undefined)[] {
  const { throws, fails } = walk;
  walk.thrown.push([]);
  let bodyEnd: State | undefined;
  let looks: readonly Guard[] = [];
  walk.catching.push(catchingOf(statement));
  const left = leavingFrom(walk, () => { looks = looksWithin(walk, () => { bodyEnd = walkBlock(walk, state, statement.body); }); });
  walk.catching.pop();
  const thrown = walk.thrown.pop() ?? [];
  const inHandler = joinAll([before, bodyEnd && copyState(bodyEnd), walk.returned.state && copyState(walk.returned.state), ...thrown]);
  if (statement.handlers.length === 0) {
    for (const escaped of thrown) walk.thrown.at(-1)?.push(escaped);
    leave(walk, left);
    return [bodyEnd];
  }
  Object.assign(walk, { throws, fails });
  return [bodyEnd, ...statement.handlers.flatMap((handler) => {
    if (!inHandler) return [];
    const start = { ...copyState(inHandler), recovering: true, guards: [...before.guards, ...looks], decision: before.decision, threadValues: joinThreadValues(inHandler.threadValues, left.values), loans: loansInHandler(before, inHandler, left) };
    if (handler.parameter !== undefined) start.locals.set(handler.parameter, { ...EMPTY, shapes: declaredShape(handler.type) });
    return [walkBlock(walk, start, handler.body)];
  })];
}

/** What was taken in the block is only there when something has failed after it. */
function loansInHandler(before: State, { loans }: State, left: Left): Loans {
  return new Map([...[...before.loans].map(([key, loan]) => [key, loans.get(key) ?? loan] as const), ...left.loans]);
}

/** What is left when an exception comes through here, and not cleared away by the finally block. */
function leaveFinally(walk: Walk, statement: Try, left: Left, state: State): void {
  if ((valuesSet(left.values).length === 0 && left.loans.size === 0) || statement.finally.length === 0) { leave(walk, left); return; }
  const returned = { ...walk.returned };
  let end: State | undefined;
  leavingFrom(walk, () => { end = walkBlock(walk, { ...copyState(state), threadValues: left.values, loans: left.loans }, statement.finally); });
  Object.assign(walk.returned, returned);
  leave(walk, end ? { values: end.threadValues, loans: end.loans } : NOTHING_LEFT);
}

/** The finally block runs on the way out of every exit, the early ones included. */
function finish(walk: Walk, statement: Try, end: State | undefined, outerReturn: State | undefined): State | undefined {
  const inner = walk.returned.state;
  walk.returned.state = outerReturn;
  if (statement.finally.length === 0) {
    walk.returned.state = joinExits(outerReturn, inner);
    return end;
  }
  let after: State | undefined;
  walk.inFinally++;
  leavingFrom(walk, () => {
    if (inner) walk.returned.state = joinExits(walk.returned.state, walkBlock(walk, inner, statement.finally));
    after = end && walkBlock(walk, end, statement.finally);
  });
  walk.inFinally--;
  return after;
}
