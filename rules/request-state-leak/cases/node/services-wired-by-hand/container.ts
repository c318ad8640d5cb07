import { Invoices, Orders, Store } from './services.js';

const store = new Store();

export const container = {
  store,
  orders: new Orders(store),
  invoices: new Invoices({ load: async (tenant, url) => `${tenant} ${(await fetch(url)).status}` }),
  counts: { served: 0 },
};
