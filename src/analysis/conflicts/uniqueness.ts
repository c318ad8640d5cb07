/** Whether a text tells invocations apart that overlap under a model. */
import type { ExecutionModel } from '../../runtimes/execution-model.js';
import type { TextPart, Unique } from '../domain/text.js';

/** What was made once, before the first invocation, and is then used by all that share the memory it lies in. */
export function isCommon(unique: Unique, model: ExecutionModel): boolean {
  return unique.atInit === true && model.memory !== 'never';
}

/** Some part of the text differs between any two overlapping invocations, or between any two initialisations for what is done `atInit`. */
export function isUnique(parts: readonly TextPart[], model: ExecutionModel, atInit = false): boolean {
  return parts.some((part) => part.kind === 'hole' && part.unique.some((unique) => (atInit || !isCommon(unique, model)) && model.distinguishes(unique) === 'unique'));
}
