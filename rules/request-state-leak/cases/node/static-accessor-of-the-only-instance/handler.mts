import { Basket } from './basket.mjs';

// entry: handler
export const handler = async (event: { customer: string }) => {
  const basket = Basket.shared;
  basket.customer = event.customer;
  await fetch('https://stock.example.com');
  return basket.label;
};

// entry: fixed
export const fixed = async (event: { customer: string }) => {
  const basket = new Basket();
  basket.customer = event.customer; // fixed: made by the invocation
  await fetch('https://stock.example.com');
  return basket.label;
};
