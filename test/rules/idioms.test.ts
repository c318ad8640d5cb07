/** docs/idioms.md: the cases it names exist, and those of a line show in each language what is unsafe and what is safe or cured. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/frontends/frontend.js';
import { casesOf, type RuleCase } from './cases.js';

/** What the heads of columns stand for. */
const LANGUAGES: ReadonlyMap<string, Language> = new Map([['Java', 'java'], ['.NET', 'dotnet'], ['Node.js', 'node']]);

/** A cell that begins so gives a reason why there is no case. */
const NONE = '— ';

interface Row {
  readonly name: string;
  readonly cells: readonly { readonly language: Language; readonly text: string }[];
}

const rows = rowsOf(readFileSync(join(import.meta.dirname, '../../docs/idioms.md'), 'utf8'));

function rowsOf(text: string): readonly Row[] {
  let columns: readonly Language[] = [];
  return text.split('\n').filter((line) => /^\| (?!---)/.test(line)).flatMap((line) => {
    const [name = '', ...cells] = line.split('|').slice(1, -1).map((cell) => cell.trim());
    if (name !== 'What') return [{ name, cells: columns.map((language, index) => ({ language, text: cells[index] ?? '' })) }];
    columns = cells.flatMap((head) => LANGUAGES.get(head) ?? []);
    return [];
  });
}

describe.each(rows)('$name', ({ cells }) => {
  it.each(cells.filter(({ text }) => !text.startsWith(NONE)))('is shown in $language', ({ language, text }) => {
    const named = [...text.matchAll(/`([^`/]+)\/([^`]+)`/g)].map(([, rule = '', mechanism = '']) => ({ rule, mechanism, found: caseNamed(rule, language, mechanism) }));
    expect(named.filter(({ found }) => !found).map(({ rule, mechanism }) => `${rule}/${mechanism}`)).toEqual([]);
    const shown = new Set(named.flatMap(({ found }) => found?.marks.map(({ kind }) => kind) ?? []));
    expect([shown.has('expect') || shown.has('misses'), shown.has('safe') || shown.has('fixed')]).toEqual([true, true]);
  });
});

function caseNamed(rule: string, language: Language, mechanism: string): RuleCase | undefined {
  return casesOf(rule, language).find((ruleCase) => ruleCase.mechanism === mechanism);
}
