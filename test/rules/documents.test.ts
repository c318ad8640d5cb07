/** The document of every rule: its headings, and its examples, of which the unsafe ones are reported and the safe ones are not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../rules/catalogue.js';
import type { Language } from '../../src/frontends/frontend.js';
import { auditCase } from './audit-case.js';
import type { Files } from './cases.js';

const HEADINGS = ['What happens', 'Why', 'Unsafe', 'Safe', 'How to fix', 'Per runtime', 'Limits'];
const RUNTIMES = ['Node.js', 'Python', 'Java', '.NET'];

/** By the word after the fence: the language, and a file name that its conventions accept. */
const EXAMPLES: Readonly<Record<string, { readonly language: Language; readonly file: string }>> = {
  ts: { language: 'node', file: 'handler.ts' }, js: { language: 'node', file: 'handler.mjs' }, java: { language: 'java', file: 'Handler.java' },
  python: { language: 'python', file: 'app.py' }, csharp: { language: 'dotnet', file: 'Function.cs' },
};

/** By the word after the fence: a file that belongs to the example after it. */
const BESIDES: Readonly<Record<string, string>> = { json: 'package.json', txt: 'requirements.txt', xml: 'pom.xml', msbuild: 'Function.csproj', yaml: 'template.yaml' };

/** Examples that are judged wrongly today: `rule section language`, with the reason. */
const WRONG: ReadonlyMap<string, string> = new Map([
]);

describe.each(CATALOGUE.map(({ meta }) => meta))('rules/$id/README.md', ({ id, summary }) => {
  const text = readFileSync(join(import.meta.dirname, '../../rules', id, 'README.md'), 'utf8');

  it('has the summary and the headings of every rule document', () => {
    expect(text.startsWith(`# ${id}\n\n${summary}.\n\n## `)).toBe(true);
    expect([...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual(HEADINGS);
    expect([...sectionOf(text, 'Per runtime').matchAll(/^\| (?!Runtime|---)(\S+) \|/gm)].map(([, runtime]) => runtime)).toEqual(RUNTIMES);
  });

  it.each([...examplesOf(text, 'Unsafe'), ...examplesOf(text, 'Safe')])('$section: $fence', async ({ section, fence, code, besides }) => {
    const example = EXAMPLES[fence];
    expect(example).toBeDefined();
    if (!example) return;
    const { reported, functions, problems } = await auditCase({ [example.file]: code, ...besides }, []);
    const rules = reported.filter(({ rule, severity }) => severity !== 'note' || rule === id).map(({ rule }) => rule);
    expect(problems).toEqual([]);
    expect(functions).toHaveLength(1);
    const wanted = section === 'Unsafe' ? [id] : [];
    if (WRONG.has(`${id} ${section} ${fence}`)) expect(rules).not.toEqual(wanted);
    else expect(rules).toEqual(wanted);
  });
});

function sectionOf(text: string, heading: string): string {
  return text.split(/^## /m).find((section) => section.startsWith(`${heading}\n`)) ?? '';
}

interface Example {
  readonly section: string;
  readonly fence: string;
  readonly code: string;
  /** Files that stand before it. */
  readonly besides: Files;
}

function examplesOf(text: string, section: string): readonly Example[] {
  let besides: Files = {};
  return [...sectionOf(text, section).matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, fence = '', code = '']) => {
    const file = BESIDES[fence];
    if (file !== undefined) {
      besides = { ...besides, [file]: code };
      return [];
    }
    const example = { section, fence, code, besides };
    besides = {};
    return [example];
  });
}
