const mysql = require('mysql2/promise');

exports.handler = async (event) => {
  const pool = mysql.createPool(process.env.DATABASE_URL); // expect: connection-per-invocation warning
  try {
    const [rows] = await pool.query('SELECT name FROM product WHERE id = ?', [event.id]);
    return rows[0];
  } finally {
    await pool.end(); // safe: opened by this invocation
  }
};
