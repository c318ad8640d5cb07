const { withRequest, describe } = require('./wrap');
const { setTimeout: sleep } = require('node:timers/promises');

// entry: handler
exports.handler = withRequest(async () => {
  await sleep(10);
  return 'ready';
});

// entry: perInvocation
exports.perInvocation = async (event) => describe(event);
