import { DynamoDBClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient({});

export const input: QueryCommandInput = { TableName: 'orders', KeyConditionExpression: 'customer = :customer' };

/** Sends whatever is in `wanted` when it is called. */
export async function query(wanted: QueryCommandInput): Promise<number> {
  const { Items } = await client.send(new QueryCommand(wanted));
  return Items?.length ?? 0;
}
