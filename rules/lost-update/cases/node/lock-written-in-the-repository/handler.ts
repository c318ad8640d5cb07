import { Lock } from './lock';

const lock = new Lock();
let booked = 0;
let planned = 0;

async function rated(amount: number): Promise<number> {
  return amount * 1.1;
}

// entry: book
export const book = async (event: { amount: number }): Promise<void> => {
  const release = await lock.acquire();
  try {
    const before = booked;
    // Who wrote a queue of waiters meant a lock; that it is one was not proven.
    booked = before + (await rated(event.amount)); // safe: held from the read to the write
  } finally {
    release();
  }
};

// entry: plan
export const plan = async (event: { amount: number }): Promise<void> => {
  const before = planned;
  planned = before + (await rated(event.amount)); // expect: lost-update error
};
