const { query } = require('./database');

exports.handler = async (event) => {
  globalThis.currentUser = event.user; // expect: request-state-leak error
  const rows = await query('SELECT 1');
  return { rows, user: globalThis.currentUser };
};
