const mongoose = require('mongoose');

const opened = mongoose.connect(process.env.MONGO_URL, { maxPoolSize: 1 }); // expect: pool-size warning
// fixed: as many as invocations of a worker
const archive = mongoose.createConnection(process.env.ARCHIVE_URL, { maxPoolSize: 8 });

exports.handler = async (event) => {
  await opened;
  const order = await mongoose.connection.collection('orders').findOne({ id: event.id });
  return order ?? archive.collection('orders').findOne({ id: event.id });
};
