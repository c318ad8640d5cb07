import { setTimeout as sleep } from 'node:timers/promises';
import { InvokeStore } from '@aws/lambda-invoke-store';
import { current, enter, inCommon, inOwn, remember } from './requests.mjs';

const greet = async (event) => {
  remember(event.user);
  await sleep(5);
  return `Hello ${current()}`;
};

// entry: common
export const common = (event) => inCommon(() => greet(event));

// entry: own
export const own = (event) => inOwn(() => greet(event)); // fixed: a store for each invocation

// entry: entered
export const entered = async (event) => {
  enter();
  return greet(event); // safe: the rest of the invocation has a store of its own
};

// entry: kept
export const kept = async (event) => {
  InvokeStore.set('user', event.user); // safe: the platform keeps it for this invocation
  await sleep(5);
  return InvokeStore.get('user');
};
