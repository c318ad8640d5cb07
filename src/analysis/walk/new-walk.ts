/** A walk that has seen nothing yet. */
import type { FunctionBody } from '../../ir/index.js';
import { EMPTY } from '../domain/value.js';
import type { Context, Engine } from '../engine.js';
import { NOTHING_LEFT } from './leaving.js';
import { noLoanNotes } from './loans.js';
import type { Walk } from './walk.js';
import { noWorks } from './works.js';

export function newWalk(engine: Engine, fn: FunctionBody, context: Context): Walk {
  return {
    engine, fn, context, accesses: new Map(), ways: new Map(), files: new Map(), effects: new Map(), handovers: new Map(), lockEvents: new Map(), works: noWorks(),
    returned: { value: EMPTY, state: undefined }, targets: [], thrown: [[]], catching: [], leaving: [NOTHING_LEFT], loans: noLoanNotes(), looks: [], throws: 0, fails: 0, promisesFail: false, inFinally: 0, loopDepth: 0, exits: 0, maySuspend: false,
  };
}
