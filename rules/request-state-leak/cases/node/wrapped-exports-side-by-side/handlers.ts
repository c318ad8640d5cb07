import middy from '@middy/core';
import httpJsonBodyParser from '@middy/http-json-body-parser';
import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3';

const s3 = new S3Client({});
let invoiceOf: string;
let reportOf: string;

async function readInvoice(event: { account: string }) {
  invoiceOf = event.account; // expect: request-state-leak error
  await s3.send(new GetObjectCommand({ Bucket: 'invoices', Key: 'latest' }));
  return { account: invoiceOf };
}

async function readReport(event: { account: string }) {
  reportOf = event.account; // safe: only another export runs this, and it is not deployed
  await s3.send(new GetObjectCommand({ Bucket: 'reports', Key: 'latest' }));
  return { account: reportOf };
}

// entry: invoice
export const invoice = middy(readInvoice).use(httpJsonBodyParser());
export const report = middy().use(httpJsonBodyParser()).handler(readReport);

// entry: invoiceFixed
export const invoiceFixed = middy(async (event: { account: string }) => {
  const account = event.account; // fixed: a local of the invocation
  await s3.send(new GetObjectCommand({ Bucket: 'invoices', Key: 'latest' }));
  return { account };
});
