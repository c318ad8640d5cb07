// entry: handler
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { ordersClient, stock } from './clients.js';

export const handler = async (event: { id: string; sku: string }): Promise<unknown> => {
  const client = await ordersClient();
  const { Item } = await client.send(new GetItemCommand({ TableName: 'orders', Key: { id: { S: event.id } } }));
  const { Item: left } = await stock.send(new GetItemCommand({ TableName: 'stock', Key: { sku: { S: event.sku } } }));
  return { Item, left };
};
