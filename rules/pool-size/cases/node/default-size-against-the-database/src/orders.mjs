import pg from 'pg';

const pool = new pg.Pool({ host: process.env.DATABASE_HOST }); // expect: pool-size warning

export const handler = async (event) => {
  const { rows } = await pool.query('select total from orders where id = $1', [event.order]);
  return rows[0];
};
