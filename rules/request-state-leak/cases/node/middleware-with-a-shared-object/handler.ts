import { setTimeout as sleep } from 'node:timers/promises';
import { withOwnState, withState } from './middleware.js';
import type { RequestState } from './middleware.js';

async function greet(_event: { user: string }, state: RequestState): Promise<string> {
  await sleep(5);
  return `Hello ${state.user}`;
}

// entry: greetShared
export const greetShared = withState(greet);

// entry: greetOwn
export const greetOwn = withOwnState(greet);
