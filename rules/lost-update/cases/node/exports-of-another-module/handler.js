const state = require('./state');

// entry: handler
exports.handler = async () => {
  const before = state.count;
  await fetch('https://example.com');
  state.count = before + 1; // expect: lost-update error
  exports.runs = (exports.runs || 0) + 1; // safe: one turn
  return state.load();
};
