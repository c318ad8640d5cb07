import pg from 'pg';

export const pool = new pg.Pool({ max: 20 });

export async function checkedOut() {
  const client = await pool.connect(); // safe: whoever gets it gives it back
  await client.query("set search_path to 'shop'");
  return client;
}
