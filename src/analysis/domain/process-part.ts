/** Parts of the process that code can change for everybody else who runs in it. */
import type { CallFact } from '../../knowledge/schema.js';

export type ProcessPart = NonNullable<CallFact['process']>;

/** What stays as somebody has set it, until it is set again. */
export type SettingPart = Exclude<ProcessPart, 'exit' | 'abort' | 'signal' | 'termination'>;

export function isSettingPart(part: ProcessPart): part is SettingPart {
  return part !== 'exit' && part !== 'abort' && part !== 'signal' && part !== 'termination';
}
