/** What the plugin offers: its rules, configurations, options and documents. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../eslint-plugin/src/index.js';
import { CATALOGUE } from '../../rules/catalogue.js';
import { folderWith } from '../cli/command-line.js';
import { eslintIn, shownIn } from './linting.js';

const README = join(import.meta.dirname, '../../eslint-plugin/README.md');
const applying = CATALOGUE.map(({ meta }) => meta).filter(({ languages, isOutsideCode }) => languages.includes('node') && !isOutsideCode);

describe('the plugin', () => {
  it('has a rule for each of the catalogue that applies to code of Node.js, and no other', () => {
    expect(Object.keys(plugin.rules).sort()).toEqual(applying.map(({ id }) => id).sort());
    expect(plugin.meta).toMatchObject({ name: 'eslint-plugin-reentrant', namespace: 'reentrant' });
  });

  it.each(Object.entries(plugin.rules))('%s says what it does and where more is written', (id, { meta }) => {
    expect(meta?.docs?.description).toMatch(/^[A-Z].*[^.]$/);
    const document = fileURLToPath(meta?.docs?.url ?? '');
    expect(readFileSync(document, 'utf8')).toContain(`# ${id}`);
    expect(existsSync(document)).toBe(true);
  });

  it('lists its rules in the README', () => {
    const rows = [...applying].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, severity, summary }) => `| [\`${id}\`](../rules/${id}/README.md) | ${severity} | ${id === 'shared-temp-path' ? 'yes' : ''} | ${summary} |\n`);
    const table = `| Rule | At most | Suggests | What it finds |\n| --- | --- | --- | --- |\n${rows.join('')}`;
    const text = readFileSync(README, 'utf8');
    const wanted = text.replace(/(<!-- rules: .*-->\n)[^]*?(<!-- end of rules -->)/, (_, begin: string, end: string) => `${begin}${table}${end}`);
    if (process.env['UPDATE'] === '1') writeFileSync(README, wanted);
    expect(readFileSync(README, 'utf8')).toBe(wanted);
  });

  it('is known to ESLint by name and version, so that results can be cached', async () => {
    const folder = folderWith({ 'a.js': 'export const a = 1;\n' });
    const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: [plugin.configs.recommended], cache: true, cacheLocation: join(folder, '.cache') });
    expect(await eslint.lintFiles(['.'])).toHaveLength(1);
  });
});

/** A value kept for later, which is a note, and a stampede, which is a warning. */
const HANDLER = `let config;
const prices = new Map();
export const handler = async (event) => {
  config ??= await (await fetch('https://example.com/config')).json();
  if (!prices.has(event.sku)) prices.set(event.sku, await (await fetch(event.sku)).json());
  return [config, prices.get(event.sku)];
};
`;

describe('configurations and options', () => {
  const rulesShown = async (options: Parameters<typeof eslintIn>[1]): Promise<readonly string[]> => {
    const folder = folderWith({ 'handler.js': HANDLER });
    return [...new Set((await shownIn(eslintIn(folder, options), join(folder, 'handler.js'), HANDLER)).map(({ rule }) => rule))].sort();
  };

  it('recommended leaves notes out, strict does not', async () => {
    const recommended = await rulesShown({ config: 'recommended' });
    const strict = await rulesShown({ config: 'strict' });
    expect(strict).toEqual(expect.arrayContaining([...recommended]));
    expect(strict.length).toBeGreaterThan(recommended.length);
    expect(recommended).not.toEqual([]);
  });

  it('the option atLeast decides for a rule', async () => {
    const [first = ''] = await rulesShown({ config: 'recommended' });
    expect(await rulesShown({ config: 'recommended', rules: { [`reentrant/${first}`]: ['warn', { atLeast: 'error' }] } })).not.toContain(first);
  });

  it('refuses other options', async () => {
    const folder = folderWith({ 'handler.js': HANDLER });
    const eslint = eslintIn(folder, { rules: { 'reentrant/lost-update': ['warn', { atLeast: 'all' }] } });
    await expect(eslint.lintText(HANDLER, { filePath: join(folder, 'handler.js') })).rejects.toThrow(/atLeast|should be equal/);
  });

  it('settings name the folder and the entry points', async () => {
    const folder = folderWith({ 'app/tasks.js': HANDLER.replace('handler', 'run'), 'app/package.json': '{}' });
    const file = join(folder, 'app/tasks.js');
    const text = HANDLER.replace('handler', 'run');
    expect(await shownIn(eslintIn(folder), file, text)).toEqual([]);
    expect(await shownIn(eslintIn(folder, { settings: { root: 'app', entries: ['tasks.js#run'] } }), file, text)).not.toEqual([]);
  });
});
