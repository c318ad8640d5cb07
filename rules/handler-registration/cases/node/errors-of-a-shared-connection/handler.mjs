import { cartOf, priceOf } from './carts.mjs';

// entry: handler
export const handler = async (event) => ({ cart: await cartOf(event.customer) });

// entry: priced
export const priced = async (event) => ({ price: await priceOf(event.article) });
