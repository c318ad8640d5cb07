import Redis from 'ioredis';
import { MongoClient } from 'mongodb';

const redis = new Redis(process.env.REDIS_URL ?? '');
const mongo = new MongoClient(process.env.MONGO_URL ?? '');

export const handler = async (event: { id: string }) => {
  await redis.incr(event.id); // safe: commands of all invocations go over one connection, each with its own answer
  return mongo.db('shop').collection('orders').findOne({ id: event.id }); // safe: the client is a pool
};
