import { createClient } from 'redis';

type Store = ReturnType<typeof createClient>;
let store: Store | undefined;
let ready: Promise<Store> | undefined;

export async function openStore(): Promise<Store> {
  if (!store) {
    store = createClient({ url: process.env.REDIS_URL }); // expect: unsafe-lazy-init error
    await store.connect();
  }
  return store;
}

export function openStoreOnce(): Promise<Store> {
  ready ??= connected(); // fixed: what is kept is the promise of the connected client
  return ready;
}

async function connected(): Promise<Store> {
  const client = createClient({ url: process.env.REDIS_URL });
  await client.connect();
  return client;
}
