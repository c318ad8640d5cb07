import { pool } from './pool.js';

// entry: count
export const count = async () => {
  try {
    const { rows } = await pool.query('SELECT count(*) FROM orders');
    return rows[0];
  } finally {
    await pool.end(); // misses: unsafe-pool error a query of the pool is not seen as a use beside the close
  }
};

// entry: countFixed
export const countFixed = async () => {
  const { rows } = await pool.query('SELECT count(*) FROM orders'); // fixed: the pool lives as long as the environment
  return rows[0];
};
