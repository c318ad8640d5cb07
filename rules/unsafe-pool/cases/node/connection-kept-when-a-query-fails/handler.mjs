import { orderOf, ordersOf, reserve, stockOf } from './orders.mjs';
import { checkedOut, pool } from './pool.mjs';

// entry: order
export const order = async (event) => orderOf(event.id);

// entry: orders
export const orders = async (event) => ordersOf(event.shop);

// entry: stock
export const stock = async (event) => stockOf(event.sku);

// entry: reservation
export const reservation = async (event) => reserve(event.sku, event.count);

// entry: report
export const report = async (event) => {
  const client = await checkedOut(); // expect: unsafe-pool error
  const { rows } = await client.query('select * from report where shop = $1', [event.shop]);
  giveBack(client);
  return rows;
};

// entry: totals
export const totals = async (event) => {
  const client = await pool.connect(); // safe: it comes back, however the query ends
  return client.query('select sum(total) from orders where shop = $1', [event.shop]).finally(() => client.release());
};

function giveBack(client) {
  client.release();
}
