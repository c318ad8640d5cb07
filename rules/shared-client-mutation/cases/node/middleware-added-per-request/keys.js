const { S3Client, ListBucketsCommand } = require('@aws-sdk/client-s3');

const client = new S3Client({});

exports.listWith = async ({ id, secret }) => {
  client.config.credentials = async () => ({ accessKeyId: id, secretAccessKey: secret }); // expect: shared-client-mutation error
  return client.send(new ListBucketsCommand({}));
};
