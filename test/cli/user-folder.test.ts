import { execFile } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from './command-line.js';
import { LEAKING_HANDLER, SAFE_HANDLER } from './example-functions.js';

const ROOT = path.join(import.meta.dirname, '../..');

/** `npm start -- …args`, typed in `cwd`: npm changes into the package's folder and says where the user stood. */
function npmStart(cwd: string, ...args: readonly string[]): Promise<{ readonly code: number; readonly stdout: string }> {
  const env = { ...process.env, npm_lifecycle_event: 'start', INIT_CWD: cwd };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [path.join(ROOT, 'scripts/start.mjs'), ...args], { cwd: ROOT, env }, (_, stdout) => resolve({ code: child.exitCode ?? -1, stdout }));
  });
}

describe('npm start', () => {
  it('means paths from the folder where the user stands', async () => {
    const user = folderWith({ 'orders/handler.mjs': LEAKING_HANDLER, 'users/handler.mjs': SAFE_HANDLER });
    const { code, stdout } = await npmStart(user, 'orders');
    expect(code).toBe(1);
    expect(stdout).toContain('handler.mjs:6');
    expect((await npmStart(user, 'users')).code).toBe(0);
    expect((await npmStart(path.join(user, 'users'))).code).toBe(0);
    expect((await npmStart(user, 'shop')).code).toBe(2);
  }, 90_000);
});
