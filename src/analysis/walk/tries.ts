/** `try`, `catch` and `finally`: which states reach a handler, and what the finally block does on the way out. */
import type { Try } from '../../ir/index.js';
import { copyState, joinAll, joinStates } from '../domain/state.js';
import type { Guard, State } from '../domain/state.js';
import { joinThreadValues, valuesSet } from '../domain/thread-values.js';
import type { ThreadValues } from '../domain/thread-values.js';
import { EMPTY } from '../domain/value.js';
import { leave, leavingFrom } from './leaving.js';
import { looksWithin } from './looks.js';
import { walkBlock } from './statements.js';
import { declaredShape } from './walk.js';
import type { Walk } from './walk.js';

export function walkTry(walk: Walk, state: State, statement: Try): State | undefined {
  const before = copyState(state);
  const outerReturn = walk.returned.state;
  walk.returned.state = undefined;
  const ends: (State | undefined)[] = [];
  const left = leavingFrom(walk, () => ends.push(...walkGuarded(walk, state, before, statement)));
  const end = finish(walk, statement, joinAll(ends), outerReturn);
  leaveFinally(walk, statement, left, end ?? before);
  return end;
}

/** The block and its handlers; how each of them ends. */
function walkGuarded(walk: Walk, state: State, before: State, statement: Try): readonly (State | undefined)[] {
  const throws = walk.throws;
  walk.thrown.push([]);
  let bodyEnd: State | undefined;
  let looks: readonly Guard[] = [];
  const left = leavingFrom(walk, () => { looks = looksWithin(walk, () => { bodyEnd = walkBlock(walk, state, statement.body); }); });
  const thrown = walk.thrown.pop() ?? [];
  const inHandler = joinAll([before, bodyEnd && copyState(bodyEnd), walk.returned.state && copyState(walk.returned.state), ...thrown]);
  if (statement.handlers.length === 0) {
    for (const escaped of thrown) walk.thrown.at(-1)?.push(escaped);
    leave(walk, valuesSet(left));
    return [bodyEnd];
  }
  walk.throws = throws;
  return [bodyEnd, ...statement.handlers.flatMap((handler) => {
    if (!inHandler) return [];
    const start = { ...copyState(inHandler), guards: [...before.guards, ...looks], decision: before.decision, threadValues: joinThreadValues(inHandler.threadValues, left) };
    if (handler.parameter !== undefined) start.locals.set(handler.parameter, { ...EMPTY, shapes: declaredShape(handler.type) });
    return [walkBlock(walk, start, handler.body)];
  })];
}

/** What is set when an exception comes through here, and not removed by the finally block. */
function leaveFinally(walk: Walk, statement: Try, left: ThreadValues, state: State): void {
  const values = valuesSet(left);
  if (values.length === 0 || statement.finally.length === 0) { leave(walk, values); return; }
  const returned = { ...walk.returned };
  let end: State | undefined;
  leavingFrom(walk, () => { end = walkBlock(walk, { ...copyState(state), threadValues: left }, statement.finally); });
  Object.assign(walk.returned, returned);
  leave(walk, end ? valuesSet(end.threadValues) : []);
}

/** The finally block runs on the way out of every exit, the early ones included. */
function finish(walk: Walk, statement: Try, end: State | undefined, outerReturn: State | undefined): State | undefined {
  const inner = walk.returned.state;
  walk.returned.state = outerReturn;
  if (statement.finally.length === 0) {
    walk.returned.state = joinStates(outerReturn, inner);
    return end;
  }
  let after: State | undefined;
  leavingFrom(walk, () => {
    if (inner) walk.returned.state = joinStates(walk.returned.state, walkBlock(walk, inner, statement.finally));
    after = end && walkBlock(walk, end, statement.finally);
  });
  return after;
}
