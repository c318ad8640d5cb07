import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

const s3 = new S3Client({});
const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export async function saveReceipt(order, total) {
  await s3.send(new PutObjectCommand({ Bucket: 'receipts', Key: order, Body: String(total) }));
  await table.send(new PutCommand({ TableName: 'receipts', Item: { order, total } }));
  return { order };
}
