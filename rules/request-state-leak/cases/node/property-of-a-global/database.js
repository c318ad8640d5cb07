const { setTimeout: sleep } = require('node:timers/promises');

const statistics = { queries: 0, last: '' };

exports.query = async (text) => {
  statistics.queries += 1; // safe: one turn
  statistics.last = text; // safe: no data of a request
  await sleep(5);
  return [statistics.queries];
};
