import { next, store } from './numbers';

let version = 0;
let revision = 0;

export const handler = async (): Promise<number> => {
  const planned = next(version);
  const { count } = store.snapshot();
  await fetch('https://example.com');
  version = planned; // expect: lost-update error
  store.put(count + 1);
  revision = next(revision); // safe: one turn
  return revision;
};
