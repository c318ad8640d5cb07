import { Ledger } from './ledger.js';

const ledger = new Ledger();

interface Booking {
  readonly account: string;
  readonly amount: number;
}

// entry: book
export const book = async (event: Booking) => ledger.book(event.account, event.amount);

// entry: bookFixed
export const bookFixed = async (event: Booking) => ledger.bookFixed(event.account, event.amount);
