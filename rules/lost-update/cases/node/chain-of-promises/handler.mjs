import { rated } from './rates.mjs';

let tail = Promise.resolve();
let before = Promise.resolve();
const ready = Promise.resolve();
let booked = 0;
let planned = 0;
let counted = 0;

// entry: book
export const book = (event) => {
  const mine = tail.then(async () => {
    const sum = booked;
    booked = sum + (await rated(event.amount)); // safe: each begins when the one before is done
  });
  tail = mine.catch(() => undefined);
  return mine;
};

// entry: plan
export const plan = (event) => ready.then(async () => {
  const sum = planned;
  planned = sum + (await rated(event.amount)); // expect: lost-update error
});

// entry: count
export const count = async (event) => {
  const previous = before;
  let release;
  before = new Promise((resolve) => { release = resolve; });
  await previous;
  try {
    const sum = counted;
    counted = sum + (await rated(event.amount)); // safe: waits for the one that came before
  } finally {
    release();
  }
};
