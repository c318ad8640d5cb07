import Redis from 'ioredis';

const carts = new Redis(process.env.CARTS);
const prices = new Redis(process.env.PRICES);
prices.on('error', (error) => console.error(error)); // safe: once, when the module is loaded

export async function cartOf(customer) {
  carts.on('error', (error) => console.error(customer, error)); // expect: handler-registration error
  return carts.get(`cart:${customer}`);
}

// fixed: taken away before the answer
export async function priceOf(article) {
  const report = (error) => console.error(article, error);
  prices.on('error', report);
  try {
    return await prices.get(`price:${article}`);
  } finally {
    prices.off('error', report);
  }
}
