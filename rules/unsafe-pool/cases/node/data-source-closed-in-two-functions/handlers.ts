import { opened, reopened } from './source.js';

// entry: count
export const count = async (event: { shop: string }) => {
  const source = await reopened();
  try {
    return await source.query('SELECT count(*) FROM orders WHERE shop = $1', [event.shop]);
  } finally {
    await source.destroy(); // expect: unsafe-pool error
  }
};

// entry: countFixed
export const countFixed = async (event: { shop: string }) => {
  const source = await opened();
  return source.query('SELECT count(*) FROM orders WHERE shop = $1', [event.shop]); // safe: the source takes a connection of its pool
};
