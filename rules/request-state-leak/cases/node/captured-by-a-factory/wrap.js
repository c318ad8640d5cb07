const { setTimeout: sleep } = require('node:timers/promises');

exports.withRequest = (next) => {
  let request;
  return async (event) => {
    request = event; // expect: request-state-leak error
    const body = await next();
    return { body, id: request.requestId };
  };
};

exports.describe = async (event) => {
  let request; // safe: a variable of this invocation, although a closure writes it
  const remember = () => {
    request = event;
  };
  remember();
  await sleep(10);
  return request.requestId;
};
