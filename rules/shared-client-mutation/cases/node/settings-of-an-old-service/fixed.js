const S3 = require('aws-sdk/clients/s3');

const common = new S3({ maxRetries: 2 });
common.config.update({ maxRetries: 5 }); // safe: when the module is loaded

// entry: buckets
exports.buckets = async (event) => {
  const own = new S3({ credentials: event.credentials }); // fixed: a client of the invocation
  own.config.update({ region: event.region }); // safe: nobody else has it
  const [mine, all] = await Promise.all([own.listBuckets().promise(), common.listBuckets().promise()]);
  return mine.Buckets.length + all.Buckets.length;
};
