let level = 1;
let depth = 1;
let calls = 0;

async function raise(from = level) {
  await fetch('https://example.com');
  level = from + 1; // expect: lost-update error
}

async function lower(from = depth) {
  depth = from - 1; // safe: the default is read in the same turn
  await fetch('https://example.com');
}

// entry: handler
exports.handler = async () => {
  await raise();
  await lower();
};

// entry: count
exports.count = function () {
  const before = calls;
  return fetch('https://example.com').then(function () {
    calls = before + arguments.length; // expect: lost-update error
  });
};
