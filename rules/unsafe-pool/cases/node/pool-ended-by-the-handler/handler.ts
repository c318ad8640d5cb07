import { pool } from './pool.js';

// entry: count
export const count = async () => {
  try {
    const { rows } = await pool.query('SELECT count(*) FROM orders');
    return rows[0];
  } finally {
    await pool.end(); // expect: unsafe-pool error
  }
};

// entry: countFixed
export const countFixed = async () => {
  const { rows } = await pool.query('SELECT count(*) FROM orders'); // fixed: the pool lives as long as the environment
  return rows[0];
};
