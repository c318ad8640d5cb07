import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'reentrant-start-'));

/** What `npm start` in the root does, as seen from `cwd`. */
async function start(cwd: string, ...args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  const env = { ...process.env, npm_lifecycle_event: 'start', INIT_CWD: cwd };
  return run(process.execPath, [join(ROOT, 'scripts', 'start.mjs'), ...args], { cwd: ROOT, env });
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm start', () => {
  beforeAll(async () => {
    await start(folder, '--version');
  }, 60_000);

  it('neither installs nor builds a second time', async () => {
    const { stdout, stderr } = await start(folder, '--version');
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('takes the arguments of the user', async () => {
    const { stdout } = await start(folder, '--help');
    expect(stdout).toContain('Usage: reentrant');
  });
});
