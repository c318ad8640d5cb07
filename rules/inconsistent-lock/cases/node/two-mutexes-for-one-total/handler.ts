import { Mutex } from 'async-mutex';

const incoming = new Mutex();
const outgoing = new Mutex();
let stock = 0;
let reserved = 0;

async function counted(items: readonly string[]): Promise<number> {
  return items.length;
}

const add = (items: readonly string[]): Promise<void> => incoming.runExclusive(async () => {
  const before = stock;
  stock = before + (await counted(items));
});

const take = (items: readonly string[]): Promise<void> => outgoing.runExclusive(async () => {
  const before = stock;
  stock = before - (await counted(items)); // expect: inconsistent-lock error
});

const reserve = (items: readonly string[], sign: number): Promise<void> => outgoing.runExclusive(async () => {
  const before = reserved;
  reserved = before + sign * (await counted(items)); // safe: one mutex for all of its writes
});

export const handler = async (event: { items: string[]; kind: 'in' | 'out' }): Promise<void> => {
  if (event.kind === 'in') await add(event.items);
  else await take(event.items);
  await reserve(event.items, event.kind === 'in' ? 1 : -1);
};
