/** A walk that has seen nothing yet. */
import type { FunctionBody } from '../../ir/index.js';
import { NO_THREAD_VALUES } from '../domain/thread-values.js';
import { EMPTY } from '../domain/value.js';
import type { Context, Engine } from '../engine.js';
import type { Walk } from './walk.js';
import { noWorks } from './works.js';

export function newWalk(engine: Engine, fn: FunctionBody, context: Context): Walk {
  return {
    engine, fn, context, accesses: new Map(), ways: new Map(), files: new Map(), effects: new Map(), handovers: new Map(), lockEvents: new Map(), works: noWorks(),
    returned: { value: EMPTY, state: undefined }, targets: [], thrown: [[]], leaving: [NO_THREAD_VALUES], looks: [], throws: 0, loopDepth: 0, exits: 0, maySuspend: false,
  };
}
