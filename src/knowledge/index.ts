/** Facts about libraries, as data, and the questions that the analysis asks of them. */
export { createKnowledge } from './knowledge.js';
export type { Knowledge } from './knowledge.js';
export { loadKnowledge, readFacts } from './load.js';
export { isBelow } from './version-ranges.js';
export type { PinnedVersion } from './versions.js';
export type * from './schema.js';
