const { MongoClient } = require('mongodb');

const URI = process.env.MONGODB_URI;
let known;

exports.prices = async () => {
  const client = await MongoClient.connect(URI); // expect: connection-per-invocation warning
  return client.db('shop').collection('prices');
};

exports.stock = async () => {
  // fixed: one promise of one client, which all invocations of the worker wait for
  known ??= MongoClient.connect(URI);
  return (await known).db('shop').collection('stock');
};
