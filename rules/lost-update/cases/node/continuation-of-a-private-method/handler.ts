import { Ledger } from './ledger';

const ledger = new Ledger();

export const handler = async (event: { amount: number }): Promise<number> => ledger.book(event.amount);
