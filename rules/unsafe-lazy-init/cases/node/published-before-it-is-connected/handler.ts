import { openStore, openStoreOnce } from './store.js';

// entry: read
export const read = async (event: { key: string }) => (await openStore()).get(event.key);

// entry: readFixed
export const readFixed = async (event: { key: string }) => (await openStoreOnce()).get(event.key);
