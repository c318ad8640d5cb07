/**
 * What a Java file declares, found by looking at its words and braces only: package, imports, member types and the names it
 * extends or implements. Costs a fraction of parsing, so that every file of a repository can have one, and only the files
 * that a question leads to need be parsed.
 */

/** One import declaration: `import static a.b.C.d;` is `{ name: 'a.b.C.d', isStatic: true, onDemand: false }`. */
export interface Import {
  readonly name: string;
  readonly isStatic: boolean;
  /** Ends with `.*`. */
  readonly onDemand: boolean;
  /** `import module java.base;` */
  readonly isModule: boolean;
}

export interface Outline {
  readonly file: string;
  /** Empty for the unnamed package. */
  readonly packageName: string;
  readonly imports: readonly Import[];
  /** Top-level and member types by their path in the package: `Orders`, `Orders.Item`. Local and anonymous ones are not known yet. */
  readonly types: readonly string[];
  /** Last segments of the names after `extends`, `implements` and `new` with a class body: more than needed, never less. */
  readonly baseNames: ReadonlySet<string>;
  /** Simple names of the annotations used. */
  readonly annotationNames: ReadonlySet<string>;
}

const TOKEN = new RegExp(
  [
    String.raw`\/\/[^\n\r]*`,
    String.raw`\/\*[\s\S]*?(?:\*\/|$)`,
    String.raw`"""(?:\\[\s\S]|[^\\])*?(?:"""|$)`,
    String.raw`"(?:\\.|[^"\\\n\r])*"?`,
    String.raw`'(?:\\.|[^'\\\n\r])*'?`,
    String.raw`[{}();]`,
    String.raw`@\s*[\p{L}_$][\p{L}\p{N}_$.]*`,
    // `X.class` declares nothing; `outer.new X()` does create something.
    String.raw`(?<![\p{L}\p{N}_$.])(?:package|import|class|interface|enum|record|extends|implements)(?![\p{L}\p{N}_$])`,
    String.raw`(?<![\p{L}\p{N}_$])new(?![\p{L}\p{N}_$])`,
  ].join('|'),
  'gu',
);
/** What stands between `package` or `import` and the semicolon. */
const DECLARED = /[^;{}()"'@=]{1,500};/uy;
const IMPORTED = /^(?:(static|module)\s+)?(.*?)(\.\*)?$/su;
const TYPE_NAME = /\s+([\p{L}_$][\p{L}\p{N}_$]*)\s*([<({]|extends\b|implements\b|permits\b)?/uy;
const CREATED_NAME = /\s+([\p{L}\p{N}_$.]+)/uy;
const BASES = /[^{;()]*/uy;
const NAME = /[\p{L}_$][\p{L}\p{N}_$]*/gu;

/** The outline of `text`. Never fails: of a broken file it gives what it made out. */
export function outlineOf(file: string, text: string): Outline {
  return new OutlineReader(file, text).read();
}

class OutlineReader {
  private packageName = '';
  private readonly imports: Import[] = [];
  private readonly types: string[] = [];
  private readonly baseNames = new Set<string>();
  private readonly annotationNames = new Set<string>();
  /** For every open brace the path of the type it belongs to; nothing for other blocks. */
  private readonly braces: (string | undefined)[] = [];
  /** For every open parenthesis the class that `new` names before it. */
  private readonly parentheses: (string | undefined)[] = [];
  private declared: string | undefined;
  private created: string | undefined;
  private closed: { readonly name: string; readonly end: number } | undefined;

  constructor(private readonly file: string, private readonly text: string) {}

  read(): Outline {
    TOKEN.lastIndex = 0;
    for (let match = TOKEN.exec(this.text); match !== null; match = TOKEN.exec(this.text)) {
      const token = match[0];
      const closed = this.closed;
      TOKEN.lastIndex = this.token(token, TOKEN.lastIndex);
      // A parenthesis only matters to the token after it.
      if (this.closed === closed && !isComment(token)) this.closed = undefined;
    }
    const { file, packageName, imports, types, baseNames, annotationNames } = this;
    return { file, packageName, imports, types, baseNames, annotationNames };
  }

  /** Takes in one token and says where to go on. */
  private token(token: string, end: number): number {
    switch (token) {
      case '{': this.openBrace(end); return end;
      case '}': this.braces.pop(); this.declared = undefined; return end;
      case '(': this.parentheses.push(this.created); this.created = undefined; return end;
      case ')': this.closeParenthesis(end); return end;
      case ';': this.declared = undefined; this.created = undefined; return end;
      case 'package': return this.readPackage(end);
      case 'import': return this.readImport(end);
      case 'class': case 'interface': case 'enum': case 'record': return this.readType(token, end);
      case 'extends': case 'implements': return this.readBases(end);
      case 'new': this.created = exec(CREATED_NAME, this.text, end)?.[1]; return end;
      default: return this.other(token, end);
    }
  }

  private other(token: string, end: number): number {
    if (!token.startsWith('@')) return end;
    const name = lastSegment(token.slice(1).trim());
    // `@interface` declares a type; any other word after the sign uses one.
    if (name === 'interface') return this.readType('interface', end);
    this.annotationNames.add(name);
    return end;
  }

  private openBrace(end: number): void {
    if (this.closed !== undefined && /^(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n\r]*)*$/u.test(this.text.slice(this.closed.end, end - 1))) this.addBase(this.closed.name);
    this.braces.push(this.declared);
    this.declared = undefined;
    this.created = undefined;
  }

  private closeParenthesis(end: number): void {
    const name = this.parentheses.pop();
    this.closed = name === undefined ? undefined : { name, end };
  }

  private readPackage(end: number): number {
    if (this.braces.length > 0 || this.packageName !== '') return end;
    const match = exec(DECLARED, this.text, end);
    if (match === null) return end;
    this.packageName = withoutSpace(match[0].slice(0, -1));
    return DECLARED.lastIndex;
  }

  private readImport(end: number): number {
    const match = this.braces.length > 0 ? null : exec(DECLARED, this.text, end);
    if (match === null) return end;
    const [, word, name, star] = IMPORTED.exec(match[0].slice(0, -1).trim().replace(/\s*\.\s*/gu, '.')) ?? [];
    if (name !== undefined) {
      this.imports.push({ name: withoutSpace(name), isStatic: word === 'static', isModule: word === 'module', onDemand: star !== undefined });
    }
    return DECLARED.lastIndex;
  }

  private readType(keyword: string, end: number): number {
    const match = exec(TYPE_NAME, this.text, end);
    if (match === null) return end;
    const [, name, next] = match;
    // `record` is a word like any other unless a name and a component list follow.
    if (keyword === 'record' && next !== '(' && next !== '<') return end;
    if (keyword === 'enum') this.baseNames.add(name!);
    const around = this.braces.at(-1);
    if (this.braces.length > 0 && around === undefined) return end;
    this.declared = around === undefined ? name! : `${around}.${name!}`;
    this.types.push(this.declared);
    return end + match[0].length - (next?.length ?? 0);
  }

  private readBases(end: number): number {
    const match = exec(BASES, this.text, end);
    for (const name of match?.[0].match(NAME) ?? []) this.baseNames.add(name);
    return end + (match?.[0].length ?? 0);
  }

  private addBase(name: string): void {
    this.baseNames.add(lastSegment(name));
  }
}

function exec(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

function isComment(token: string): boolean {
  return token.startsWith('//') || token.startsWith('/*');
}

function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function withoutSpace(name: string): string {
  return name.replace(/\s+/gu, '');
}
