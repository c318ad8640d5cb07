import pg from 'pg';

const pool = new pg.Pool();

export async function findOpen(customer) {
  const client = await pool.connect(); // expect: unsafe-pool error
  const { rows } = await client.query('select * from orders where customer = $1', [customer]);
  client.release();
  return rows;
}

/** fixed: both ways through the chain give the client back. */
export function findOpenFixed(customer) {
  return pool.connect().then((client) =>
    client
      .query('select * from orders where customer = $1', [customer])
      .then(({ rows }) => {
        client.release();
        return rows;
      })
      .catch((error) => {
        client.release();
        throw error;
      }),
  );
}

/** safe: the pool takes a client for one statement and gives it back itself. */
export async function count(customer) {
  const { rows } = await pool.query('select count(*) from orders where customer = $1', [customer]);
  return rows[0].count;
}
