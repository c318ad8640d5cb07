/** The plugin's tarball in projects of others: ESLint 9 and 10, TypeScript 6 and 7, oxlint. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packInto, projectWith, ROOT } from './npm.js';

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly version: string };
const folder = mkdtempSync(join(tmpdir(), 'reentrant-plugin-'));

const handler = (type: string): string => `let tenant = '';
export const handler = async (event${type}) => {
  tenant = event.tenant;
  await fetch('https://example.com/');
  return { tenant };
};
`;
/** Nothing but Terraform says that `load` is called by invocations. */
const TERRAFORM = ['orders.handler', 'prices.handler', 'stock.load'].map((name, n) => `resource "aws_lambda_function" "f${n}" {\n  runtime = "nodejs22.x"\n  handler = "${name}"\n  filename = "code.zip"\n}\n`).join('');
const FILES = { 'orders.js': handler(''), 'prices.ts': handler(': { tenant: string }'), 'stock.js': handler('').replace('handler', 'load'), 'main.tf': TERRAFORM };
const JAVASCRIPT_ONLY = `import reentrant from 'eslint-plugin-reentrant';
export default [{ files: ['*.js'], ...reentrant.configs.recommended }, { ignores: ['eslint.config.js'] }];
`;
const WITH_TYPESCRIPT = `import { defineConfig } from 'eslint/config';
import reentrant from 'eslint-plugin-reentrant';
import { parser } from 'typescript-eslint';
export default defineConfig([
  { ignores: ['eslint.config.js'] },
  { files: ['*.js', '*.ts'], plugins: { reentrant }, extends: ['reentrant/strict'] },
  { files: ['*.ts'], languageOptions: { parser } },
]);
`;
const OXLINT = '{ "jsPlugins": ["eslint-plugin-reentrant"], "categories": { "correctness": "off" }, "rules": { "reentrant/request-state-leak": "error" } }\n';
/** Uses the plugin's types as a configuration in TypeScript does. */
const TYPED = `import type { Linter } from 'eslint';
import reentrant from 'eslint-plugin-reentrant';
export const config: Linter.Config[] = [reentrant.configs.recommended, reentrant.configs.strict];
`;

let tarballs: Awaited<ReturnType<typeof packInto>>;

beforeAll(async () => {
  tarballs = await packInto(folder, version);
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.concurrent.each([
  { name: 'ESLint 9', packages: ['eslint@9.39.5', 'typescript@6.0.3', 'typescript-eslint@8.73.0'], config: WITH_TYPESCRIPT, linted: ['orders.js', 'prices.ts', 'stock.js'] },
  { name: 'ESLint 10', packages: ['eslint@10.15.0', 'typescript@6.0.3', 'typescript-eslint@8.73.0'], config: WITH_TYPESCRIPT, linted: ['orders.js', 'prices.ts', 'stock.js'] },
  // The parser of typescript-eslint does not run there, so ESLint lints JavaScript only.
  { name: 'ESLint 10 beside TypeScript 7, and oxlint', packages: ['eslint@10.15.0', 'typescript@7.0.2', 'oxlint@1.94.0'], config: JAVASCRIPT_ONLY, linted: ['orders.js', 'stock.js'], oxlint: ['orders.js', 'prices.ts', 'stock.js'] },
])('installed with $name', ({ name, packages, config, linted, oxlint = [] }) => {
  it('shows the finding and brings what it needs', { timeout: 180_000 }, async ({ expect: check }) => {
    const project = await projectWith(join(folder, name.replace(/\W+/g, '-')), [tarballs.program, tarballs.plugin, ...packages], {
      ...FILES, 'eslint.config.js': config, '.oxlintrc.json': OXLINT, 'typed.mts': TYPED, '.gitignore': 'node_modules\n',
    });
    const shown = JSON.parse(await tool(project, 'eslint/bin/eslint.js', '--format', 'json', '.')) as readonly { readonly filePath: string; readonly messages: readonly { readonly ruleId: string; readonly line: number }[] }[];
    const found = shown.flatMap(({ filePath, messages }) => messages.map(({ ruleId, line }) => `${filePath.slice(project.length + 1)}:${line} ${ruleId}`));
    check(found.sort()).toEqual(linted.map((file) => `${file}:3 reentrant/request-state-leak`));
    check(await tool(project, 'typescript/bin/tsc', '--noEmit', '--module', 'nodenext', '--target', 'es2022', '--skipLibCheck', 'typed.mts')).toBe('');
    const installed = join(project, 'node_modules', 'eslint-plugin-reentrant');
    check(readdirSync(installed).filter((entry) => entry !== 'node_modules').sort()).toEqual(['LICENSE', 'README.md', 'dist', 'index.d.ts', 'package.json']);
    check(readdirSync(join(installed, 'dist')).sort()).toEqual(['grammars', 'index.js', 'knowledge', 'rules']);
    if (oxlint.length === 0) return;
    const output = await tool(project, 'oxlint/bin/oxlint', '--format', 'json');
    const { diagnostics } = JSON.parse(output) as { readonly diagnostics: readonly { readonly filename: string; readonly code: string }[] };
    check(diagnostics.map(({ filename, code }) => `${filename} ${code}`).sort()).toEqual(oxlint.map((file) => `${file} reentrant(request-state-leak)`));
  });
});

it('needs at run time what the program needs, in the same versions, and no TypeScript', () => {
  const [program, plugin] = ['package.json', 'eslint-plugin/package.json'].map((file) => JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as { readonly version: string; readonly dependencies: Readonly<Record<string, string>>; readonly peerDependencies?: object });
  expect(plugin?.version).toBe(program?.version);
  expect(program?.dependencies).toMatchObject(plugin?.dependencies ?? {});
  expect(plugin?.peerDependencies).toEqual({ eslint: '^9.15.0 || ^10.0.0' });
});

/** Standard output of an installed tool, whatever it found. */
function tool(project: string, bin: string, ...args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [join(project, 'node_modules', bin), ...args], { cwd: project }, (error, stdout, stderr) => {
      if (error !== null && stdout === '') reject(new Error(stderr || error.message));
      else resolve(stdout);
    });
  });
}
