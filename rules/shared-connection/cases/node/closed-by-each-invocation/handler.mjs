import pg from 'pg';

const client = new pg.Client();
await client.connect();

// entry: report
export const report = async () => {
  const { rows } = await client.query('SELECT count(*) FROM orders');
  await client.end(); // expect: shared-connection error
  return rows[0];
};

// entry: reportAlone
export const reportAlone = async () => {
  const own = new pg.Client(); // expect: connection-per-invocation warning
  await own.connect();
  try {
    const { rows } = await own.query('SELECT count(*) FROM orders');
    return rows[0];
  } finally {
    await own.end(); // safe: opened by this invocation
  }
};
