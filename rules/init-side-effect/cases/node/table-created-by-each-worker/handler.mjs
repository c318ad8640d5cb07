import pg from 'pg';
import { prepare } from './prices.mjs';

// safe: a pool opens its connections when they are needed
const pool = new pg.Pool({ host: process.env.ORDERS_HOST, max: 8 });

await pool.query('CREATE TABLE IF NOT EXISTS looks (id text, at timestamptz)'); // expect: init-side-effect note
const { rows: rates } = await pool.query('SELECT rate FROM rates');

// entry: handler
export const handler = async (event) => {
  await pool.query('INSERT INTO looks VALUES ($1, now())', [event.order]);
  return rates.find(({ rate }) => rate > event.least);
};

// entry: deploy
export const deploy = async () => {
  await prepare(); // fixed: in a function that is invoked once, when the others are deployed
};
