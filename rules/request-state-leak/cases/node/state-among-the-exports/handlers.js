const state = require('./state');
const { setZone, zone } = require('./state');

// entry: greet
exports.greet = async (event) => {
  state.locale = event.locale; // expect: request-state-leak error
  state.setUser(event.user);
  const response = await fetch(event.url);
  return `${state.session.user} ${response.status} ${state.locale}`;
};

// entry: now
exports.now = async (event) => {
  setZone(event.zone);
  const response = await fetch(event.url);
  return `${response.status} ${zone}`;
};

// entry: greetFixed
exports.greetFixed = async (event) => {
  const { locale } = event; // fixed: a variable of the invocation
  const response = await fetch(event.url);
  return `${response.status} ${locale}`;
};
