/** Programs as the inventory gets them: opened when a language is first needed. */
import type { Language, SourceProject } from '../frontends/frontend.js';
import type { ParsedFile } from '../frontends/tree-sitter/index.js';
import type { Program } from '../ir/index.js';
import { CONVENTIONS, type CodeBase, type Conventions } from './conventions/index.js';
import type { KeptReadings } from './templates/kept-readings.js';

export interface ProgramSource {
  readonly project: SourceProject;
  /** Nothing when there is no front-end for the language. */
  readonly programFor: (language: Language) => Program | undefined;
  readonly parseHcl: ParseHcl;
  /** Where the inventory is taken again and again. */
  readonly readings?: KeptReadings;
}

/** Parses text of Terraform's language; `file` is a name for the problems. */
export type ParseHcl = (text: string, file: string) => ParsedFile;

/** The files and the program of a language. */
export function codeBaseOf(source: ProgramSource, language: Language): CodeBase | undefined {
  const program = source.programFor(language);
  return program && { project: source.project, program };
}

/** All languages' conventions. */
export const ALL_CONVENTIONS: readonly Conventions[] = Object.values(CONVENTIONS);

/** The language whose source files end like `file`. */
export function languageOfFile(file: string): Language | undefined {
  return ALL_CONVENTIONS.find(({ extensions }) => extensions.some((extension) => file.endsWith(extension)))?.language;
}
