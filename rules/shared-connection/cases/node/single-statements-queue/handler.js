const mysql = require('mysql2/promise');

const opening = mysql.createConnection(process.env.DATABASE_URL);

exports.handler = async (event) => {
  const connection = await opening;
  const [rows] = await connection.execute('SELECT name FROM product WHERE id = ?', [event.id]); // misses: shared-connection note single statements on a shared connection are silent where invocations interleave at suspensions
  return rows[0];
};
