const { promisify } = require('util');
const fs = require('fs');

const readFile = promisify(fs.readFile);
let size = 0;
let files = 0;
let reads = 0;

// entry: measure
exports.measure = async () => {
  const before = size;
  const text = await readFile('/opt/a.txt', 'utf8');
  size = before + text.length; // expect: lost-update error
  reads += 1; // safe: one turn
  return reads;
};

// entry: count
exports.count = () => {
  const before = files;
  return readFile('/opt/a.txt', 'utf8').then(() => {
    files = before + 1; // expect: lost-update error
  });
};
