import { container } from './container.js';
import type { Quotes } from './quotes.js';

// entry: handler
export const handler = async (event: { customer: string; route: string }) => {
  const shared = container.get<Quotes>('shared');
  return shared.price(event.customer, event.route);
};

// entry: own
export const own = async (event: { customer: string; route: string }) => {
  const { KeptQuotes } = await import('./kept-quotes.js');
  return container.get(KeptQuotes).explain(event.customer, event.route);
};
