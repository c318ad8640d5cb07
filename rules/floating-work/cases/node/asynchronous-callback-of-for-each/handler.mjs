// entry: handler
// entry: archive
// entry: archiveSlowly
import { S3Client, CopyObjectCommand } from '@aws-sdk/client-s3';

const s3 = new S3Client({});
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function copy(record) {
  const { bucket, object } = record.s3;
  await s3.send(new CopyObjectCommand({ Bucket: process.env.ARCHIVE, Key: object.key, CopySource: `${bucket.name}/${object.key}` }));
}

export const handler = async (event) => {
  event.Records.forEach(async (record) => { // expect: floating-work error
    await copy(record);
  });
  return event.Records.length;
};

// fixed: map keeps the promises
export const archive = async (event) => {
  await Promise.all(event.Records.map(async (record) => {
    await copy(record);
  }));
  return event.Records.length;
};

export const archiveSlowly = async (event) => {
  const running = [];
  event.Records.forEach((record) => running.push(copy(record))); // safe: collected, and awaited below
  await Promise.all(running);
  await pause(100); // safe: a timer ends nothing
  return running.length;
};
