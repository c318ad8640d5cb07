import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const version = execFileSync('convert', ['-version']).toString(); // safe: before the first invocation

export function preview(key) {
  return execFileSync('convert', [`s3:${key}`, '-resize', '200', 'jpg:-']); // expect: event-loop-block warning
}

// fixed: others go on while the process runs
export async function previewBeside(key) {
  const { stdout } = await run('convert', [`s3:${key}`, '-resize', '200', 'jpg:-']);
  return stdout;
}
