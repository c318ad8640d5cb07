import pg from 'pg';

export const pool = new pg.Pool({ max: 20 });

export async function checkedOut() {
  const client = await pool.connect(); // expect: unsafe-pool error
  await client.query("set search_path to 'shop'");
  return client;
}
