// entry: handler
// entry: count
import { Signer } from '@aws-sdk/rds-signer';
import pg from 'pg';
import { pool, renewed } from './db.mjs';

export const handler = async (event) => {
  const { rows } = await pool.query('SELECT total FROM orders WHERE id = $1', [event.id]);
  return { total: rows[0]?.total };
};

export const count = async () => {
  const signer = new Signer({ hostname: process.env.REPORTS_HOST, port: 5432, username: 'reports', region: process.env.AWS_REGION });
  const password = await signer.getAuthToken(); // safe: a token for each connection
  const client = new pg.Client({ host: process.env.REPORTS_HOST, user: 'reports', password }); // expect: connection-per-invocation warning
  await client.connect();
  try {
    const { rows } = await client.query('SELECT count(*) FROM reports');
    const { rows: open } = await renewed.query('SELECT count(*) FROM orders');
    return { reports: rows[0].count, orders: open[0].count };
  } finally {
    await client.end();
  }
};
