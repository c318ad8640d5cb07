const { listWith } = require('./keys');
const { list, listWithKeys } = require('./storage');

// entry: buckets
exports.buckets = (event) => list(event.user);

// entry: bucketsOf
exports.bucketsOf = (event) => listWith(event.keys);

// entry: bucketsFixed
exports.bucketsFixed = (event) => listWithKeys(event.keys);
