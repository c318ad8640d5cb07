import { client, pool, ready } from './database.js';

// entry: transfer
export const transfer = async (event: { from: string; to: string; amount: number }) => {
  await ready();
  await client.query('BEGIN');
  await client.query('UPDATE account SET balance = balance - $1 WHERE id = $2', [event.amount, event.from]);
  await client.query('UPDATE account SET balance = balance + $1 WHERE id = $2', [event.amount, event.to]);
  await client.query('COMMIT');
};

// entry: transferFixed
export const transferFixed = async (event: { from: string; to: string; amount: number }) => {
  const session = await pool.connect(); // fixed: a connection of its own
  try {
    await session.query('BEGIN');
    await session.query('UPDATE account SET balance = balance - $1 WHERE id = $2', [event.amount, event.from]);
    await session.query('COMMIT');
  } finally {
    session.release();
  }
};

// entry: balance
export const balance = async (event: { id: string }) => {
  const { rows } = await pool.query('SELECT balance FROM account WHERE id = $1', [event.id]); // safe: the pool picks a free connection
  return rows[0];
};
