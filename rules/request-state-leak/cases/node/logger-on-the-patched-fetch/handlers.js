const { withLog, withOwnLog } = require('./fetch-log');

// entry: price
exports.price = async (event) => {
  const lines = [];
  global.fetch = withLog(global.fetch, (line) => lines.push(`${event.id} ${line}`)); // expect: process-global-mutation error
  const response = await fetch(event.url);
  return { status: response.status, lines };
};

// entry: priceFixed
exports.priceFixed = async (event) => {
  const lines = [];
  const call = withOwnLog(fetch, (line) => lines.push(`${event.id} ${line}`));
  const response = await call(event.url);
  return { status: response.status, lines }; // safe: lines of this invocation
};
