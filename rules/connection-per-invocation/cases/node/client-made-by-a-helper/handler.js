const { prices, stock } = require('./database');
const { labels } = require('./labels');

exports.handler = async (event) => {
  const all = await prices();
  const left = await stock();
  return { price: await all.findOne({ sku: event.sku }), left: await left.findOne({ sku: event.sku }), labels: await labels(event.sku) };
};
