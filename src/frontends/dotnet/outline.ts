/**
 * The outline of a C# file without a parse: types, directives, names of bases and of extension methods. Every file of a
 * repository is outlined, so that only those that a question leads to need to be parsed. What it finds too much costs a parse.
 */

export interface UsingDirective {
  /** What is brought into view: a namespace, a type, or what an alias stands for. */
  readonly name: string;
  readonly isStatic: boolean;
  readonly isGlobal: boolean;
  readonly alias?: string;
}

export interface OutlinedType {
  /** With its namespace and the types around it. */
  readonly name: string;
  readonly arity: number;
  readonly isPartial: boolean;
}

export interface Outline {
  readonly file: string;
  readonly namespace: string;
  readonly namespaces: ReadonlySet<string>;
  readonly types: readonly OutlinedType[];
  readonly usings: readonly UsingDirective[];
  /** Simple names that may be bases of a type. */
  readonly baseNames: ReadonlySet<string>;
  readonly extensionMethods: ReadonlySet<string>;
  readonly mayRegister: boolean;
}

const TOKEN = new RegExp(
  [
    String.raw`//[^\n\r]*`, String.raw`/\*[\s\S]*?\*/`,
    String.raw`"""[\s\S]*?"""`, String.raw`\$?@\$?"(?:[^"]|"")*"`, String.raw`"(?:[^"\\\n\r]|\\.)*"`, String.raw`'(?:[^'\\\n\r]|\\.)+'`,
    String.raw`[\p{L}_@][\p{L}\p{N}_]*`, String.raw`[{}]`,
  ].join('|'), 'gu',
);
const TYPE_HEAD = /\s+(?:(?:class|struct)\s+)?(@?[\p{L}_][\p{L}\p{N}_]*)\s*(<[^>(){};]*>)?\s*(?=[{:(;]|where\b)/uy;
const DELEGATE_HEAD = /\s+[^(){};=]+?\s+(@?[\p{L}_][\p{L}\p{N}_]*)\s*(<[^(){};]*>)?\s*\(/uy;
const NAMESPACE_HEAD = /\s+([\p{L}_@][\p{L}\p{N}_.@\s]*?)\s*([;{])/uy;
const USING_HEAD = /\s+(?:(static)\s+)?(?:unsafe\s+)?(?:(@?[\p{L}_][\p{L}\p{N}_]*)\s*=\s*)?([\p{L}_(@][^;{}="]*?)\s*;/uy;
const EXTENSION = /([\p{L}_][\p{L}\p{N}_]*)\s*(?:<[^<>(){};]*>)?\s*\(\s*(?:\[[^\]]*\]\s*)?this\s+[\p{L}_@]/gu;
const WORD = /[\p{L}_][\p{L}\p{N}_]*/gu;
const REGISTRATION = /\b(?:Try)?Add(?:Keyed)?(?:Singleton|Scoped|Transient|HostedService|HttpClient|DbContext|AWSService)\b/u;
const KINDS = new Set(['class', 'struct', 'interface', 'enum', 'record']);
/** Longest head of a declaration that is looked at. */
const MAX_HEAD = 4000;

interface Level {
  readonly namespace?: string;
  readonly type?: string;
}

class Scanner {
  readonly types: OutlinedType[] = [];
  readonly usings: UsingDirective[] = [];
  readonly baseNames = new Set<string>();
  readonly namespaces = new Set<string>();
  namespace = '';
  private readonly levels: (Level | undefined)[] = [];
  private pending: Level | undefined;
  private isPartial = false;
  private isGlobal = false;

  constructor(private readonly text: string) {}

  scan(): void {
    TOKEN.lastIndex = 0;
    for (let match = TOKEN.exec(this.text); match !== null; match = TOKEN.exec(this.text)) {
      const next = this.token(match[0], TOKEN.lastIndex);
      TOKEN.lastIndex = next;
    }
  }

  private token(token: string, end: number): number {
    if (token === '{') {
      this.levels.push(this.pending);
      this.pending = undefined;
      return end;
    }
    if (token === '}') {
      this.levels.pop();
      return end;
    }
    if (token === 'namespace') return this.readNamespace(end);
    if (token === 'using') return this.readUsing(end);
    if (token === 'delegate') return this.readDelegate(end);
    if (KINDS.has(token)) return this.readType(token, end);
    if (/^[\p{L}_@]/u.test(token)) {
      this.isPartial = token === 'partial';
      this.isGlobal = token === 'global';
    }
    return end;
  }

  private get around(): Level | undefined {
    return this.levels.length === 0 ? { namespace: this.namespace } : this.levels.at(-1);
  }

  private readNamespace(end: number): number {
    const match = matchAt(NAMESPACE_HEAD, this.text, end);
    if (match === null || this.around === undefined) return end;
    const name = match[1]!.replaceAll(/[\s@]/gu, '');
    const full = joined(this.around.namespace ?? '', name);
    this.namespaces.add(full);
    if (match[2] === ';' || this.namespace === '') this.namespace = full;
    if (match[2] === '{') this.pending = { namespace: full };
    return end + match[0].length - 1;
  }

  private readUsing(end: number): number {
    const isGlobal = this.isGlobal;
    this.isGlobal = false;
    const match = this.around === undefined || this.around.type !== undefined ? null : matchAt(USING_HEAD, this.text, end);
    if (match === null) return end;
    const name = match[3]!.replace(/^global\s*::\s*/u, '').replaceAll(/\s+/gu, '');
    this.usings.push({ name, isStatic: match[1] !== undefined, isGlobal, ...(match[2] === undefined ? {} : { alias: match[2] }) });
    return end + match[0].length;
  }

  private readDelegate(end: number): number {
    const around = this.around;
    const match = around === undefined ? null : matchAt(DELEGATE_HEAD, this.text, end);
    if (match !== null && around !== undefined) this.add(around, match[1]!, match[2], false);
    return end;
  }

  private readType(keyword: string, end: number): number {
    const around = this.around;
    const match = around === undefined ? null : matchAt(TYPE_HEAD, this.text, end);
    const isPartial = this.isPartial;
    this.isPartial = false;
    if (match === null || around === undefined || match[1] === 'where') return end;
    // A member may be called `record`.
    if (keyword === 'record' && /^\s*=/u.test(this.text.slice(end, end + 20))) return end;
    const type = this.add(around, match[1]!, match[2], isPartial);
    const from = end + match[0].length;
    const stop = this.text.slice(from, from + MAX_HEAD).search(/[{;]/u);
    const head = stop < 0 ? '' : this.text.slice(from, from + stop);
    for (const word of head.match(WORD) ?? []) this.baseNames.add(word);
    this.pending = { type };
    if (stop < 0) return from;
    if (this.text[from + stop] === ';') this.pending = undefined;
    return from + stop;
  }

  private add(around: Level, name: string, parameters: string | undefined, isPartial: boolean): string {
    const full = joined(around.type ?? around.namespace ?? '', name.replace('@', ''));
    this.types.push({ name: full, arity: parameters === undefined ? 0 : parameters.split(',').length, isPartial });
    return full;
  }
}

function joined(left: string, right: string): string {
  return left === '' ? right : `${left}.${right}`;
}

function matchAt(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = 0;
  return pattern.exec(text.slice(start, start + MAX_HEAD));
}

/** The outline of `text`. */
export function outlineOf(file: string, text: string): Outline {
  const scanner = new Scanner(text);
  scanner.scan();
  const extensionMethods = new Set([...text.matchAll(EXTENSION)].map((match) => match[1]!));
  const { namespace, namespaces, types, usings, baseNames } = scanner;
  return { file, namespace, namespaces, types, usings, baseNames, extensionMethods, mayRegister: REGISTRATION.test(text) };
}
