/** Suggestions: where a change is a matter of writing only, the text that cures the finding; elsewhere none. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../cli/command-line.js';
import { eslintIn } from './linting.js';

const start = 'import { readFile, unlink, writeFile } from "node:fs/promises";\nimport path from "node:path";\n';
const handler = (body: string, before = ''): string => `${start}${before}export const handler = async (event) => {\n${body}\n};\n`;

/** What each suggestion makes of the text, with the rules that are left then. */
async function suggestedFor(text: string): Promise<readonly { readonly text: string; readonly left: readonly string[] }[]> {
  const folder = folderWith({ 'handler.js': text });
  const eslint = eslintIn(folder, { config: 'recommended' });
  const rulesIn = async (code: string) => (await eslint.lintText(code, { filePath: join(folder, 'handler.js') }))[0]?.messages ?? [];
  const shown = await rulesIn(text);
  expect(shown.map(({ ruleId }) => ruleId)).toContain('reentrant/shared-temp-path');
  return Promise.all(shown.flatMap(({ suggestions = [] }) => suggestions).map(async ({ fix }) => {
    const changed = text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
    return { text: changed, left: (await rulesIn(changed)).map(({ ruleId }) => ruleId ?? '') };
  }));
}

describe('a name of a temporary file', () => {
  it.each([
    ['the constant of a function', '  const file = "/tmp/out.csv";\n  await writeFile(file, event.body);\n  const text = await readFile(file);\n  await unlink(file);\n  return text;', '"/tmp/out.csv"', '`/tmp/${globalThis.crypto.randomUUID()}-out.csv`'],
    ['a name in a folder', '  const file = path.join("/tmp", "out.csv");\n  await writeFile(file, event.body);\n  return readFile(file);', '"out.csv"', '`${globalThis.crypto.randomUUID()}-out.csv`'],
    ['a template', '  const file = `/tmp/orders/${event.a / event.b}.csv`;\n  await writeFile(file, event.body);\n  return readFile(file);', '`/tmp/orders/${event.a / event.b}.csv`', '`/tmp/orders/${globalThis.crypto.randomUUID()}-${event.a / event.b}.csv`'],
  ])('%s gets a part that differs for each invocation, and is safe then', async (_, body, before, after) => {
    const text = handler(body);
    expect(await suggestedFor(text)).toEqual([{ text: text.replace(before, () => after), left: [] }]);
  });

  it.each([
    ['is written twice', handler('  await writeFile("/tmp/out.csv", event.body);\n  return readFile("/tmp/out.csv");')],
    ['belongs to the module', handler('  await writeFile(file, event.body);\n  return readFile(file);', 'const file = "/tmp/out.csv";\n')],
    ['comes from elsewhere', handler('  const file = nameOf();\n  await writeFile(file, event.body);\n  return readFile(file);', 'const nameOf = () => "/tmp/out.csv";\n')],
    ['is put together by hand', handler('  const file = "/tmp/" + "out.csv";\n  await writeFile(file, event.body);\n  return readFile(file);')],
  ])('is left to people where it %s', async (_, text) => {
    expect(await suggestedFor(text)).toEqual([]);
  });
});
