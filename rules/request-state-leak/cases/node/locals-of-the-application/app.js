const express = require('express');

const app = express();

app.use((req, res, next) => {
  app.locals.user = req.headers['x-user']; // expect: request-state-leak error
  res.locals.trace = req.headers['x-trace']; // safe: locals of one response
  req.tenant = req.headers['x-tenant']; // fixed: on the request itself
  next();
});

app.get('/orders', async (req, res) => {
  const orders = await fetch('https://orders.example.com');
  res.json({ user: app.locals.user, tenant: req.tenant, trace: res.locals.trace, status: orders.status });
});

module.exports = { app };
