import { Mutex } from 'async-mutex';
import { rated } from './rates.mjs';

const shared = new Mutex();
let booked = 0;
let planned = 0;

// entry: book
export const book = async (event) => {
  const mutex = new Mutex();
  await mutex.runExclusive(async () => {
    const before = booked;
    booked = before + (await rated(event.amount)); // expect: inconsistent-lock error
  });
};

// entry: plan
export const plan = async (event) => {
  await shared.runExclusive(async () => {
    const before = planned;
    planned = before + (await rated(event.amount)); // fixed: the mutex is that of all invocations
  });
  return planned; // safe: one look needs no lock
};
