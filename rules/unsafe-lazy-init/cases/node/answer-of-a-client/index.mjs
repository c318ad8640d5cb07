import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';

let db;

function client() {
  if (!db) db = new DynamoDBClient({}); // safe: checked and set in one turn; what the client answers later decides nothing here
  return db;
}

export const handler = async (event) => {
  const found = await client().send(new GetItemCommand({ TableName: 'jobs', Key: { id: { S: event.id } } }));
  if (!found.Item) await client().send(new PutItemCommand({ TableName: 'jobs', Item: { id: { S: event.id } } }));
  return event.id;
};
