import { fee } from './fees.mjs';

const balances = new Map([['house', 0]]);
const charged = new Map([['house', 0]]);

// entry: book
export const book = async (event) => {
  const before = balances.get('house') ?? 0;
  const amount = await fee(event.kind);
  balances.set('house', before + amount); // expect: lost-update error
};

// entry: charge
export const charge = async (event) => {
  const amount = await fee(event.kind);
  charged.set('house', (charged.get('house') ?? 0) + amount); // fixed: one turn
  return charged.get('house'); // safe: only read
};
