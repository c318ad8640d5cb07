/** Changes of source text, for those who offer to make them. */
import type { Location } from './span.js';

/** Replacement of a range of a file's text. */
export interface TextEdit {
  readonly location: Location;
  readonly newText: string;
}

/** What a change is to achieve. `unique-path`: the name of a file differs from one invocation to the next. */
export type Change = 'unique-path';
