import pg from 'pg';

let pool;

export const total = async (order) => {
  pool ??= new pg.Pool({ max: 8 }); // safe: made by the invocation that comes first
  const { rows } = await pool.query('select sum(price) from lines where id = $1', [order]);
  return rows[0];
};
