import { memoizePromises, memoizeValues, once } from './memoize.js';

const load = async (sku: string): Promise<unknown> => (await fetch(`https://prices.example.com/${sku}`)).json();
const price = memoizeValues(load);
const stock = memoizePromises(load);
const rates = once(() => load('rates'));

// entry: quote
export const quote = async (event: { sku: string }) => price(event.sku);

// entry: available
export const available = async (event: { sku: string }) => [await stock(event.sku), await rates()];
