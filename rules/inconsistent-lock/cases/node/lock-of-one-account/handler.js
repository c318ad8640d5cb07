const AsyncLock = require('async-lock');
const { fee } = require('./fees');

const lock = new AsyncLock();
const balances = new Map();
let revenue = 0;
let charged = 0;

const book = (account) => lock.acquire(account, async () => {
  const amount = await fee();
  const before = revenue;
  const extra = await fee();
  revenue = before + amount + extra; // expect: inconsistent-lock error
});

const charge = (account) => lock.acquire(account, async () => {
  const before = balances.get(account) ?? 0;
  balances.set(account, before + (await fee())); // safe: the key of the lock is the key of the entry
  if (balances.size > 1000) balances.clear();
});

const total = () => lock.acquire('total', async () => {
  const before = charged;
  charged = before + (await fee()); // fixed: one key for what all accounts have in common
});

exports.handler = async (event) => {
  await book(event.account);
  await charge(event.account);
  await total();
};
