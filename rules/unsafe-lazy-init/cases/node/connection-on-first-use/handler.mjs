import { connect, pool } from './database.mjs';

export const handler = async () => {
  await connect();
  const [rows] = await pool.query('SELECT 1');
  return rows;
};
