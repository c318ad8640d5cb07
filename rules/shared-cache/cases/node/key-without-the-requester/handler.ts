import { LRUCache } from 'lru-cache';

const pages = new LRUCache<string, string>({ max: 500 });

export const handler = async (event: { user: string; page: string }) => {
  const known = pages.get(event.page);
  if (known) return known;
  const html = `<h1>${event.page}</h1> signed in as ${event.user}`;
  pages.set(event.page, html); // misses: shared-cache error a value that depends on the requester under a key that does not
  return html;
};
