import { setTimeout as sleep } from 'node:timers/promises';

const budget = { spent: 0 };

async function cost(item: string): Promise<number> {
  await sleep(5);
  return item.length;
}

export const handler = async (event: { items: string[] }) => {
  let own = 0;
  for (const item of event.items) {
    own += await cost(item); // safe: a variable of the invocation, and the loop waits for each item
  }
  const before = budget.spent;
  const added = await cost('order');
  budget.spent = before + added; // expect: lost-update error
  return own;
};
