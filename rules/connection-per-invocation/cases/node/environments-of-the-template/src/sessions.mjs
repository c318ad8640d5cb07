import Redis from 'ioredis';
import { visits } from './visits.mjs';

export const handler = async (event) => {
  const sessions = new Redis(process.env.SESSIONS); // expect: connection-per-invocation warning
  try {
    return { session: await sessions.get(event.session), visits: await visits(event.session) };
  } finally {
    await sessions.quit();
  }
};
