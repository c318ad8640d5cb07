import { weigh } from './weights.mjs';

// entry: collect
export const collect = async (event) => {
  const weights = {};
  let done = 0;
  let isFailed = false;
  await Promise.all(event.items.map(async (item) => {
    if (isFailed) return;
    const weight = await weigh(item);
    weights[item] = weight; // safe: each task has a key of its own
    done++; // safe: one turn
    if (weight < 0) isFailed = true; // safe: the same value by whomever
    if (done === event.items.length) console.log('done');
  }));
  return weights;
};

// entry: add
export const add = async (event) => {
  let sum = 0;
  await event.items.reduce((previous, item) => previous.then(async () => {
    sum += await weigh(item); // safe: each begins when the one before is done
  }), Promise.resolve());
  return sum;
};

// entry: addAtOnce
export const addAtOnce = async (event) => {
  const sums = { weight: 0 };
  await Promise.all(event.items.map((item) => addTo(sums, item)));
  return sums;
};

async function addTo(sums, item) {
  sums.weight = sums.weight + (await weigh(item)); // expect: lost-update error
}
