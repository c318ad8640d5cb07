/** docs/idioms.md: the cases it names exist, and those of a line show in each language what is unsafe and what is safe or cured. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/frontends/frontend.js';
import { casesOf, type RuleCase } from './cases.js';

const COLUMNS: readonly Language[] = ['java', 'dotnet'];

/** A cell that begins so gives a reason why there is no case. */
const NONE = '— ';

interface Row {
  readonly name: string;
  readonly cells: readonly { readonly language: Language; readonly text: string }[];
}

const rows: readonly Row[] = readFileSync(join(import.meta.dirname, '../../docs/idioms.md'), 'utf8').split('\n').filter((line) => /^\| (?!What |---)/.test(line)).map((line) => {
  const [name = '', ...cells] = line.split('|').slice(1, -1).map((cell) => cell.trim());
  return { name, cells: COLUMNS.map((language, index) => ({ language, text: cells[index] ?? '' })) };
});

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
