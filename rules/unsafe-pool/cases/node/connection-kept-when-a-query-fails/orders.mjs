import { pool } from './pool.mjs';

export async function orderOf(id) {
  const client = await pool.connect(); // expect: unsafe-pool error
  const { rows } = await client.query('select * from orders where id = $1', [id]);
  client.release();
  return rows[0];
}

export async function ordersOf(shop) {
  const client = await pool.connect(); // fixed: whatever happens, it is given back
  try {
    const { rows } = await client.query('select * from orders where shop = $1', [shop]);
    return rows;
  } finally {
    client.release();
  }
}

export async function stockOf(sku) {
  let client;
  try {
    client = await pool.connect(); // safe: given back where there is one
    const { rows } = await client.query('select count from stock where sku = $1', [sku]);
    return rows[0];
  } catch (problem) {
    throw new Error(`no stock of ${sku}`, { cause: problem });
  } finally {
    if (client) client.release();
  }
}

export async function reserve(sku, count) {
  const client = await pool.connect(); // expect: unsafe-pool warning
  try {
    await client.query('begin');
    await client.query('update stock set count = count - $2 where sku = $1', [sku, count]);
    await client.query('commit');
    client.release();
  } catch (problem) {
    await client.query('rollback');
    client.release();
    throw problem;
  }
}
