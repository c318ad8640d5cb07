import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Basket, type Order } from './basket.js';

interface Event { readonly customer: string; readonly orders: readonly Order[] }

const totalOf = (basket: Basket, orders: readonly Order[]): number => {
  basket.save(orders);
  return basket.total();
};

// entry: handler
export const handler = async ({ customer, orders }: Event) => ({ customer, total: totalOf(new Basket(), orders) });

// entry: careful
export const careful = async ({ customer, orders }: Event) => {
  // expect: event-loop-block note
  const folder = mkdtempSync(join(tmpdir(), 'basket-')); // fixed: a folder of the invocation
  return { customer, total: totalOf(new Basket(join(folder, 'basket.json')), orders) };
};
