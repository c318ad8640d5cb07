const mongoose = require('mongoose');
const { connect, database, reports } = require('./database');

// entry: orders
exports.orders = async (event) => database('orders').where({ shop: event.shop }); // fixed: nobody closes it here

// entry: report
exports.report = async (event) => {
  try {
    return await reports('report').where({ shop: event.shop });
  } finally {
    await reports.destroy(); // expect: unsafe-pool error
  }
};

// entry: audit
exports.audit = async (event) => {
  await connect();
  try {
    return await mongoose.connection.collection('audit').findOne({ shop: event.shop });
  } finally {
    await mongoose.disconnect(); // expect: unsafe-pool error
  }
};
