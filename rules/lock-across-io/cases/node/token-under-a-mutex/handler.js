const { Mutex } = require('async-mutex');
const AsyncLock = require('async-lock');
const pLimit = require('p-limit');

const mutex = new Mutex();
const accounts = new AsyncLock();
const one = pLimit(1);
const token = { value: undefined };

const tokenOfToday = () => mutex.runExclusive(async () => {
  if (!token.value) {
    const response = await fetch('https://login.example.com'); // safe: once, by whoever comes first
    token.value = await response.text();
  }
  return token.value;
});

const save = (account) => accounts.acquire(account, async () => {
  await fetch(`https://example.com/${account}`, { method: 'PUT' }); // safe: only who works on the same account waits
});

const notify = (account) => one(async () => {
  await fetch(`https://example.com/${account}`, { method: 'POST' }); // expect: lock-across-io warning
});

exports.handler = async (event) => {
  const own = pLimit(1);
  await Promise.all(event.ids.map((id) => own(() => fetch(`https://example.com/${id}`)))); // safe: a limit of the invocation
  await tokenOfToday();
  await save(event.account);
  await notify(event.account);
};
