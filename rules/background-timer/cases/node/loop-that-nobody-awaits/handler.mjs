// entry: handler
import { setTimeout as sleep } from 'node:timers/promises';
import { publish } from './metrics.mjs';

const counts = { orders: 0 };

async function publishForever() {
  for (;;) {
    await sleep(10_000); // expect: background-timer note
    await publish(counts).catch(console.error);
  }
}

publishForever();

export const handler = async (event) => {
  counts.orders += 1;
  return { id: event.id };
};
