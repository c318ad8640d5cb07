import { LRUCache } from 'lru-cache';

const profiles = new Map<string, { seen: number }>();
const bounded = new LRUCache<string, { seen: number }>({ max: 500 });

export const handler = async (event: { user: string }) => {
  if (!profiles.has(event.user)) {
    profiles.set(event.user, { seen: Date.now() }); // expect: shared-cache warning
  }
  bounded.set(event.user, { seen: Date.now() }); // fixed: the least recently used entries go
  return profiles.get(event.user);
};
