// entry: handler
// entry: noted
// entry: limited
// entry: inOrder
import { Semaphore } from 'async-mutex';
import { inTurn } from './turns.mjs';

const single = new Semaphore(1);
const several = new Semaphore(8);
let sold = 0;

async function priceOf(item) {
  const response = await fetch(`https://prices.example.com/${item}`);
  return response.json();
}

export const handler = async (event) => {
  const price = await priceOf(event.item); // fixed: asked before its turn comes
  return inTurn(async () => {
    sold += price.amount;
    return sold;
  });
};

export const noted = async (event) => {
  const [, release] = await single.acquire();
  try {
    await fetch(`https://ledger.example.com/${event.item}`, { method: 'POST' }); // expect: lock-across-io warning
    sold += 1;
  } finally {
    release();
  }
};

export const limited = async (event) => several.runExclusive(() => fetch(`https://ledger.example.com/${event.item}`)); // safe: eight at a time

export const inOrder = async (event) => inTurn(async () => {
  const response = await fetch(`https://orders.example.com/${event.item}`); // expect: lock-across-io warning
  sold += response.status;
  return sold;
});
