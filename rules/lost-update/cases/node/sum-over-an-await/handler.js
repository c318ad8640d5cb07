import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';

const dynamo = new DynamoDBClient({});
let revenue = 0;
let orders = 0;

async function price(id) {
  const { Item } = await dynamo.send(new GetItemCommand({ TableName: 'prices', Key: { id: { S: id } } }));
  return Number(Item.price.N);
}

// entry: add
export const add = async (event) => {
  // The left side is read before the await, and written after it.
  revenue += await price(event.id); // expect: lost-update error
  orders += 1; // safe: read and write in one turn
  return { revenue, orders };
};

// entry: addFixed
export const addFixed = async (event) => {
  const amount = await price(event.id);
  revenue += amount; // fixed: awaited first, then read and written in one turn
  return { revenue };
};
