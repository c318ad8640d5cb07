const { Pool } = require('pg');

const DEFAULTS = { ssl: true, max: 1 };

let pool;

async function connect() {
  pool = new Pool({ ...DEFAULTS, host: process.env.DATABASE_HOST }); // expect: pool-size warning
}

exports.query = async (text, values) => {
  if (!pool) connect();
  const { rows } = await pool.query(text, values);
  return rows;
};
