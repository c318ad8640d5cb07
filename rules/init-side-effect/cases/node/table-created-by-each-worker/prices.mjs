import pg from 'pg';

const pool = new pg.Pool({ host: process.env.PRICES_HOST, max: 8 });

export const prepare = () => pool.query('CREATE TABLE IF NOT EXISTS prices (sku text, price numeric)');
