const { load, save } = require('./documents');

const counters = { version: 0, failures: 0, runs: 0 };

// entry: handler
exports.handler = function (event) {
  const version = counters.version;
  return load(event.id).then(function (document) {
    return save(document).then(function () {
      counters.version = version + 1; // expect: lost-update error
      counters.runs += 1; // safe: one turn
    });
  });
};

// entry: retry
exports.retry = function (event) {
  const failed = counters.failures;
  return load(event.id).then(
    (document) => save(document),
    () => { counters.failures = failed + 1; }, // expect: lost-update error
  ).finally(() => { counters.runs += 1; }); // safe: one turn
};
