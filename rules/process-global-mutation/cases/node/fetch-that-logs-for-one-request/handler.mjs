import { AsyncLocalStorage } from 'node:async_hooks';
import { withLog } from './with-log.mjs';

const request = new AsyncLocalStorage();
const plainFetch = globalThis.fetch;
globalThis.fetch = withLog(plainFetch, () => request.getStore()?.orderId); // fixed: replaced once, and looks up whose request it is

// entry: handler
export const handler = async (event) => {
  globalThis.fetch = withLog(plainFetch, () => event.orderId); // expect: process-global-mutation error
  const stock = await fetch(`https://stock.example.com/${event.sku}`);
  return stock.json();
};

// entry: handlerFixed
export const handlerFixed = (event) => request.run(event, async () => {
  const stock = await fetch(`https://stock.example.com/${event.sku}`);
  return stock.json();
});

// entry: handlerOwn
export const handlerOwn = async (event) => {
  const api = { fetch: plainFetch };
  api.fetch = withLog(plainFetch, () => event.orderId); // safe: an object of this invocation
  return (await api.fetch(`https://stock.example.com/${event.sku}`)).json();
};
