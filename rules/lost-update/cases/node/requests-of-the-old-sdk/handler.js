const AWS = require('aws-sdk');

const dynamo = new AWS.DynamoDB.DocumentClient();
let scanned = 0;
let written = 0;
let stored = 0;

// entry: scan
exports.scan = async () => {
  const before = scanned;
  const { Items } = await dynamo.scan({ TableName: 'orders' }).promise();
  scanned = before + Items.length; // expect: lost-update error
  return scanned;
};

// entry: write
exports.write = () => new Promise((resolve, reject) => {
  const before = written;
  dynamo.put({ TableName: 'orders', Item: { id: '1' } }, (error) => {
    if (error) return reject(error);
    written = before + 1; // expect: lost-update error
    resolve(written);
  });
});

// entry: store
exports.store = () => dynamo.put({ TableName: 'orders', Item: { id: '1' } }).promise().then(() => {
  stored += 1; // safe: one turn
  return stored;
});
