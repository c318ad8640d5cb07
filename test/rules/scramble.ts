/**
 * The same program under other names: every word of the code that no library and no convention of the platform knows is
 * replaced by a meaningless one, everywhere alike. Text in strings stays, except where a template puts code into it.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../src/frontends/frontend.js';
import type { Files } from './cases.js';

const KNOWLEDGE = join(import.meta.dirname, '../../src/knowledge');
const WORD = /[A-Za-z_$][\w$]*/g;
/** Texts for people in the knowledge files; their words are no names. */
const PROSE = new Set(['note', 'source', 'instead']);

/** What a language has of itself: keywords, predeclared names, and the names by which the platform calls a function. */
const OF_THE_LANGUAGE: Readonly<Record<Language, string>> = {
  node: `await async break case catch class const constructor continue debugger default delete do else export exports extends finally for from function get global globalThis if import in instanceof
    let module new null of require return set static super switch this throw try typeof undefined var void while with yield true false as declare enum implements interface keyof namespace never number
    object private protected public readonly string boolean any unknown type abstract satisfies is infer accessor asserts override unique using length prototype handler arguments process console Promise Map Set Error message`,
  java: `abstract assert boolean break byte case catch char class const continue default do double else enum extends final finally float for if implements import instanceof int interface long native new null
    package permits private protected public record return sealed short static strictfp super switch synchronized this throw throws transient try true false var void volatile when while yield
    handleRequest Override length String Object Integer Long Double Boolean Math System Thread Runnable Exception RuntimeException IllegalStateException IOException UncheckedIOException InterruptedException`,
  python: `__init__ __call__ __enter__ __exit__ __new__ __name__ False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda match case nonlocal not or pass raise return try while with yield
    self cls lambda_handler handler print len open str int float dict list set tuple range sorted sum max min any all isinstance super property staticmethod classmethod bytes bytearray object type enumerate zip`,
  dotnet: `abstract add as async await base bool break byte case catch char checked class const continue decimal default delegate do double dynamic else enum event explicit extern false finally fixed float for
    foreach get global goto if implicit in init int interface internal is lock long namespace new null object operator out override params private protected public readonly record ref remove required return sbyte sealed set
    short sizeof static string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using value var virtual void volatile when where while with yield nameof not and or
    FunctionHandler Main Length Count Value Key Task String Object Exception MethodImpl Synchronized`,
};

const reservedByLanguage = new Map<Language, ReadonlySet<string>>();

/** `files` with other names. `keep` are names by which the case is entered. */
export function scramble(files: Files, language: Language, keep: readonly string[]): Files {
  const reserved = new Set([...reservedOf(language), ...keep, ...Object.values(files).flatMap(importedWords), ...templateWords(files)]);
  const rename = (code: string): string => code.replace(WORD, (word) => (reserved.has(word) || word.length < 2 ? word : otherWord(word)));
  return Object.fromEntries(Object.entries(files).map(([file, text]) => [file, SOURCES[language].test(file) ? mapCode(text, language, rename) : text]));
}

/** A template names functions as the code does. */
function templateWords(files: Files): readonly string[] {
  return Object.entries(files).flatMap(([file, text]) => (/\.ya?ml$/.test(file) ? text.match(WORD) ?? [] : []));
}

/** Files of the language; what lies beside them, like manifests, keeps its words. */
export const SOURCES: Readonly<Record<Language, RegExp>> = { node: /\.[cm]?[jt]sx?$/, java: /\.java$/, python: /\.py$/, dotnet: /\.cs$/ };

/** Words in knowledge about the language's libraries, and the language's own. */
function reservedOf(language: Language): ReadonlySet<string> {
  let words = reservedByLanguage.get(language);
  if (!words) {
    const folder = join(KNOWLEDGE, language);
    const names = readdirSync(folder).flatMap((file) => namesIn(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
    words = new Set([...names, ...OF_THE_LANGUAGE[language].split(/\s+/)]);
    reservedByLanguage.set(language, words);
  }
  return words;
}

/** `Console.add_CancelKeyPress` is what `Console.CancelKeyPress +=` calls. */
const ACCESSOR = /^(?:add|remove)_/;

function namesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return /\s/.test(value) ? [] : (value.match(WORD) ?? []).flatMap((word) => [word, word.replace(ACCESSOR, '')]);
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => (PROSE.has(key) ? [] : namesIn(member)));
}

/** Names that come from elsewhere, and the packages and namespaces of the case itself, which file names follow. */
function importedWords(text: string): readonly string[] {
  return (text.match(/^\s*(?:import|from|package|using|namespace)\b.*$|^.*\brequire\(.*$/gm) ?? []).flatMap((line) => line.match(WORD) ?? []);
}

/** Letters turned by thirteen places, so that no word keeps its meaning, and a digit, so that it meets no other word. */
function otherWord(word: string): string {
  return `${word.replace(/[A-Za-z]/g, (letter) => {
    const base = letter < 'a' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  })}0`;
}

const TOKENS: Readonly<Record<Language, RegExp>> = {
  node: /\/\/[^\n]*|\/\*[\s\S]*?\*\/|`(?:\\.|[^`\\])*`|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g,
  java: /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"""[\s\S]*?"""|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g,
  python: /#[^\n]*|[a-zA-Z]{0,2}(?:"""[\s\S]*?"""|'''[\s\S]*?'''|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")/g,
  dotnet: /\/\/[^\n]*|\/\*[\s\S]*?\*\/|\$?@"(?:[^"]|"")*"|'(?:\\.|[^'\\\n])*'|\$?"(?:\\.|[^"\\\n])*"/g,
};

/** An annotation whose text is a lock expression. */
const NAMES_CODE = /@GuardedBy\($/;

/** Applies `change` to code, and to code inside of template strings; comments and other text stay. */
function mapCode(text: string, language: Language, change: (code: string) => string): string {
  const parts: string[] = [];
  let from = 0;
  for (const token of text.matchAll(TOKENS[language])) {
    const before = text.slice(from, token.index);
    parts.push(change(before), isTemplate(token[0]) ? mapHoles(token[0], change) : NAMES_CODE.test(before) ? change(token[0]) : token[0]);
    from = token.index + token[0].length;
  }
  return [...parts, change(text.slice(from))].join('');
}

function isTemplate(token: string): boolean {
  return /^(?:`|\$|[rR]?[fF][rR]?["'])/.test(token);
}

function mapHoles(token: string, change: (code: string) => string): string {
  return token.replace(/\{([^{}]*)\}/g, (_, code: string) => `{${change(code)}}`);
}
