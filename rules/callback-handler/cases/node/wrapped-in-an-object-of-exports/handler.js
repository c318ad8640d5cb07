// entry: shop
// entry: answer
// entry: careful
const express = require('express');
const serverless = require('serverless-http');
const { answer } = require('./answer');

const app = express();
app.get('/', (request, response) => response.json({ ok: true }));

const wrapped = serverless(app);

module.exports = {
  shop: serverless(app), // expect: callback-handler error
  answer, // safe: two parameters
  careful: async (event, context) => wrapped(event, context), // fixed: two parameters, and a promise of the wrapper's answer
};
