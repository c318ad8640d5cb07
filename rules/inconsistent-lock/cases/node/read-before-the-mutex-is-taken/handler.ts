import { totals } from './totals';

export const handler = async (event: { amount: number; isPlan: boolean }): Promise<number> => {
  await (event.isPlan ? totals.plan(event.amount) : totals.book(event.amount));
  return totals.booked;
};
