import { input, query } from './orders.js';

interface Wanted {
  readonly customer: string;
  readonly rates: string;
}

// entry: count
export const count = async (event: Wanted) => {
  input.ExpressionAttributeValues = { ':customer': { S: event.customer } }; // expect: request-state-leak error
  const rates = await fetch(event.rates);
  return { rates: rates.status, orders: await query(input) };
};

// entry: countOwn
export const countOwn = async (event: Wanted) => {
  const rates = await fetch(event.rates);
  const orders = await query({ ...input, ExpressionAttributeValues: { ':customer': { S: event.customer } } }); // fixed: an input for each query
  return { rates: rates.status, orders };
};
