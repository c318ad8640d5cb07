/** The annotated cases of every rule: what is expected is reported, nothing else is, and other names or another folder change nothing. */
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../rules/catalogue.js';
import type { Language } from '../../src/frontends/frontend.js';
import type { RequestedEntry } from '../../src/inventory/index.js';
import { aliased } from './aliases.js';
import { auditCase } from './audit-case.js';
import { casesOf, type Files, type RuleCase } from './cases.js';
import { disagreements, type Reported } from './expectations.js';
import { scramble } from './scramble.js';

const LANGUAGES: readonly Language[] = ['node', 'java', 'python', 'dotnet'];
const pairs = CATALOGUE.flatMap(({ meta }) => LANGUAGES.filter((language) => meta.languages.includes(language)).map((language) => ({ rule: meta.id, language, cases: casesOf(meta.id, language) })));

describe.each(pairs)('$rule, $language', ({ rule, language, cases }) => {
  it('shows what is unsafe, what only looks so, and a cure', () => {
    const shown = new Set(cases.flatMap(({ marks }) => marks).flatMap(({ kind, name }) => ((kind === 'expect' || kind === 'misses') && name !== rule ? [] : [kind])));
    expect([shown.has('expect') || shown.has('misses'), shown.has('safe'), shown.has('fixed')]).toEqual([true, true, true]);
  });

  describe.each(cases)('$mechanism', (ruleCase) => {
    it('is judged as its comments say', async () => {
      const { reported, functions, classes, problems } = await auditCase(ruleCase.files, entriesOf(ruleCase));
      expect(problems).toEqual([]);
      expect([...functions, ...classes]).not.toEqual([]);
      expect(disagreements(ruleCase.marks, reported)).toEqual([]);
    });

    it('is judged alike under other names', async () => {
      const entries = entriesOf(ruleCase);
      const keep = entries.flatMap(({ symbol }) => symbol?.match(/\w+/g) ?? []);
      expect(await reportedFor(scramble(ruleCase.files, language, keep), entries)).toEqual(await reportedFor(ruleCase.files, entries));
    });

    it('is judged alike in another folder', async () => {
      const moved = await reportedFor(inFolder('services/moved', ruleCase.files), entriesOf(ruleCase).map((entry) => ({ ...entry, file: `services/moved/${entry.file}` })));
      const here = await reportedFor(ruleCase.files, entriesOf(ruleCase));
      expect(moved).toEqual(here.map((finding) => ({ ...finding, file: `services/moved/${finding.file}` })));
    });

    it('is judged alike when it is entered by another way', async () => {
      const { reported, functions } = await auditCase(ruleCase.files, entriesOf(ruleCase));
      const alias = aliased(ruleCase.files, language, functions.map(toEntry));
      if (alias) expect(await reportedFor(alias.files, alias.entries)).toEqual(reported);
    });
  });
});

function entriesOf({ marks }: RuleCase): readonly RequestedEntry[] {
  return marks.flatMap(({ kind, file, name }) => (kind === 'entry' && name !== undefined ? [{ file, symbol: name.slice(name.lastIndexOf('#') + 1) }] : []));
}

function toEntry(id: string): RequestedEntry {
  const cut = id.lastIndexOf('#');
  return { file: id.slice(0, cut), symbol: id.slice(cut + 1) };
}

async function reportedFor(files: Files, entries: readonly RequestedEntry[]): Promise<readonly Reported[]> {
  return (await auditCase(files, entries)).reported;
}

function inFolder(folder: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([file, text]) => [`${folder}/${file}`, text]));
}
