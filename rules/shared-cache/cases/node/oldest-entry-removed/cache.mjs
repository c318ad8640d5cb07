const MAX_ENTRIES = 200;
const entries = new Map();

export function remember(key, value) {
  if (entries.size >= MAX_ENTRIES) entries.delete(entries.keys().next().value);
  entries.set(key, value); // safe: the oldest entry is removed first
}

export const recall = (key) => entries.get(key);
