/** Words that several rules need. */
import type { MemoryHazard } from '../analysis/hazard.js';

/** Who meets at the place. */
export function rivals({ ownThreads }: MemoryHazard): string {
  return ownThreads ? 'tasks of one invocation' : 'overlapping invocations';
}

/** One of them. */
export function rival({ ownThreads }: MemoryHazard): string {
  return ownThreads ? 'another task of the invocation' : 'an overlapping invocation';
}
