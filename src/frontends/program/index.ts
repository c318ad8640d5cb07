/** What front-ends that read syntax trees share: a `Program` on demand, and a builder of function bodies. */
export { createProgram, type ChangingProgram, type LanguageIndex } from './program.js';
export { FunctionBuilder, type Producer } from './function-builder.js';
