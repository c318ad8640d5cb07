import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';

const dynamo = new DynamoDBClient({});
const word = /[a-z]+/i;

export const handler = async (event: { text: string }) => {
  const { TableNames } = await dynamo.send(new ListTablesCommand({})); // safe: the client is made to be shared
  return word.test(event.text) && TableNames?.length; // safe: without `g` or `y` a pattern keeps no position
};
