/**
 * Shell text as simple commands of words: quotes, escapes, continued lines, comments, here documents, substitutions. Nothing is expanded; what the
 * shell would compute is a part of its word. Never throws: what is no shell ends in commands that mean nothing.
 */

/** What a part of a word is: text as it is, a variable, or something that only the shell knows. */
export type WordPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string; readonly fallback?: string }
  /** `source`: what is computed, as it is written. */
  | { readonly kind: 'computed'; readonly source: string };

export interface Word {
  readonly parts: readonly WordPart[];
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
}

/** A simple command, and in how many parentheses it stands: what a subshell changes ends with it. */
export interface Command {
  readonly words: readonly Word[];
  readonly depth: number;
  /** Which of the subshells before it are still open, told apart by number. */
  readonly subshell: number;
}

const MAX_COMMANDS = 20_000;
const MAX_DEPTH = 20;
const MAX_SOURCE = 300;
/** Words that stand before a command, and begin no arguments. */
const KEYWORDS: ReadonlySet<string> = new Set(['if', 'then', 'else', 'elif', 'fi', 'do', 'done', 'while', 'until', '{', '}', '!', 'time', 'esac']);

/** The commands of `text`, those in substitutions included, in the order of their ends. */
export function shellCommands(text: string): readonly Command[] {
  return new Scanner(text).commands();
}

class Scanner {
  #at = 0;
  #subshells = 0;
  readonly #found: Command[] = [];
  /** Here documents whose text begins on the next line. */
  #pending: string[] = [];

  constructor(readonly text: string) {}

  commands(): readonly Command[] {
    while (this.#at < this.text.length && this.#found.length < MAX_COMMANDS) {
      this.#list(0, 0);
      this.#at++;
    }
    return this.#found;
  }

