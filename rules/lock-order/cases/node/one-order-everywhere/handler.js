const { Mutex } = require('async-mutex');
const { countEntry } = require('./entries');

const accounts = new Mutex();
const ledger = new Mutex();
let open = 0;

const transfer = () => accounts.runExclusive(() => ledger.runExclusive(async () => { // fixed: accounts first, then the ledger, as everywhere
  open += 1;
}));

const audit = async () => {
  const release = await accounts.acquire();
  try {
    return await ledger.runExclusive(async () => open);
  } finally {
    release();
  }
};

const close = async () => {
  const release = await ledger.acquire();
  await countEntry();
  release();
  // safe: the ledger was given back before
  await accounts.runExclusive(async () => {
    open = 0;
  });
};

exports.handler = async (event) => {
  if (event.close) return close();
  return event.audit ? audit() : transfer();
};
