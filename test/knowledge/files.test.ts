/** Every shipped fact has the form of schema.ts, a source, its place in the order, and no double. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knowledgeFolder } from '../../src/assets.js';
import { createKnowledge, readFacts } from '../../src/knowledge/index.js';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Check = (value: Json) => readonly string[];

const text: Check = (value) => (typeof value === 'string' && value !== '' ? [] : ['is no text']);
const yes: Check = (value) => (value === true ? [] : ['is not true (leave it out)']);
const number: Check = (value) => (typeof value === 'number' ? [] : ['is no number']);
const integer: Check = (value) => (Number.isInteger(value) ? [] : ['is no integer']);
const list = (item: Check): Check => (value) =>
  Array.isArray(value) && value.length > 0 ? value.flatMap((entry, i) => item(entry as Json).map((problem) => `[${i}] ${problem}`)) : ['is no filled list'];
const oneOf = (words: string): Check => {
  const allowed = new Set(words.split(' '));
  return (value) => (typeof value === 'string' && allowed.has(value) ? [] : [`is ${JSON.stringify(value)}, none of ${words}`]);
};

/** Keys that end in `!` are required. */
function record(shape: Record<string, Check>): Check {
  const checks = new Map(Object.entries(shape).map(([key, check]) => [key.replace('!', ''), check]));
  const required = Object.keys(shape).filter((key) => key.endsWith('!')).map((key) => key.slice(0, -1));
  return (value) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return ['is no object'];
    const missing = required.filter((key) => !(key in value)).map((key) => `lacks ${key}`);
    return missing.concat(Object.entries(value).flatMap(([key, inner]) => {
      const check = checks.get(key);
      return check === undefined ? [`has an unknown key ${key}`] : check(inner).map((problem) => `${key} ${problem}`);
    }));
  };
}

const names = list(text);
const source: Check = (value) => (typeof value === 'string' && /^https:\/\/\S+$/.test(value) ? [] : ['is no https address']);
const unique = record({
  'source!': oneOf('random request-id created-file created-directory unreserved-name process-id thread-id time counter'), bits: integer, perCharacter: number, removed: yes, removedUnless: text,
  bitsFrom: record({ 'argument!': integer, 'each!': integer }), range: record({ from: integer, 'to!': integer }),
});
const process = oneOf('environment working-directory locale time-zone property umask streams signal logging exit configuration identity abort termination');
const legacy = record({ 'what!': oneOf('completion idle-wait trace-id'), named: text });

const below = record({ 'package!': text, 'version!': text });

const typeFact = record({
  'names!': names, source, note: text, below, instead: text, settledBy: list(text), promise: oneOf('itself awaiter'), bounded: yes, failFast: yes, perRequest: yes, namesLock: yes, runsAside: yes, runsInBackground: yes, memoizes: yes, reads: list(text), clears: record({ 'holders!': list(text), when: text }), extends: list(text),
  'concurrency!': oneOf('safe immutable unsafe safe-once-configured connection pool per-thread per-flow lock'),
  collection: oneOf('map list set queue text array'), fromScope: yes, injects: yes, isComponent: yes, container: text,
});
const fileEffect = record({
  'argument!': integer, keyword: text, mode: integer, modeKeyword: text, modeMember: text, modeRest: yes, address: yes, modeDefault: oneOf('w'), member: text,
  recursive: record({ 'argument!': integer, keyword: text, member: text }),
  'effect!': oneOf('write append read delete delete-tree make-directory list exists create-exclusive rename-from rename-to replace '
    + 'fill-directory command by-mode change-directory profile options delete-at-exit'),
});
const invocation = record({
  'argument!': integer, keyword: text, members: list(text), rest: yes, repeated: yes, chained: yes, 'when!': oneOf('now later other-thread lazily per-event with-result'),
  drops: yes, onFailure: yes, passes: oneOf('element element-index resolved key-value nothing'), parameters: list(text),
});
const effect = oneOf('read check iterate write clear remove atomic use configure session close replace latest');
const expiry = record({ 'what!': text, seconds: integer, rotates: yes, opensOnly: yes });
const callFact = record({
  expires: expiry, parses: yes,
  binds: integer, registers: record({ 'argument!': integer }), keepsCount: yes, timer: record({ 'runs!': oneOf('again once wait no-more'), period: integer }),
  throws: text, ofProcess: integer, prints: record({ elsewhere: record({ argument: integer, keyword: text }) }),
  'names!': names, source, note: text, below, process, unique, legacy, arity: integer, returnsArity: integer,
  effect, on: integer, variable: text,
  writesArguments: list(integer), mergesMembers: yes, asksPresence: yes, joins: yes, iteratesArguments: list(integer), copiesArguments: list(integer), live: yes, key: integer, value: integer, statement: integer, valuesRest: yes,
  returns: text, returnsReceiver: yes, returnsArgument: integer, fallback: integer, returnsPart: yes, returnsElement: yes, returnsView: yes, handledBy: list(text), elements: text, returnsMapped: yes, returnsOutcome: yes, computes: yes, follows: yes, returnsFresh: yes, returnsPlace: yes, returnsShared: text, permits: integer, permitsKey: text,
  provides: oneOf('registered any all new'), lends: oneOf('connection object'), takesBack: integer,
  returnsHarmless: yes, returnsPromise: yes, compares: yes, starts: oneOf('result receiver nothing'), neverRejects: yes, completes: yes,
  text: oneOf('same join concat format basename dirname extension joined segments list pairs stem-and-extension count counted slice derived own-name'),
  files: list(fileEffect), invokes: list(invocation),
  makes: record({ 'argument!': integer, 'is!': text, 'type!': text }),
  lock: record({ 'action!': oneOf('acquire release try-acquire convert wait'), 'mode!': oneOf('exclusive shared upgradeable optimistic'), argument: integer }),
  capacity: record({ 'of!': oneOf('connections threads permits'), isRelational: yes, argument: integer, key: text, always: integer, option: list(text), byDefault: integer, unless: list(text), sizedBy: list(text), fillsAtOnce: yes, isOfProcess: yes, beyond: record({ 'key!': text, 'default!': integer }) }),
  opens: record({ 'what!': oneOf('connection pool client'), address: integer, isAddressed: yes, isKnown: yes, except: list(text), only: list(text) }),
  request: integer,
  claims: record({ flag: integer, from: integer, 'to!': integer, 'answers!': oneOf('success before') }),
  runsUnderLock: yes, asksOnPool: yes, suspends: yes, awaitable: text, deadline: yes, blocks: oneOf('remote file sleep process cpu task'), workload: oneOf('cpu brief-cpu io memory'), takesWhole: yes, holds: integer, harmless: yes,
});
const symbolFact = record({ 'names!': names, source, note: text, below, type: text, text, unique, process, legacy, part: yes, deadline: yes, harmless: yes });
const profileFact = record({ 'names!': names, 'tool!': text, programs: list(text), 'source!': source });
const libraryFacts = record({
  'library!': text, 'source!': source, types: list(typeFact), calls: list(callFact), symbols: list(symbolFact), profiles: list(profileFact),
  changes: list(record({ 'names!': names, 'what!': oneOf('creates migrates writes sends starts') })),
  requests: list(record({ 'texts!': list(text), 'expires!': expiry, 'source!': source })),
});

