/** The files of a program that say something to a library, and what they do when they are run. */
import type { Language } from '../../frontends/frontend.js';
import type { Problem } from '../../ir/index.js';
import { isBelow } from '../files/files-below.js';
import { codeBaseOf, languageOfFile, type ProgramSource } from '../programs.js';
import { runAll, type Run } from './run.js';

export interface ProgramReading {
  readonly run: Run;
  readonly problems: readonly Problem[];
}

/** Runs the files of a language below `folder` whose text matches `names`; nothing when there are none. `declaration` is the file that led here. */
export function readProgram(source: ProgramSource, language: Language, { folder, names, declaration }: { readonly folder: string; readonly names: RegExp; readonly declaration: string }): ProgramReading | undefined {
  const { project } = source;
  const files = project.files.filter((file) => isBelow(file, folder) && languageOfFile(file) === language && !file.endsWith('.d.ts') && names.test(project.read(file) ?? ''));
  const code = files.length === 0 ? undefined : codeBaseOf(source, language);
  if (!code) return undefined;
  const run = runAll(code.program, files);
  const problems = run.evaluator.isExhausted ? [{ kind: 'too-large' as const, file: declaration, message: 'the program that it leads to does too much to be followed to its end: functions may be missing' }] : [];
  return { run, problems };
}
