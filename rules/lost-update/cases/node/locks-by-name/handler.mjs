import { Mutexes } from './mutexes.mjs';

const mutexes = new Mutexes();
const balances = new Map();
const limits = new Map();

const rated = async (amount) => amount * 1.1;

export const handler = async (event) => {
  await mutexes.acquire(event.account);
  try {
    const before = balances.get(event.account) ?? 0;
    balances.set(event.account, before + (await rated(event.amount))); // safe: one lock for each entry, as far as it can be seen
  } finally {
    mutexes.release(event.account);
  }
  if (balances.size > 1000) balances.clear();
};

// entry: handler
// entry: limit
export const limit = async (event) => {
  const before = limits.get(event.account) ?? 0;
  limits.set(event.account, before + (await rated(event.amount))); // expect: lost-update error
  if (limits.size > 1000) limits.clear();
};
