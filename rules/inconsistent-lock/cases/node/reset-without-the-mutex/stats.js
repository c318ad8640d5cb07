const { Mutex } = require('async-mutex');

const mutex = new Mutex();
const stats = { sum: 0, calls: 0 };

async function weigh(parcel) {
  return parcel.length;
}

exports.add = (parcel) => mutex.runExclusive(async () => {
  const before = stats.sum;
  stats.sum = before + (await weigh(parcel));
});

exports.addCall = (parcel) => mutex.runExclusive(async () => {
  const before = stats.calls;
  await weigh(parcel);
  stats.calls = before + 1; // safe: every write of it is under the mutex
});

exports.clear = () => {
  stats.sum = 0; // expect: inconsistent-lock error
};

exports.clearCalls = () => mutex.runExclusive(() => {
  stats.calls = 0; // fixed: waits for whoever is between read and write
});

exports.current = () => stats.sum; // safe: one look needs no lock
