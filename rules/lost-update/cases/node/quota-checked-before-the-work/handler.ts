import { setTimeout as sleep } from 'node:timers/promises';
import { left, setLeft, takeSeat } from './quota.js';

// entry: send
export const send = async () => {
  const remaining = left();
  if (remaining === 0) return 'exhausted';
  await sleep(50);
  setLeft(remaining - 1);
  return 'sent';
};

// entry: reserve
export const reserve = async () => {
  if (!takeSeat()) return 'sold out';
  await sleep(50);
  return 'reserved';
};
