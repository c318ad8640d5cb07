import { rate, rateOnce } from './rates.js';

// entry: convert
export const convert = async (event: { currency: string; amount: number }) => event.amount * (await rate(event.currency));

// entry: convertOnce
export const convertOnce = async (event: { currency: string; amount: number }) => event.amount * (await rateOnce(event.currency));
