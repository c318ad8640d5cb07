const express = require('express');

const app = express();
app.get('/hello', (request, response, next) => response.json({ hello: request.query.name })); // safe: no handler of the platform

module.exports = app;
