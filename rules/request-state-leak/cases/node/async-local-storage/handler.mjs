import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

const requests = new AsyncLocalStorage();

async function audit() {
  await sleep(10);
  return `done for ${requests.getStore().user}`;
}

export const handler = async (event) => requests.run({ user: event.user }, audit); // fixed: the store follows the invocation
