const mysql = require('mysql2/promise');

exports.handler = async (event) => {
  const pool = mysql.createPool(process.env.DATABASE_URL);
  try {
    const [rows] = await pool.query('SELECT name FROM product WHERE id = ?', [event.id]);
    return rows[0];
  } finally {
    await pool.end(); // safe: opened by this invocation
  }
};
