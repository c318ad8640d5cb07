import { loadOrders, useToken } from './api.mjs';

export const handler = async (event) => {
  useToken(event.headers.authorization);
  const orders = await loadOrders(event.pathParameters.customer);
  return { statusCode: 200, body: JSON.stringify(orders) };
};
