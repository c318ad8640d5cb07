const AWS = require('aws-sdk');
const { Cache } = require('./cache');

const ssm = new AWS.SSM();
const values = new Cache();
const pending = new Cache();

const parameter = (name) => new Promise((resolve, reject) => {
  ssm.getParameter({ Name: name }, (error, data) => (error ? reject(error) : resolve(data.Parameter.Value)));
});

// entry: read
exports.read = (event) => new Promise((resolve, reject) => {
  const known = values.get(event.name);
  if (known) return resolve(known);
  ssm.getParameter({ Name: event.name }, (error, data) => {
    if (error) return reject(error);
    values.put(event.name, data.Parameter.Value);
    resolve(data.Parameter.Value);
  });
});

// entry: readOnce
exports.readOnce = (event) => {
  const known = pending.get(event.name);
  if (known) return known;
  const value = parameter(event.name);
  pending.putNow(event.name, value);
  return value;
};
