/** The commands of a script with the values of its variables, as far as they are literal, and the folder that each runs in. */
import { joinPath, folderOf } from '../../files/files-below.js';
import type { Location } from '../../../ir/index.js';
import { scriptIn, type ScriptText } from './script-text.js';
import { shellCommands, type Command, type Word, type WordPart } from './shell-words.js';

/** A word with its variables filled in. */
export interface Argument {
  /** What is not known stands in it as `${NAME}`. */
  readonly text: string;
  /** Why it is not known: `the shell variable NAME`. */
  readonly unknown?: string;
  readonly at: Location;
}

export interface ScriptCommand {
  readonly words: readonly Argument[];
  /** Folder that it runs in, relative to the root; nothing when it is not known. */
  readonly folder: string | undefined;
}

const ASSIGNMENT = /^([A-Za-z_]\w*)=/;
const DECLARING: ReadonlySet<string> = new Set(['export', 'readonly', 'local', 'declare', 'typeset']);

/** Stands at the beginning of a path for the folder that the script lies in. */
const OWN_FOLDER = '\u0001';
/** `$(cd "$(dirname "$0")" && pwd)` */
const ASKS_FOR_FOLDER = /dirname[^|]*(?:\$0|BASH_SOURCE)/;

/** The place of `path`, as `command` means it, relative to the root; nothing when it is not known or absolute. */
export function placeOf(path: string, folder: string | undefined, script: string): string | undefined {
  if (path.startsWith(OWN_FOLDER)) return joinPath(folderOf(script), path.slice(OWN_FOLDER.length));
  return path.startsWith('/') || folder === undefined ? undefined : joinPath(folder, path);
}

/** The commands of the script `file`. */
export function commandsOf(file: string, text: string): readonly ScriptCommand[] {
  const { texts, variables } = scriptIn(file, text);
  const runner = new Runner(file, variables);
  return texts.flatMap((each) => runner.run(each));
}

/** What a variable has been given so far. */
type Given = Pick<Argument, 'text' | 'unknown'>;

class Runner {
  readonly #variables: Map<string, Given>;

  constructor(readonly file: string, given: ReadonlyMap<string, string>) {
    this.#variables = new Map([...given].map(([name, text]) => [name, { text }]));
  }

  run(script: ScriptText): readonly ScriptCommand[] {
    const commands = shellCommands(script.text);
    const folders = new Map<number, string | undefined>([[0, folderOf(this.file)]]);
    return commands.flatMap((command) => {
      const words = command.words.map((word) => this.#argument(word, script));
      const folder = this.#folderIn(command, folders);
      const [first] = words;
      if (this.#assigns(words)) return [];
      if (first?.text === 'cd' || first?.text === 'pushd') {
        folders.set(command.subshell, words[1] === undefined || words[1].unknown !== undefined ? undefined : placeOf(words[1].text, folder, this.file));
        return [];
      }
      if (first?.text === 'popd') folders.set(command.subshell, folderOf(this.file));
      return [{ words: words.filter((word, index) => index > 0 || !ASSIGNMENT.test(word.text)), folder }];
    });
  }

  /** A subshell begins where the script was when it began. */
  #folderIn({ subshell }: Command, folders: Map<number, string | undefined>): string | undefined {
    if (!folders.has(subshell)) folders.set(subshell, folders.get(0));
    return folders.get(subshell);
  }

  /** Whether the command does nothing but set variables, which it then has done. */
  #assigns(words: readonly Argument[]): boolean {
    const assignments = DECLARING.has(words[0]?.text ?? '') ? words.slice(1) : words;
    if (assignments.length === 0 || !assignments.every(({ text }) => ASSIGNMENT.test(text) || text.startsWith('-'))) return false;
    for (const { text, unknown } of assignments) {
      const name = ASSIGNMENT.exec(text)?.[1];
      if (name === undefined) continue;
      const value: Given = { text: text.slice(name.length + 1), ...(unknown === undefined ? {} : { unknown }) };
      const before = this.#variables.get(name);
      // What it has been given in several ways is none of them.
      const isSame = before === undefined || before.text === value.text;
      this.#variables.set(name, isSame ? value : { text: `\${${name}}`, unknown: `the shell variable ${name}` });
    }
    return true;
  }

  #argument(word: Word, { locate }: ScriptText): Argument {
    const parts = word.parts.map((part) => this.#valueOf(part));
    const unknown = parts.find((part) => part.unknown !== undefined)?.unknown;
    return { text: parts.map((part) => part.text).join(''), at: locate(word), ...(unknown === undefined ? {} : { unknown }) };
  }

  #valueOf(part: WordPart): Given {
    switch (part.kind) {
      case 'text': return part;
      case 'variable': {
        const unknown: Given = { text: `\${${part.name}}`, unknown: `the shell variable ${part.name}` };
        return this.#variables.get(part.name) ?? (part.fallback === undefined ? unknown : { text: part.fallback });
      }
      case 'computed': return ASKS_FOR_FOLDER.test(part.source) ? { text: OWN_FOLDER } : { text: '${…}', unknown: 'the output of a command' };
    }
  }
}
