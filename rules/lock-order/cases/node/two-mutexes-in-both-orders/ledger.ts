import { Mutex } from 'async-mutex';

export const ledger = new Mutex();
export const accounts = new Mutex();

let entries = 0;

export const append = (): Promise<void> => ledger.runExclusive(async () => {
  entries += 1;
});
