const fs = require('fs');

let attempts = 0;
let ticks = 0;
let queued = 0;
let lines = 0;
let bytes = 0;

// entry: delayed
exports.delayed = () => new Promise((resolve) => {
  const before = attempts;
  setTimeout(() => {
    attempts = before + 1; // expect: lost-update error
    resolve(attempts);
  }, 50);
});

// entry: deferred
exports.deferred = () => new Promise((resolve) => {
  const before = queued;
  process.nextTick(() => {
    queued = before + 1; // expect: lost-update error
    ticks += 1; // safe: one turn
    resolve(ticks);
  });
});

// entry: counted
exports.counted = () => new Promise((resolve, reject) => {
  const before = lines;
  fs.readFile('/opt/rules.txt', 'utf8', (error, text) => {
    if (error) return reject(error);
    lines = before + text.split('\n').length; // expect: lost-update error
    bytes += text.length; // safe: one turn
    resolve(bytes);
  });
});

// entry: countedFixed
exports.countedFixed = () => new Promise((resolve, reject) => {
  fs.readFile('/opt/rules.txt', 'utf8', (error, text) => {
    if (error) return reject(error);
    lines += text.split('\n').length; // fixed: read in the callback
    resolve(lines);
  });
});
