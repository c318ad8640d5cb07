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
/** The temporary directory as a whole. */
const ROOT = /^\/(?:var\/)?tmp\/*$/;
/** Programs that only look at what they are given. */
const READING: ReadonlySet<string> = new Set(['cat', 'clamscan', 'cmp', 'df', 'diff', 'du', 'ffprobe', 'file', 'grep', 'head', 'ls', 'md5sum', 'sha256sum', 'stat', 'tail', 'wc']);

/** Every word of the command line, each with what the program of its command does to a file of that name. */
export function wordsOfCommand(text: Text, profiles: readonly ProfileFact[]): readonly CommandPath[] {
  return text.alternatives.flatMap((parts) => {
    let directory: Word | undefined;
    return commandsOf(parts).flatMap((command): readonly CommandPath[] => {
      const words = split(command);
      const entered = directoryEntered(words);
      if (entered) { directory = entered; return []; }
      return wordsOfOne(command, words, profiles, directory);
    });
  });
}

/** Where the commands after `cd` work. */
function directoryEntered(words: readonly Word[]): Word | undefined {
  const [program, target] = words.filter((word) => !STARTING.has(plainOf(word)));
  return program && plainOf(program) === 'cd' ? target : undefined;
}

function wordsOfOne(command: Word, words: readonly Word[], profiles: readonly ProfileFact[], directory: Word | undefined): readonly CommandPath[] {
  const plain = words.map(plainOf);
  const writes = command.some((part) => part.kind === 'literal' && part.text.includes('>'));
  const effect = writes ? 'command' : effectOf(plain);
  const program = programIn(plain);
  const named = words.flatMap((word, index): readonly CommandPath[] => {
    const tool = profiles.find(({ names }) => names.includes(plain[index - 1] ?? ''))?.tool;
    if (index === program && words.length > 1 && !plain.slice(0, index).includes('')) return [{ parts: word, effect: 'read' }];
    // What comes to lie in there has a name that the program chooses.
    if (effect === 'command' && tool === undefined && ROOT.test(plain[index] ?? '')) return [];
    return [tool === undefined ? { parts: withoutWildcards(withoutAddress(word), effect), effect } : { parts: withoutAddress(word), effect: 'profile', tool }];
  });
  return [...named, ...inDirectory(directory, words, effect), ...homeProfiles(plain, profiles)];
}

/** What a command does in the directory it was started in: to what it removes there, else to something there. */
function inDirectory(directory: Word | undefined, words: readonly Word[], effect: FileOperation['effect']): readonly CommandPath[] {
  if (!directory || effect === 'read') return [];
  if (effect === 'command') return words.some(isElsewhere) ? [] : [{ parts: directory, effect }];
  const removed = words.filter((word) => !/^(?:[-/]|$)/.test(plainOf(word)) && !REMOVING.has(programOf(plainOf(word))) && !STARTING.has(plainOf(word)));
  return removed.map((word) => ({ parts: withoutWildcards([...directory, { kind: 'literal', text: '/' }, ...word], effect), effect }));
}

/** A path of its own, or a word that may be one: that is where the command works. */
function isElsewhere(word: Word): boolean {
  const [first] = word;
  return first?.kind === 'hole' || first?.text.startsWith('/tmp') === true;
}

/** The word, if nothing in it is unknown. */
function plainOf(word: Word): string {
  return literalText({ alternatives: [word] }) ?? '';
}

/** The commands of a line for the shell (POSIX Shell Command Language, 2.9.2 and 2.9.3): pipelines and lists. */
function commandsOf(parts: Word): readonly Word[] {
  return divided(parts, /;|&&|\|\|?|\n/);
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

/** Where the program stands that does the work. */
function programIn(words: readonly string[]): number {
  return words.findIndex((word) => !STARTING.has(programOf(word)));
}

function effectOf(words: readonly string[]): FileOperation['effect'] {
  const program = programOf(words[programIn(words)] ?? '');
  if (READING.has(program)) return 'read';
  if (!REMOVING.has(program)) return 'command';
  return words.some(isRecursiveOption) ? 'delete-tree' : 'delete';
}

function split(parts: Word): readonly Word[] {
  return divided(parts.map((part) => (part.kind === 'literal' ? { ...part, text: part.text.replaceAll(ELEMENT_BREAK, ' ') } : part)), /(?:\/\.)?[\s"'=]+|>{1,2}|\/\.$/);
}

/** What lies between the places that match, which holes have none of. */
function divided(parts: Word, between: RegExp): readonly Word[] {
  const pieces: TextPart[][] = [[]];
  for (const part of parts) {
    if (part.kind === 'hole') { pieces.at(-1)?.push(part); continue; }
    part.text.split(between).forEach((piece, index) => {
      if (index > 0) pieces.push([]);
      if (piece !== '') pieces.at(-1)?.push({ kind: 'literal', text: piece });
    });
  }
  return pieces.filter((piece) => piece.length > 0);
}
