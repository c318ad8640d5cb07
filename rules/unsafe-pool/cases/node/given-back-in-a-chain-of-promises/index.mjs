import { count, findOpen, findOpenFixed } from './orders.mjs';

export const handler = async (event) => ({ orders: await findOpen(event.customer), of: await count(event.customer) });
export const handlerFixed = async (event) => ({ orders: await findOpenFixed(event.customer), of: await count(event.customer) });
