/** What a command line that a function runs does to the paths in it. */
import type { ProfileFact } from '../../knowledge/schema.js';
import type { FileOperation } from '../domain/access.js';
import { isRecursiveOption } from '../domain/command-words.js';
import { ELEMENT_BREAK } from '../domain/list-text.js';
import { literalText } from '../domain/text.js';
import type { Text, TextPart } from '../domain/text.js';
import { withoutAddress, withoutWildcards } from './written-paths.js';

/** Parts of one word. */
type Word = readonly TextPart[];

export interface CommandPath {
  readonly parts: Word;
  readonly effect: FileOperation['effect'];
  /** Whose profile it is. */
  readonly tool?: string;
}

/** Programs that remove what they are given (POSIX utilities, GNU coreutils). */
const REMOVING: ReadonlySet<string> = new Set(['rm', 'rmdir', 'shred', 'unlink']);
/** Words before the program that does the work. */
const STARTING: ReadonlySet<string> = new Set(['', '-c', '-lc', 'bash', 'env', 'nice', 'sh', 'sudo', 'timeout']);
/** Programs that only look at what they are given. */
const READING: ReadonlySet<string> = new Set(['cat', 'clamscan', 'cmp', 'df', 'diff', 'du', 'ffprobe', 'file', 'grep', 'head', 'ls', 'md5sum', 'sha256sum', 'stat', 'tail', 'wc']);

/** Every word of the command, each with what the program does to a file of that name. */
export function wordsOfCommand(text: Text, profiles: readonly ProfileFact[]): readonly CommandPath[] {
  return text.alternatives.flatMap((parts): readonly CommandPath[] => {
    const words = split(parts);
    const plain = words.map((word) => literalText({ alternatives: [word] }) ?? '');
    const writes = parts.some((part) => part.kind === 'literal' && part.text.includes('>'));
    const effect = writes ? 'command' : effectOf(plain);
    const named = words.map((word, index): CommandPath => {
      const tool = profiles.find(({ names }) => names.includes(plain[index - 1] ?? ''))?.tool;
      return tool === undefined ? { parts: withoutWildcards(withoutAddress(word), effect), effect } : { parts: withoutAddress(word), effect: 'profile', tool };
    });
    return [...named, ...homeProfiles(plain, profiles)];
  });
}

/** The profiles among options for a program. */
export function profilesAmong(text: Text, profiles: readonly ProfileFact[]): readonly CommandPath[] {
  return wordsOfCommand(text, profiles).filter(({ effect }) => effect === 'profile');
}

/** A program that is not told where its profile lies has it in the home directory, of which there is one. */
function homeProfiles(words: readonly string[], profiles: readonly ProfileFact[]): readonly CommandPath[] {
  const called = words.map(programOf);
  return profiles.filter(({ programs, names }) => programs?.some((program) => called.includes(program)) === true && !words.some((word) => names.includes(word)))
    .map(({ tool }): CommandPath => ({ parts: [{ kind: 'literal', text: '$HOME' }], effect: 'profile', tool }));
}

function programOf(word: string): string {
  return word.slice(word.lastIndexOf('/') + 1);
}

function effectOf(words: readonly string[]): FileOperation['effect'] {
  const called = words.find((word) => !STARTING.has(programOf(word))) ?? '';
  const program = programOf(called);
  if (READING.has(program)) return 'read';
  if (!REMOVING.has(program)) return 'command';
  return words.some(isRecursiveOption) ? 'delete-tree' : 'delete';
}

function split(parts: readonly TextPart[]): readonly Word[] {
  const words: TextPart[][] = [[]];
  for (const part of parts) {
    if (part.kind === 'hole') { words.at(-1)?.push(part); continue; }
    part.text.replaceAll(ELEMENT_BREAK, ' ').split(/[\s"'=]+|>{1,2}/).forEach((piece, index) => {
      if (index > 0) words.push([]);
      if (piece !== '') words.at(-1)?.push({ kind: 'literal', text: piece });
    });
  }
  return words.filter((word) => word.length > 0);
}
