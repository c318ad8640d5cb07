import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';

const orders = new DynamoDBClient({});

export const handler = async (event) => orders.send(new GetItemCommand({ TableName: 'orders', Key: { id: { S: event.order } } }));
