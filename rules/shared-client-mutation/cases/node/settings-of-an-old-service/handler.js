const { accounts } = require('./accounts');

// entry: handler
exports.handler = async (event) => {
  accounts.config.update({ credentials: event.credentials }); // expect: shared-client-mutation error
  const { Buckets } = await accounts.listBuckets().promise();
  return Buckets.length;
};
