import mysql from 'mysql2/promise';

let connection;

export async function connect() {
  if (!connection) {
    connection = await mysql.createConnection(process.env.DATABASE_URL); // expect: unsafe-lazy-init warning
  }
  return connection;
}

export const pool = mysql.createPool(process.env.DATABASE_URL); // safe: made while the module is loaded
