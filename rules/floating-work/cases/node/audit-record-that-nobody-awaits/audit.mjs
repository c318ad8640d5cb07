import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient({});

export async function record(user, action) {
  const Item = { user: { S: user }, action: { S: action }, at: { S: new Date().toISOString() } };
  await client.send(new PutItemCommand({ TableName: process.env.AUDIT_TABLE, Item }));
}

/** Never rejected: whatever goes wrong is written to the log. */
export async function tryToRecord(user, action) {
  try {
    await record(user, action);
  } catch (error) {
    console.warn('audit record lost', error);
  }
}
