import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));

const register = (version) => client.send(new PutCommand({ TableName: 'versions', Item: { version } })); // expect: init-side-effect note

await register(process.env.AWS_LAMBDA_FUNCTION_VERSION);

// safe: made here, and sent by invocations
const count = new UpdateCommand({ TableName: 'versions', Key: { version: process.env.AWS_LAMBDA_FUNCTION_VERSION }, UpdateExpression: 'ADD orders :one', ExpressionAttributeValues: { ':one': 1 } });

export const handler = async (event) => {
  await client.send(count);
  return { id: event.id };
};
