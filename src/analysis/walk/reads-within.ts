/** Reads behind a value: its own, and those behind what is in the objects that it may be. */
import { startsWith } from '../domain/access-path.js';
import type { State } from '../domain/state.js';
import { MAX_READS, union } from '../domain/value.js';
import type { ReadId, Value } from '../domain/value.js';

/** Reads that have decided `value`, or what is in the objects that this function has made for it. */
export function readsWithin(state: State, value: Value): readonly ReadId[] {
  const made = value.paths.filter((path) => path.root.kind === 'fresh' && path.steps.length === 0);
  if (made.length === 0) return value.reads;
  let reads = value.reads;
  for (const entry of state.heap.values()) {
    if (entry.value.reads.length > 0 && made.some((path) => startsWith(entry.path, path))) reads = union(reads, entry.value.reads, MAX_READS);
  }
  return reads;
}
