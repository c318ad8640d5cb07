const S3 = require('aws-sdk/clients/s3');

exports.accounts = new S3({ region: process.env.AWS_REGION });
