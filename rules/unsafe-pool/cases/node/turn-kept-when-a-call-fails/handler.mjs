import { Mutex } from 'async-mutex';

const labels = new Mutex();
const stamps = new Mutex();
const counters = new Mutex();
let printed = 0;

// entry: print
export const print = async (event) => {
  const release = await labels.acquire(); // expect: unsafe-pool error
  const response = await fetch(`https://printer.example.com/${event.label}`); // expect: lock-across-io warning
  release();
  return response.status;
};

// entry: stamp
export const stamp = async (event) => {
  const release = await stamps.acquire(); // fixed: the turn ends with the call, well or badly
  try {
    return (await fetch(`https://stamps.example.com/${event.label}`)).status; // expect: lock-across-io warning
  } finally {
    release();
  }
};

// entry: count
export const count = async () => {
  const release = await counters.acquire(); // safe: nothing in between fails
  const before = printed;
  await undefined;
  printed = before + 1;
  release();
  return printed;
};
