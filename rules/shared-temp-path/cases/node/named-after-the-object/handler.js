const fs = require('node:fs');
const path = require('node:path');

// entry: download
exports.download = async (event) => {
  const { key } = event.Records[0].s3.object;
  const local = `/tmp/${key}`;
  // expect: event-loop-block note
  fs.writeFileSync(local, 'content'); // expect: shared-temp-path warning
  return fs.readFileSync(local).length;
};

// entry: downloadAndDelete
exports.downloadAndDelete = async (event) => {
  const local = '/tmp/' + event.Records[0].s3.object.key;
  // expect: event-loop-block note
  fs.writeFileSync(local, 'content'); // expect: shared-temp-path error
  fs.unlinkSync(local);
};

// entry: byName
exports.byName = async (event) => {
  const local = path.join('/tmp', path.basename(event.Records[0].s3.object.key));
  // expect: event-loop-block note
  fs.writeFileSync(local, 'content'); // expect: shared-temp-path error
};
