const AwaitLock = require('await-lock').default;
const { Mutex } = require('async-mutex');

const locks = new Map();

exports.everybody = new AwaitLock();

exports.lockFor = (key) => {
  let lock = locks.get(key);
  if (!lock) {
    lock = new Mutex();
    locks.set(key, lock);
  }
  if (locks.size > 1000) locks.clear();
  return lock;
};
