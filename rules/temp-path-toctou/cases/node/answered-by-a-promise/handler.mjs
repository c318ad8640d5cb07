import { rates, wholeRates } from './rates.mjs';

export const handler = async (event) => {
  const [today, whole] = [await rates(), await wholeRates()];
  return event.amount * (today[event.currency] ?? whole[event.currency]);
};
