import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { Cached } from './cache.js';

const dynamo = new DynamoDBClient({});

const tenants = new Cached(async (id: string) => dynamo.send(new GetItemCommand({ TableName: 'tenants', Key: { id: { S: id } } })));

export const handler = async (event: { tenant: string }) => (await tenants.get(event.tenant)).Item;
