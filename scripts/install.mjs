/**
 * Installs the dependencies when they are not there yet. Like all scripts here it runs before anything is installed, so it
 * uses nothing but Node.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');

/** Makes `node_modules` hold what `package-lock.json` says; does nothing when it does. All output goes to standard error. */
export function ensureInstalled() {
  if (isInstalled()) return;
  console.error('Installing dependencies …');
  // `npm ci` deletes node_modules first, which a checkout whose lockfile has moved on does not need.
  const command = existsSync(join(ROOT, 'node_modules')) ? 'install' : 'ci';
  const npm = npmCommand();
  // Without --include=dev a production environment would leave out what the build needs.
  const args = [...npm.args, command, '--include=dev', '--no-audit', '--no-fund'];
  const { status, error } = spawnSync(npm.file, args, { cwd: ROOT, stdio: ['ignore', 2, 2], shell: npm.shell });
  if (error) throw error;
  if (status !== 0) {
    console.error(`npm ${command} failed`);
    process.exit(2);
  }
}

/** npm leaves a copy of the lockfile in node_modules as the last step of an installation: the two must agree. */
function isInstalled() {
  const wanted = readPackages('package-lock.json');
  const present = readPackages('node_modules/.package-lock.json');
  return (
    present !== undefined &&
    Object.entries(wanted ?? {}).every(
      ([path, entry]) => !isRequired(path, entry) || present[path]?.version === entry.version,
    )
  );
}

/** Optional packages are for other platforms; links and the workspaces behind them have no version to compare. */
function isRequired(path, entry) {
  return path.startsWith('node_modules/') && !entry.optional && !entry.devOptional && !entry.link;
}

function readPackages(lockfile) {
  try {
    return JSON.parse(readFileSync(join(ROOT, lockfile), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** The npm that runs this script, or the one on the path. */
export function npmCommand() {
  const running = process.env.npm_execpath;
  if (running?.endsWith('.js')) return { file: process.execPath, args: [running], shell: false };
  // On Windows npm is a batch file, which only a shell can start.
  return { file: 'npm', args: [], shell: process.platform === 'win32' };
}
