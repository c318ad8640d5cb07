/** Cases whose harm is shown by running them: two invocations with different events, the handler that goes wrong and the one that does not. */
import type { Language } from '../../src/frontends/frontend.js';

export type PlayedLanguage = Extract<Language, 'node' | 'python' | 'java'>;
export const ACTORS = ['A', 'B'] as const;
export type Actor = (typeof ACTORS)[number];
export type Event = Readonly<Record<string, unknown>>;

export interface Play {
  readonly rule: string;
  readonly language: PlayedLanguage;
  readonly mechanism: string;
  /** File with the handlers, as the case has it; of Java the package. */
  readonly home: string;
  readonly unsafe: string;
  readonly fixed: string;
  readonly events: Readonly<Record<Actor, Event>>;
}

const orders = { A: { customer: 'Ann', orders: [{ item: 'tea', price: 3 }] }, B: { customer: 'Bo', orders: [{ item: 'coffee', price: 4 }, { item: 'cake', price: 5 }] } };
const items = { A: { item: 'tea', word: 'tea' }, B: { item: 'coffee', word: 'coffee' } };
const titles = { A: { title: 'one' }, B: { title: 'two' } };

export const PLAYS: readonly Play[] = [
  { rule: 'shared-temp-path', language: 'node', mechanism: 'written-and-read-back-by-a-class', home: 'handler.ts', unsafe: 'handler', fixed: 'careful', events: orders },
  { rule: 'temp-path-toctou', language: 'node', mechanism: 'index-made-of-two-files', home: 'handler.mjs', unsafe: 'handler', fixed: 'careful', events: items },
  { rule: 'temp-directory-sweep', language: 'node', mechanism: 'old-pages-of-the-folder', home: 'index.js', unsafe: 'handler', fixed: 'careful', events: titles },
  { rule: 'shared-temp-path', language: 'python', mechanism: 'written-and-read-back-by-a-helper', home: 'app.py', unsafe: 'handler', fixed: 'careful', events: orders },
  { rule: 'temp-path-toctou', language: 'python', mechanism: 'tables-made-one-by-one', home: 'app.py', unsafe: 'handler', fixed: 'careful', events: items },
  { rule: 'temp-directory-sweep', language: 'python', mechanism: 'swept-before-work', home: 'app.py', unsafe: 'handler', fixed: 'careful', events: titles },
  {
    rule: 'shared-temp-path', language: 'java', mechanism: 'written-and-read-back-by-two-handlers', home: 'totals', unsafe: 'TotalHandler', fixed: 'CarefulHandler',
    events: { A: { customer: 'Ann', prices: '3,4' }, B: { customer: 'Bo', prices: '5' } },
  },
  { rule: 'temp-path-toctou', language: 'java', mechanism: 'folder-of-two-tables', home: 'tables', unsafe: 'TableHandler', fixed: 'CarefulTableHandler', events: { A: { item: 'tea' }, B: { item: 'coffee' } } },
  { rule: 'temp-directory-sweep', language: 'java', mechanism: 'scratch-folder-emptied-first', home: 'pages', unsafe: 'PageHandler', fixed: 'CarefulPageHandler', events: titles },
];
