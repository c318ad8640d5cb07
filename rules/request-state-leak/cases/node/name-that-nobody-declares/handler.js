const { greet } = require('./greeting');
const { lookUp } = require('./directory');

// entry: handler
exports.handler = async (event) => {
  visitor = await lookUp(event.phone); // expect: request-state-leak error
  await fetch('https://audit.example.com');
  return greet();
};

// entry: fixed
exports.fixed = async (event) => {
  const visitor = await lookUp(event.phone); // fixed: a name of the invocation
  return `Hello ${visitor}`;
};