interface Entry {
  readonly names: readonly string[];
  readonly below?: { readonly package: string; readonly version: string };
  readonly returns?: string;
  readonly type?: string;
  readonly extends?: readonly string[];
  readonly invokes?: readonly { readonly parameters?: readonly string[] }[];
}
type File = { readonly [section in 'types' | 'calls' | 'symbols']?: readonly Entry[] };

const SECTIONS = ['types', 'calls', 'symbols'] as const;

function read(path: string): Json {
  return JSON.parse(readFileSync(path, 'utf8')) as Json;
}

function misplaced(entries: readonly Entry[]): readonly string[] {
  const firsts = entries.map((entry) => `${entry.names[0] ?? ''}${entry.below ? ` below ${entry.below.version}` : ''}`);
  return firsts.filter((name, i) => i > 0 && name <= (firsts[i - 1] ?? ''));
}

function doubles(all: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return all.filter((name) => seen.size === seen.add(name).size);
}

const languages = readdirSync(knowledgeFolder(), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);

describe.each(languages)('knowledge of %s', (language) => {
  const folder = join(knowledgeFolder(), language);
  const files = readdirSync(folder).filter((file) => file.endsWith('.json')).sort().map((file) => ({ file, facts: read(join(folder, file)) }));
  const entries = (section: (typeof SECTIONS)[number]): readonly Entry[] => files.flatMap(({ facts }) => (facts as File)[section] ?? []);

  it('has the form of the schema', () => {
    expect(files.flatMap(({ file, facts }) => libraryFacts(facts).map((problem) => `${file}: ${problem}`))).toEqual([]);
  });

  it('is sorted by the first name of each entry', () => {
    const problems = files.flatMap(({ file, facts }) =>
      SECTIONS.flatMap((section) => misplaced((facts as File)[section] ?? []).map((name) => `${file}: ${name}`)));
    expect(problems).toEqual([]);
  });

  it.each(SECTIONS)('names no two %s alike', (section) => {
    expect(doubles(entries(section).flatMap((entry) => entry.names.map((name) => (entry.below ? `${name} below ${entry.below.version}` : name))))).toEqual([]);
  });

  it('is about one library in each file', () => {
    expect(doubles(files.map(({ facts }) => (facts as { library: string }).library))).toEqual([]);
  });

  it('describes every type that it mentions', () => {
    const { type } = createKnowledge(readFacts(knowledgeFolder(), language));
    const mentioned = SECTIONS.flatMap(entries).flatMap((entry) => [
      entry.returns, entry.type, ...(entry.extends ?? []), ...(entry.invokes ?? []).flatMap((invocation) => invocation.parameters ?? []),
    ]);
    expect([...new Set(mentioned)].filter((name) => name !== undefined && type(name) === undefined)).toEqual([]);
  });
});
