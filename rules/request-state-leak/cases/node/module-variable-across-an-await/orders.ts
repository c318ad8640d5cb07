import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';

const dynamo = new DynamoDBClient({});
let currentTenant: string;
let lastPath = '';

async function load(tenant: string) {
  return dynamo.send(new QueryCommand({ TableName: 'orders', IndexName: tenant }));
}

// entry: listOrders
export const listOrders = async (event: { tenantId: string }) => {
  currentTenant = event.tenantId; // expect: request-state-leak error
  const page = await load('open');
  return { tenant: currentTenant, orders: page.Items };
};

// entry: describe
export const describe = async (event: { rawPath: string }) => {
  lastPath = event.rawPath; // safe: nothing is awaited before it is read
  const answer = { path: lastPath };
  await load('audit');
  return answer;
};

// entry: listOrdersFixed
export const listOrdersFixed = async (event: { tenantId: string }) => {
  const tenant = event.tenantId; // fixed: a local of the invocation
  const page = await load('open');
  return { tenant, orders: page.Items };
};
