// entry: handler
import { authorization, call } from './auth.mjs';

export const handler = async (event) => {
  const response = await fetch(`${process.env.API}/orders/${event.id}`, { headers: await authorization() });
  const prices = await call(`${process.env.API}/prices/${event.id}`);
  return { order: await response.json(), prices: await prices.json() };
};
