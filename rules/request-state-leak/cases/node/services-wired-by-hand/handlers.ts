import { container } from './container.js';

interface Wanted {
  readonly tenant: string;
  readonly url: string;
}

// entry: orders
export const orders = (event: Wanted) => {
  container.counts.served += 1; // safe: one turn, and no data of a request
  return container.orders.list(event.tenant, event.url);
};

// entry: invoices
export const invoices = (event: Wanted) => container.invoices.list(event.tenant, event.url);
