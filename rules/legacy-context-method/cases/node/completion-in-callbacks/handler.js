const { read } = require('./store');
const { Job } = require('./job');

// entry: handler
exports.handler = function (event, context) {
  if (!event.table) return context.fail('no table'); // expect: legacy-context-method error
  read(event.table, (error, rows) => {
    if (error) context.fail(error);
    else context.succeed(rows);
  });
};

// entry: handlerFixed
exports.handlerFixed = async (event, context) => {
  context.callbackWaitsForEmptyEventLoop = false; // expect: legacy-context-method note
  return new Promise((resolve, reject) => {
    read(event.table, (error, rows) => (error ? reject(error) : resolve(rows))); // fixed: a promise that is returned
  });
};

// entry: handlerWithJob
exports.handlerWithJob = async (event) => {
  const job = new Job(event.table);
  job.done(); // safe: an object of the repository
  return job.rows;
};
