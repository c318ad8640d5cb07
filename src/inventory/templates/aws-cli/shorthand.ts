/** Values of AWS CLI options: JSON, or the short form `A=1,B=[x,y],C={D=1}`: https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html */

export type OptionValue = string | readonly OptionValue[] | { readonly [name: string]: OptionValue };

const MAX_LENGTH = 20_000;
const MAX_NESTING = 20;

/** The structure that `text` stands for; a text that has none stays what it is. */
export function optionValue(text: string): OptionValue {
  const trimmed = text.trim();
  if (trimmed.length > MAX_LENGTH) return trimmed;
  if (/^[[{]/.test(trimmed)) return fromJson(trimmed) ?? trimmed;
  return /^[\w.-]+\s*=/.test(trimmed) ? new Shorthand(trimmed).map() : trimmed;
}

/** What stands below the names `path`; nothing when there is no such thing. */
export function valueBelow(value: OptionValue | undefined, path: readonly string[]): OptionValue | undefined {
  return path.reduce<OptionValue | undefined>((at, name) => (at === undefined || typeof at === 'string' || isList(at) ? undefined : Object.hasOwn(at, name) ? at[name] : undefined), value);
}

export function isList(value: OptionValue): value is readonly OptionValue[] {
  return Array.isArray(value);
}

function fromJson(text: string): OptionValue | undefined {
  try {
    return plain(JSON.parse(text), 0);
  } catch {
    return undefined;
  }
}

function plain(value: unknown, depth: number): OptionValue {
  if (depth > MAX_NESTING) return '';
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item, depth + 1)]));
  return String(value);
}

class Shorthand {
  #at = 0;

  constructor(readonly text: string) {}

  /** `A=1,B=2`; after a value `x,y` without a name is one more of its items. */
  map(depth = 0): OptionValue {
    const entries = new Map<string, OptionValue>();
    let last = '';
    while (this.#at < this.text.length && this.text[this.#at] !== '}') {
      const name = /^\s*([\w.:-]+)\s*=/.exec(this.text.slice(this.#at, this.#at + 300));
      if (name) {
        this.#at += name[0].length;
        last = name[1]!;
        entries.set(last, this.#value(depth));
      } else {
        const before = entries.get(last);
        const item = this.#value(depth);
        if (before !== undefined) entries.set(last, [...(isList(before) ? before : [before]), item]);
      }
      if (this.text[this.#at] !== ',') break;
      this.#at++;
    }
    return Object.fromEntries(entries);
  }

  #value(depth: number): OptionValue {
    while (this.text[this.#at] === ' ') this.#at++;
    const opening = this.text[this.#at];
    if (opening === '{' && depth < MAX_NESTING) {
      this.#at++;
      const inner = this.map(depth + 1);
      this.#at++;
      return inner;
    }
    if (opening === '[' && depth < MAX_NESTING) return this.#list(depth);
    const quoted = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')/.exec(this.text.slice(this.#at));
    if (quoted) {
      this.#at += quoted[0].length;
      return (quoted[1] ?? quoted[2] ?? '').replace(/\\(.)/g, '$1');
    }
    const bare = /^(?:\$\{\w+\}|[^,\]}])*/.exec(this.text.slice(this.#at))![0];
    this.#at += bare.length;
    return bare.trim();
  }

  #list(depth: number): OptionValue {
    const items: OptionValue[] = [];
    this.#at++;
    while (this.#at < this.text.length && this.text[this.#at] !== ']') {
      const before = this.#at;
      items.push(this.#value(depth + 1));
      if (this.text[this.#at] === ',') this.#at++;
      else if (this.#at === before) break;
    }
    this.#at++;
    return items;
  }
}
