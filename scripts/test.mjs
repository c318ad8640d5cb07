/**
 * `npm test`: installs when needed, then type-checks, lints, builds and runs all tests. Goes on after a failure, so that one
 * run shows everything, and closes with a line that counts: `N passed, N failed`. Arguments go to vitest.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, ROOT } from './install.mjs';

ensureInstalled();

const started = performance.now();
const failedSteps = [];

const step = async (name, run) => {
  const before = performance.now();
  const ok = await run();
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds(before)})`);
  if (!ok) failedSteps.push(name);
};

await Promise.all([
  step('types', () => runTool('typescript/bin/tsc', ['--noEmit'])),
  step('lint', () => runTool('eslint/bin/eslint.js', ['.'])),
]);
await step('build', () => ensureBuilt().then(() => true, (error) => (console.error(error), false)));
const counts = await runTests();

console.log(`\nchecked in ${seconds(started)}${failedSteps.length > 0 ? `; failed: ${failedSteps.join(', ')}` : ''}`);
// A step that fails counts as one failure, so that this line alone tells whether all is well.
const failed = counts.failed + failedSteps.length;
console.log(`${counts.passed} passed, ${failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`);
process.exitCode = failed === 0 ? 0 : 1;

async function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'reentrant-test-'));
  const results = join(folder, 'results.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  try {
    const ok = await runTool('vitest/vitest.mjs', ['run', ...reporters, ...process.argv.slice(2)]);
    const counts = countTests(JSON.parse(readFileSync(results, 'utf8')));
    // Errors outside any test (an unhandled rejection) fail the run without failing a test.
    return !ok && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch (error) {
    console.error(`The tests left no result: ${error.message}`);
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function countTests(results) {
  // A file that could not be loaded has no tests to count.
  const brokenFiles = results.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + brokenFiles.length,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}

function runTool(script, args) {
  const options = { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] };
  const child = spawn(process.execPath, [join(ROOT, 'node_modules', script), ...args], options);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0));
  });
}

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
