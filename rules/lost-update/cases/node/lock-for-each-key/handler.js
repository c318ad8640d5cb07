const { everybody, lockFor } = require('./locks');

const balances = new Map();
const limits = new Map();
let booked = 0;

const rated = async (amount) => amount * 1.1;

exports.handler = async (event) => {
  await lockFor(event.account).runExclusive(async () => {
    const before = balances.get(event.account) ?? 0;
    balances.set(event.account, before + (await rated(event.amount))); // safe: one lock for each entry
  });
  const limit = limits.get(event.account) ?? 0;
  limits.set(event.account, limit + (await rated(event.amount))); // expect: lost-update error
  await everybody.acquireAsync();
  try {
    const before = booked;
    booked = before + (await rated(event.amount)); // safe: one lock for all
  } finally {
    everybody.release();
  }
  if (balances.size > 1000) balances.clear();
  if (limits.size > 1000) limits.clear();
};