  /** Commands up to the parenthesis that closes them, or the end. */
  #list(depth: number, subshell: number): void {
    let words: Word[] = [];
    const finish = (): void => {
      if (words.length > 0 && this.#found.length < MAX_COMMANDS) this.#found.push({ words, depth, subshell });
      words = [];
    };
    while (this.#at < this.text.length && this.#found.length < MAX_COMMANDS) {
      const character = this.text[this.#at]!;
      if (character === '\n') {
        finish();
        this.#at++;
        this.#skipDocuments();
      } else if (this.#isContinued()) this.#at += this.text[this.#at + 1] === '\r' ? 3 : 2;
      else if (character === ' ' || character === '\t' || character === '\r') this.#at++;
      else if (character === ';' || character === '&' || character === '|') {
        finish();
        this.#at++;
      } else if (character === '#') this.#skipLine();
      else if (character === '(') {
        finish();
        this.#at++;
        if (depth < MAX_DEPTH) this.#list(depth + 1, ++this.#subshells);
        this.#at++;
      } else if (character === ')') break;
      else if (character === '<' || character === '>') this.#redirection();
      else {
        const word = this.#word(depth);
        // A number right before an arrow is a file descriptor.
        const isDescriptor = /[<>]/.test(this.text[this.#at] ?? '') && /^\d+$/.test(this.text.slice(word.start, word.end));
        if (!isDescriptor && (words.length > 0 || !isKeyword(word))) words.push(word);
      }
    }
    finish();
  }

  #isContinued(): boolean {
    return this.text[this.#at] === '\\' && (this.text[this.#at + 1] === '\n' || this.text.startsWith('\r\n', this.#at + 1));
  }

  #skipLine(): void {
    const end = this.text.indexOf('\n', this.#at);
    this.#at = end < 0 ? this.text.length : end;
  }

  /** `> file`, `2>&1`, `<<EOF`: no arguments of the command. */
  #redirection(): void {
    const document = /^<<-?[ \t]*(['"]?)([\w-]+)\1/.exec(this.text.slice(this.#at, this.#at + 100));
    if (document && this.text[this.#at + 2] !== '<') {
      this.#pending.push(document[2]!);
      this.#at += document[0].length;
      return;
    }
    while (this.#at < this.text.length && /[<>&|]/.test(this.text[this.#at]!)) this.#at++;
    while (this.text[this.#at] === ' ' || this.text[this.#at] === '\t') this.#at++;
    if (this.#at < this.text.length && !/[\s;|&()]/.test(this.text[this.#at]!)) this.#word(MAX_DEPTH);
  }

  #skipDocuments(): void {
    for (const name of this.#pending) {
      const end = new RegExp(`^[ \\t]*${name}[ \\t\\r]*$`, 'm');
      const found = end.exec(this.text.slice(this.#at));
      this.#at = found === null ? this.text.length : this.#at + found.index + found[0].length;
    }
    this.#pending = [];
  }

  #word(depth: number): Word {
    const start = this.#at;
    const parts: WordPart[] = [];
    while (this.#at < this.text.length) {
      const character = this.text[this.#at]!;
      if (/[\s;&|()<>]/.test(character) || this.#isContinued()) break;
      if (character === "'") parts.push({ kind: 'text', text: this.#singleQuoted() });
      else if (character === '"') this.#doubleQuoted(parts, depth);
      else if (character === '\\') {
        parts.push({ kind: 'text', text: this.text[this.#at + 1] ?? '' });
        this.#at += 2;
      } else if (character === '$') this.#dollar(parts, depth);
      else if (character === '`') {
        this.#backquoted(parts);
      } else {
        parts.push({ kind: 'text', text: character });
        this.#at++;
      }
    }
    if (this.#at === start) this.#at++;
    return { parts: merged(parts), start, end: this.#at };
  }

  #singleQuoted(): string {
    const end = this.text.indexOf("'", this.#at + 1);
    const stop = end < 0 ? this.text.length : end;
    const quoted = this.text.slice(this.#at + 1, stop);
    this.#at = stop + 1;
    return quoted;
  }

  #doubleQuoted(parts: WordPart[], depth: number): void {
    this.#at++;
    parts.push({ kind: 'text', text: '' });
    while (this.#at < this.text.length && this.text[this.#at] !== '"') {
      const character = this.text[this.#at]!;
      const next = this.text[this.#at + 1] ?? '';
      if (character === '\\' && /[$`"\\\n]/.test(next)) {
        if (next !== '\n') parts.push({ kind: 'text', text: next });
        this.#at += 2;
      } else if (character === '$') this.#dollar(parts, depth);
      else if (character === '`') this.#backquoted(parts);
      else {
        parts.push({ kind: 'text', text: character });
        this.#at++;
      }
    }
    this.#at++;
  }

  /** `$NAME`, `${NAME:-default}`, `$(command)`, `$'text'`. */
  #dollar(parts: WordPart[], depth: number): void {
    const rest = this.text.slice(this.#at, this.#at + 400);
    const plain = /^\$([A-Za-z_]\w*)/.exec(rest) ?? /^\$\{([A-Za-z_]\w*)\}/.exec(rest);
    const withDefault = /^\$\{(\w+):?[-=]["']?([^}"'$`\\]*)["']?\}/.exec(rest);
    if (plain) {
      parts.push({ kind: 'variable', name: plain[1]! });
      this.#at += plain[0].length;
    } else if (withDefault) {
      parts.push({ kind: 'variable', name: withDefault[1]!, fallback: withDefault[2]! });
      this.#at += withDefault[0].length;
    } else if (rest.startsWith('$(')) {
      const begin = this.#at;
      this.#at += 2;
      if (depth < MAX_DEPTH) this.#list(depth + 1, ++this.#subshells);
      this.#at++;
      parts.push({ kind: 'computed', source: this.text.slice(begin, Math.min(this.#at, begin + MAX_SOURCE)) });
    } else if (rest.startsWith('${')) {
      parts.push({ kind: 'computed', source: rest.slice(0, 20) });
      const end = this.text.indexOf('}', this.#at);
      this.#at = end < 0 ? this.text.length : end + 1;
    } else {
      const special = /^\$(?:'[^']*'|[\d@*#?$!-])/.exec(rest);
      parts.push(special ? { kind: 'computed', source: special[0] } : { kind: 'text', text: '$' });
      this.#at += special?.[0].length ?? 1;
    }
  }

  #backquoted(parts: WordPart[]): void {
    const end = this.text.indexOf('`', this.#at + 1);
    const stop = end < 0 ? this.text.length : end + 1;
    parts.push({ kind: 'computed', source: this.text.slice(this.#at, Math.min(stop, this.#at + MAX_SOURCE)) });
    this.#at = stop;
  }
}

function isKeyword({ parts: [only, ...others] }: Word): boolean {
  return only?.kind === 'text' && others.length === 0 && KEYWORDS.has(only.text);
}

function merged(parts: readonly WordPart[]): readonly WordPart[] {
  const result: WordPart[] = [];
  let texts: string[] = [];
  const flush = (): void => {
    if (texts.length > 0) result.push({ kind: 'text', text: texts.join('') });
    texts = [];
  };
  for (const part of parts) {
    if (part.kind === 'text') texts.push(part.text);
    else {
      flush();
      result.push(part);
    }
  }
  flush();
  // A quoted nothing before a variable says nothing.
  return result.length > 1 ? result.filter((part) => part.kind !== 'text' || part.text !== '') : result;
}
