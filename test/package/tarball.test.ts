import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packInto, projectWith, ROOT } from './npm.js';

const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
};

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'reentrant-package-'));
const project = join(folder, 'project');
const installed = join(project, 'node_modules', 'reentrant');

async function reentrant(...args: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [join(installed, 'dist', 'cli.js'), ...args], { cwd: project });
  return stdout;
}

beforeAll(async () => {
  const { program } = await packInto(folder, MANIFEST.version);
  await projectWith(project, [program]);
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the packed package, installed into an empty folder', () => {
  it('runs', async () => {
    expect(await reentrant('--version')).toBe(`${MANIFEST.version}\n`);
    const { stdout } = await run(join(project, 'node_modules', '.bin', 'reentrant'), ['--version'], { shell: process.platform === 'win32' });
    expect(stdout).toBe(`${MANIFEST.version}\n`);
    expect(await reentrant('--help')).toContain('reentrant');
  });

  it('brings each grammar with its licence, and the licence of its own', () => {
    const grammars = readdirSync(join(installed, 'dist', 'grammars'));
    const wasm = grammars.filter((file) => file.endsWith('.wasm'));
    expect(wasm).toHaveLength(4);
    expect(grammars.filter((file) => file.endsWith('.LICENSE.txt'))).toHaveLength(wasm.length);
    expect(readFileSync(join(installed, 'LICENSE'), 'utf8')).toContain('Apache License');
  });

  it('brings the facts about libraries', () => {
    const sources = readdirSync(join(ROOT, 'src', 'knowledge'), { recursive: true, encoding: 'utf8' });
    const languages = new Set(sources.filter((file) => file.endsWith('.json')).map((file) => dirname(file)));
    expect(languages.size).toBeGreaterThan(0);
    for (const language of languages) {
      expect(existsSync(join(installed, 'dist', 'knowledge', `${language}.json`)), language).toBe(true);
    }
  });

  it('leaves sources and tests at home', () => {
    expect(readdirSync(installed).filter((name) => ['src', 'test', 'scripts', 'fixtures', 'node_modules'].includes(name))).toEqual([]);
  });

  it('needs no native build and no install script', () => {
    const lockfile = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')) as {
      packages: Readonly<Record<string, { hasInstallScript?: boolean }>>;
    };
    const withScripts = Object.entries(lockfile.packages).filter(([, entry]) => entry.hasInstallScript);
    expect(withScripts.map(([path]) => path)).toEqual([]);
  });
});

describe('the lockfile', () => {
  const text = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
  const { packages } = JSON.parse(text) as { packages: Readonly<Record<string, { version?: string; resolved?: string }>> };

  it('names no registry', () => {
    expect(text).not.toMatch(/https?:\/\/[^"]*\.tgz/);
  });

  it('has the parser bindings of every platform that Lambda code is written on', () => {
    for (const platform of ['linux-x64-gnu', 'linux-arm64-gnu', 'linux-x64-musl', 'darwin-arm64', 'darwin-x64', 'win32-x64-msvc']) {
      const binding = packages[`node_modules/@oxc-parser/binding-${platform}`];
      expect(binding?.version, platform).toBe(MANIFEST.dependencies['oxc-parser']);
    }
  });

  it('pins every direct dependency exactly', () => {
    for (const [name, version] of Object.entries(MANIFEST.dependencies)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(packages[`node_modules/${name}`]?.version).toBe(version);
    }
  });
});
