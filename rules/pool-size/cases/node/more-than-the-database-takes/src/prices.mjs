import pg from 'pg';

// fixed: three connections in each of eight workers, and four environments at most
const pool = new pg.Pool({ host: process.env.DATABASE_HOST, max: 3 });

export const handler = async (event) => {
  const { rows } = await pool.query('select price from prices where sku = $1', [event.sku]);
  return rows[0];
};
