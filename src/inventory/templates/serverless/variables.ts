/**
 * Variables in the texts of a Serverless service: `${self:custom.size, 512}`, `${file(./${sls:stage}.yml):size}`. What looks like one
 * and is none (`${AWS::Region}`, `${Table.Arn}`, `\${self:x}`) is text.
 */

/** A text as its literal parts and its variables. */
export type TextParts = readonly (string | Variable)[];

/** Sources in the order in which they are asked: the first that has a value gives it. */
export interface Variable {
  readonly sources: readonly TextParts[];
  /** As it is written, with its brackets. */
  readonly text: string;
}

/** What a source asks, once the variables in it are texts: `file(./a.yml):b.c` has all three. */
export interface Source {
  readonly type: string;
  readonly parameters?: string;
  readonly address?: string;
}

const MAX_DEPTH = 20;
/** A type of variable with its address or its parameters, or another variable; CloudFormation's pseudo parameters have two colons. Old services may set two brackets. */
const START = /\$\{\{?\s*(?:[A-Za-z][\w.-]*(?:\(|:(?!:))|\$\{)/y;

/** The parts of `text`. */
export function partsOf(text: string): TextParts {
  return text.includes('${') ? new PartsReader(text).all() : [text];
}

/** The source that `text` names; nothing when it is a literal. */
export function sourceOf(text: string): Source | undefined {
  const found = /^\s*\{?\s*(?<type>[A-Za-z][\w.-]*)(?:\((?<parameters>[^]*?)\))?(?::(?!:)(?<address>[^]*))?$/.exec(text.replace(/^(\s*\{[^]*)\}\s*$/, '$1'))?.groups;
  const { type, parameters, address } = found ?? {};
  if (type === undefined || (parameters === undefined && address === undefined)) return undefined;
  return { type, ...(parameters === undefined ? {} : { parameters: unquoted(parameters.trim()) }), ...(address === undefined ? {} : { address: address.trim() }) };
}

/** The value of a literal among the sources: quoted, a number, a truth value, `null`, or a plain word. */
export function literalOf(text: string): string | number | boolean | null {
  const written = text.trim();
  if (/^(['"])[^]*\1$/.test(written) && written.length > 1) return written.slice(1, -1);
  if (written === 'true' || written === 'false') return written === 'true';
  if (written === 'null' || written === '~') return null;
  return written !== '' && Number.isFinite(Number(written)) ? Number(written) : written;
}

function unquoted(text: string): string {
  return /^(['"])[^]*\1$/.test(text) ? text.slice(1, -1) : text;
}

/** Reads a text from left to right. */
class PartsReader {
  #at = 0;
  /** Where brackets open that begin no variable: these are looked at once. */
  readonly #plain = new Set<number>();

  constructor(readonly text: string) {}

  all(): TextParts {
    return this.#parts(false, 0);
  }

  /** Inside a variable the parts end at a comma or at the bracket that closes it, neither of which is taken. */
  #parts(isInside: boolean, depth: number): TextParts {
    const parts: (string | Variable)[] = [];
    let literal = '';
    let open = 0;
    while (this.#at < this.text.length) {
      const character = this.text[this.#at]!;
      if (isInside && open === 0 && (character === ',' || character === '}')) break;
      if (this.text.startsWith('\\${', this.#at)) literal += this.#take(3).slice(1);
      else if (this.text.startsWith('${', this.#at)) {
        const variable = this.#variable(depth + 1);
        if (typeof variable === 'string') literal += variable;
        else {
          if (literal !== '') parts.push(literal);
          literal = '';
          parts.push(variable);
        }
      } else if (isInside && (character === "'" || character === '"')) literal += this.#quoted(character);
      else {
        if (character === '(' || character === '{') open++;
        else if ((character === ')' || character === '}') && open > 0) open--;
        literal += this.#take(1);
      }
    }
    if (literal !== '' || parts.length === 0) parts.push(literal);
    return parts;
  }

  /** The variable that begins here, or its text when it is none. */
  #variable(depth: number): Variable | string {
    const start = this.#at;
    START.lastIndex = start;
    if (depth < MAX_DEPTH && !this.#plain.has(start) && START.test(this.text)) {
      this.#at += 2;
      const sources = [this.#parts(true, depth)];
      while (this.text[this.#at] === ',') {
        this.#at++;
        sources.push(this.#parts(true, depth));
      }
      if (this.text[this.#at] === '}') {
        this.#at++;
        return { sources, text: this.text.slice(start, this.#at) };
      }
    }
    // What stands in the brackets is text, which may hold variables.
    this.#plain.add(start);
    this.#at = start;
    return this.#take(2);
  }

  #quoted(quote: string): string {
    const end = this.text.indexOf(quote, this.#at + 1);
    return this.#take(end < 0 ? 1 : end + 1 - this.#at);
  }

  #take(length: number): string {
    const taken = this.text.slice(this.#at, this.#at + length);
    this.#at += taken.length;
    return taken;
  }
}
