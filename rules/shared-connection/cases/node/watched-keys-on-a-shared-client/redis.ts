import Redis from 'ioredis';

const redis = new Redis(process.env.REDIS_URL ?? '');

/** The watch belongs to the connection: EXEC of another invocation ends it. */
export async function reserve(key: string): Promise<unknown> {
  await redis.watch(key); // expect: shared-connection error
  const left = Number(await redis.get(key));
  return left > 0 ? redis.multi().set(key, left - 1).exec() : redis.unwatch();
}

export async function reserveAlone(key: string): Promise<unknown> {
  const own = redis.duplicate(); // fixed: a connection for what depends on its state
  try {
    await own.watch(key);
    const left = Number(await own.get(key));
    return await (left > 0 ? own.multi().set(key, left - 1).exec() : own.unwatch());
  } finally {
    await own.quit();
  }
}
