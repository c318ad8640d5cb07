import { price } from './prices.mjs';

let total = 0;
let quick = 0;
let sum = 0;

async function add(item) {
  const before = total;
  total = before + (await price(item)); // expect: lost-update error
}

async function addFirst(items) {
  const before = quick;
  const [first] = await Promise.race(items.map(price));
  quick = before + first; // expect: lost-update error
}

async function addAfter(item) {
  const value = await price(item);
  sum += value; // fixed: awaited first
}

// entry: all
export const all = async (event) => {
  await Promise.all(event.items.map((item) => add(item)));
  return total;
};

// entry: first
export const first = async (event) => {
  await Promise.allSettled([addFirst(event.left), addFirst(event.right)]);
  return quick;
};

// entry: after
export const after = async (event) => {
  await Promise.all(event.items.map(addAfter));
  return sum;
};
