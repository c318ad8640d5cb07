// file: src/index.js
'use strict';
const { get, put: save } = require('./store');
const store = require('./store');
const Service = require('./service');
const all = require('./all');
const config = require('../config.json');
const AWS = require('aws-sdk'), { DynamoDB } = AWS;
const db = new DynamoDB.DocumentClient();

exports.handler = async (event) => {
  const service = new Service(config.table);
  save(event.id, event);
  store.hits++;
  store.reset();
  all.get(event.id);
  const lazy = require('./lazy');
  await service.run(lazy(get(event.id)));
  return exports.other(db);
};
exports.other = exports.alias = function (x) { return x; };
if (process.env.DEBUG) exports.handler = save;
// file: src/store.js
const items = {};
let reset = () => {};
reset = () => { items.all = null; };
const put = (id, item) => { items[id] = item; };
module.exports = { get: (id) => items[id], put, hits: 0, reset };
// file: src/service.js
class Service {
  constructor(table) { this.table = table; }
  async run(x) { return [this.table, x]; }
}
module.exports = Service;
// file: src/all.js
module.exports = { ...require('./store'), extra: 1 };
Object.assign(exports, { late() {} });
// file: src/lazy.js
module.exports = (x) => x;
module.exports.default = module.exports;
// file: config.json
{ "table": "orders", "sizes": [1, 2] }
