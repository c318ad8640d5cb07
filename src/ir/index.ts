/** The intermediate representation: one form for four languages. It knows no language and no rule. */
export type * from './operands.js';
export type * from './statements.js';
export type * from './module.js';
export { NULL } from './module.js';
export type { Program } from './program.js';
export { fileOf } from './program.js';
export type { Location, Span } from './span.js';
export { lineStartsOf, locate } from './span.js';
export type { Change, TextEdit } from './edit.js';
