/**
 * Questions about libraries, answered from facts (schema.ts). Exact names win over patterns; a method is looked for at the
 * type itself and then, breadth first, at what the type extends. Nothing here knows a language or a library.
 */
import type { CallFact, ChangeFact, ExpiryFact, LibraryFacts, ProfileFact, SymbolFact, TypeFact } from './schema.js';

/** What is known about the libraries of one language. Every answer is `undefined` when nothing is known. */
export interface Knowledge {
  readonly type: (name: string) => TypeFact | undefined;
  /** The fact of a function (`os.path.join`) or constructor (`pg.Client.<constructor>`) by qualified name. */
  readonly call: (name: string) => CallFact | undefined;
  /** The fact that has just this name, and no pattern: what a call means with these literal arguments (`open(w)`). */
  readonly callNamed: (name: string) => CallFact | undefined;
  /** The fact of `type.method` or of the nearest supertype that has one, by name before by pattern, or of that method on any type (`*.method`). */
  readonly method: (type: string, method: string) => CallFact | undefined;
  /** The type of promises whose members block the thread or are looked at; absent where code has no such members. */
  readonly promise: string | undefined;
  /** Whether `type` is `ancestor` or extends it, directly or not. */
  readonly isA: (type: string, ancestor: string) => boolean;
  /** A constant, process variable or property; `Type.property` is looked for through supertypes too. */
  readonly symbol: (name: string) => SymbolFact | undefined;
  /** What a call, or a request of this type, changes outside of the process. */
  readonly change: (name: string) => ChangeFact | undefined;
  /** Directories that programs keep for themselves. */
  readonly profiles: readonly ProfileFact[];
  /** What a request with this text in it asks for, if that is good for a while only. */
  readonly requestedBy: (text: string) => ExpiryFact | undefined;
  /** Whether there are facts about this package, module or namespace, or one that contains it. */
  readonly knowsLibrary: (name: string) => boolean;
}

interface Named {
  readonly names: readonly string[];
}

interface Pattern<T> {
  readonly expression: RegExp;
  readonly weight: number;
  readonly fact: T;
}

/** Answers from `facts`. Where two facts have one name, the later one holds: a user's facts come after those that ship. */
export function createKnowledge(facts: readonly LibraryFacts[]): Knowledge {
  const type = lookup(facts.flatMap((library) => library.types ?? []));
  const call = lookup(facts.flatMap((library) => library.calls ?? []));
  const change = lookup(facts.flatMap((library) => library.changes ?? []));
  const plainSymbol = lookup(facts.flatMap((library) => library.symbols ?? []));

  function method(typeName: string, name: string): CallFact | undefined {
    const owners = lineage(typeName, type);
    return first(owners, (owner) => call.exact(`${owner}.${name}`)) ?? first(owners, (owner) => call(`${owner}.${name}`)) ?? call(`*.${name}`);
  }

  function symbol(name: string): SymbolFact | undefined {
    const exact = plainSymbol(name);
    const dot = name.lastIndexOf('.');
    if (exact !== undefined || dot <= 0) return exact;
    const property = name.slice(dot + 1);
    return first(lineage(name.slice(0, dot), type), (owner) => plainSymbol(`${owner}.${property}`));
  }

  return {
    type,
    call,
    callNamed: call.exact,
    method,
    symbol,
    change: (name) => change(name) ?? change(`*.${name.slice(name.lastIndexOf('.') + 1)}`),
    promise: facts.flatMap((library) => library.types ?? []).find((fact) => fact.promise === 'itself')?.names[0],
    profiles: facts.flatMap((library) => library.profiles ?? []),
    requestedBy: requestTest(facts),
    isA: (name, ancestor) => lineage(name, type).includes(ancestor),
    knowsLibrary: libraryTest(facts.map((library) => library.library)),
  };
}

interface Lookup<T> {
  (name: string): T | undefined;
  /** The fact that has just this name. */
  readonly exact: (name: string) => T | undefined;
}

/** By exact name, then by the pattern with the most literal characters; answers are kept. */
function lookup<T extends Named>(facts: readonly T[]): Lookup<T> {
  const exact = new Map<string, T>();
  const known = new Map<string, T | undefined>();
  const patterns: Pattern<T>[] = [];
  for (const fact of facts) {
    for (const name of fact.names) {
      if (isPattern(name)) patterns.push({ expression: patternExpression(name), weight: name.replaceAll('*', '').length, fact });
      else exact.set(name, fact);
    }
  }
  patterns.reverse().sort((a, b) => b.weight - a.weight);

  const find = (name: string): T | undefined => {
    const own = exact.get(name);
    if (own !== undefined || known.has(name)) return own ?? known.get(name);
    const fact = patterns.find((pattern) => pattern.expression.test(name))?.fact;
    known.set(name, fact);
    return fact;
  };
  return Object.assign(find, { exact: (name: string) => exact.get(name) });
}

/** `*.method` is the fact of a method on any type and is asked for by that very name; `*.add_*` of all that are called so. */
function isPattern(name: string): boolean {
  return name.replace(/^\*\./, '').includes('*');
}

/** `*` stands for any characters but the dot: `@aws-sdk/client-*.*Client`. */
function patternExpression(name: string): RegExp {
  const literals = name.split('*').map((part) => part.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${literals.join('[^.]*')}$`);
}

/** `name` and all it extends, nearest first. */
function lineage(name: string, type: (name: string) => TypeFact | undefined): readonly string[] {
  const seen = new Set([name]);
  for (const current of seen) {
    for (const base of type(current)?.extends ?? []) seen.add(base);
  }
  return [...seen];
}

function first<T>(names: readonly string[], find: (name: string) => T | undefined): T | undefined {
  for (const name of names) {
    const found = find(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Longer texts are no parameters and no addresses. */
const MAX_REQUEST_TEXT = 400;

function requestTest(facts: readonly LibraryFacts[]): Knowledge['requestedBy'] {
  const words = facts.flatMap((library) => library.requests ?? []).flatMap(({ texts, expires }) => texts.map((text) => ({ text, expires })));
  return (text) => (text.length > MAX_REQUEST_TEXT ? undefined : words.find((word) => text.includes(word.text))?.expires);
}

function libraryTest(libraries: readonly string[]): (name: string) => boolean {
  const exact = new Set(libraries.filter((library) => !library.includes('*')));
  const patterns = libraries.filter((library) => library.includes('*')).map(patternExpression);
  return (name) => {
    const containers = [...name.matchAll(/[./]|$/g)].map((end) => name.slice(0, end.index));
    return containers.some((part) => exact.has(part) || patterns.some((pattern) => pattern.test(part)));
  };
}
