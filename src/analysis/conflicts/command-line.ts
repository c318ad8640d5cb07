/** What a command line that a function runs does to the paths in it. */
import type { FileOperation } from '../domain/access.js';
import { ELEMENT_BREAK } from '../domain/list-text.js';
import { hole, literalText } from '../domain/text.js';
import type { Text, TextPart } from '../domain/text.js';
import { NO_MARKS } from '../domain/marks.js';

/** Parts of one word. */
type Word = readonly TextPart[];

export interface CommandPath {
  readonly parts: Word;
  readonly effect: FileOperation['effect'];
}

/** Programs that remove what they are given (POSIX utilities, GNU coreutils). */
const REMOVING: ReadonlySet<string> = new Set(['rm', 'rmdir', 'shred', 'unlink']);
/** Programs that only look at what they are given. */
const READING: ReadonlySet<string> = new Set(['cat', 'clamscan', 'cmp', 'df', 'diff', 'du', 'ffprobe', 'file', 'grep', 'head', 'ls', 'md5sum', 'sha256sum', 'stat', 'tail', 'wc']);
const RECURSIVE = /^-\w*[rR]|^--recursive$/;

/** Every word of the command, each with what the program does to a file of that name. */
export function wordsOfCommand(text: Text): readonly CommandPath[] {
  return text.alternatives.flatMap((parts) => {
    const words = split(parts);
    const writes = parts.some((part) => part.kind === 'literal' && part.text.includes('>'));
    const effect = writes ? 'command' : effectOf(words.map((word) => literalText({ alternatives: [word] }) ?? ''));
    return words.map((word) => ({ parts: entriesOf(word), effect }));
  });
}

function effectOf(words: readonly string[]): FileOperation['effect'] {
  const called = words.find((word) => word !== 'sudo') ?? '';
  const program = called.slice(called.lastIndexOf('/') + 1);
  if (READING.has(program)) return 'read';
  if (!REMOVING.has(program)) return 'command';
  return words.some((word) => RECURSIVE.test(word)) ? 'delete-tree' : 'delete';
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

/** `dir/*` stands for every entry of `dir`. */
function entriesOf(word: Word): Word {
  const last = word.at(-1);
  if (last?.kind !== 'literal' || !last.text.endsWith('/*')) return word;
  const directory: Word = [...word.slice(0, -1), { kind: 'literal', text: last.text.slice(0, -2) }];
  const entry = hole(NO_MARKS, { entryOf: { alternatives: [directory] }, name: 'entry' }).alternatives[0] ?? [];
  return [...directory, { kind: 'literal', text: '/' }, ...entry];
}
