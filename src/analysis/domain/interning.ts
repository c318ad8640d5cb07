/**
 * Tables in which equal things are one object, so that they can be compared by identity. They last as long as the process: one
 * that analyses the same files again and again, as an editor's does, would fill them with places of texts that are gone.
 */

const MAX_ENTRIES = 400_000;

const tables: Map<string, unknown>[] = [];
const derived: (() => void)[] = [];

/** An empty table. What is in it may be compared with what other analyses have made only by its key. */
export function internTable<T>(): Map<string, T> {
  const table = new Map<string, T>();
  tables.push(table);
  return table;
}

/** Calls `forget` when the tables are emptied: for what was made of their entries. */
export function whenEmptied(forget: () => void): void {
  derived.push(forget);
}

/** Empties the tables when they have grown large. To be called between analyses only. */
export function emptyLargeTables(): void {
  const entries = tables.reduce((sum, table) => sum + table.size, 0);
  if (entries <= MAX_ENTRIES) return;
  for (const table of tables) table.clear();
  for (const forget of derived) forget();
}
