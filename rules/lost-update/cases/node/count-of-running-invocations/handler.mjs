import { limits } from './limits.mjs';

let running = 0;
let today = 0;
let seats = 10;

// entry: convert
export const convert = async (event) => {
  if (running >= limits.running) return 'busy';
  running += 1; // safe: counted in the turn of the look
  try {
    return await fetch(`https://example.com/${event.id}`);
  } finally {
    running -= 1; // safe: one turn
  }
};

// entry: send
export const send = async (event) => {
  if (today >= limits.daily) return 'exhausted';
  await fetch(`https://example.com/${event.id}`);
  today += 1; // expect: lost-update error
  return 'sent';
};

// entry: reserve
export const reserve = async (event) => {
  if (seats === 0) return 'sold out';
  await fetch(`https://example.com/${event.id}`);
  if (seats === 0) return 'sold out';
  seats -= 1; // fixed: looked at again after the wait
  return 'reserved';
};
