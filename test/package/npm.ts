/** npm as someone outside this repository uses it, and the tarballs that would be published. */
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const ROOT = join(import.meta.dirname, '../..');

const run = promisify(execFile);

/** Runs npm without the settings that `npm test` passes on; gives what it prints. */
export async function npm(cwd: string, ...args: readonly string[]): Promise<string> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(config_ignore|package|lifecycle)/.test(name)));
  const { stdout } = await run('npm', [...args], { cwd, env, shell: process.platform === 'win32' });
  return stdout;
}

/** Builds both packages and packs them into `folder`; gives the paths of the tarballs. */
export async function packInto(folder: string, version: string): Promise<{ readonly program: string; readonly plugin: string }> {
  await run(process.execPath, [join(ROOT, 'scripts', 'build.mjs')]);
  await npm(ROOT, 'pack', '--silent', '--pack-destination', folder);
  await npm(ROOT, 'pack', '--silent', '--workspace', 'eslint-plugin', '--pack-destination', folder);
  return { program: join(folder, `reentrant-${version}.tgz`), plugin: join(folder, `eslint-plugin-reentrant-${version}.tgz`) };
}

/** A new project in `folder` with `packages` installed and `files` written. */
export async function projectWith(folder: string, packages: readonly string[], files: Readonly<Record<string, string>> = {}): Promise<string> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "name": "project", "private": true, "type": "module" }\n');
  await npm(folder, 'install', '--no-audit', '--no-fund', '--prefer-offline', ...packages);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
