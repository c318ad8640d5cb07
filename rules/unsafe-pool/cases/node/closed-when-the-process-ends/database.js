const knex = require('knex');
const mongoose = require('mongoose');

const database = knex({ client: 'pg' });
const reports = knex({ client: 'pg' });

process.on('SIGTERM', async () => { // expect: worker-unsupported-call note
  await database.destroy(); // safe: when the process ends, no invocation is left
});

exports.database = database;
exports.reports = reports;
exports.connect = () => mongoose.connect(process.env.MONGO_URL);
