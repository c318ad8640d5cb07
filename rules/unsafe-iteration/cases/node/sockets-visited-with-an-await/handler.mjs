import { announce, broadcast, count, join, leave } from './broadcast.mjs';

export const handler = async (event) => {
  if (event.type === 'CONNECT') join(event.connectionId, 'https://example.com/socket');
  else if (event.type === 'DISCONNECT') leave(event.connectionId);
  await broadcast();
  await announce();
  return { open: count() };
};
