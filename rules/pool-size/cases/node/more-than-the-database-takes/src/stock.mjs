import pg from 'pg';

// safe: a proxy keeps the connections to the database
const pool = new pg.Pool({ host: process.env.DATABASE_HOST, max: 8 });

export const handler = async (event) => {
  const { rows } = await pool.query('select count(*) from stock where sku = $1', [event.sku]);
  return rows[0];
};
