const { ListBucketsCommand, S3Client } = require('@aws-sdk/client-s3');

const storage = new S3Client({});

const signedBy = (user) => (next) => async (args) => {
  args.request.headers['x-user'] = user;
  return next(args);
};

exports.list = async (user) => {
  // It stays on the stack, and runs for the commands of all.
  storage.middlewareStack.add(signedBy(user), { step: 'build' }); // expect: shared-client-mutation error
  return storage.send(new ListBucketsCommand({}));
};

exports.listWithKeys = async (keys) => {
  const own = new S3Client({ credentials: keys }); // fixed: a client with these keys
  own.middlewareStack.add(signedBy(keys.user), { step: 'build' }); // safe: a client of this invocation
  const region = await storage.config.region(); // safe: settings are only read
  return { region, listed: await own.send(new ListBucketsCommand({})) };
};
