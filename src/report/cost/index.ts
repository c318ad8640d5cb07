/** The answer of `reentrant cost`, for people and for programs. */
export { costJson } from './json.js';
export { costText } from './text.js';
