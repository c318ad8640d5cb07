import pg from 'pg';

const pool = new pg.Pool({ host: process.env.DATABASE_HOST, max: 20 }); // expect: pool-size warning
const size = Number(process.env.POOL_SIZE);
// safe: nobody knows how many
const other = new pg.Pool({ host: process.env.DATABASE_HOST, max: size });
const settings = { host: process.env.DATABASE_HOST };
settings.max = size;
const third = new pg.Pool(settings); // safe: nor here
const fourth = new pg.Pool({ host: process.env.DATABASE_HOST, ...JSON.parse(process.env.POOL) }); // safe: nor here

export const handler = async (event) => {
  const { rows } = await pool.query('select count(*) from stock where sku = $1', [event.sku]);
  await Promise.all([other, third, fourth].map((each) => each.query('select 1')));
  return rows[0];
};
