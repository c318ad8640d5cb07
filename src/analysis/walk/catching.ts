/** What the handlers around a point catch: a call that fails, or ends by throwing, does no more harm than that. */
import type { Block, Operand, Try } from '../../ir/index.js';
import type { CallFact } from '../../knowledge/schema.js';
import type { Walk } from './walk.js';

/** Types that the handlers of one try block catch; `undefined` for a handler that catches whatever comes. */
export type Catching = readonly (string | undefined)[];

/** The handlers of `statement`, without those that throw again what they have caught. */
export function catchingOf({ handlers }: Try): Catching {
  return handlers.filter(({ body, parameter }) => !throwsAgain(body, parameter)).map(({ type }) => type?.name);
}

function throwsAgain(body: Block, parameter: string | undefined): boolean {
  return body.some((statement) => {
    switch (statement.op) {
      case 'throw': return statement.value === undefined || isLocal(statement.value, parameter);
      case 'if': return throwsAgain(statement.then, parameter) || throwsAgain(statement.else, parameter);
      default: return false;
    }
  });
}

function isLocal(value: Operand, name: string | undefined): boolean {
  return value.kind === 'local' && name !== undefined && value.name === name;
}

/** Whether what the call throws is caught here. */
export function isCaughtHere({ engine, catching }: Walk, { throws }: CallFact): boolean {
  return catching.some((types) => types.some((type) => type === undefined || (throws !== undefined && engine.knowledge.isA(throws, type))));
}
