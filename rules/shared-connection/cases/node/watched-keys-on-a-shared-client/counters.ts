import Redis from 'ioredis';

const counters = new Redis(process.env.REDIS_URL ?? '');

export const count = (key: string): Promise<unknown> => counters.multi().incr(key).expire(key, 60).exec(); // safe: sent as one block
