const AWS = require('aws-sdk');

// safe: it makes a class
const Orders = AWS.Service.defineService('orders', ['2024-01-01']);
const parameters = new AWS.SSM();
const limit = parameters.getParameter({ Name: 'limit' }).promise(); // expect: init-side-effect note

exports.handler = async (event) => {
  const { Parameter } = await limit;
  return new Orders().endpoint.host + Parameter.Value + event.id;
};
