import { Prices } from './prices.mjs';

const prices = new Prices('https://prices.example.com');

// entry: handler
export const handler = async (event) => prices.of(event.article);

// entry: careful
export const careful = async (event, context) => ({ region: prices.region(), price: await prices.traced(event.article, context.xRayTraceId) });
