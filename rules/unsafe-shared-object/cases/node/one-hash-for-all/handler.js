const { createHash } = require('node:crypto');
const { createReadStream } = require('node:fs');

const total = createHash('sha256');

// entry: digest
exports.digest = async (event) => {
  for await (const chunk of createReadStream('/opt/data/model.bin')) {
    total.update(chunk); // expect: unsafe-shared-object error
  }
  return event.files.length;
};

// entry: digestFixed
exports.digestFixed = async () => {
  const hash = createHash('sha256'); // fixed: one for each invocation
  for await (const chunk of createReadStream('/opt/data/model.bin')) {
    hash.update(chunk);
  }
  return hash.digest('hex');
};
